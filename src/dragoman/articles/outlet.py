"""Who published a report, by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.articles import tables
from dragoman.records import Block, Dateline, OutletBasis

_NAME = r"[A-Z\u00c0-\u024f][\w'’&\-]*(?:\.[\w'’&\-]+)*"
_NAMES = re.compile(rf"{_NAME}(?: (?:of|de|du|the|for|and) {_NAME}| {_NAME}){{0,5}}")
_WRITER = re.compile(rf"(?P<outlet>{_NAME}(?: {_NAME}){{0,3}}) (?:Staff |Senior )?(?:Writer|Correspondent|Reporter)s?")
_COPYRIGHT = re.compile(rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?:?\s*(?P<outlet>{_NAME}(?: {_NAME}){{0,3}})")
_SOURCE = re.compile(rf"(?:Source|SOURCE) ?[:|] ?(?P<outlet>{_NAME}(?: {_NAME}){{0,3}})")
_STATE = re.compile(r"(?:(?:The )?(?:Kingdom|Republic|State|Government) of(?: the)? )(.+)", re.IGNORECASE)
_NO_NAMES = frozenset({"photo", "picture", "image", "all", "rights", "reserved", "by"})


_LONGEST_SERVICE_LINE = 60


class Outlet(NamedTuple):
    """Who published a report and how it is known."""

    name: str
    basis: OutletBasis


def find_outlet(text: str, blocks: Sequence[Block], dateline: Dateline | None) -> Outlet | None:
    """The outlet that a report names in its dateline, its credits and bylines, or its letterhead; None where none does.

    An agency is called by the name that the table of agencies has for it; an abbreviation that is not there by the full
    name in a credit or byline whose initials it is.
    """
    named = [name for name in _named(text, blocks) if name.split()[0].lower() not in _NO_NAMES]
    if dateline is not None and dateline.agency is not None:
        return Outlet(_full(dateline.agency, text, blocks, named), "dateline")
    for name in named:
        known = tables.agencies().get(name.lower())
        if known is not None:
            return Outlet(known.name, "credit")
    head = _letterhead(text, blocks)
    if head is not None:
        return Outlet(head, "credit")
    return Outlet(named[0], "credit") if named else None


def _named(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    """The names that stand where an outlet names itself: a byline, a copyright or source line, a picture's credit."""
    of_pictures: list[str] = []
    for block in blocks:
        words = " ".join(block.span.of(text).split())
        if block.kind not in ("byline", "credit", "furniture"):
            continue
        for pattern in (_WRITER, _SOURCE, _COPYRIGHT):
            match = pattern.match(words) if pattern is not _SOURCE else pattern.search(words)
            if match is not None:
                yield match["outlet"].strip()
        if block.kind == "furniture" and len(words) <= _LONGEST_SERVICE_LINE:
            of_pictures += re.split(r" ?[/(),|\-–—] ?", words)
        if block.kind == "byline":
            yield from (part.strip() for part in words.split(",")[1:])
            yield from [words] if words.lower() in tables.agencies() else ()
        if block.kind == "credit":
            of_pictures += re.split(r" ?[/(),\-–—] ?", words)
    yield from (part.strip() for part in of_pictures if part.strip().lower() in tables.agencies())


def _full(agency: str, text: str, blocks: Sequence[Block], named: Sequence[str]) -> str:
    """The name of an agency that a dateline names, perhaps in short or in capitals."""
    known = tables.agencies().get(agency.lower())
    if known is not None:
        return known.name
    around = [block.span.of(text) for block in blocks if block.kind in ("byline", "credit", "furniture")]
    names: list[str] = [*named, *(name for words in around for name in _NAMES.findall(words))]
    for name in names:
        if agency.isupper() and name.lower().startswith(agency.lower()) and not name.isupper():
            return name[: len(agency)]
        if agency.isupper() and len(agency) <= 5 and _abbreviates(agency, name):
            return name
    return agency


def _abbreviates(short: str, name: str) -> bool:
    """Whether a short form is made of a name's initials, or opens with all of them."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(initials) >= 2 and short.startswith(initials)


def _letterhead(text: str, blocks: Sequence[Block]) -> str | None:
    """The institution whose letterhead opens a press release, with its state where that has a line of its own."""
    lines: list[str] = []
    for block in blocks:
        if block.kind == "title":
            break
        if block.kind == "furniture" and block.reason == "letterhead":
            lines.append(" ".join(block.span.of(text).split()))
    if not lines:
        return None
    states = [match[1] for line in lines if (match := _STATE.fullmatch(line))]
    bodies = [line for line in lines if not _STATE.fullmatch(line)]
    if not bodies:
        return lines[0]
    return " of ".join([bodies[0], *states[:1]])
