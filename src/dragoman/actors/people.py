"""Reading persons: known by name, by surname or by sound, or new with a role that the phrase states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz.distance import JaroWinkler

from dragoman.actors import persons
from dragoman.actors.grammar import PLACES, Grammar, text_of
from dragoman.actors.names import Word, skeleton, words
from dragoman.actors.resolution import Resolution
from dragoman.actors.scan import Piece
from dragoman.actors.tables import NON_STATE, Entry, common_surnames
from dragoman.records import Actor, Role, content_id

_ALIKE: Final = 0.8
"""Similarity (Jaro and Winkler's) that spellings of a name have at least."""


@dataclass(frozen=True, slots=True)
class People:
    """Reads the persons that phrases name."""

    grammar: Grammar

    def named_in(self, pieces: Sequence[Piece], row: Sequence[Word]) -> Resolution | None:
        """The person that a phrase names, with whatever it says of them."""
        country = self.grammar.country(pieces)
        prefixed = any(piece.kind == "role" for piece in pieces)
        titled = _titled_at_end(pieces)
        for piece in pieces:
            if piece.kind == "preposition" and not titled:
                break
            if piece.is_of("person") and (not titled or piece is pieces[-1]):
                found = self._choose(piece.entries, country, text_of(row, piece), "by the name")
                return self._stated(found, pieces, row) if prefixed else found
        for at, piece in enumerate(pieces):
            if piece.kind == "preposition" and not titled:
                break
            if titled and at + 1 < len(pieces):
                continue
            if piece.kind == "unknown" and (found := self._unlisted(pieces, at, row, country, prefixed)):
                return found
        return None

    def _stated(self, found: Resolution | None, pieces: Sequence[Piece], row: Sequence[Word]) -> Resolution | None:
        """Somebody known, with the role that the phrase states where nothing is known of theirs on the day."""
        if found is None or found.sectors or found.actor is None or found.country in NON_STATE:
            return found
        stated = self.grammar.read(pieces, row)
        if stated is None or not stated.sectors or stated.country not in {None, found.country}:
            return found
        reason = f"{found.reason}; the phrase states the role"
        return replace(found, sectors=stated.sectors, reason=reason, confidence=0.8)

    def _unlisted(
        self, pieces: Sequence[Piece], at: int, row: Sequence[Word], country: str | None, prefixed: bool
    ) -> Resolution | None:
        """Who an unknown run of capitalised words names: by surname, by sound, or somebody new with a title."""
        piece = pieces[at]
        run = list(row[piece.first : piece.past])
        before = pieces[at - 1] if at else None
        after = pieces[at + 1] if at + 1 < len(pieces) else None
        if after is not None and after.kind in {"name", "role"} and not after.is_of("person"):
            return None
        if before is not None and before.is_of(*PLACES, "country") and not prefixed:
            return None
        if len(run) == 1:
            if self.grammar.context is not None and (meant := self.grammar.context.by_surname(run[0].key)):
                return replace(meant, reason=f"{run[0].text}: named before in the article", confidence=0.85)
            found = self._surname(run[0], country, prefixed)
        else:
            found = self._sounding(run, country)
        if found is not None:
            return found
        if before is not None and before.kind != "role" and _titled_at_end(pieces):
            before = next(piece for piece in pieces if piece.kind == "role")
        title = before.role if before is not None and before.kind == "role" else None
        if title is None or before is None or title.kind in {"body", "thing"} or len(run) > 6:
            return None
        if len(run) == 1 and title.kind != "office":
            return None
        stated = self.grammar.read(pieces, row)
        if stated is None:
            return None
        name, office = text_of(row, piece), text_of(row, before)
        return self.new(name, stated.country, stated.sectors, office, "not known by name; the phrase states the role")

    def new(self, name: str, country: str | None, sectors: tuple[str, ...], office: str, reason: str) -> Resolution:
        """Somebody whom nobody listed."""
        role = Role(office, country, sectors, source="article") if office else None
        made = Actor(content_id("actor", name.lower(), country), name, "person", country, role)
        return Resolution(made, country, sectors, f"{name}: {reason}", confidence=0.6)

    def _surname(self, word: Word, country: str | None, prefixed: bool) -> Resolution | None:
        """A single name: of people who are widely known, or of anybody where country or title narrow it."""
        bare = country is None and not prefixed
        if bare and word.key in common_surnames():
            return None
        entries = self.grammar.known.surnames.get(word.key, [])
        if not entries and len(word.key) > 4:
            entries = self._similar(word)
        if country is not None and prefixed:
            entries = [entry for entry in entries if entry.country == country]
        else:
            entries = [entry for entry in entries if entry.source in {"own", "reign-2021"} or prefixed]
        if bare:
            known = {held.entry.id for held in persons.ranked(entries, self.grammar.day) if held.state}
            entries = [entry for entry in entries if entry.id in known]
        return self._choose(entries, country, word.text, "by the surname") if entries else None

    def _similar(self, word: Word) -> list[Entry]:
        """Persons whose surname sounds alike, found among the widely known."""
        sound = skeleton(word.key)
        if len(sound) < 3:
            return []
        return [
            entry
            for surname, entries in self._by_sound().get(sound, ())
            if JaroWinkler.similarity(surname, word.key) > _ALIKE
            for entry in entries
            if entry.source == "own"
        ]

    def _by_sound(self) -> dict[str, list[tuple[str, list[Entry]]]]:
        if not self.grammar.known.spoken:
            for surname, entries in self.grammar.known.surnames.items():
                if any(entry.source == "own" for entry in entries):
                    self.grammar.known.spoken.setdefault(skeleton(surname), []).append((surname, entries))
        return self.grammar.known.spoken

    def _sounding(self, run: Sequence[Word], country: str | None) -> Resolution | None:
        """A full name in another spelling."""
        for start in range(len(run) - 1):
            first, last = run[start], run[-1]
            entries = [
                entry for entry in self.grammar.known.sounding(first.key, last.key) if _alike(entry.name, first, last)
            ]
            if entries:
                name = " ".join(word.text for word in run)
                return self._choose(entries, country, name, "by a name that is spelt nearly so", 0.75)
        return None

    def _choose(
        self, entries: Iterable[Entry], country: str | None, text: str, how: str, confidence: float = 0.95
    ) -> Resolution | None:
        """One of the bearers of a name, as of the day; of several in office, none, but what they share."""
        found = persons.ranked([entry for entry in entries if entry.kind == "person"], self.grammar.day)
        if country is not None:
            found = [held for held in found if held.entry.country == country] or found
        if not found:
            return None
        best = self._as_leader(found[0])
        rivals = [held for held in found[1:] if held.state == best.state and _known(held) == _known(best)]
        others = tuple(persons.actor(held) for held in found[1:6])
        if rivals:
            group = [best, *rivals]
            countries = {held.entry.country for held in group}
            shared = countries.pop() if len(countries) == 1 else country
            sectors = {persons.sectors(held) for held in group}
            if shared is None:
                return None
            return Resolution(
                None,
                shared,
                sectors.pop() if len(sectors) == 1 else (),
                f"{text}: {len(group)} bear the name, and nothing tells which is meant",
                tuple(persons.actor(held) for held in group[:6]),
                0.4,
            )
        role = f", {best.entry.role}" if best.entry.role else ""
        return Resolution(
            persons.actor(best),
            best.entry.country,
            persons.sectors(best),
            f"{best.entry.name} {how}{role}: {best.why}",
            others,
            confidence if best.state >= persons.SEEN else confidence - 0.25,
        )

    def _as_leader(self, held: persons.Standing) -> persons.Standing:
        """Somebody of whom nothing is known for the day, if a leader of that surname is."""
        if held.state or self.grammar.day is None:
            return held
        leaders = self.grammar.known.surnames.get(words(held.entry.name)[-1].key, ())
        same = [e for e in leaders if e.country == held.entry.country and e.start is not None]
        best = persons.ranked(same, self.grammar.day)[:1]
        if not best or best[0].state != persons.ACTIVE:
            return held
        entry = best[0].entry._replace(id=held.entry.id, name=held.entry.name)
        return persons.Standing(persons.ACTIVE, entry, best[0].why)


def _titled_at_end(pieces: Sequence[Piece]) -> bool:
    """Whether a name ends the phrase after an office and what it is of: `Commander of the Guard John Doe`."""
    if len(pieces) < 4 or pieces[-1].kind not in {"name", "unknown"} or pieces[-2].kind in {"preposition", "other"}:
        return False
    if not (pieces[-1].is_of("person") or pieces[-1].past - pieces[-1].first > 1):
        return False
    cut = next((i for i, piece in enumerate(pieces) if piece.kind == "preposition"), 0)
    heads = [piece for piece in pieces[:cut] if piece.role is not None and piece.kind == "role"]
    return bool(heads) and heads[-1].role is not None and heads[-1].role.kind in {"office", "agent", "relational"}


def _known(held: persons.Standing) -> bool:
    return held.entry.source == "own"


def _alike(name: str, first: Word, last: Word) -> bool:
    row = words(name)
    return (
        JaroWinkler.similarity(row[0].key, first.key) >= _ALIKE
        and JaroWinkler.similarity(row[-1].key, last.key) >= _ALIKE
    )
