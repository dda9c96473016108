"""Fillers of roles -> parties, resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dragoman.claims.known import Known, Resolved
from dragoman.records import Actor, Party, Span

if TYPE_CHECKING:
    from dragoman.coding import Filler

_SMALL = frozenset("the a an of and for in on to at de al el bin von van".split())


@dataclass(slots=True)
class Parties:
    """Resolves the words of one article."""

    text: str
    known: Known
    seen: dict[tuple[str, date | None], Resolved | None] = field(default_factory=dict)

    def resolve(self, words: str, on: date | None) -> Resolved | None:
        """Whom the words mean on a day."""
        key = words, on
        if key not in self.seen:
            self.seen[key] = self.known.resolve(words, on)
        return self.seen[key]

    def party(self, filler: Filler, on: date | None, speaker: Party | None = None) -> Party:
        """The party that holds a role."""
        words = filler.span.of(self.text)
        if filler.speaker:
            if speaker is None:
                return Party(words, filler.span, reason=f"{filler.how}, who is not named")
            reason = f"{filler.how}: {speaker.text}"
            return Party(words, filler.span, speaker.actor, speaker.country, speaker.sectors, reason)
        found = self.resolve(words, on)
        if (found is None or found.actor is None) and filler.core != filler.span:
            core = self.resolve(filler.core.of(self.text), on)
            found = core if core is not None and (found is None or core.actor is not None) else found
        found = self._by_last_name(words, on, found)
        if found is None:
            return Party(words, filler.span, reason=f"{filler.how}; not resolved")
        return Party(words, filler.span, found.actor, found.country, found.sectors, f"{filler.how}; {found.reason}")

    def _by_last_name(self, words: str, on: date | None, found: Resolved | None) -> Resolved | None:
        """The person whose name ends a phrase that itself means nobody by name: `Commander of the Army Jane Doe`."""
        if found is not None and found.actor is not None and found.actor.kind == "person":
            return found
        ends = words.split()
        for length in (3, 2):
            last = ends[-length:]
            if len(ends) > length and all(word[:1].isupper() for word in last):
                named = self.resolve(" ".join(last), on)
                if named is not None and named.actor is not None and named.actor.kind == "person":
                    return named
        return found

    def party_at(self, span: Span, core: Span, on: date | None) -> Party:
        """The party that words name, without a role."""
        words = span.of(self.text)
        found = self.resolve(words, on)
        if (found is None or found.actor is None) and core != span:
            inner = self.resolve(core.of(self.text), on)
            found = inner if inner is not None and (found is None or inner.actor is not None) else found
        if found is None:
            return Party(words, span, reason="not resolved")
        return Party(words, span, found.actor, found.country, found.sectors, found.reason)


def same(one: Party, other: Party, *, loose: bool = False) -> bool:
    """Whether two parties can be the same: one actor, or names and codes that do not contradict.

    Loosely, as a title names them, one country or organisation is enough.
    """
    if loose and one.country is not None and one.country == other.country:
        return True
    if one.actor is not None and other.actor is not None and _singled(one.actor) and _singled(other.actor):
        return one.actor.id == other.actor.id
    if _share_name(one.text, other.text):
        return True
    if one.country is not None and one.country == other.country:
        return not one.sectors or not other.sectors or bool(set(one.sectors) & set(other.sectors))
    return False


def alike(one: Party, other: Party) -> bool:
    """Whether two parties can be the same as a title has them: loosely, or by the noun at their head."""
    return same(one, other, loose=True) or _head(one.text) == _head(other.text)


def _head(text: str) -> str:
    """The last word of a phrase before the prepositions that follow it."""
    words = text.lower().split()
    end = next((i for i, word in enumerate(words) if i and word in _SMALL), len(words))
    return words[end - 1].strip("'’\",.()")


def _singled(actor: Actor) -> bool:
    return actor.kind in ("person", "body", "group", None)


def _share_name(one: str, other: str) -> bool:
    """Whether the last name of the one stands in the other."""
    mine, theirs = _names(one), _names(other)
    if mine and theirs and (mine[-1] in theirs or theirs[-1] in mine):
        return True
    return one.lower().split()[-1:] == other.lower().split()[-1:]


def _names(text: str) -> list[str]:
    words = [word.strip("'’\",.()").removeprefix("al-").removeprefix("Al-") for word in text.split()]
    named = [word for word in words if word[:1].isupper()]
    return [word.lower() for word in (named or words) if word.lower() not in _SMALL and len(word) > 1]
