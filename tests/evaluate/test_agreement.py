"""When a coded claim agrees with the careful reading."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.evaluate.agreement import agreeing, holds, is_party, same_name
from dragoman.evaluate.gold import GoldClaim
from dragoman.records import Actor, Claim, DateSpan, Party, Place, Span, Voice

DAY = date(2021, 6, 8)
GOLD = GoldClaim(
    must=True,
    anchor="met in Riga",
    events=("CONSULT",),
    statuses=("asserted",),
    pairs=(),
    modes=(None,),
    actors=("EST", "president of Latvia"),
    recipients=(),
    dates=((DAY, DAY),),
    places=("Riga", None),
    voices=("outlet", "Ada Lund"),
)


def party(words: str, country: str | None = None, sectors: tuple[str, ...] = (), actor: Actor | None = None) -> Party:
    return Party(words, Span(0, len(words)), actor, country, sectors)


def voice(words: str | None) -> Voice:
    if words is None:
        return Voice(None, None, "unattributed")
    return Voice(words, Span(0, len(words)), "indirect")


RIGHT = Claim(
    id="claim-1",
    event="CONSULT",
    status="asserted",
    trigger=Span(0, 3),
    span=Span(0, 40),
    score=0.5,
    actors=(party("Estonian envoy", "EST"), party("Latvian president")),
    date=DateSpan.of_day(DAY),
    voices=(voice("minister Ada Lund"),),
)
ALL = {"status", "actors", "recipients", "date", "voices", "mode", "place"}


def test_all_is_right():
    assert agreeing(RIGHT, GOLD) == ALL
    assert holds("The two met\nin Riga.", GOLD)
    assert not holds("The two met.", GOLD)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("status", {"status": "future"}),
        ("actors", {"actors": (party("Estonian envoy", "EST"), party("Finnish president", "FIN"))}),
        ("actors", {"actors": ()}),
        ("recipients", {"recipients": (party("Finnish president", "FIN"),)}),
        ("date", {"date": None}),
        ("date", {"date": DateSpan.of_month(2021, 6)}),
        ("voices", {"voices": (voice("Bo Holm"),)}),
        ("mode", {"mode": "visit"}),
        ("place", {"place": Place("Tallinn", "EST")}),
    ],
)
def test_one_field_is_wrong(field, change):
    assert agreeing(replace(RIGHT, **change), GOLD) == ALL - {field}


@pytest.mark.parametrize(
    "change",
    [
        {"actors": (party("Estonian envoy", "EST"),), "recipients": (party("Latvian president"),)},
        {"voices": ()},
        {"voices": (voice(None),)},
        {"place": Place("Riga", "LVA")},
    ],
)
def test_another_answer_is_right_too(change):
    assert agreeing(replace(RIGHT, **change), GOLD) == ALL


def test_pairs_bind_event_and_status():
    gold = replace(GOLD, events=("CONSULT", "AGREE"), statuses=("asserted", "future"), pairs=(("CONSULT", "future"),))
    assert "status" not in agreeing(RIGHT, gold)
    assert "status" in agreeing(replace(RIGHT, status="future"), gold)


def test_a_voice_that_must_be_named():
    gold = replace(GOLD, voices=("Ada Lund",))
    assert "voices" in agreeing(RIGHT, gold)
    assert "voices" not in agreeing(replace(RIGHT, voices=()), gold)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Italian ministry", "ministry of Italy"),
        ("four forestry workers", "forestry workers"),
        ("Fayez Sarraj", "Sarraj"),
        ("Ghassan Salamé", "Ghassan Salame"),
        ("U.S. warships", "US warships"),
    ],
)
def test_same_name(one, other):
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Italian ministry", "ministry of France"), ("envoy", "president"), ("it", "Chad"), ("", "x")],
)
def test_other_name(one, other):
    assert not same_name(one, other)


def test_codes_and_actors():
    assert is_party(party("gunmen", None, ("UAF",)), "UAF")
    assert is_party(party("the blue helmets", "UNO"), "UNO")
    assert is_party(party("he", actor=Actor("a", "Ada Lund", "person")), "Ada Lund")
    assert not is_party(party("gunmen", "MLI"), "UAF")
