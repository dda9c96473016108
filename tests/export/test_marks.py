from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.export import marks, phrases
from dragoman.export.marks import Mark, Nearby
from dragoman.records import CodedArticle, DateSpan, Span
from tests.ledger import factory
from tests.records.test_round_trip import STRATEGIES

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda two: Span(min(two), max(two)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from(marks.ROLES), st.integers(0, 3)), max_size=8)


def of(claim):
    article = factory.article()
    return {(mark.role, mark.span.of(article.text)) for mark in marks.of_claim(claim, article, 0)}


def test_the_words_of_a_claim():
    met, urged, seized, sign, _ = factory.coded().claims
    assert of(met) == {
        ("trigger", "met"),
        ("actor", "Norwegian Foreign Minister Ida Solvik"),
        ("actor", "her Icelandic counterpart Jon Hallsson"),
        ("host", "Norwegian"),
        ("date", "Monday"),
        ("place", "Oslo"),
        ("voice", "the Norwegian ministry"),
        ("cue", "said"),
    }
    assert ("about", "recall the patrol ship Havbris") in of(urged)
    assert {("date", "last week"), ("voice", "Solvik")} <= of(seized)
    assert {("date", "June"), ("place", "Bergen")} <= of(sign)


def test_the_words_of_a_dateline_and_a_relation():
    article = factory.article()
    assert [mark.span.of(article.text) for mark in marks.of_dateline(article)] == ["OSLO", "March 4"]
    words = [mark.span.of(article.text) for mark in marks.of_relation(factory.coded().relations[0], 0)]
    assert words == ["Ida Solvik", "Norwegian Foreign Minister", "the Norwegian ministry"]


def test_places_are_found_as_whole_words():
    article = factory.article()
    whole = Span(0, len(article.text))
    assert marks.named("Nor", article, whole) == []
    assert marks.named(" ", article, whole) == []
    assert len(marks.named("Oslo", article, whole)) == 2


@given(SPANS, MARKS)
def test_pieces_cover_the_span_without_gaps(within, found):
    pieces = list(marks.pieces(within, found))
    assert [place for piece in pieces for place in range(piece.span.start, piece.span.end)] == list(
        range(within.start, within.end)
    )
    for piece in pieces:
        assert set(piece.marks) == {mark for mark in found if mark.span.overlaps(piece.span)}
        assert all(mark.span.covers(piece.span) for mark in piece.marks)


@given(st.lists(SPANS, max_size=6), SPANS)
def test_nearby(spans, within):
    found = Nearby((span, span) for span in spans).overlapping(within)
    assert [span for span, _ in found] == sorted(span for span in spans if span.overlaps(within))


@given(st.lists(SPANS, max_size=6))
def test_merged_spans_hold_the_same_characters(spans):
    merged = marks.merged(spans)
    assert {n for s in merged for n in range(s.start, s.end)} == {n for s in spans for n in range(s.start, s.end)}
    assert all(not a.overlaps(b) for a in merged for b in merged if a is not b)


@given(STRATEGIES[CodedArticle])
def test_marks_of_any_claim_lie_in_the_text(coded):
    for claim in coded.claims:
        for mark in marks.of_claim(claim, coded.article, 0):
            assert mark.span.end <= len(coded.article.text)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (None, ""),
        (DateSpan.of_day(date(2024, 3, 4)), "2024-03-04"),
        (DateSpan.of_month(2024, 2), "2024-02"),
        (DateSpan.of_month(2024, 12), "2024-12"),
        (DateSpan.of_year(1976), "1976"),
        (DateSpan(date(2024, 7, 20), date(2024, 7, 31), "month"), "2024-07-20 – 2024-07-31"),
        (DateSpan(date(2024, 1, 1), date(2024, 3, 31), "quarter"), "2024-01-01 – 2024-03-31"),
        (DateSpan(None, date(2024, 3, 4), "range"), "until 2024-03-04"),
        (DateSpan(date(2024, 3, 4), None, "range"), "from 2024-03-04"),
        (DateSpan(date(9999, 12, 1), date.max, "month"), "9999-12"),
    ],
)
def test_dates_in_words(span, words):
    assert phrases.date(span) == words
