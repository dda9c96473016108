"""The task `actors`: what it counts, and the floors under our quality."""

import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import actors as task


@pytest.mark.parametrize(
    ("accepted", "sectors", "right"),
    [
        (("GOV",), ("GOV", "MIL"), True),
        (("GOV",), ("MIL",), False),
        (("GOV",), (), False),
        (("",), (), True),
        (("",), ("UNK",), True),
        (("",), ("GOV",), False),
        (("UNK",), (), True),
    ],
)
def test_sectors(accepted, sectors, right):
    assert task.accepts(accepted, sectors) is right


@pytest.mark.parametrize(
    ("case", "judged"),
    [
        (task.Case("Kenyan farmers", "2016-01-01", ("KEN",), ("AGR",), False), (True, True, False)),
        (task.Case("Kenyan farmers", "2016-01-01", ("UGA",), None, False), (False, True, False)),
        (task.Case("a teapot", "2016-01-01", None, None, True), (True, True, True)),
    ],
)
def test_judge(case, judged):
    assert task.judge(case) == judged


def test_a_malformed_line(tmp_path):
    path = tmp_path / "actors.jsonl"
    path.write_text('{"phrase": "x"}\n')
    with pytest.raises(DataMalformed):
        task.read(path)


@pytest.mark.shared
def test_floors(shared):
    report = task.run(shared)
    assert report.row("country and sector/actors/all").value >= 91
    assert report.row("no actor/actors/all").value >= 100
