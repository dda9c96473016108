"""The task `dates`: what it counts, and the floors under our quality."""

import json
from datetime import date

import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import dates as task
from dragoman.records import DateSpan

TEXT = "They met on Friday and again in May 2014; he left last week, for now."


def expression(words, kind, value):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "type": kind, "value": value}


def write(folder, timexes):
    record = {"id": "a", "source": "own", "dct": "2016-06-15", "text": TEXT, "timexes": timexes}
    path = folder / "eval" / task.FILE.removesuffix(".gz")
    path.parent.mkdir()
    path.write_text(json.dumps(record) + "\n")
    return path


def test_what_is_counted(tmp_path):
    path = write(
        tmp_path,
        [
            expression("Friday", "DATE", "2016-06-10"),
            expression("May 2014", "DATE", "2014-06"),
            expression("last week", "DATE", "2016-W23"),
            expression("now", "DATE", "PRESENT_REF"),
        ],
    )
    (text,) = task.read(path)
    assert [one.value for one in text.expressions] == ["2016-06-10", "2014-06", None, None]
    spans, values, predicted, gold, *every = task._counts(text)
    assert (spans, values, predicted, gold) == (2, 1, 2, 2)
    assert every == [3, 3, 4]


@pytest.mark.parametrize(
    ("span", "value"),
    [
        (DateSpan.of_day(date(2014, 5, 3)), "2014-05-03"),
        (DateSpan.of_month(2014, 5), "2014-05"),
        (DateSpan.of_year(2014), "2014"),
        (DateSpan(date(2014, 5, 3), date(2014, 5, 9), "range"), None),
        (None, None),
    ],
)
def test_values(span, value):
    assert task.value_of(span) == value


def test_a_malformed_line(tmp_path):
    path = tmp_path / "dates.jsonl"
    path.write_text("{}\n")
    with pytest.raises(DataMalformed):
        task.read(path)


@pytest.mark.shared
def test_floors(shared):
    report = task.run(shared)
    assert report.row("span F1/dates/all").value >= 96
    assert report.row("value F1/dates/all").value >= 90
