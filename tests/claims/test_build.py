"""Mentions made by hand -> claims: parties, days, voices, status, retellings."""

from dataclasses import dataclass
from datetime import date

import pytest

from dragoman import claims
from dragoman.coding import Attribution, Filler, Found, Governing, Mention, RelationMention, Uncoded
from dragoman.records import Actor, Article, Block, DateSpan, Document, Place, Span

TEXT = (
    "Mali and Chad held talks in Bamako on Monday. The Malian minister said on Tuesday that Mali had met Chad. "
    "Mali condemned Chad. The call was asked for by Chad. In response, Chad accused Mali."
)
MONDAY, TUESDAY = date(2021, 6, 7), date(2021, 6, 8)


def at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def sentence(span: Span) -> Span:
    start = max(TEXT.rfind(". ", 0, span.start) + 2, 0) if ". " in TEXT[: span.start] else 0
    return Span(start, TEXT.index(".", span.end) + 1)


def filler(words: str, nth: int = 0) -> Filler:
    return Filler(at(words, nth), at(words, nth), "subject")


def mention(event: str, trigger: Span, **facts) -> Mention:
    given = {"cameo": "040", "block": "body", "paragraph": 0, "actors": (), "reciprocal": event == "CONSULT"}
    return Mention(event=event, trigger=trigger, sentence=sentence(trigger), **{**given, **facts})


@dataclass(frozen=True)
class Known:
    actor: Actor | None
    country: str | None
    sectors: tuple[str, ...] = ()
    reason: str = "by its name"


NAMES = {
    "Mali": Known(Actor("MLI", "Mali", "country", "MLI"), "MLI"),
    "Chad": Known(Actor("TCD", "Chad", "country", "TCD"), "TCD"),
    "Malian minister": Known(None, "MLI", ("GOV",)),
}


class Codes:
    def quad(self, event):
        return {"CONSULT": 1, "ACCUSE": 3}.get(event)

    def scale(self, event, mode, cameo):
        return None


def code(*mentions: Mention, published: date | None = date(2021, 6, 9), **facts):
    document = Document("a.txt", TEXT)
    article = Article(
        document.id,
        document.facts,
        TEXT,
        (Block("body", Span(0, len(TEXT))),),
        published=None if published is None else DateSpan.of_day(published),
        published_basis=None if published is None else "given",
    )
    known = claims.Known(
        dates=[
            DateSpan.of_day(MONDAY, "the last one"),
            DateSpan.of_day(TUESDAY, "the last one"),
            DateSpan.of_year(2011),
        ],
        places=[Place("Bamako", "MLI"), None],
        resolve=lambda phrase, on: NAMES.get(phrase),
        codes=Codes(),
    )
    return claims.code(article, Found(mentions, **facts), known, history_days=90)


TALKS = mention(
    "CONSULT", at("held talks"), actors=(filler("Mali"), filler("Chad")), dates=(Governing(0, "'held' is dated so"),),
    places=(1, 0), mode="visit", cameo="042",
)  # fmt: skip
SAYING = Attribution(at("Malian minister"), at("Malian minister"), at("said"), "indirect", "asserts", (1,))


def test_parties_day_place_and_codes():
    (claim,) = code(TALKS).claims
    assert [(p.text, p.country) for p in claim.actors] == [("Mali", "MLI"), ("Chad", "TCD")]
    assert claim.actors[0].reason == "subject; by its name"
    assert (claim.date.start, claim.date.reason) == (MONDAY, "'held' is dated so: the last one")
    assert claim.place.name == "Bamako"
    assert claim.quad == 1
    assert 0 < claim.score < 1


def test_one_contact_told_twice_is_one_claim_that_keeps_what_either_tells():
    again = mention("CONSULT", at("met"), actors=(filler("Mali", 2), filler("Chad", 1)), voices=(SAYING,))
    (claim,) = code(TALKS, again).claims
    assert claim.trigger == at("held talks")
    assert claim.mode == "visit"
    assert any(reason.startswith("told again") for reason in claim.reasons)
    assert claim.score > code(TALKS).claims[0].score


def test_contacts_on_different_days_are_two():
    again = mention(
        "CONSULT", at("met"), actors=(filler("Mali", 2), filler("Chad", 1)), dates=(Governing(1, "so"),)
    )  # fmt: skip
    assert len(code(TALKS, again).claims) == 2


def test_a_joint_deed_is_none_of_somebody_else_towards_one_of_its_parties():
    joint = mention("SUPPORT", at("held talks"), actors=(filler("Mali"), filler("Malian minister")), reciprocal=True)
    praise = mention("SUPPORT", at("met"), actors=(filler("Chad"),), recipients=(filler("Mali", 2),))
    assert len(code(joint, praise).claims) == 2


@pytest.mark.parametrize(
    ("body", "title", "told"),
    [
        ("call", "Mali", 1),  # whom the body does not name can be whom the title does
        ("Mali", "call", 1),  # and the other way round
        ("Mali", "Chad", 2),
    ],
)
def test_a_title_sums_up_what_the_body_tells_in_other_words(body, title, told):
    below = mention("ACCUSE", at("accused"), actors=(filler(body),))
    above = mention("ACCUSE", at("condemned"), actors=(filler(title),), block="title")
    coded = code(above, below)
    assert len(coded.claims) == told
    if told == 1:
        assert coded.claims[0].trigger == at("accused")
        assert any(reason.startswith("summed up in the title") for reason in coded.claims[0].reasons)
        assert [rejection.span for rejection in coded.rejections] == [at("condemned")]


def test_a_title_is_no_summary_of_background():
    old = mention("ACCUSE", at("accused"), actors=(filler("call"),), dates=(Governing(2, "so"),))
    assert len(code(mention("ACCUSE", at("condemned"), actors=(filler("Mali"),), block="title"), old).claims) == 2


def test_who_asked_for_it_is_an_attribute_wherever_it_is_told():
    asked = mention("CONSULT", at("asked for"), requested_by=(filler("Chad", 3),), refers=True)
    (claim,) = code(TALKS, asked).claims
    assert [p.country for p in claim.requested_by] == ["TCD"]
    alone = code(asked)
    assert alone.claims == ()
    assert "not the CONSULT itself" in alone.rejections[0].reason


def test_a_statement_is_of_the_day_on_which_those_who_make_it_tell_it():
    own = mention("ACCUSE", at("condemned"), verbal=True, actors=(filler("Mali", 3),), voices=(SAYING,))
    (claim,) = code(own).claims
    assert claim.date.start == TUESDAY
    assert claim.voices[0].spoken.start == TUESDAY
    others = mention("ACCUSE", at("condemned"), verbal=True, actors=(filler("Chad", 2),), voices=(SAYING,))
    assert code(others).claims[0].date is None


def test_a_deed_is_never_dated_by_the_publication():
    (claim,) = code(mention("ACCUSE", at("condemned"), verbal=True, actors=(filler("Mali", 3),))).claims
    assert claim.date is None
    assert "no expression of time governs it: left undated" in claim.reasons


def test_long_ago_is_historical():
    old = mention("ACCUSE", at("condemned"), actors=(filler("Mali", 3),), dates=(Governing(2, "so"),))
    assert code(old).claims[0].status == "historical"
    assert code(old, published=None).claims[0].status == "asserted"


def test_an_answer_names_what_it_answers():
    condemned = mention("ACCUSE", at("condemned"), actors=(filler("Mali", 3),), recipients=(filler("Chad", 2),))
    answer = mention(
        "ACCUSE", at("accused"), actors=(filler("Chad", 4),), recipients=(filler("Mali", 4),), answers=True
    )
    first, second = code(condemned, answer).claims
    assert second.in_response_to == first.id


def test_a_deed_without_anybody_is_given_up_with_the_reason():
    coded = code(mention("ACCUSE", at("condemned")))
    assert coded.claims == ()
    assert coded.rejections[0].stage == "coding"
    assert coded.rejections[0].span == at("condemned")


def test_what_coding_gave_up_is_shown():
    coded = code(uncoded=(Uncoded(at("met"), "no frame fits"),))
    assert [(r.span, r.reason) for r in coded.rejections] == [(at("met"), "no frame fits")]


def test_a_relation_once():
    told = RelationMention("backs", filler("Mali"), filler("Chad"), sentence(at("Mali")), polarity="negative")
    again = RelationMention(
        "backs", filler("Mali", 3), filler("Chad", 2), sentence(at("condemned")), polarity="negative"
    )
    (relation,) = code(relations=(told, again)).relations
    assert (relation.predicate, relation.polarity) == ("backs", "negative")
    assert relation.subject.country == "MLI"


def test_a_seat_is_no_country():
    seat = RelationMention("seated in", filler("Malian minister"), filler("Chad"), sentence(at("said")))
    assert code(relations=(seat,)).relations == ()
