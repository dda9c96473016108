"""Every record becomes JSON and comes back the same; what is no record is refused, naming the place."""

import json
import types
import typing
from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import records
from dragoman.errors import RecordInvalid, SpanInvalid
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
    Record,
    Rejection,
    Relation,
    Role,
    ScaleValue,
    Span,
    Voice,
)

TEXT = "MINSK, June 3 (Agency) - Envoys of A met envoys of B, the ministry said.\n\nSubscribe"
WORDS = st.text(min_size=1, max_size=8)
SCORES = st.floats(0, 1)
NUMBERS = st.integers(1, 2**63 - 1)
WHOLE = Span(0, len(TEXT))


def maybe(strategy):
    return st.none() | strategy


def several(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


@st.composite
def spans(draw, within=WHOLE):
    start = draw(st.integers(within.start, within.end))
    return Span(start, draw(st.integers(start, within.end)))


@st.composite
def date_spans(draw):
    one, other = sorted((draw(st.dates()), draw(st.dates())))
    precision = draw(st.sampled_from(["day", "month", "year", "range"]))
    reason = draw(WORDS)
    if precision == "day":
        return DateSpan.of_day(one, reason)
    if precision == "range" and draw(st.booleans()):
        return draw(st.sampled_from([DateSpan(one, None, "range", reason), DateSpan(None, one, "range", reason)]))
    return DateSpan(one, other, precision, reason)


@st.composite
def parties(draw):
    span = draw(spans())
    return Party(span.of(TEXT), span, draw(maybe(ACTORS)), draw(maybe(WORDS)), draw(several(WORDS)), draw(WORDS))


@st.composite
def voices(draw):
    span = draw(maybe(spans()))
    words = None if span is None else span.of(TEXT)
    manner = draw(st.sampled_from(["direct", "indirect", "unattributed"]))
    stance = draw(st.sampled_from(["asserts", "denies", "doubts", "alleges"]))
    return Voice(words, span, manner, stance, draw(maybe(ACTORS)), draw(maybe(spans())), draw(maybe(date_spans())))


@st.composite
def places(draw):
    where = draw(maybe(st.tuples(st.floats(-90, 90), st.floats(-180, 180)))) or (None, None)
    return Place(draw(WORDS), draw(maybe(WORDS)), None, *where, draw(maybe(NUMBERS)), draw(maybe(WORDS)))


@st.composite
def claims(draw):
    sentence = draw(spans())
    return Claim(
        id=draw(WORDS),
        event=draw(WORDS),
        status=draw(WORDS),
        trigger=draw(spans(sentence)),
        span=sentence,
        score=draw(SCORES),
        mode=draw(maybe(WORDS)),
        contexts=draw(several(WORDS)),
        quad=draw(maybe(st.integers(1, 4))),
        scale=draw(maybe(st.builds(ScaleValue, st.floats(-10, 10), WORDS, WORDS))),
        actors=draw(several(parties())),
        host=draw(several(parties())),
        about=draw(several(spans())),
        date=draw(maybe(date_spans())),
        place=draw(maybe(places())),
        voices=draw(several(voices())),
        reasons=draw(several(WORDS)),
    )


@st.composite
def articles(draw):
    published = draw(maybe(date_spans()))
    basis = None if published is None else draw(st.sampled_from(["given", "metadata", "dateline", "inferred"]))
    return Article(
        id=draw(WORDS),
        document=draw(FACTS),
        text=TEXT,
        blocks=(
            Block("dateline", Span(0, 24), draw(WORDS)),
            Block("body", Span(25, 72)),
            Block("furniture", Span(74, 83), repeats=draw(maybe(spans()))),
        ),
        published=published,
        published_basis=basis,
        published_confidence=draw(maybe(SCORES)),
        dateline=draw(maybe(st.builds(Dateline, spans(), WORDS, spans(), maybe(WORDS), maybe(WORDS), maybe(spans())))),
    )


ROLES = st.builds(Role, WORDS, maybe(WORDS), several(WORDS), maybe(WORDS), maybe(date_spans()))
ACTORS = st.builds(Actor, WORDS, WORDS, maybe(WORDS), maybe(WORDS), maybe(ROLES))
METADATA = st.builds(Metadata, maybe(WORDS), maybe(WORDS), maybe(date_spans()), maybe(WORDS))
FACTS = st.builds(DocumentFacts, WORDS, WORDS, maybe(WORDS), WORDS, maybe(WORDS), METADATA)
RELATIONS = st.builds(
    Relation, WORDS, parties(), WORDS, parties(), spans(), SCORES, st.sampled_from(["positive", "negative"])
)
REJECTIONS = st.builds(Rejection, WORDS, WORDS, WORDS, maybe(WORDS), maybe(spans()))
STRATEGIES = {
    Actor: ACTORS,
    Article: articles(),
    Block: st.builds(Block, st.just("body"), st.just(Span(0, 1)), WORDS, maybe(spans())),
    Claim: claims(),
    CodedArticle: st.builds(CodedArticle, articles(), several(claims()), several(RELATIONS), several(REJECTIONS)),
    DateSpan: date_spans(),
    Dateline: st.builds(Dateline, spans(), WORDS, spans()),
    Document: st.builds(Document, WORDS, st.text(), maybe(WORDS), WORDS, maybe(WORDS), METADATA),
    DocumentFacts: FACTS,
    Metadata: METADATA,
    Party: parties(),
    Place: places(),
    Rejection: REJECTIONS,
    Relation: RELATIONS,
    Role: ROLES,
    ScaleValue: st.builds(ScaleValue, st.floats(-10, 10), WORDS, WORDS),
    Span: spans(),
    Voice: voices(),
}


def test_every_record_is_tried():
    exported = {value for name in records.__all__ if isinstance(value := getattr(records, name), type)}
    kinds = {value for value in exported if issubclass(value, Record)} - {Record}
    assert kinds == set(STRATEGIES)


@given(st.data())
@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_round_trip(kind, data):
    record = data.draw(STRATEGIES[kind])
    assert list(record.to_dict()) == [field.name for field in fields(kind)]
    assert kind.from_dict(json.loads(json.dumps(record.to_dict()))) == record


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_records_are_frozen_and_slotted(kind):
    assert kind.__dataclass_params__.frozen
    assert not any("__dict__" in vars(base) for base in kind.__mro__[:-1] if base is not object)


@pytest.mark.parametrize("kind", STRATEGIES, ids=lambda kind: kind.__name__)
def test_optional_fields_have_one_other_type(kind):
    # What `from_dict` relies on: a union is a type or None, in this order.
    for hint in typing.get_type_hints(kind).values():
        if isinstance(hint, types.UnionType):
            assert typing.get_args(hint)[1:] == (type(None),)


SPAN = {"start": 0, "end": 3}
CLAIM = {"id": "c", "event": "E", "status": "asserted", "trigger": SPAN, "span": SPAN, "score": 1}


@pytest.mark.parametrize(
    ("kind", "data", "field"),
    [
        (Span, {"start": 1}, "Span.end"),
        (Span, {"start": 1, "end": 2, "stop": 2}, "Span.stop"),
        (Span, {"start": "1", "end": 2}, "Span.start"),
        (Span, {"start": True, "end": 2}, "Span.start"),
        (Span, [1, 2], "Span"),
        (DateSpan, {"start": "2019-02-30", "end": None, "precision": "range"}, "DateSpan.start"),
        (DateSpan, {"start": 20190406, "end": None, "precision": "range"}, "DateSpan.start"),
        (Claim, {**CLAIM, "actors": "France"}, "Claim.actors"),
        (Claim, {**CLAIM, "actors": [{"text": "abc", "span": {"start": 0}}]}, "Claim.actors[0].span.end"),
        (Claim, {**CLAIM, "date": {"start": None, "end": None}}, "Claim.date.precision"),
        (Claim, {**CLAIM, "reasons": [1]}, "Claim.reasons[0]"),
    ],
)
def test_what_is_no_record_names_the_place(kind, data, field):
    with pytest.raises(RecordInvalid) as caught:
        kind.from_dict(data)
    assert caught.value.field == field


def test_a_span_that_is_none():
    with pytest.raises(SpanInvalid):
        Claim.from_dict({**CLAIM, "span": {"start": 3, "end": 0}})


def test_names_with_a_default_may_be_absent():
    claim = Claim.from_dict(CLAIM)
    assert (claim.score, claim.actors, claim.date) == (1.0, (), None)
    assert DateSpan.from_dict({"start": "2019-04-06", "end": "2019-04-06", "precision": "day"}).start == date(
        2019, 4, 6
    )
