"""Persons and bodies as of a day: which of their roles they held."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from dragoman.actors.tables import Entry
from dragoman.records import Actor, DateSpan, Role

ACTIVE: Final = 3
SEEN: Final = 2
FORMER: Final = 1
UNKNOWN: Final = 0
_SEEN_FOR: Final = timedelta(days=3 * 365)
_OF_PERSON: Final = {"person": "person", "body": "body", "group": "group"}


class Standing(NamedTuple):
    """Somebody on a day: how far they were in a role, and which."""

    state: int
    entry: Entry
    why: str


def standing(entries: Sequence[Entry], day: date | None) -> Standing:
    """Which of the roles of one bearer counts on a day; without a day, the last one known."""
    last = max(entries, key=lambda entry: (entry.start or entry.seen or date.min, entry.end or date.max))
    if day is None:
        return Standing(ACTIVE, last, "no day is given; the last role known")
    held = [entry for entry in entries if _holds(entry, day)]
    if held:
        entry = max(held, key=lambda entry: (entry.start or date.min, entry.source == "own"))
        return Standing(ACTIVE, entry, f"in that role on {day}")
    near = [entry for entry in entries if _is_seen(entry, day)]
    if near:
        return Standing(SEEN, near[0], f"in that role in {near[0].seen:%Y-%m}, within three years of {day}")
    past = [entry for entry in entries if entry.end is not None and entry.end < day]
    if past:
        entry = max(past, key=lambda entry: entry.end or date.min)
        return Standing(FORMER, entry, f"left that role in {entry.end:%Y}")
    return Standing(UNKNOWN, last, f"of which nothing is known for {day}")


def _holds(entry: Entry, day: date) -> bool:
    if entry.start is None and entry.end is None:
        return entry.seen is None
    if entry.seen is not None and entry.end is None and day > entry.seen + _SEEN_FOR:
        return False
    return (entry.start is None or entry.start <= day) and (entry.end is None or day <= entry.end)


def _is_seen(entry: Entry, day: date) -> bool:
    return entry.seen is not None and entry.end is None and abs(day - entry.seen) <= _SEEN_FOR


def bearers(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries by who they are of."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.id, []).append(entry)
    return list(found.values())


def ranked(entries: Iterable[Entry], day: date | None) -> list[Standing]:
    """Everybody who bears a name, those in a role on the day first, then those better known."""
    found = [standing(roles, day) for roles in bearers(entries)]
    return sorted(found, key=lambda held: (-held.state, held.entry.source != "own"))


def sectors(held: Standing) -> tuple[str, ...]:
    """The sectors of somebody on that day: a former office holder is of the elite, PLOVER's ELI."""
    if held.state >= SEEN:
        return held.entry.sectors
    if held.state == FORMER and held.entry.kind == "person":
        return ("ELI",)
    return held.entry.sectors if held.entry.kind != "person" else ()


def actor(held: Standing) -> Actor:
    """The record of somebody on that day."""
    entry = held.entry
    valid = DateSpan(entry.start, entry.end, "range") if (entry.start is None) != (entry.end is None) else None
    if entry.start is not None and entry.end is not None and entry.start <= entry.end:
        valid = DateSpan(entry.start, entry.end, "range")
    role = Role(entry.role, entry.country, entry.sectors, entry.body, valid, entry.source) if entry.role else None
    return Actor(entry.id, entry.name, _OF_PERSON.get(entry.kind, "country"), entry.country, role)
