"""One happening told many times in an article is one claim."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dragoman.claims.parties import alike, same
from dragoman.records import DateSpan, Party, Place, Voice

if TYPE_CHECKING:
    from dragoman.coding import Mention

_BLOCKS = {"standfirst": 1, "title": 2}
"""What sums up the report, after its body."""
_ASIDE = frozenset(_BLOCKS)
_HAPPENED = frozenset({"asserted", "historical"})


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    mention: Mention
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    requested_by: tuple[Party, ...]
    host: tuple[Party, ...]
    date: DateSpan | None
    place: Place | None
    voices: tuple[Voice, ...]
    status: str
    reasons: list[str] = field(default_factory=list)
    mode: str | None = None
    cameo: str | None = None
    repeats: int = 0

    def __post_init__(self) -> None:
        self.mode, self.cameo = self.mention.mode, self.mention.cameo

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody in it, whatever their part."""
        return (*self.actors, *self.recipients)


def merged(drafts: list[Draft]) -> tuple[list[Draft], list[tuple[Draft, str]]]:
    """The happenings, in the order of the text, and what only adds to one that is not told, with the reason."""
    kept: list[Draft] = []
    orphans: list[tuple[Draft, str]] = []
    later = [draft for draft in drafts if draft.mention.refers]
    # The body tells best: what title and standfirst say is fitted to it.
    ordered = sorted((d for d in drafts if not d.mention.refers), key=lambda d: _BLOCKS.get(d.mention.block, 0))
    for draft in ordered:
        twin = next((other for other in reversed(kept) if one_happening(other, draft)), None)
        if twin is not None:
            _join(twin, draft)
            continue
        full = next((other for other in kept if _sums_up(draft, other)), None)
        if full is None:
            kept.append(draft)
        else:
            block, at = draft.mention.block, full.mention.trigger.start
            full.reasons.append(f"summed up in the {block} at {draft.mention.trigger.start}")
            orphans.append((draft, f"the {block} sums up what is told at {at}, the {draft.mention.event}"))
    for draft in later:
        told = [d for d in kept if d.mention.event == draft.mention.event and _fits_mode(d, draft)]
        if not told:
            orphans.append((draft, f"who asked for it is told, but not the {draft.mention.event} itself"))
            continue
        nearest = min(told, key=lambda d: abs(d.mention.sentence.start - draft.mention.sentence.start))
        nearest.requested_by = _union(nearest.requested_by, draft.requested_by)
        nearest.host = _union(nearest.host, draft.host)
        nearest.reasons.append("who asked for it is told elsewhere in the report")
    kept.sort(key=lambda d: d.mention.trigger.start)
    return kept, orphans


def _fits_mode(one: Draft, other: Draft) -> bool:
    return one.mode is None or other.mode is None or one.mode == other.mode


def one_happening(one: Draft, other: Draft) -> bool:
    """Whether two tellings can be of one deed: the same class and parties, nothing that contradicts."""
    mine, theirs = one.mention, other.mention
    loose = bool({mine.block, theirs.block} & _ASIDE)
    if mine.event != theirs.event or not _fits_mode(one, other):
        return False
    if one.status != other.status and not {one.status, other.status} <= _HAPPENED:
        return False
    if not _same_time(one.date, other.date):
        return False
    if mine.reciprocal or theirs.reciprocal:
        few, many = sorted((one.parties, other.parties), key=len)
        return (
            bool(few)
            and all(any(same(p, q, loose=loose) for q in many) for p in few)
            and (mine.reciprocal == theirs.reciprocal or all(any(same(p, q, loose=loose) for p in few) for q in many))
            and (len(few) > 1 or theirs.definite)
        )
    if not (_fit(one.actors, other.actors, loose) and _fit(one.recipients, other.recipients, loose)):
        return False
    if bool(one.actors) != bool(other.actors) and not loose:
        return False  # nobody becomes the doer of what another sentence tells
    if not (one.actors and other.actors) and not (one.recipients and other.recipients):
        return False
    return loose or mine.about == theirs.about or mine.cameo == theirs.cameo


def _sums_up(short: Draft, told: Draft) -> bool:
    """Whether a title or standfirst tells in other words what the report itself tells further down.

    Titles name parties by what they are (`rivals`, `growers`) where the report names them, or the other way round: a
    party that nothing is known of contradicts none, but whoever is known must be there.
    """
    if _BLOCKS.get(short.mention.block, 0) <= _BLOCKS.get(told.mention.block, 0):
        return False
    if short.mention.event != told.mention.event or not _fits_mode(short, told):
        return False
    if short.status != told.status or not _same_time(short.date, told.date):
        return False
    named = [party for party in short.parties if not any(alike(party, other) for other in told.parties)]
    vague = any(not _known(party) and not party.sectors for party in told.parties)
    if named and vague:
        return True
    return bool(told.parties) and not any(_known(party) for party in named)


def _known(party: Party) -> bool:
    return party.actor is not None or party.country is not None


def _fit(some: tuple[Party, ...], others: tuple[Party, ...], loose: bool) -> bool:
    few, many = sorted((some, others), key=len)
    return all(any(same(p, q, loose=loose) for q in many) for p in few)


def _same_time(one: DateSpan | None, other: DateSpan | None) -> bool:
    if one is None or other is None:
        return True
    bounds = (one.start, one.end, other.start, other.end)
    if None in bounds:
        return True
    return one.start <= other.end and other.start <= one.end  # type: ignore[operator]


def _join(kept: Draft, more: Draft) -> None:
    kept.repeats += 1
    kept.mode = kept.mode or more.mode
    if kept.cameo is None or (more.cameo is not None and kept.cameo.endswith("0") and more.mode == kept.mode):
        kept.cameo = more.cameo
    kept.requested_by = _union(kept.requested_by, more.requested_by)
    kept.host = _union(kept.host, more.host)
    kept.actors = kept.actors or more.actors
    kept.recipients = kept.recipients or more.recipients
    kept.date = kept.date or more.date
    kept.place = kept.place or more.place
    kept.mention = replace(kept.mention, about=kept.mention.about or more.mention.about)
    where = "" if more.mention.block == "body" else f" in the {more.mention.block}"
    kept.reasons.append(f"told again{where} at {more.mention.trigger.start}")


def _union(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    return (*one, *(party for party in other if not any(same(party, p) for p in one)))
