from io import BytesIO

import pytest
from hypothesis import given

from dragoman.export.shown import shown, write_shown
from dragoman.ledger.writing import without_text
from dragoman.records import CodedArticle
from tests.ledger import factory
from tests.records.test_round_trip import STRATEGIES


def plain(coded, entry=None):
    return shown(coded, entry, plain=True).plain


def test_a_claim():
    coded = factory.coded()
    text = plain(coded, coded.claims[1])
    assert text.startswith(f"REQUEST  asserted  {coded.claims[1].id}\n")
    assert '⟦who Hallsson⟧ "⟦deed urged⟧ ⟦to whom Norway⟧ to ⟦topic recall the patrol ship Havbris⟧,"' in text
    assert "who cites      the daily Strandposten (direct, “quoted by”)" in text
    assert "report         Norway and Iceland hold talks" in text
    assert factory.PLAN not in text


def test_a_relation():
    coded = factory.coded()
    text = plain(coded, coded.relations[1])
    assert text.startswith("Jon Hallsson not: represents Icelandic")
    assert "⟦standing relation Icelandic⟧" in text


def test_a_report():
    text = plain(factory.coded())
    assert "⟦where OSLO⟧, ⟦when March 4⟧ (Northern Wire)" in text
    assert "⟦deed 1 met⟧" in text
    assert "⟦who ⟦host Norwegian⟧ Foreign Minister Ida Solvik⟧" in text
    assert "Subscribe to our newsletter" in text
    assert "a caption makes no claim" in text
    assert all(claim.id in text for claim in factory.coded().claims)


def test_a_text_that_is_withheld():
    coded = without_text(factory.coded())
    assert "withheld" in plain(coded, coded.claims[1])
    assert "withheld" in plain(coded)


def test_colours_leave_the_words_alone():
    coded = factory.coded()
    text = shown(coded, coded.claims[2], plain=False)
    assert factory.DENIAL in text.plain
    assert "⟦" not in text.plain
    assert {"cyan", "yellow", "magenta"} <= {str(span.style) for span in text.spans}


def test_a_pipe_gets_whole_lines():
    stream = BytesIO()
    write_shown(factory.coded(), None, stream)
    lines = stream.getvalue().decode().splitlines()
    assert max(map(len, lines)) > 200
    assert not any("\x1b" in line for line in lines)


@given(STRATEGIES[CodedArticle])
def test_every_bracket_is_closed(coded):
    for entry in (None, *coded.claims, *coded.relations):
        text = plain(coded, entry)
        assert text.count("⟦") == text.count("⟧")


@pytest.mark.parametrize("control", ["\x1b[31m", "\x9b2J", "\u202e"])
def test_text_cannot_steer_the_terminal(control):
    assert control[0] not in plain(factory.coded(title=f"Red {control} alert"))
