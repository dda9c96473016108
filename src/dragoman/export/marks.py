"""Which words of a report a claim rests on, and as what."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Generic, Literal, TypeVar, get_args

from dragoman.records import Article, Claim, DateSpan, Relation, Span

T = TypeVar("T")
Bounds = tuple[date | None, date | None]

Role = Literal[
    "trigger", "actor", "recipient", "requested", "host", "voice", "cue", "date", "place", "about", "relation"
]
ROLES: tuple[Role, ...] = get_args(Role)
"""The more telling first: words that are several things at once are shown as the first."""

MEANING: dict[Role, str] = {
    "trigger": "the deed",
    "actor": "who",
    "recipient": "to whom",
    "requested": "at whose request",
    "host": "host",
    "voice": "on whose word",
    "cue": "word of saying",
    "date": "when",
    "place": "where",
    "about": "topic",
    "relation": "standing relation",
}

_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"|‘([^’]+)’|'([^']+)'|`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span, what it is, and the place (from 0) of the claim that says so; relations count on after the claims."""

    span: Span
    role: Role
    of: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which the same marks hold from end to end."""

    span: Span
    marks: tuple[Mark, ...]


def of_claim(claim: Claim, article: Article, place: int) -> Iterator[Mark]:
    """The words that a claim rests on."""
    yield Mark(claim.trigger, "trigger", place)
    for parties, role in (
        (claim.actors, "actor"),
        (claim.recipients, "recipient"),
        (claim.requested_by, "requested"),
        (claim.host, "host"),
    ):
        for party in parties:
            yield Mark(party.span, role, place)  # type: ignore[arg-type]
    for voice in claim.voices:
        if voice.span is not None:
            yield Mark(voice.span, "voice", place)
        if voice.cue is not None:
            yield Mark(voice.cue, "cue", place)
    for span in claim.about:
        yield Mark(span, "about", place)
    if claim.date is not None:
        for span in timed(claim.date, article, claim.span) or quoted(claim.date.reason, article, claim.span):
            yield Mark(span, "date", place)
    if claim.place is not None:
        found = named(claim.place.name, article, claim.span) or quoted(claim.place.reason, article, claim.span)
        for span in found:
            yield Mark(span, "place", place)


def of_relation(relation: Relation, place: int) -> Iterator[Mark]:
    """The words that a relation rests on."""
    for party in (relation.subject, relation.object):
        yield Mark(party.span, "relation", place)
    for voice in relation.voices:
        if voice.span is not None:
            yield Mark(voice.span, "voice", place)


def of_dateline(article: Article) -> Iterator[Mark]:
    """The place and the date that a dateline names; they belong to no claim (-1)."""
    dateline = article.dateline
    if dateline is None:
        return
    yield Mark(dateline.place_span, "place", -1)
    if dateline.date_span is not None:
        yield Mark(dateline.date_span, "date", -1)


def timed(when: DateSpan, article: Article, within: Span) -> list[Span]:
    """Where the sentence has expressions of time that stand for these days.

    A date carries no span of its own, since several expressions may make it; these are read again.
    """
    bounds = (when.start, when.end)
    return [span for span, held in _times(article.text, article.published) if within.covers(span) and bounds in held]


@lru_cache(maxsize=4)
def _times(text: str, published: DateSpan | None) -> tuple[tuple[Span, frozenset[Bounds]], ...]:
    """The expressions of time in a text, each with the days that it may stand for."""
    from dragoman import dates

    found = dates.find(text) if published is None else dates.find(text, published)
    return tuple(
        (
            mention.span,
            frozenset((days.start, days.end) for days in (mention.value, mention.period) if days is not None),
        )
        for mention in found
    )


def quoted(reason: str, article: Article, within: Span) -> list[Span]:
    """Where the words that a reason quotes stand in the sentence."""
    if not article.text:
        return []
    words = (next(group for group in found.groups() if group) for found in _QUOTED.finditer(reason))
    return [span for word in words for span in named(word, article, within)[:1]]


def named(words: str, article: Article, within: Span) -> list[Span]:
    """Where whole words stand in the sentence."""
    if not article.text or not words.strip():
        return []
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    return [Span(*found.span()) for found in pattern.finditer(article.text, within.start, within.end)]


def pieces(within: Span, marks: Iterable[Mark]) -> Iterator[Piece]:
    """A span cut where marks begin and end, in order and without gaps."""
    inside = [mark for mark in marks if len(mark.span) and mark.span.overlaps(within)]
    borders = {within.start, within.end}
    for mark in inside:
        borders.update(border for border in (mark.span.start, mark.span.end) if within.start < border < within.end)
    cuts = sorted(borders)
    opening = sorted(inside, key=lambda mark: mark.span.start)
    active: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.span.end > start]
        while upcoming < len(opening) and opening[upcoming].span.start <= start:
            if opening[upcoming].span.end > start:
                active.append(opening[upcoming])
            upcoming += 1
        yield Piece(Span(start, end), tuple(sorted(active, key=lambda mark: (ROLES.index(mark.role), mark.of))))


def merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start < whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole


class Nearby(Generic[T]):
    """Things that stand at spans, found by where they stand."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self.all = sorted(((span, thing) for span, thing in things if len(span)), key=lambda pair: pair[0])
        self._starts = [span.start for span, _ in self.all]
        self._longest = max((len(span) for span, _ in self.all), default=0)

    def overlapping(self, within: Span) -> list[tuple[Span, T]]:
        """Those that have a character in common with the span, in order."""
        first = bisect_left(self._starts, within.start - self._longest)
        last = bisect_left(self._starts, within.end)
        return [pair for pair in self.all[first:last] if pair[0].overlaps(within)]
