"""A phrase cut into what is known of it: names, nouns of roles, words that change them, and unknown names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dragoman.actors.knowledge import Knowledge
from dragoman.actors.names import Word
from dragoman.actors.persons import ACTIVE, standing
from dragoman.actors.tables import Entry, RoleWord

PieceKind = Literal["name", "role", "change", "modifier", "unknown", "preposition", "other"]
PREPOSITIONS: Final = frozenset(
    "of in for from at on with to against near by who which that over under inside outside among between".split()
)
_NO_NAME: Final = frozenset("the a an this that these those his her its their our my two three several some".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a phrase that belong together, and what they are."""

    kind: PieceKind
    first: int
    past: int
    entries: tuple[Entry, ...] = ()
    role: RoleWord | None = None
    sectors: tuple[str, ...] = ()
    effect: str = ""

    def is_of(self, *kinds: str) -> bool:
        """Whether it is a name whose bearers are of one of these kinds."""
        return self.kind == "name" and any(entry.kind in kinds for entry in self.entries)


def scan(known: Knowledge, row: Sequence[Word], day: date | None = None) -> list[Piece]:
    """The pieces of a phrase, from left to right: of several that begin at a word, the longest."""
    pieces: list[Piece] = []
    at = 0
    while at < len(row):
        piece = _longest(known, row, at, day)
        pieces.append(piece)
        at = piece.past
    return _runs(pieces)


def _longest(known: Knowledge, row: Sequence[Word], at: int, day: date | None) -> Piece:
    keys = [word.key for word in row[at : at + known.longest()]]
    for length in range(len(keys), 0, -1):
        key = " ".join(keys[:length])
        past = at + length
        role = known.roles.get(key)
        entries = known.names.get(key)
        found = _written(entries, row[at:past], day) if entries is not None else ()
        if found and (role is None or not _prefers_role(row[at:past], found)):
            return Piece("name", at, past, found, role)
        if role is not None and not (length == 1 and _only_changes(known, row, at)):
            return Piece("role", at, past, role=role)
    word = row[at]
    if word.key in known.changes:
        sectors, effect = known.changes[word.key]
        return Piece("change", at, at + 1, sectors=sectors, effect=effect)
    if word.key in known.modifiers:
        return Piece("modifier", at, at + 1, role=known.modifiers[word.key])
    if word.key in PREPOSITIONS:
        return Piece("preposition", at, at + 1)
    capital = word.text[0].isupper() and word.key not in _NO_NAME
    return Piece("unknown" if capital else "other", at, at + 1)


def _only_changes(known: Knowledge, row: Sequence[Word], at: int) -> bool:
    """Whether a noun stands before another and changes it: `rebel soldiers`."""
    return (
        row[at].key in known.changes
        and at + 1 < len(row)
        and row[at + 1].key not in PREPOSITIONS
        and row[at + 1].key in known.roles
    )


def _written(entries: Sequence[Entry], row: Sequence[Word], day: date | None) -> tuple[Entry, ...]:
    """Those entries whose names may be written so: a proper name has a capital, an acronym its own.

    A description (`the government in Tripoli`) means others at other times, so that it counts in its years only.
    """
    if not any(word.text[0].isupper() for word in row):
        return ()
    shouted = all(word.text.isupper() for word in row)
    if day is not None and _is_description(row):
        entries = [
            entry for entry in entries if entry.kind not in {"body", "group"} or standing([entry], day).state == ACTIVE
        ]
    return tuple(entry for entry in entries if not entry.exact or shouted or _mixed(row))


def _is_description(row: Sequence[Word]) -> bool:
    return any(word.text.islower() and word.key not in PREPOSITIONS and word.key != "the" for word in row)


def _mixed(row: Sequence[Word]) -> bool:
    """Whether a single word has capitals after its first letter, as some acronyms have."""
    return len(row) > 1 or any(char.isupper() for char in row[0].text[1:])


def _prefers_role(row: Sequence[Word], entries: Sequence[Entry]) -> bool:
    """Whether a word that is a noun as well is one here: written small, and no body by that name."""
    return all(word.text.islower() for word in row) or all(entry.kind == "person" for entry in entries)


def _runs(pieces: list[Piece]) -> list[Piece]:
    """Unknown words with a capital that stand side by side made one."""
    joined: list[Piece] = []
    for piece in pieces:
        if piece.kind == "unknown" and joined and joined[-1].kind == "unknown":
            joined[-1] = Piece("unknown", joined[-1].first, piece.past)
        else:
            joined.append(piece)
    return joined
