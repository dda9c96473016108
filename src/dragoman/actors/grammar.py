"""Reading bodies, countries and kinds of people: a grammar of head and complement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dragoman.actors import persons
from dragoman.actors.context import ActorContext
from dragoman.actors.knowledge import Knowledge
from dragoman.actors.names import Word
from dragoman.actors.resolution import Resolution
from dragoman.actors.scan import Piece
from dragoman.actors.tables import NON_STATE, RoleWord
from dragoman.records import Actor

COUNTRIES: Final = ("country", "adjective", "nationals")
PLACES: Final = ("capital", "city", "region")
_GENERIC: Final = frozenset((("GOV",), ("MIL",), ("UAF",), ("CVL",), ("REB",), ("PRM",)))
"""What nouns of people say less of than the body they are of: `CIA officials`, `Boko Haram gunmen`."""
_ABROAD: Final = frozenset("ambassador envoy emissary representative diplomat mediator consul negotiator".split())
"""What is sent `to` a country or `for` it belongs to another."""
_BELONGING: Final = frozenset(("of", "for", "in", "from", "at"))
_QUANTITIES: Final = frozenset(
    "several some many most one two three four five six all both dozens hundreds thousands scores number none half "
    "part handful couple few majority minority rest largest".split()
)
_LEADERS: Final = frozenset(("leader", "leaders", "leadership"))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Reads phrases without persons, as of a day, within an article."""

    known: Knowledge
    day: date | None
    context: ActorContext | None

    def read(self, pieces: Sequence[Piece], row: Sequence[Word]) -> Resolution | None:
        """What the words before the first preposition are the head of, the rest its complement."""
        cut = next((i for i, piece in enumerate(pieces) if piece.kind == "preposition" and i), len(pieces))
        head, rest = _first_of_several(pieces[:cut], row), pieces[cut + 1 :]
        if all(piece.kind in {"other", "preposition"} for piece in head) and rest:
            counted = row[head[-1].first].key in _QUANTITIES
            return self.read(rest, row) if counted and any(piece.kind != "other" for piece in rest) else None
        link = row[pieces[cut].first].key if cut < len(pieces) else ""
        found = self._headed(head, row, link, self.read(rest, row) if rest else None)
        return self._changed(found, head, row)

    def _headed(
        self, head: Sequence[Piece], row: Sequence[Word], link: str, rest: Resolution | None
    ) -> Resolution | None:
        """What the last noun, or the last name of a body, of the head makes of it."""
        noun = next((piece for piece in reversed(head) if piece.role is not None and piece.kind == "role"), None)
        body = next((piece for piece in reversed(head) if piece.is_of("body", "group")), None)
        entity = None
        if body is not None and not _is_longer(body, head, row):
            entity = self._body(body, self.country(head), row)
            if entity is not None and entity.country in NON_STATE and body.role is not None and self.country(head):
                noun, entity = noun or body, None  # `the Russian Security Council` is not that of the United Nations
        if noun is None or noun.role is None:
            return entity or self._national(head, row) or self._modified(head, row, rest)
        if entity is not None:
            return _of_entity(entity, noun.role, text_of(row, noun))
        return self._of_noun(noun, noun.role, head, row, link, rest)

    def _of_noun(
        self,
        noun: Piece,
        role: RoleWord,
        head: Sequence[Piece],
        row: Sequence[Word],
        link: str,
        rest: Resolution | None,
    ) -> Resolution | None:
        """People, an office or a body by a noun: its sectors, or its complement's; the country from either."""
        country = self.country(head)
        why = f"{text_of(row, noun)}: {_shown(role)}"
        if country is None and rest is not None and not _sent_abroad(row, noun, link):
            country = rest.country
        sectors = role.sectors
        if role.kind == "relational" and rest is not None and link in _BELONGING:
            sectors = rest.sectors if link != "in" else ()
            why = f"{text_of(row, noun)} of {rest.reason}"
        elif not sectors and row[noun.past - 1].key in _LEADERS and country is not None and country not in NON_STATE:
            sectors = ("GOV",)
        elif rest is not None and rest.actor is not None and sectors in _GENERIC and link == "of":
            sectors = rest.sectors or sectors
        if country in NON_STATE and sectors == ("GOV",):
            sectors = rest.sectors if rest is not None and rest.country == country else ()
        if not sectors and rest is None:
            sectors = _last_sectors(head[: head.index(noun)])
        if country is None and not sectors:
            return None
        named = f"; {self.known.country_names.get(country, country)} by the words" if country else ""
        return Resolution(None, country, sectors, why + named, confidence=0.8 if country else 0.6)

    def _modified(self, head: Sequence[Piece], row: Sequence[Word], complement: Resolution | None) -> Resolution | None:
        """A head noun that nobody listed, with an adjective that tells a sector, or a complement that does."""
        told = next((piece for piece in reversed(head) if piece.kind == "modifier" and piece.role), None)
        if told is not None and told.role is not None:
            country = self.country(head) or (complement.country if complement else None)
            return Resolution(None, country, told.role.sectors, f"{text_of(row, told)}: {_shown(told.role)}", (), 0.5)
        if complement is not None and complement.sectors and not any(piece.kind == "unknown" for piece in head):
            return replace(complement, actor=None, reason=f"something of {complement.reason}", confidence=0.4)
        return None

    def _body(self, piece: Piece, country: str | None, row: Sequence[Word]) -> Resolution | None:
        entries = [entry for entry in piece.entries if entry.kind in {"body", "group"}]
        found = persons.ranked(entries, self.day)
        hints = self._hints(country)
        found = [held for held in found if held.entry.country in hints] or found
        best = found[0]
        if any(h.state == best.state and h.entry.country != best.entry.country for h in found[1:]):
            return None
        outside = "" if best.state else f", though {best.why}"
        return Resolution(
            persons.actor(best),
            best.entry.country,
            best.entry.sectors,
            f"{text_of(row, piece)}: {best.entry.name}{outside}",
            tuple(persons.actor(held) for held in found[1:4]),
            0.95 if best.state >= persons.SEEN else 0.7,
        )

    def _hints(self, country: str | None) -> set[str | None]:
        """The countries that the phrase or the article is about."""
        if country is not None:
            return {country}
        if self.context is None:
            return set()
        named = {remembered.resolution.country for remembered in self.context.mentions}
        return {self.context.country} if self.context.country else named - {None}

    def _national(self, head: Sequence[Piece], row: Sequence[Word]) -> Resolution | None:
        """A country, its people, or a city that stands for government or inhabitants."""
        if any(piece.kind == "unknown" for piece in head) and not any(piece.is_of("adjective") for piece in head):
            return None
        named = [piece for piece in head if piece.is_of(*COUNTRIES, *PLACES)]
        if not named:
            return None
        piece = named[-1]
        entry = next(entry for entry in piece.entries if entry.kind in (*COUNTRIES, *PLACES))
        sectors = entry.sectors
        extra = [sector for other in head if other.kind == "modifier" and other.role for sector in other.role.sectors]
        whole = Actor(entry.country or "", self.known.country_names.get(entry.country or "", ""), "country")
        alone = entry.kind in {"country", "capital"} and piece is head[-1]
        why = {
            "capital": "the capital stands for the government",
            "city": "a city stands for those who live there",
            "region": "a region; the country by it",
            "nationals": "people of the country",
            "adjective": "the country by its adjective",
        }.get(entry.kind, "the country by name")
        return Resolution(
            replace(whole, country=entry.country) if alone and entry.country and whole.name else None,
            entry.country,
            tuple(dict.fromkeys((*sectors, *extra))),
            f"{text_of(row, piece)}: {why}",
            confidence=0.95 if entry.kind == "country" else 0.6,
        )

    def country(self, pieces: Sequence[Piece]) -> str | None:
        """The country that pieces name, the first by adjective or name, else by a city."""
        for kinds in (COUNTRIES, PLACES):
            for piece in pieces:
                if piece.is_of(*kinds) and not piece.is_of("body", "group", "person"):
                    return next(entry.country for entry in piece.entries if entry.kind in kinds)
        return None

    def _changed(self, found: Resolution | None, head: Sequence[Piece], row: Sequence[Word]) -> Resolution | None:
        """`former`, `rebel`, `opposition` and the like before a noun."""
        if found is None:
            return None
        for piece in head:
            if piece.kind != "change" or not piece.sectors:
                continue
            if piece.effect == "replaces":
                reason = f"{found.reason}; {text_of(row, piece)}, so of the elite"
                return replace(found, actor=None, sectors=piece.sectors, reason=reason)
            kept = [sector for sector in found.sectors if sector not in {"MIL", "UAF", *piece.sectors}]
            reason = f"{found.reason}; {text_of(row, piece)}"
            return replace(found, sectors=(*piece.sectors, *kept), reason=reason)
        return found


def _first_of_several(head: Sequence[Piece], row: Sequence[Word]) -> Sequence[Piece]:
    """The first of several that are named side by side, each with a country of its own."""
    for at, piece in enumerate(head):
        both = piece.kind == "other" and row[piece.first].key == "and"
        if both and all(any(one.is_of(*COUNTRIES) for one in side) for side in (head[:at], head[at + 1 :])):
            return head[:at]
    return head


def _of_entity(entity: Resolution, role: RoleWord, text: str) -> Resolution:
    """People or offices of a body: the body's sectors, unless the noun says more."""
    sectors = entity.sectors
    if role.kind == "thing" and role.sectors:
        sectors = entity.sectors or role.sectors
    elif role.sectors and role.kind != "relational" and (role.sectors not in _GENERIC or not sectors):
        sectors = role.sectors
    if entity.country in NON_STATE and sectors == ("GOV",) and entity.sectors != ("GOV",):
        sectors = ()
    return Resolution(
        entity.actor if role.kind == "relational" and not role.sectors and text in {"forces", "force"} else None,
        entity.country,
        sectors,
        f"{text} of {entity.reason}",
        confidence=entity.confidence - 0.1,
    )


def _is_longer(body: Piece, head: Sequence[Piece], row: Sequence[Word]) -> bool:
    """Whether a body's name only ends a longer one, as in `Peace and Security Council`."""
    at = head.index(body)
    before = head[at - 1] if at else None
    if before is not None and before.kind == "other" and row[before.first].key == "and" and at > 1:
        before = head[at - 2]
    return before is not None and before.kind == "unknown"


def _last_sectors(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The sectors of the last noun that has any: `the company board`."""
    told = (piece.role.sectors for piece in reversed(pieces) if piece.kind in {"role", "modifier"} and piece.role)
    return next((sectors for sectors in told if sectors), ())


def _sent_abroad(row: Sequence[Word], noun: Piece, link: str) -> bool:
    return link in {"to", "for"} and row[noun.past - 1].key in _ABROAD


def _shown(role: RoleWord) -> str:
    return " and ".join(role.sectors) + " by the noun" if role.sectors else "the noun tells no sector"


def text_of(row: Sequence[Word], piece: Piece) -> str:
    """The words of a piece."""
    return " ".join(word.text for word in row[piece.first : piece.past])
