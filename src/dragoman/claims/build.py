"""Mentions -> claims and relations of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.claims.dating import Sayings, governed, told
from dragoman.claims.known import Known
from dragoman.claims.merge import Draft, merged
from dragoman.claims.parties import Parties, same
from dragoman.claims.score import score
from dragoman.records import Article, Claim, CodedArticle, DateSpan, Party, Place, Rejection, Relation, Voice

if TYPE_CHECKING:
    from dragoman.coding import Attribution, Found, Mention, RelationMention

STAGE = "coding"


def code(article: Article, found: Found, known: Known, history_days: int) -> CodedArticle:
    """The article with its claims, relations and what was given up.

    Args:
        article: where it all stands.
        found: what coding found in it.
        known: what the other stages know of its dates, places and actors.
        history_days: a deed that lies further before publication than this is background: historical.
    """
    builder = _Builder(article, known, history_days)
    drafts = [builder.draft(mention) for mention in found.mentions]
    _age(drafts)
    told = [d for d in drafts if d.parties or d.mention.refers]
    kept, orphans = merged(told)
    orphans += [(d, f"{d.mention.event} without anybody who did or suffered it") for d in drafts if d not in told]
    claims = _answered([builder.claim(draft) for draft in kept], kept)
    relations = builder.relations(found.relations)
    rejections = [Rejection(STAGE, uncoded.reason, article.id, span=uncoded.span) for uncoded in found.uncoded]
    rejections += [Rejection(STAGE, reason, article.id, span=draft.mention.trigger) for draft, reason in orphans]
    rejections.sort(key=lambda rejection: rejection.span.start if rejection.span else 0)
    return CodedArticle(article, tuple(claims), tuple(relations), tuple(rejections))


def _age(drafts: Sequence[Draft]) -> None:
    """A deed without a date that is told in one sentence with one of long ago is of long ago too."""
    old = {d.mention.sentence for d in drafts if d.status == "historical" and d.date is not None}
    for draft in drafts:
        if draft.mention.sentence in old and draft.date is None and draft.status == "asserted":
            draft.status = "historical"
            draft.reasons.append("historical: told in one sentence with a deed of long ago")


@dataclass(slots=True)
class _Told:
    voices: tuple[Voice, ...]
    speaker: Party | None
    """The innermost of those who speak."""
    day: DateSpan | None
    """When the innermost spoke."""


def _when_said(told_: _Told, actors: Sequence[Party]) -> DateSpan | None:
    """The day of a statement that those who make it tell of themselves."""
    if told_.day is None or told_.speaker is None:
        return None
    speaker = told_.speaker
    if not any(same(speaker, actor) for actor in actors):
        return None
    return replace(told_.day, reason=f"a statement by those who speak, made when they said so: {told_.day.reason}")


class _Builder:
    def __init__(self, article: Article, known: Known, history_days: int) -> None:
        self.article = article
        self.known = known
        self.history_days = history_days
        self.parties = Parties(article.text, known)
        self.sayings = Sayings()
        self.last_speaker: Party | None = None

    def draft(self, mention: Mention) -> Draft:
        """A mention with its parties, days and places."""
        when = governed(mention, self.known.dates)
        spoken = self._told(mention.voices)
        on = _day(when) or _day(self.article.published)
        actors = self._parties(mention.actors, on, spoken.speaker)
        if when is None and mention.verbal and mention.status == "asserted":
            when = _when_said(spoken, actors)
        recipients = self._parties(mention.recipients, on, spoken.speaker)
        draft = Draft(
            mention=mention,
            actors=actors,
            recipients=recipients,
            requested_by=self._parties(mention.requested_by, on, spoken.speaker),
            host=self._parties(mention.host, on, spoken.speaker),
            date=when,
            place=self._place(mention),
            voices=spoken.voices,
            status=self._status(mention, when),
            reasons=list(mention.reasons),
        )
        if draft.status != mention.status:
            draft.reasons.append("historical: it lies long before the report" if when else "historical: told as past")
        if when is None:
            draft.reasons.append("no expression of time governs it: left undated")
        return draft

    def _parties(self, fillers: Sequence[object], on: date | None, speaker: Party | None) -> tuple[Party, ...]:
        made = [self.parties.party(filler, on, speaker) for filler in fillers]  # type: ignore[arg-type]
        kept: list[Party] = []
        for party in made:
            known = party.actor is not None and any(p.actor is not None and p.actor.id == party.actor.id for p in kept)
            if not known:
                kept.append(party)
        return tuple(kept)

    def _told(self, attributions: Sequence[Attribution]) -> _Told:
        voices: list[Voice] = []
        speaker: Party | None = None
        day: DateSpan | None = None
        for attribution in attributions:
            own = told(attribution, self.known.dates)
            source: Party | None = None
            if attribution.source is not None and attribution.core is not None:
                source = self.parties.party_at(attribution.source, attribution.core, _day(self.article.published))
                if attribution.document and self.last_speaker is not None and source.actor is None:
                    last = self.last_speaker
                    source = replace(source, actor=last.actor, country=last.country, sectors=last.sectors)
                    own = self.sayings.day(last, own)
                own = self.sayings.day(source, own)
                speaker, day = source, own
                if not attribution.document:
                    self.last_speaker = source
            voices.append(
                Voice(
                    None if source is None else source.text,
                    None if source is None else source.span,
                    attribution.manner,
                    attribution.stance,
                    None if source is None else source.actor,
                    attribution.cue,
                    own,
                )
            )
        return _Told(tuple(voices), speaker, day)

    def _place(self, mention: Mention) -> Place | None:
        return next((place for n in mention.places if (place := self.known.places[n]) is not None), None)

    def _status(self, mention: Mention, when: DateSpan | None) -> str:
        if mention.status != "asserted":
            return mention.status
        published = self.article.published
        if when is not None and when.end is not None and published is not None and published.start is not None:
            if (published.start - when.end).days > self.history_days:
                return "historical"
            return "asserted"
        return "historical" if mention.background else "asserted"

    def claim(self, draft: Draft) -> Claim:
        """The claim that a draft stands for."""
        mention = draft.mention
        value, why = score(draft)
        codes = self.known.codes
        return Claim(
            id=Claim.identify(
                self.article.id, mention.event, draft.status, mention.trigger,
                [party.span for party in draft.actors], [party.span for party in draft.recipients],
            ),
            event=mention.event, status=draft.status, trigger=mention.trigger, span=mention.sentence, score=value,
            mode=draft.mode, contexts=mention.contexts, cameo=draft.cameo, quad=codes.quad(mention.event),
            scale=codes.scale(mention.event, draft.mode, draft.cameo), actors=draft.actors,
            recipients=draft.recipients, requested_by=draft.requested_by, host=draft.host, about=mention.about,
            date=draft.date, place=draft.place, voices=draft.voices, reasons=(*draft.reasons, *why),
        )  # fmt: skip

    def relations(self, mentions: Sequence[RelationMention]) -> list[Relation]:
        """The standing relations, each once."""
        kept: dict[tuple[object, ...], Relation] = {}
        for mention in mentions:
            on = _day(self.article.published)
            subject = self.parties.party(mention.subject, on)
            object_ = self.parties.party(mention.object, on)
            if mention.predicate == "seated in" and _is_country(object_):
                continue
            valid = next((v for g in mention.dates if (v := self.known.dates[g.date]) is not None), None)
            relation = Relation(
                id=Relation.identify(self.article.id, mention.predicate, subject.span, object_.span, mention.polarity),
                subject=subject, predicate=mention.predicate, object=object_, span=mention.sentence,
                score=mention.prior, polarity="negative" if mention.polarity == "negative" else "positive", valid=valid,
                voices=self._told(mention.voices).voices,
                reasons=(*mention.reasons, *(("told in the past",) if mention.historical else ())),
            )  # fmt: skip
            key = (mention.predicate, mention.polarity, _identity(subject), _identity(object_))
            kept.setdefault(key, relation)
        return list(kept.values())


def _is_country(party: Party) -> bool:
    """Whether the words are a country's own name: a seat is a town."""
    actor = party.actor
    return actor is not None and actor.kind == "country" and not party.sectors


def _identity(party: Party) -> str:
    if party.actor is not None:
        return party.actor.id
    return party.text.lower().removeprefix("the ")


_LOOSEST = 366
"""Days that a span may have for roles to be asked for its last one."""


def _day(span: DateSpan | None) -> date | None:
    """A day to ask roles for: the last of the span; None where it is too wide to tell."""
    if span is None or span.start is None or span.end is None:
        return None
    return span.end if (span.end - span.start).days <= _LOOSEST else None


def _answered(claims: list[Claim], drafts: list[Draft]) -> list[Claim]:
    """Claims told as answers, with the id of what they answer: the claim before that their recipients did."""
    out: list[Claim] = []
    for claim, draft in zip(claims, drafts, strict=True):
        answered = None
        if draft.mention.answers:
            earlier = [c for c in out if c.span.end <= claim.span.start or c.trigger.end <= claim.trigger.start]
            answered = next(
                (c.id for c in reversed(earlier) if any(same(a, r) for a in c.actors for r in claim.recipients)), None
            ) or (earlier[-1].id if earlier else None)
        out.append(claim if answered is None else replace(claim, in_response_to=answered))
    return out
