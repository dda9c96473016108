"""Dates as people and machines write them whole: `2019-04-06T10:00:00Z`, `6 April 2019`, `04/06/2019`, `April 2019`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal, NamedTuple

from dragoman.text.datelines import MONTH

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = r"(?:(?:T|,? (?:at |\| ?|- )?)\d{1,2}(?:[:.]\d{2}|h\d{0,2}).*)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{0,2} )?"
_FORMS = tuple(
    re.compile(rf"{_WEEKDAY}{form}{_CLOCK}", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<name>{MONTH})(?:[.,]{{0,2}}[ -]| ?, ?)(?P<year>\d{{4}})",
        rf"(?P<name>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4}|\d{2})",
        r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<year>\d{4}|\d{2})",
        rf"(?P<name>{MONTH})\.?,? (?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<month>\d{2})",
        r"(?P<year>\d{4})",
    )
)
_YEARLESS = tuple(
    re.compile(rf"{_WEEKDAY}{form}", re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{MONTH})\.?",
        rf"(?P<name>{MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?",
    )
)


class CalendarDate(NamedTuple):
    """The days that a date may mean, first and last."""

    start: date
    end: date
    precision: Literal["day", "month", "year", "range"]


def calendar_date(words: str) -> CalendarDate | None:
    """The date that all of `words` are, with or without a time of day, which is passed over; None where they are none.

    The day is that of the time zone it is written in. Where day and month could change places, as in 04/06/2019, it is
    the range between the two days. A year of two digits lies between 1970 and 2069.
    """
    words = " ".join(words.split())
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is not None:
            try:
                return _read(match.groupdict())
            except ValueError:
                return None
    return None


def day_and_month(words: str) -> tuple[int, int] | None:
    """Day and month of a date without a year, such as `April 6`; None where the words are none."""
    words = " ".join(words.split())
    for form in _YEARLESS:
        match = form.fullmatch(words)
        if match is not None:
            day, month = int(match["day"]), MONTHS.index(match["name"][:3].lower()) + 1
            return (day, month) if 1 <= day <= monthrange(2000, month)[1] else None
    return None


def _read(parts: dict[str, str | None]) -> CalendarDate | None:
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:
        year += 1900 if year >= 70 else 2000
    if not 1000 <= year <= 2999:
        return None
    if parts.get("one"):
        return _either_way(year, int(parts["one"] or 0), int(parts["other"] or 0))
    name, number = parts.get("name"), parts.get("month")
    month = MONTHS.index(name[:3].lower()) + 1 if name else int(number) if number else None
    if month is None:
        return CalendarDate(date(year, 1, 1), date(year, 12, 31), "year")
    if not parts.get("day"):
        return CalendarDate(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
    day = date(year, month, int(parts["day"] or 0))
    return CalendarDate(day, day, "day")


def _either_way(year: int, one: int, other: int) -> CalendarDate:
    """A date whose day and month may stand in either order."""
    days = sorted({date(year, month, day) for month, day in ((one, other), (other, one)) if month <= 12})
    if not days:
        raise ValueError("no month")
    return CalendarDate(days[0], days[-1], "day" if len(days) == 1 else "range")
