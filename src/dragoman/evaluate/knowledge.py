"""What the conversions of entity corpora know about names: places, peoples, organisations, titles, dates.

The lists lie in `dragoman/data/language/*.csv`. They decide how a corpus's own types become ours, in scoring
and in training; no analysis at run time reads them.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from dragoman.errors import DataMalformed

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "calendar": ("word", "kind"),
    "countries": ("code", "kind", "name", "aliases", "adjectives", "demonyms", "also_person"),
    "demonyms": ("form", "kind", "ambiguous"),
    "heads": ("word", "position", "label"),
    "locations": ("kind", "name", "aliases"),
    "organisations": ("name", "aliases"),
    "places": ("kind", "name", "country", "aliases", "also_person"),
    "titles": ("word", "kind"),
}
"""The lists and the columns each must have."""

KINDS: Final[Mapping[str, frozenset[str]]] = {
    "calendar": frozenset(
        (
            "weekday",
            "month",
            "deictic",
            "modifier",
            "ago",
            "unit",
            "number",
            "ordinal",
            "holiday",
            "era",
            "filler",
        )
    ),
    "countries": frozenset(("state", "territory", "disputed", "former")),
    "demonyms": frozenset(("people", "religion", "region")),
    "locations": frozenset(("continent", "region", "desert", "ocean", "sea", "river", "mountains", "island", "space")),
    "places": frozenset(("capital", "city", "region")),
    "titles": frozenset(("honorific", "office", "rank", "noble", "religious", "kin", "portfolio")),
}
"""What the column `kind` of a list may hold."""

_ARTICLE_STAYS = frozenset(("the hague",))
_NOT_IN_NAMES = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The lists, by `key` of the name."""

    political: frozenset[str]
    """States, dependencies, first-level regions, cities: GPE."""
    physical: frozenset[str]
    """Continents, seas, rivers, mountains, islands, regions across states: LOC."""
    persons_too: frozenset[str]
    """Those places whose name people bear as well (Jordan, Florence)."""
    peoples: frozenset[str]
    """Adjectives and names of nations, peoples, religions, inhabitants: NORP."""
    peoples_if_marked: frozenset[str]
    """Those whose form often means other things (Baptist, Karen): NORP only where a corpus marks it."""
    organisations: frozenset[str]
    titles: Mapping[str, str]
    """Words before a person's name, casefolded and without full stop, to their kind."""
    heads: Mapping[tuple[str, str], str]
    """(position `first`, `last`, `any` or `alone`; casefolded word) to the label of a name with it there.

    `NONE` marks a common noun that alone is no name, although writers capitalise it.
    """
    calendar: Mapping[str, frozenset[str]]
    """Kind to words, casefolded."""
    longest: int
    """Most words that a listed place or people has."""


def key(name: str) -> str:
    """What a name is looked up by: case, punctuation and spacing do not count."""
    return _NOT_IN_NAMES.sub(" ", name.casefold()).strip()


@cache
def knowledge() -> Knowledge:
    """Read the lists, once.

    Raises:
        DataMalformed: a list has other columns than `COLUMNS`, an unknown kind, or an empty name.
    """
    countries, places = list(rows("countries")), list(rows("places"))
    peoples = list(rows("demonyms"))
    political = _keys(countries, "name", "aliases") | _keys(places, "name", "aliases")
    sure = _keys((r for r in peoples if not r["ambiguous"]), "form") | (
        _keys(countries, "adjectives", "demonyms") - political
    )
    physical = _keys(rows("locations"), "name", "aliases") - political
    calendar: dict[str, set[str]] = {}
    for row in rows("calendar"):
        calendar.setdefault(row["kind"], set()).add(row["word"])
    everything = political | physical | sure
    return Knowledge(
        political=political,
        physical=physical,
        persons_too=_keys((r for r in (*countries, *places) if r["also_person"]), "name", "aliases"),
        peoples=sure,
        peoples_if_marked=_keys((r for r in peoples if r["ambiguous"]), "form"),
        organisations=_keys(rows("organisations"), "name", "aliases"),
        titles={row["word"]: row["kind"] for row in rows("titles")},
        heads={(row["position"], row["word"]): row["label"] for row in rows("heads")},
        calendar={kind: frozenset(words) for kind, words in calendar.items()},
        longest=max(name.count(" ") + 1 for name in everything),
    )


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one list of `COLUMNS`, checked."""
    with as_file(files("dragoman") / "data" / "language" / f"{name}.csv") as path:
        yield from _checked(path, COLUMNS[name], KINDS.get(name))


def _checked(path: Path, columns: Sequence[str], kinds: frozenset[str] | None) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, strict=True)
        for row in reader:
            if reader.line_num == 1:
                if tuple(row) != tuple(columns):
                    raise DataMalformed(path, 1, f"the columns are {row}, not {list(columns)}")
                continue
            if len(row) != len(columns):
                raise DataMalformed(path, reader.line_num, f"{len(row)} fields, not {len(columns)}")
            record = dict(zip(columns, row, strict=True))
            if kinds is not None and record["kind"] not in kinds:
                raise DataMalformed(path, reader.line_num, f"unknown kind {record['kind']!r}")
            if not all(value == value.strip() for value in row) or not (record.get("name") or row[0]):
                raise DataMalformed(path, reader.line_num, "an empty name or a field with outer spaces")
            yield record


def _keys(records: Iterable[Mapping[str, str]], *columns: str) -> frozenset[str]:
    """The keys of the names in these columns, without articles but for those in `_ARTICLE_STAYS`."""
    names = (name for record in records for column in columns for name in record[column].split("|") if name)
    keys = {key(name) for name in names}
    return frozenset(name if name in _ARTICLE_STAYS else name.removeprefix("the ") for name in keys)
