"""Reading a phrase: a person, else what the grammar makes of it, else what the article has told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.actors import persons
from dragoman.actors.grammar import COUNTRIES, Grammar, text_of
from dragoman.actors.names import Word, words
from dragoman.actors.people import People
from dragoman.actors.resolution import Resolution
from dragoman.actors.scan import Piece, scan

_DEPENDENT: Final = frozenset("led backed brokered sponsored funded occupied held supported controlled trained".split())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads phrases as of a day, within an article."""

    grammar: Grammar
    people: People

    def read(self, phrase: str) -> Resolution | None:
        """Who a phrase without apposition means."""
        row = words(phrase)
        if not row:
            return None
        if (
            self.grammar.context is not None
            and (full := self.grammar.context.acronyms.get(row[-1].text))
            and len(row) < 3
        ):
            row = words(full)
        pieces = _independent(scan(self.grammar.known, row, self.grammar.day), row)
        person = self.people.named_in(pieces, row)
        if person is not None:
            return person
        found = self.grammar.read(pieces, row)
        if found is None or (found.actor is None and found.country is None):
            return self._described(row, pieces, found) or found
        return found

    def pronoun(self, text: str) -> Resolution | None:
        """The person whom the article named last."""
        for remembered in self.grammar.context.latest() if self.grammar.context else ():
            found = remembered.resolution
            if found.actor is not None and found.actor.kind == "person":
                return replace(found, reason=f"{text!r}: the person named last, {found.actor.name}", confidence=0.5)
        return None

    def named(self, name: str, stated: Resolution | None) -> Resolution | None:
        """Somebody whom nobody listed, with the role that the article states of them."""
        row = words(name)
        if stated is None or not 1 < len(row) < 6 or not all(word.text[0].isupper() for word in row):
            return stated
        return self.people.new(name.strip(), stated.country, stated.sectors, "", stated.reason)

    def _described(self, row: Sequence[Word], pieces: Sequence[Piece], found: Resolution | None) -> Resolution | None:
        """What `the ministry` means in the article, or whose `soldiers` are."""
        if self.grammar.context is None:
            return None
        nouns = [text_of(row, piece).lower() for piece in pieces if piece.kind == "role"]
        if nouns and row[0].key in {"the", "this", "that"}:
            for remembered in self.grammar.context.latest():
                said = remembered.phrase.lower()
                office = remembered.resolution.actor.role if remembered.resolution.actor else None
                ends = said.endswith(nouns[-1])
                if ends or (office is not None and nouns[-1] in office.name.lower()):
                    reason = f"{nouns[-1]}: {remembered.phrase}, named before in the article"
                    return replace(remembered.resolution, reason=reason, confidence=0.6)
        if nouns and self.grammar.context.country is not None:
            for adjective in self.grammar.known.adjectives.get(self.grammar.context.country, ()):
                entries = self.grammar.known.names.get(f"{adjective} {nouns[-1]}")
                ranked = persons.ranked(entries or (), self.grammar.day)
                held = ranked[0] if ranked else None
                if held is not None and held.state >= persons.SEEN and held.entry.kind in {"body", "group"}:
                    reason = f"{nouns[-1]}: {held.entry.name}, of the country that the article is about"
                    return Resolution(persons.actor(held), held.entry.country, held.entry.sectors, reason, (), 0.6)
        if found is not None and self.grammar.context.country is not None:
            reason = f"{found.reason}; the country is the article's"
            return replace(found, country=self.grammar.context.country, reason=reason, confidence=0.4)
        return None


def _independent(pieces: Sequence[Piece], row: Sequence[Word]) -> list[Piece]:
    """The pieces without countries that only back or lead what the phrase names: `Turkish-backed`, `US-led`."""
    kept: list[Piece] = []
    for piece in pieces:
        names = kept and kept[-1].is_of(*COUNTRIES, "body", "group")
        if piece.kind == "other" and row[piece.first].key in _DEPENDENT and names:
            kept.pop()
            continue
        kept.append(piece)
    return kept
