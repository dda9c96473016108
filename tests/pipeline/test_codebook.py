"""The coder against the codebook: which of its rules of status the coder follows on the codebook's own examples."""

import sys

import pytest

from dragoman import ontology

FOLLOWED = frozenset(
    "headline-present managed performed attempt-force reported habit-dated habit-timeless failed prevented denial "
    "denied-plan postponed decided reported-intent threat condition counterfactual dated-past anterior asked-noun "
    "asked-not".split()
)
"""The rules whose example is coded as the codebook says. None may get lost; those still missing are printed."""

PUT_OFF = (
    "The ministers put off their talks until June.",
    "The summit between Chad and Mali was postponed.",
    "The postponed meeting between Chad and Mali caused anger.",
)

pytestmark = [pytest.mark.slow]


@pytest.fixture(scope="module")
def coder():
    import dragoman

    return dragoman.load()


def follows(coder, rule) -> bool:
    example = rule.example
    start = example.text.index(example.trigger)
    end = start + len(example.trigger)
    claims = [claim for claim in coder.explain(example.text, "2021-06-09").coded.claims if claim.event == example.event]
    statuses = {claim.status for claim in claims if claim.trigger.start < end and start < claim.trigger.end}
    return rule.status in statuses or (rule.status == "none" and not claims)


def test_the_rules_of_status(coder, capsys):
    rules = ontology.load().status.rules
    found = {rule.id for rule in rules.values() if follows(coder, rule)}
    with capsys.disabled():
        missing = ", ".join(sorted(set(rules) - found))
        sys.stdout.write(f"\n{len(found)} of {len(rules)} rules of status are followed; missing: {missing}\n")
    assert found >= FOLLOWED


@pytest.mark.parametrize("sentence", PUT_OFF)
def test_what_is_put_off_is_still_to_come(coder, sentence):
    assert [(c.event, c.status) for c in coder.explain(sentence).coded.claims] == [("CONSULT", "future")]


@pytest.mark.parametrize(("published", "status"), [("2021-09-07", "asserted"), ("2021-09-08", "historical")])
def test_background_begins_where_the_codebook_says(coder, published, status):
    assert ontology.load().status.historical_after_days == 90
    (claim,) = coder.explain("Mali recalled its ambassador to Paris on June 9, 2021.", published).coded.claims
    assert claim.status == status
