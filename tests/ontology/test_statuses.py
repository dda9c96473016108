import pytest

CONTRACT = {"asserted", "negated", "denied", "future", "hypothetical", "historical", "asked"}


def test_the_contract(ontology):
    assert set(ontology.status.statuses) == CONTRACT


def test_precedence(ontology):
    order = list(ontology.status.statuses)
    assert order == ["denied", "negated", "asked", "hypothetical", "future", "historical", "asserted"]


def test_every_status_has_rules(ontology):
    given = {rule.status for rule in ontology.status.rules.values()}
    assert given - {"none"} == CONTRACT


@pytest.mark.parametrize("group", "intent plan threat refusal habit capability request denial past question".split())
def test_what_is_hard_is_ruled(ontology, group):
    assert any(rule.group == group for rule in ontology.status.rules.values())


@pytest.mark.parametrize(
    ("rule", "status", "own_event"),
    [
        ("word-given", "asserted", "AGREE"),
        ("threat", "asserted", "THREATEN"),
        ("refusal", "asserted", "REJECT"),
        ("asked-clause", "asked", "REQUEST"),
        ("accusation", "asserted", "ACCUSE"),
        ("denial", "denied", None),
        ("plan", "future", None),
        ("capability", "none", None),
        ("habit-timeless", "none", None),
        ("habit-dated", "asserted", None),
        ("attempt-force", "asserted", None),
        ("attempt-other", "hypothetical", None),
    ],
)
def test_decisions(ontology, rule, status, own_event):
    found = ontology.status.rules[rule]
    assert (found.status, found.own_event) == (status, own_event)


def test_where_the_cue_stands_for_the_deed_the_example_shows_the_cue(ontology):
    for rule in ontology.status.rules.values():
        if rule.own_event and rule.id not in {"accusation", "asked-clause"}:
            assert rule.example.event == rule.own_event, rule.id


def test_plover(ontology):
    book = ontology.status
    assert {one.aux: one.status for one in book.auxiliaries.values()} == {
        "historical": "historical",
        "future": "future",
        "hypothetical": "hypothetical",
        "negation": "negated",
    }
    assert {status.code: status.plover for status in book.statuses.values()} == {
        "asserted": None,
        "negated": "negation",
        "denied": "negation",
        "future": "future",
        "hypothetical": "hypothetical",
        "historical": "historical",
        "asked": "hypothetical",
    }


def test_the_bound_of_the_past_is_told_in_words(ontology):
    assert f"{ontology.status.historical_after_days} days" in ontology.status.statuses["historical"].definition


def test_cameo_intent_codes(ontology):
    named = {code for reading in ontology.status.intents for code in reading.codes}
    assert {"02", "03", "10", "12", "13", "014", "016"} <= named
