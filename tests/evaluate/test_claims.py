"""The task `claims`: what meets, what is counted, and the floors under our quality."""

from dataclasses import replace

import pytest

from dragoman.errors import EvalDataMissing
from dragoman.evaluate import claims, floors
from tests.evaluate.test_agreement import GOLD, RIGHT

SENTENCE = "The two met in Riga."


def test_each_claim_meets_one_at_most_the_best_first():
    poor = replace(RIGHT, id="claim-2", status="future", date=None)
    items = claims.meet(0, [(poor, SENTENCE), (RIGHT, SENTENCE)], [GOLD])
    assert [(item.coded, item.gold) for item in items] == [(RIGHT, GOLD), (poor, None)]


def test_what_must_be_found_comes_before_what_may():
    may = replace(GOLD, must=False)
    (met, left) = claims.meet(0, [(RIGHT, SENTENCE)], [may, GOLD])
    assert met.gold is GOLD
    assert (left.coded, left.gold) == (None, may)


@pytest.mark.parametrize("sentence", ["The two met.", "They parted in Riga."])
def test_another_sentence_is_another_claim(sentence):
    assert len(claims.meet(0, [(RIGHT, sentence)], [GOLD])) == 2


def test_figures():
    may = replace(GOLD, must=False, anchor="They signed")
    told = [(RIGHT, SENTENCE), (replace(RIGHT, id="claim-2"), "They signed."), (replace(RIGHT, id="claim-3"), "No.")]
    items = claims.meet(0, told, [GOLD, may, replace(GOLD, anchor="missed"), replace(GOLD, anchor="missed too")])
    rows = {row.key: row for row in claims._rows(items, ["riga"])}
    assert rows["event P/examples/all"].value == pytest.approx(100 * 2 / 3)
    assert rows["event R/examples/all"].value == pytest.approx(100 / 3)
    assert rows["claim F1/examples/report=riga"].value == pytest.approx(100 * 2 * 2 / 3 / 3)
    assert rows["event R/examples/event=CONSULT"].n == 3
    assert rows["right in/claims that meet/field=date"].value == 100


def test_missing_data(tmp_path):
    with pytest.raises(EvalDataMissing) as caught:
        claims.run(tmp_path)
    assert caught.value.paths[0] == tmp_path / "examples"


@pytest.mark.slow
def test_floors(root):
    report = claims.run(root)
    assert floors.targets("claims").keys() <= {row.key for row in report.rows}
    assert [f"{row.key}: {row.value:.2f} < {row.floor}" for row in report.below_floor()] == []
