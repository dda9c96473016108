"""What a record refuses, and what it can be asked."""

from datetime import date

import pytest

from dragoman.errors import DragomanError, RecordInvalid, SpanInvalid, SpanMismatch
from dragoman.records import (
    Actor,
    Article,
    Block,
    Claim,
    CodedArticle,
    Dateline,
    DateSpan,
    Document,
    DocumentFacts,
    Metadata,
    Party,
    Place,
    Rejection,
    Relation,
    Span,
    Voice,
    content_id,
)

DAY = date(2019, 4, 6)
LATER = date(2019, 4, 9)
SPAN = Span(2, 5)
PARTY = Party("abc", SPAN)
TEXT = "Mali recalled its envoy, Niger said."


def claim(**changes):
    given = {"id": "c", "event": "REDUCE", "status": "asserted", "trigger": Span(5, 13), "span": Span(0, 36)}
    return Claim(**{**given, "score": 0.5, **changes})


def relation(**changes):
    given = {"id": "r", "subject": PARTY, "predicate": "backs", "object": PARTY, "span": SPAN, "score": 0.5}
    return Relation(**{**given, **changes})


def article(**changes):
    given = {"id": "a", "document": DocumentFacts("a", "a.txt"), "text": TEXT, "blocks": ()}
    return Article(**{**given, **changes})


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda: DateSpan(None, None, "range"), "start"),
        (lambda: DateSpan(DAY, None, "day"), "end"),
        (lambda: DateSpan(None, DAY, "month"), "start"),
        (lambda: DateSpan(LATER, DAY, "range"), "end"),
        (lambda: DateSpan(DAY, LATER, "day"), "end"),
        (lambda: DateSpan(DAY, DAY, "hour"), "precision"),
        (lambda: Place("Rome", lat=41.9), "lon"),
        (lambda: Place("Rome", lon=12.5), "lat"),
        (lambda: Place("Rome", lat=91.0, lon=12.5), "lat"),
        (lambda: Place("Rome", lat=41.9, lon=-180.5), "lon"),
        (lambda: Place("Rome", lat=float("nan"), lon=12.5), "lat"),
        (lambda: Place("Rome", geonames_id=0), "geonames_id"),
        (lambda: Place("Rome", geonames_id=2**63), "geonames_id"),
        (lambda: Actor("", "Mali"), "id"),
        (lambda: Actor("MLI", ""), "name"),
        (lambda: Party("ab", SPAN), "text"),
        (lambda: Voice("abc", None, "direct"), "span"),
        (lambda: Voice(None, SPAN, "direct"), "span"),
        (lambda: Voice("ab", SPAN, "direct"), "text"),
        (lambda: Voice(None, None, "loud"), "manner"),
        (lambda: Voice(None, None, "direct", "shouts"), "stance"),
        (lambda: claim(id=""), "id"),
        (lambda: claim(event=""), "event"),
        (lambda: claim(status=""), "status"),
        (lambda: claim(span=Span(6, 30)), "trigger"),
        (lambda: claim(quad=5), "quad"),
        (lambda: claim(score=1.5), "score"),
        (lambda: claim(score=float("nan")), "score"),
        (lambda: relation(id=""), "id"),
        (lambda: relation(predicate=""), "predicate"),
        (lambda: relation(polarity="none"), "polarity"),
        (lambda: relation(score=-0.1), "score"),
        (lambda: Document("", "text"), "origin"),
        (lambda: Block("heading", SPAN), "kind"),
        (lambda: Block("body", Span(2, 2)), "span"),
        (lambda: article(id=""), "id"),
        (lambda: article(published=DateSpan.of_day(DAY)), "published_basis"),
        (lambda: article(published_basis="given"), "published_basis"),
        (lambda: article(language_confidence=2.0), "language_confidence"),
        (lambda: article(published_confidence=-1.0), "published_confidence"),
        (lambda: article(blocks=(Block("body", Span(0, 5)), Block("body", Span(4, 9)))), "blocks"),
        (lambda: article(blocks=(Block("body", Span(5, 9)), Block("body", Span(0, 2)))), "blocks"),
    ],
)
def test_refused(make, field):
    with pytest.raises(RecordInvalid) as caught:
        make()
    assert caught.value.field == field
    assert isinstance(caught.value, DragomanError)


@pytest.mark.parametrize(
    "make",
    [
        lambda: article(blocks=(Block("body", Span(0, 99)),)),
        lambda: article(dateline=Dateline(Span(0, 99), "Rome", Span(0, 4))),
        lambda: CodedArticle(article(), claims=(claim(span=Span(0, 99)),)),
        lambda: CodedArticle(article(), rejections=(Rejection("claims", "why", "a", span=Span(0, 99)),)),
    ],
)
def test_beyond_the_text(make):
    with pytest.raises(SpanInvalid) as caught:
        make()
    assert caught.value.length == len(TEXT)


@pytest.mark.parametrize(
    "found",
    [
        {"claims": (claim(actors=(Party("Mall", Span(0, 4)),)),)},
        {"claims": (claim(host=(Party("Mall", Span(0, 4)),)),)},
        {"claims": (claim(voices=(Voice("Nigel", Span(25, 30), "indirect"),)),)},
        {"relations": (relation(object=Party("Mall", Span(0, 4)), subject=Party("Mali", Span(0, 4))),)},
    ],
)
def test_words_that_their_span_does_not_reproduce(found):
    with pytest.raises(SpanMismatch):
        CodedArticle(article(), **found)
    CodedArticle(article(text=""), **found)  # a text that is withheld cannot be checked


def test_words_that_their_span_reproduces():
    found = claim(actors=(Party("Mali", Span(0, 4)),), voices=(Voice("Niger", Span(25, 30), "indirect"),))
    assert CodedArticle(article(), claims=(found,)).claims == (found,)


def test_an_article_tells_its_blocks():
    lead, note = Block("body", Span(0, 24)), Block("credit", Span(25, 36))
    told = article(blocks=(lead, note))
    assert told.of_kind("body", "title") == (lead,)
    assert (told.block_at(0), told.block_at(24), told.block_at(35)) == (lead, None, note)


def test_date_spans_hold_their_days():
    assert DAY in DateSpan.of_day(DAY)
    assert LATER not in DateSpan.of_day(DAY)
    assert DateSpan.of_month(2024, 2).end == date(2024, 2, 29)
    assert DateSpan.of_year(2024, "why") == DateSpan(date(2024, 1, 1), date(2024, 12, 31), "year", "why")
    assert DAY in DateSpan(None, LATER, "range")
    assert LATER not in DateSpan(None, DAY, "range")
    assert LATER in DateSpan(DAY, None, "range")


def test_copies_of_a_report_have_one_id():
    assert Document("a.txt", "Talks.").id == Document("b.txt", "Talks.", "00", encoding="utf-8").id
    assert Document("a.txt", "Talks.").id != Document("a.txt", "Talks").id
    outlets = {Document("a", "Talks.", metadata=Metadata(outlet=outlet)).id for outlet in (None, "A", "B")}
    assert len(outlets) == 3


def test_identifiers_are_the_same_everywhere():
    assert content_id("x", "ab", "c", None, 0) == "x-c3714776060912e4"  # sha256 of s2:abs1:cn0:i1:0
    assert len({content_id("x", *parts) for parts in [("ab", "c"), ("a", "bc"), ("abc",), ("ab", "c", None)]}) == 4
    assert len({content_id("x", part) for part in (None, "", 0, "0")}) == 4
    content_id("x", "half \ud83d")


def test_claims_are_told_apart_by_words_not_by_judgement():
    spans = [Span(0, 4)], [Span(25, 30)]
    one = Claim.identify("a", "REDUCE", "asserted", Span(5, 13), *spans)
    assert one == Claim.identify("a", "REDUCE", "asserted", Span(5, 13), *spans)
    assert one != Claim.identify("a", "REDUCE", "asserted", Span(5, 13), *reversed(spans))
    assert one != Claim.identify("b", "REDUCE", "asserted", Span(5, 13), *spans)
    assert Relation.identify("a", "backs", Span(0, 4), Span(5, 6)) != Relation.identify(
        "a", "backs", Span(0, 4), Span(5, 6), "negative"
    )


@pytest.mark.parametrize(
    ("rejection", "words"),
    [
        (Rejection("sources", "empty", "a.txt"), "a.txt: empty"),
        (Rejection("sources", "no JSON", "a.jsonl", "line 7"), "a.jsonl, line 7: no JSON"),
    ],
)
def test_a_rejection_says_where(rejection, words):
    assert str(rejection) == words


def test_spans_compare():
    assert Span(0, 5).covers(Span(2, 5))
    assert not Span(0, 5).covers(Span(2, 6))
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 2).overlaps(Span(2, 5))
    assert len(Span(2, 5)) == 3
    assert bool(Span(2, 2))
