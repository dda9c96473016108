"""The tables of this stage, in `data/actors`, and those of countries and cities that it shares."""

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, NamedTuple

from dragoman.errors import DataMalformed
from dragoman.tables import rows

SECTORS: Final = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC NGO".split()
)
"""PLOVER's sectors; NGO is a code that it gives where others have a country, and that coders use as a sector."""
NON_STATE: Final = frozenset("IGO UNO EUR NGO ISM IMG MNC".split())
ROLE_KINDS: Final = frozenset(("office", "body", "agent", "thing", "modifier", "relational"))


class Entry(NamedTuple):
    """A name's bearer in one role: a person who held three offices has three of them."""

    id: str
    name: str
    kind: str
    """`country`, `nationals`, `city`, `body`, `group` or `person`."""
    country: str | None
    sectors: tuple[str, ...] = ()
    role: str = ""
    body: str | None = None
    start: date | None = None
    end: date | None = None
    seen: date | None = None
    """The day that the table which has it is of, where it says no more."""
    source: str = "own"
    exact: bool = False
    """Whether only the very spelling counts, capitals included."""


class RoleWord(NamedTuple):
    """A noun of people, offices or bodies, and what it says of the sector."""

    sectors: tuple[str, ...]
    kind: str


def sectors(path: Path, line: int, text: str) -> tuple[str, ...]:
    """The sectors of a field, checked."""
    found = tuple(filter(None, text.split("|")))
    for sector in found:
        if sector not in SECTORS:
            raise DataMalformed(path, line, f"{sector!r} is no sector")
    return found


def country(path: Path, line: int, code: str) -> str | None:
    """The country of a field, checked."""
    if code and code not in NON_STATE and code not in country_codes():
        raise DataMalformed(path, line, f"{code!r} is no country and no code of PLOVER's")
    return code or None


def day(path: Path, line: int, text: str, *, last: bool) -> date | None:
    """A day, month or year as its first or last day."""
    if not text:
        return None
    year, *rest = text.split("-")
    try:
        if len(rest) == 2:
            return date.fromisoformat(text)
        month = int(rest[0]) if rest else (12 if last else 1)
        return date(int(year), month, (31 if month == 12 else 28) if last else 1)
    except ValueError:
        raise DataMalformed(path, line, f"{text!r} is no day, month or year") from None


@cache
def country_codes() -> frozenset[str]:
    """The codes of countries."""
    with as_file(files("dragoman") / "data" / "language" / "countries.csv") as path:
        return frozenset(row["code"] for _, row in rows(path, COUNTRY_COLUMNS))


@cache
def disputed() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Partly recognised entities, which PLOVER codes as the state that claims them, with a sector of their own."""
    with as_file(files("dragoman") / "data" / "actors" / "disputed.csv") as path:
        return {
            row["code"]: (country(path, line, row["country"]) or "", sectors(path, line, row["sectors"]))
            for line, row in rows(path, ("code", "country", "sectors"))
        }


@cache
def common_surnames() -> frozenset[str]:
    """Surnames, as compared, that so many people bear that alone they tell nothing."""
    with as_file(files("dragoman") / "data" / "actors" / "common_surnames.csv") as path:
        return frozenset(row["word"] for _, row in rows(path, ("word",)))


COUNTRY_COLUMNS: Final = ("code", "kind", "name", "aliases", "adjectives", "demonyms", "also_person")
PLACE_COLUMNS: Final = ("kind", "name", "country", "aliases", "also_person")
BODY_COLUMNS: Final = ("country", "sectors", "kind", "start", "end", "names")
PERSON_COLUMNS: Final = ("names", "country", "office", "sectors", "body", "start", "end")
LEADER_COLUMNS: Final = ("name", "country", "office", "sectors", "start", "end", "seen", "source")
ROLE_COLUMNS: Final = ("sectors", "kind", "words")
CHANGE_COLUMNS: Final = ("word", "sectors", "effect")
