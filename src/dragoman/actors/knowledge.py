"""What this stage knows: who bears a name, and what nouns say; read once, when it is first needed."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from dragoman.actors import tables
from dragoman.actors.names import is_acronym, key, skeleton
from dragoman.actors.tables import Entry, RoleWord
from dragoman.errors import DataMalformed
from dragoman.tables import rows

_LONGEST: Final = 9
"""The most words that a known name has."""
WHOLE: Final = "~"
"""Before a name in the table of persons: nobody means them by the surname alone."""
_IRREGULAR: Final = {"man": "men", "woman": "women", "child": "children", "person": "persons", "people": "people"}


@dataclass(slots=True)
class Knowledge:
    """Names and nouns by how they are compared (`names.key`)."""

    names: dict[str, list[Entry]] = field(default_factory=dict)
    surnames: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    """Persons by the last word of their names."""
    full: list[tuple[str, str, Entry]] = field(default_factory=list)
    """Persons with the first and the last word of their names."""
    sounds: dict[str, list[Entry]] = field(default_factory=dict)
    """Persons by the skeletons of these two words; filled when first needed."""
    roles: dict[str, RoleWord] = field(default_factory=dict)
    modifiers: dict[str, RoleWord] = field(default_factory=dict)
    changes: dict[str, tuple[tuple[str, ...], str]] = field(default_factory=dict)
    country_names: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Countries' adjectives, as compared."""
    bodies: dict[str, list[Entry]] = field(default_factory=dict)
    spoken: dict[str, list[tuple[str, list[Entry]]]] = field(default_factory=dict)
    """Surnames of the widely known by how they sound; filled when first needed."""

    def add(self, name: str, entry: Entry) -> None:
        """Let a name mean an entry too."""
        self.names.setdefault(key(name), []).append(entry)

    def sounding(self, first: str, last: str) -> list[Entry]:
        """The persons whose first and last names sound so."""
        if not self.sounds:
            for own, surname, entry in self.full:
                self.sounds.setdefault(f"{skeleton(own)} {skeleton(surname)}", []).append(entry)
        return self.sounds.get(f"{skeleton(first)} {skeleton(last)}", [])

    def longest(self) -> int:
        """The most words that a name is looked for with."""
        return _LONGEST


@cache
def knowledge() -> Knowledge:
    """All that the tables hold.

    Raises:
        DataMalformed: a table is not as its format says.
    """
    known = Knowledge()
    with as_file(files("dragoman") / "data") as folder:
        _countries(known, folder / "language" / "countries.csv")
        _peoples(known, folder / "actors" / "peoples.csv")
        _cities(known, folder / "language" / "places.csv")
        _towns(known, folder / "actors" / "towns.csv")
        _bodies(known, folder / "actors" / "bodies.csv")
        _persons(known, folder / "actors" / "persons.csv")
        _leaders(known, folder / "actors" / "leaders.csv")
        _roles(known, folder / "actors" / "roles.csv")
        _changes(known, folder / "actors" / "changes.csv")
    return known


def _split(text: str) -> Iterator[str]:
    return (part for part in text.split("|") if part)


def _countries(known: Knowledge, path: Path) -> None:
    for _, row in rows(path, tables.COUNTRY_COLUMNS):
        code, extra = tables.disputed().get(row["code"], (row["code"], ()))
        known.country_names.setdefault(code, row["name"])
        own = Entry(row["code"], row["name"], "country", code, extra)
        for name in (row["name"], *_split(row["aliases"])):
            known.add(name, own._replace(exact=is_acronym(name)))
        for name in _split(row["adjectives"]):
            known.add(name, own._replace(kind="adjective"))
            known.adjectives[code].append(key(name))
        for name in _split(row["demonyms"]):
            if name not in row["adjectives"].split("|"):
                known.add(name, own._replace(kind="nationals"))


def _peoples(known: Knowledge, path: Path) -> None:
    """Peoples and inhabitants of regions, who tell a country as an adjective does."""
    for line, row in rows(path, ("form", "country")):
        code = tables.country(path, line, row["country"])
        entry = Entry(f"{code}:{key(row['form'])}", row["form"], "adjective", code)
        known.add(row["form"], entry)
        known.add(f"{row['form']}s", entry._replace(kind="nationals"))


def _cities(known: Knowledge, path: Path) -> None:
    for _, row in rows(path, tables.PLACE_COLUMNS):
        kind = row["kind"]
        sectors = ("GOV",) if kind == "capital" else ("CVL",) if kind == "city" else ()
        code, _ = tables.disputed().get(row["country"], (row["country"], ()))
        entry = Entry(f"{code}:{row['name']}", row["name"], kind, code, sectors)
        for name in (row["name"], *_split(row["aliases"])):
            if key(name) not in known.names:
                known.add(name, entry)


def _towns(known: Knowledge, path: Path) -> None:
    for _, row in rows(path, ("name", "country")):
        name = key(row["name"])
        if name not in known.names:
            code, _ = tables.disputed().get(row["country"], (row["country"], ()))
            known.names[name] = [Entry(f"{code}:{row['name']}", row["name"], "city", code, ("CVL",))]


def _bodies(known: Knowledge, path: Path) -> None:
    for line, row in rows(path, tables.BODY_COLUMNS):
        names = list(_split(row["names"]))
        if not names or row["kind"] not in {"body", "group"}:
            raise DataMalformed(path, line, "a row needs names, and the kind body or group")
        code = tables.country(path, line, row["country"])
        entry = Entry(
            f"{code or 'INT'}:{key(names[0])}",
            names[0],
            row["kind"],
            code,
            tables.sectors(path, line, row["sectors"]),
            start=tables.day(path, line, row["start"], last=False),
            end=tables.day(path, line, row["end"], last=True),
        )
        known.bodies.setdefault(key(names[0]), []).append(entry)
        for name in names:
            known.add(name, entry._replace(exact=is_acronym(name)))


def _persons(known: Knowledge, path: Path) -> None:
    for line, row in rows(path, tables.PERSON_COLUMNS):
        names = list(_split(row["names"]))
        if not names:
            raise DataMalformed(path, line, "a row needs a name")
        entry = Entry(
            f"person:{key(names[0]).replace(' ', '-')}",
            names[0].removeprefix(WHOLE),
            "person",
            tables.country(path, line, row["country"]),
            tables.sectors(path, line, row["sectors"]),
            row["office"],
            row["body"] or None,
            tables.day(path, line, row["start"], last=False),
            tables.day(path, line, row["end"], last=True),
        )
        for name in names:
            _person(known, name, entry)


def _leaders(known: Knowledge, path: Path) -> None:
    for line, row in rows(path, tables.LEADER_COLUMNS):
        entry = Entry(
            f"person:{key(row['name']).replace(' ', '-')}:{row['country']}",
            row["name"],
            "person",
            row["country"],
            tables.sectors(path, line, row["sectors"]),
            row["office"],
            None,
            tables.day(path, line, row["start"], last=False),
            tables.day(path, line, row["end"], last=True),
            tables.day(path, line, row["seen"], last=True),
            row["source"],
        )
        _person(known, row["name"], entry)


def _person(known: Knowledge, name: str, entry: Entry) -> None:
    only_whole = name.startswith(WHOLE)
    whole = key(name)
    parts = whole.split()
    if len(parts) > 1:
        known.names.setdefault(whole, []).append(entry)
        known.full.append((parts[0], parts[-1], entry))
        if len(parts) > 2:
            known.names.setdefault(f"{parts[0]} {parts[-1]}", []).append(entry)
    if not only_whole:
        known.surnames[parts[-1]].append(entry)


def _roles(known: Knowledge, path: Path) -> None:
    for line, row in rows(path, tables.ROLE_COLUMNS):
        if row["kind"] not in tables.ROLE_KINDS:
            raise DataMalformed(path, line, f"{row['kind']!r} is no kind of noun")
        word = RoleWord(tables.sectors(path, line, row["sectors"]), row["kind"])
        table = known.modifiers if word.kind == "modifier" else known.roles
        for noun in _split(row["words"]):
            table.setdefault(key(noun), word)
            if word.kind != "modifier":
                for plural in _plurals(key(noun)):
                    table.setdefault(plural, word)


def _plurals(noun: str) -> Iterator[str]:
    """The plural of a noun, or of the noun that a phrase is headed by."""
    head, of, rest = noun.partition(" of ")
    first, _, last = head.rpartition(" ")
    ending = next((word for word in _IRREGULAR if last.endswith(word)), None)
    if ending is not None:
        plural = last.removesuffix(ending) + _IRREGULAR[ending]
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        plural = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        plural = last + "es"
    else:
        plural = last + "s"
    yield f"{first} {plural}{of}{rest}".strip()


def _changes(known: Knowledge, path: Path) -> None:
    for line, row in rows(path, tables.CHANGE_COLUMNS):
        if row["effect"] not in {"replaces", "precedes", "none"}:
            raise DataMalformed(path, line, f"{row['effect']!r} is no effect")
        known.changes[key(row["word"])] = (tables.sectors(path, line, row["sectors"]), row["effect"])
