"""The tables of this stage, in `data/articles`: read once, when they are first needed."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from dragoman.errors import DataInvalid


class Furniture(NamedTuple):
    """Lines of one sort that pages add."""

    reason: str
    lines: re.Pattern[str]
    edges: bool
    """Whether they count before and after the report's text only."""


class Captions(NamedTuple):
    """How captions speak."""

    openings: re.Pattern[str]
    marks: re.Pattern[str]
    phrases: re.Pattern[str]
    desks: frozenset[str]


class Agency(NamedTuple):
    """A news agency."""

    name: str
    aliases: tuple[str, ...]
    since: date | None
    """The first day of its name."""


@cache
def furniture() -> tuple[Furniture, ...]:
    """Every sort of furniture, in the table's order.

    Raises:
        DataInvalid: the table has another form.
    """
    name = "furniture.yaml"
    found = []
    for row in _list(name, _load(name)):
        _check(name, row, {"reason", "lines"}, {"where"})
        if row.get("where", "edges") != "edges":
            raise DataInvalid(f"{name}: {row['reason']}", f"where can be edges alone, not {row['where']!r}")
        found.append(Furniture(row["reason"], _joined(name, row["reason"], row["lines"]), "where" in row))
    return tuple(found)


@cache
def labels() -> Mapping[str, re.Pattern[str]]:
    """What announces a related headline, an offer of the page, a caption or a credit, at the start of a line.

    Raises:
        DataInvalid: the table has another form.
    """
    return _patterns("labels.yaml", ("related", "offer", "caption", "credit"))


@cache
def bylines() -> Mapping[str, re.Pattern[str]]:
    """Whole lines that say who wrote (`byline`) or made (`credit`) a report.

    Raises:
        DataInvalid: the table has another form.
    """
    return _patterns("bylines.yaml", ("byline", "credit"), flags=0)


@cache
def captions() -> Captions:
    """How captions speak.

    Raises:
        DataInvalid: the table has another form.
    """
    name = "captions.yaml"
    table = _load(name)
    _check(name, table, {"openings", "marks", "phrases", "desks"}, set())
    openings, marks, phrases = (_joined(name, key, table[key]) for key in ("openings", "marks", "phrases"))
    return Captions(openings, marks, phrases, frozenset(table["desks"]))


@cache
def agencies() -> Mapping[str, Agency]:
    """Every agency under each of its names, in lower case.

    Raises:
        DataInvalid: the table has another form, or two agencies share a name.
    """
    name = "agencies.yaml"
    found: dict[str, Agency] = {}
    for row in _list(name, _load(name)):
        _check(name, row, {"name", "aliases"}, {"since"})
        agency = Agency(row["name"], tuple(row["aliases"]), row.get("since"))
        for key in {agency.name.lower(), *(alias.lower() for alias in agency.aliases)}:
            if found.setdefault(key, agency) is not agency:
                raise DataInvalid(f"{name}: {agency.name}", f"{key!r} names {found[key].name} already")
    return found


def _load(name: str) -> Any:
    import yaml

    path = files("dragoman") / "data" / "articles" / name
    try:
        return yaml.safe_load(path.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise DataInvalid(str(path), str(error)) from error


def _list(name: str, table: Any) -> list[Any]:
    if not isinstance(table, list):
        raise DataInvalid(name, "a list is needed")
    return table


def _check(name: str, row: Any, needed: set[str], allowed: set[str]) -> None:
    if not isinstance(row, dict) or not needed <= set(row) <= needed | allowed:
        raise DataInvalid(f"{name}: {row!r:.80}", f"it needs exactly {', '.join(sorted(needed))}")


def _patterns(name: str, keys: tuple[str, ...], flags: int = re.IGNORECASE) -> dict[str, re.Pattern[str]]:
    table = _load(name)
    _check(name, table, set(keys), set())
    return {key: _joined(name, key, table[key], flags) for key in keys}


def _joined(name: str, key: str, lines: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """One pattern of many; each is tried alone first, so that an error names it."""
    lines = list(lines)
    for line in lines:
        try:
            re.compile(line, flags)
        except (re.error, TypeError) as error:
            raise DataInvalid(f"{name}: {key}: {line!r:.60}", str(error)) from error
    return re.compile("|".join(f"(?:{line})" for line in lines), flags)
