"""Finding the names of places in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from dragoman.places import tables
from dragoman.places.choice import Chosen, Surroundings, choose
from dragoman.places.gazetteer import Candidate, abbreviations, gazetteer
from dragoman.places.mention import PlaceMention
from dragoman.places.names import key
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TOKEN: Final = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|\n\s*\n")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_LINKS: Final = frozenset("of the de la le el al da do du del des di and al-".split())
_LONGEST: Final = 5
_LARGE: Final = 100_000
_PARTS: Final = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern upper lower".split()
)
_OF_COUNTRY: Final = [
    words.split() for words in ("territorial waters", "waters", "coast", "territory", "soil", "airspace")
]
_PLACE_TYPES: Final = frozenset(("GPE", "LOC", "FAC"))
_NAME_TYPES: Final = frozenset(("PER", "ORG", "PERSON", "NORP"))


class Token(NamedTuple):
    """A word or mark, and where it stands."""

    text: str
    start: int
    end: int


class Name(NamedTuple):
    """A name that may be a place's: its tokens, and the places that bear it."""

    first: int
    past: int
    candidates: tuple[Candidate, ...]
    within: str | None
    """The region or country after it, in whose bounds it lies."""


def find(text: str, doc: "Doc | None" = None) -> list[PlaceMention]:
    """Every name of a place in a text, in order; names of persons and organisations are none.

    Args:
        text: any text; offsets count its characters.
        doc: the same text analysed, if it is; its entities then tell places from persons and organisations.
    """
    row = list(_tokens(text))
    kinds = _entity_kinds(doc)
    people = _people(row)
    names = [name for name in _names(row, kinds) if not _is_person(row, name, people)]
    around = _surroundings(names)
    found: list[PlaceMention] = []
    for name in names:
        chosen = choose(name.candidates, around, within=name.within)
        if chosen.place is None and not _is_evident(row, name):
            continue
        span = Span(row[name.first].start, row[name.past - 1].end)
        found.append(_mention(span.of(text), span, chosen))
    return found


def locate(text: str, spans: Sequence[Span]) -> list[PlaceMention]:
    """Which places the words at these spans mean, one mention for each, in their order; adjectives count as countries.

    Args:
        text: any text.
        spans: where in it others found names of places, none overlapping.

    Raises:
        SpanInvalid: a span reaches beyond the text.
    """
    row = list(_tokens(text))
    starts = [token.start for token in row]
    names = []
    for span in spans:
        words = span.of(text)
        first = min(bisect_left(starts, span.start), len(row) - 1)
        past = max(bisect_left(starts, span.end), first + 1)
        within, _ = _within(row, past)
        named = any(char.isupper() for char in words)
        names.append(Name(first, past, gazetteer().candidates(words, adjectives=True) if named else (), within))
    around = _surroundings(names)
    found = []
    for span, name in zip(spans, names, strict=True):
        chosen = choose(name.candidates, around, within=name.within)
        found.append(_mention(span.of(text), span, chosen))
    return found


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        word, end = match.group(), match.end()
        if bare := _POSSESSIVE.sub("", word):
            yield Token(bare, match.start(), match.start() + len(bare))
            if bare != word:
                yield Token(word[len(bare) :], match.start() + len(bare), end)


def _entity_kinds(doc: "Doc | None") -> list[tuple[int, int, str]]:
    """Start, end and type of each entity."""
    return [] if doc is None else [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


def _names(row: Sequence[Token], kinds: Sequence[tuple[int, int, str]]) -> Iterator[Name]:
    """The names that may be places', from left to right, the longest first."""
    known = gazetteer()
    at = 0
    while at < len(row):
        past = at
        if area := _area(row, at):
            yield area
            at = area.past
            continue
        if not row[at].text[0].isupper():
            at += 1
            continue
        for length in range(_longest(row, at), 0, -1):
            if not row[at + length - 1].text[0].isupper():
                continue
            words = row[at : at + length]
            candidates = known.candidates(_joined(words))
            if candidates and _is_place(row, at, at + length, candidates, kinds):
                past = at + length
                within, past_within = _within(row, past)
                yield Name(at, past, candidates, within)
                past = past_within if within is not None and _is_short(row, past) else past
                break
        at = max(past, at + 1)


def _people(row: Sequence[Token]) -> frozenset[str]:
    """Words that somewhere in the text end a person's name, after a title or a first name."""
    lists = tables.words()
    found = set()
    for before, word in pairwise(row):
        if not word.text[0].isupper() or not word.text.isalpha() or before.text.isupper():
            continue
        if before.text in lists["title"] or key(before.text) in lists["first_name"]:
            found.add(word.text)
    return frozenset(found)


def _is_person(row: Sequence[Token], name: Name, people: frozenset[str]) -> bool:
    """Whether a single word is a person's name elsewhere in the text, and no country's here."""
    one = name.past - name.first == 1 and row[name.first].text in people
    return one and name.within is None and all(place.kind != "country" for place in name.candidates)


def _area(row: Sequence[Token], at: int) -> Name | None:
    """Part of a country or region (`eastern Libya`), or what is a country's (`Libyan territorial waters`)."""
    known = gazetteer()
    if row[at].text.lower() in _PARTS:
        for length in (3, 2, 1):
            words = row[at + 1 : at + 1 + length]
            if len(words) < length or not (words[0].text[0].isupper() and words[-1].text[0].isupper()):
                continue
            whole = _joined(words)
            listed = known.others.get(key(f"{row[at].text} {whole}"))
            found = listed or [place for place in known.candidates(whole) if place.kind in {"country", "region"}]
            if found:
                name = f"{row[at].text.lower()} {whole}"
                parts = tuple(place if listed else place._replace(name=name, kind="part") for place in found)
                return Name(at, at + 1 + length, parts, None)
    countries = known.adjectives.get(key(row[at].text)) if row[at].text[0].isupper() else None
    for nouns in _OF_COUNTRY if countries else ():
        if [token.text for token in row[at + 1 : at + 1 + len(nouns)]] == nouns:
            name = " ".join((row[at].text, *nouns))
            parts = tuple(place._replace(name=name, kind="part") for place in countries or ())
            return Name(at, at + 1 + len(nouns), known.candidates(name) or parts, None)
    return None


def _longest(row: Sequence[Token], at: int) -> int:
    """How many tokens a name that begins here may take in."""
    length = 1
    while length < _LONGEST and at + length < len(row):
        token = row[at + length]
        if not (token.text[0].isupper() or token.text in _LINKS or token.text in {"-", "."}):
            break
        if token.text == "." and row[at + length - 1].text not in {"St", "Ft", "Mt"}:
            break
        length += 1
    return length


def _joined(words: Sequence[Token]) -> str:
    return " ".join(word.text for word in words)


def _is_place(
    row: Sequence[Token],
    first: int,
    past: int,
    candidates: Sequence[Candidate],
    kinds: Sequence[tuple[int, int, str]],
) -> bool:
    """Whether the words around a name let it be a place's, rather than a person's or an organisation's."""
    label = next((kind for start, end, kind in kinds if start < row[past - 1].end and row[first].start < end), None)
    if label in _NAME_TYPES:
        return False
    lists = tables.words()
    best = max(candidates, key=lambda place: place.population)
    large = best.kind != "city" or best.population >= _LARGE or best.capital
    before = row[first - 1].text if first else ""
    after = row[past].text if past < len(row) else ""
    name = key(_joined(row[first:past]))
    if past - first == 1 and (len(name) < 3 and not name.isupper() and row[first].text not in {"US", "UK"}):
        return False
    if label in _PLACE_TYPES:
        return True
    if before in lists["title"] or (before == "." and first > 1 and row[first - 2].text in lists["title"]):
        return False
    if after in lists["organisation"]:
        return False
    if name in lists["common"] and best.kind != "country":
        return False
    opens = _opens_sentence(row, first)
    located = before.lower() in lists["locative"] or _within(row, past)[0] is not None
    if after and after[0].isupper() and after not in lists["head"] and not after.isupper() and best.kind != "country":
        return False
    capital_before = (
        before[:1].isupper() and not _opens_sentence(row, first - 1) and before.lower() not in lists["locative"]
    )
    if capital_before and before not in lists["head"]:
        return best.kind == "country" and not _is_given_name(before)
    if name in lists["first_name"] and not located and best.kind != "country":
        return False
    if large:
        return not (opens and best.kind == "city" and not located and best.population < _LARGE * 3 and after != ",")
    return located and not (opens and name in lists["common"])


def _is_given_name(before: str) -> bool:
    """Whether the capitalised word before a country's name reads as somebody's first name."""
    return before.isalpha() and not before.isupper() and before.lower() not in tables.words()["locative"]


def _opens_sentence(row: Sequence[Token], at: int) -> bool:
    if at <= 0:
        return True
    before = row[at - 1].text
    return before in {".", "!", "?", '"', "“", ":"} or before.startswith("\n")


def _within(row: Sequence[Token], past: int) -> tuple[str | None, int]:
    """The region or country that follows a name after a comma, and where it ends: `Paris, Texas`."""
    if past + 1 >= len(row) or row[past].text != ",":
        return None, past
    following = row[past + 1]
    short = abbreviations().get(following.text.removesuffix("."))
    if short is not None:
        return short, past + 2
    for length in (3, 2, 1):
        words = row[past + 1 : past + 1 + length]
        if len(words) == length and words[0].text[0].isupper() and words[-1].text[0].isupper():
            for place in gazetteer().candidates(_joined(words)):
                if place.kind in {"country", "region"}:
                    return (place.country or "") if place.kind == "country" else place.name, past + 1 + length
    return None, past


def _is_short(row: Sequence[Token], past: int) -> bool:
    """Whether the region that follows is abbreviated, and so no mention of its own."""
    return past + 1 < len(row) and row[past + 1].text.removesuffix(".") in abbreviations()


def _surroundings(names: Sequence[Name]) -> Surroundings:
    """What the text speaks of: places that are certain first, then those that these make likely."""
    around = Surroundings()
    for name in names:
        chosen = choose(name.candidates, Surroundings(), within=name.within)
        if chosen.place is None:
            continue
        large = chosen.place.kind in {"country", "region"}
        if large or chosen.margin >= 1 or name.within is not None:
            around.add(chosen.place, 1.5 if large else 1.0)
    settled = Surroundings()
    for name in names:
        chosen = choose(name.candidates, around, within=name.within)
        if chosen.place is not None:
            settled.add(chosen.place, 1.0 if chosen.margin >= 0.5 else 0.3)
    return settled


def _is_evident(row: Sequence[Token], name: Name) -> bool:
    """Whether a name that cannot be told is a place all the same."""
    before = row[name.first - 1].text.lower() if name.first else ""
    return before in tables.words()["locative"]


def _mention(words: str, span: Span, chosen: Chosen) -> PlaceMention:
    return PlaceMention(
        span,
        words,
        None if chosen.place is None else chosen.place.place(chosen.reason),
        tuple(place.place("another place of that name") for place in chosen.others),
        chosen.reason,
    )
