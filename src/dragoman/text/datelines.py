"""Datelines: how a wire report opens, and where its first sentence then begins."""

from __future__ import annotations

import re
from typing import NamedTuple

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)"
)
"""The English names of months and their usual short forms; a full stop after these is no part of it."""

_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_WORD = r"(?:[^\W\d_]{2,3}\. )?(?:(?:[^\W\d_]\.){2,}|[^\W\d_](?:[^\W\d_]|[.'’\-](?=\w))*)"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,5}}(?: ?/ ?{_WORD}(?: {_WORD}){{0,3}}){{0,3}}"
_REGION = rf"(?:, (?P<region>(?!{MONTH}\b)[A-Z][\w.’'\-]*(?: [A-Z][\w.’'\-]*){{0,3}}))?"
_DAY = (
    rf"{_WEEKDAY}(?:(?:\d{{1,2}} )?{MONTH}\b\.?(?: \d{{1,2}}(?:st|nd|rd|th)?(?!\d))?(?:,? \d{{4}})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d{2}-\d{2})"
)
_LEAD = r"(?:,|\.| [-–—]+)? ?"
_AGENCY = r"(?:[.,]? ?(?P<mark>[/(\[])(?P<agency>[^/()\[\]\n]{2,40})[/)\]])"
_BARE = r"(?:[.,] ?(?P<bare>[A-Z][\w&.'’\-]*[\w'’](?: [A-Z][\w&'’\-]+){0,3}))"
_DATELINE = re.compile(
    rf" *(?P<place>{_PLACE})(?:{_REGION})"
    rf"(?:{_LEAD}(?P<date>{_DAY}))?(?:{_AGENCY}|(?(date){_BARE}))?(?:{_LEAD}(?P<late>{_DAY}))?"
    r"(?P<end> ?(?:\.|--+|–|—|-|_|:)|(?<=[)\]/]))(?= +\S)"
)
_LONGEST = 240
"""Characters of a text that are looked at."""
_SMALL = frozenset("al da de del di do du el en es la las le los of sur the und upon y".split())


class FoundDateline(NamedTuple):
    """A dateline that a text opens with; all offsets count characters of that text."""

    length: int
    """Of the dateline with the white space after it: where the first sentence goes on, or begins."""
    alone: bool
    """Whether it stands alone, ended by a full stop, and the first sentence begins after it."""
    end: int
    """Where its last character ends."""
    place: tuple[int, int]
    region: tuple[int, int] | None
    """The state or country that is named after the place."""
    agency: tuple[int, int] | None
    date: tuple[int, int] | None


def dateline(text: str, *, first: bool = False) -> FoundDateline | None:
    """The dateline that `text` opens with; None where there is none.

    "ROME, May 2. /AGENCY/." stands alone: it ends in a full stop, and the first sentence begins after it.
    "ROME (Agency) -" does not: it belongs to the sentence that it opens. A place in capitals alone is a dateline
    only before a dash, and a full stop ends one only after a date or an agency; a place not in capitals needs a date.
    After a date and an agency in brackets no mark is needed: "Rome, May 2 (AGENCY) Italy has ...".

    Args:
        text: a paragraph, its white space made plain by `normalise`.
        first: whether it is the paragraph that opens the report. Then "Rome (Agency) -", "Rome, AGENCY -",
            "Rome, 2 May 2011." and "ROME: Talks" are datelines too, which elsewhere are as likely to be something
            else.
    """
    head = text[:_LONGEST]
    match = _DATELINE.match(head)
    if match is None or not _is_place(match, head, first):
        return None
    date = match.span("date") if match["date"] else match.span("late")
    agency = match.span("agency") if match["agency"] else match.span("bare")
    region = match.span("region")
    if _is_agency(match, first):
        agency, region = region, agency
    rest = len(head) - len(head[match.end() :].lstrip(" "))
    return FoundDateline(
        rest,
        match["end"].strip() == ".",
        match.end(),
        match.span("place"),
        _or_none(region),
        _or_none(agency),
        _or_none(date),
    )


def _or_none(span: tuple[int, int]) -> tuple[int, int] | None:
    return None if span[0] < 0 else span


def _is_agency(match: re.Match[str], first: bool) -> bool:
    """Whether what follows the place is no region but an agency: `Rome, ANSA -` opens a report, `ROME, ITALY -` may."""
    told = match["date"] or match["late"] or match["agency"] or match["bare"]
    region = match["region"] or ""
    return first and not told and 3 <= len(region) <= 8 and region.isupper() and not match["place"].isupper()


def _is_place(match: re.Match[str], text: str, first: bool) -> bool:
    """Whether what stands in the place's place is one, by its letters and by what surrounds it."""
    place, end = match["place"], match["end"]
    date = match["date"] or match["late"]
    agency = match["agency"] or match["bare"]
    if len(place) < 3 or (text.isupper() and not (date or agency)):
        return False
    if not end:
        return bool(date and match["agency"])
    if not place.isupper():
        named = all(word[0].isupper() or word in _SMALL for word in re.split(r"[ /]+", place) if word)
        if end.strip() == ".":
            return named and first and bool(date) and date[-4:].isdigit()
        return named and bool(date or (first and match["agency"]) or _is_agency(match, first))
    if date or agency:
        return True
    if end.strip() == ":":
        return first and len(place) > 3 and text[match.end() :].lstrip(" ")[:1].isupper()
    return end.strip() != "." and (end.strip() != "-" or end.startswith(" "))
