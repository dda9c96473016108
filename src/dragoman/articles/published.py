"""When a report was published: given, told by its source, or inferred with bounds; never the day of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from dragoman.articles import tables
from dragoman.articles.evidence import WEEKDAYS, Evidence, gather
from dragoman.errors import DateUnreadable
from dragoman.records import Block, Dateline, DateSpan, PublishedBasis
from dragoman.text import calendar_date, day_and_month

EARLIEST = 1980
"""The year from which reports are taken to be where nothing in them tells: about then electronic archives begin."""

_YEARS_TRIED = 12
_RECENT = timedelta(days=90)
_FILED_BEFORE = timedelta(days=2)
"""The longest that a report is filed before it is published."""
_NAME_DAY = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<by>[-_./]?)(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)(?!\d)")
_YEAR_BACK = timedelta(days=366)


class Published(NamedTuple):
    """A publication date, what it rests on, and how likely it is that the day lies in it, 0 to 1."""

    span: DateSpan
    basis: PublishedBasis
    confidence: float


def given_date(published: date | DateSpan | str) -> Published:
    """The publication date that a user gives.

    Raises:
        DateUnreadable: the words are no date, or one that can be read in two ways.
    """
    if isinstance(published, DateSpan):
        return Published(published, "given", 1.0)
    if isinstance(published, date):
        return Published(DateSpan.of_day(date(published.year, published.month, published.day), "given"), "given", 1.0)
    found = calendar_date(published)
    if found is None:
        raise DateUnreadable(published)
    if found.precision == "range":
        raise DateUnreadable(published, "day and month may stand in either order")
    return Published(DateSpan(found.start, found.end, found.precision, "given"), "given", 1.0)


def told_date(told: DateSpan, dateline: Dateline | None) -> Published:
    """The publication date that a source tells; a dateline decides between day and month where they may be swapped."""
    filed = day_and_month(dateline.date) if dateline is not None and dateline.date is not None else None
    if told.precision == "range" and filed is not None and told.start is not None and told.end is not None:
        for day in (told.start, told.end):
            if (day.day, day.month) == filed:
                return Published(DateSpan.of_day(day, f"{told.reason}, settled by the dateline"), "metadata", 0.97)
    return Published(told, "metadata", 0.6 if told.precision == "range" else 0.97)


def infer_date(
    text: str, blocks: Sequence[Block], dateline: Dateline | None, outlet: str | None, origin: str = ""
) -> Published | None:
    """The publication date as far as the report itself tells; None where nothing bounds it.

    A day in the name of the report's file or in its address counts only where the dateline names it too: it can as well
    be the day on which the report was saved.
    """
    evidence = gather(text, blocks)
    words = dateline.date if dateline is not None else None
    if words is not None:
        whole = calendar_date(words)
        if whole is not None and whole.precision == "day":
            return Published(DateSpan.of_day(whole.start, f"{words!r} in the dateline"), "dateline", 0.97)
        filed = day_and_month(words)
        if filed is not None:
            return _named(filed, words, origin) or _yearless(filed, words, evidence, _since(outlet))
    return _stamped(evidence) or _bounded(evidence)


def _named(filed: tuple[int, int], words: str, origin: str) -> Published | None:
    """The day that the name of the file or its address holds, where it is the dateline's or comes right after it."""
    name = urlsplit(origin).path if "://" in origin else PurePath(origin).name
    for match in _NAME_DAY.finditer(name):
        filed_on = _day(int(match["year"]), filed)
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if filed_on is not None and timedelta(0) <= day - filed_on <= _FILED_BEFORE:
            reason = f"{match[0]!r} in the name of the file or page, which fits {words!r} in the dateline"
            return Published(DateSpan.of_day(day, reason), "inferred", 0.95)
    return None


def _since(outlet: str | None) -> date | None:
    agency = tables.agencies().get((outlet or "").lower())
    return None if agency is None else agency.since


class _Year(NamedTuple):
    """A year that a day and a month may be of, how much speaks for it, and what."""

    year: int
    weight: float
    reasons: tuple[str, ...]
    certain: bool
    """Whether the page itself tells the year."""


def _yearless(filed: tuple[int, int], words: str, evidence: Evidence, since: date | None) -> Published:
    """The year of a dateline that names none, by the page, the weekday and the years that the text looks back on."""
    for stamp in evidence.stamps:
        days = _day(stamp.year, filed)
        if days is not None and timedelta(0) <= stamp - days <= _FILED_BEFORE:
            reason = f"the page is stamped {stamp}, which fits {words!r} in the dateline"
            return Published(DateSpan.of_day(stamp, reason), "inferred", 0.95)
    floor = _floor(evidence, since)
    years = sorted(_weighed(filed, evidence, floor, since), key=lambda year: (-year.weight, year.year))
    if not years or (floor is None and not years[0].certain and not evidence.years_ahead):
        return _any_year(filed, words, evidence)
    best = years[0]
    day = _day(best.year, filed)
    confidence = _confidence(best, floor, evidence)
    reason = "; ".join((f"{words!r} in the dateline", *best.reasons))
    if day is None or confidence < 0.5:
        start = day or date(best.year, 1, 1)
        return Published(DateSpan(start, None, "range", f"{reason}; the year is open"), "dateline", 0.7)
    return Published(DateSpan.of_day(day, reason), "inferred", confidence)


def _floor(evidence: Evidence, since: date | None) -> int | None:
    """The latest year that a report must be of or after."""
    known = [*evidence.years, *(day.year for day in evidence.pictures)]
    latest = max(known, default=None)
    if since is None:
        return latest
    return max(latest or 0, since.year)


def _weighed(filed: tuple[int, int], evidence: Evidence, floor: int | None, since: date | None) -> Iterator[_Year]:
    years = {*evidence.copyright, *(day.year for day in evidence.stamps)}
    if floor is not None:
        years |= set(range(floor, floor + _YEARS_TRIED))
    elif evidence.years_ahead:
        years |= set(range(evidence.years_ahead[0] - 3, evidence.years_ahead[0] + 1))
    for year in sorted(years):
        day = _day(year, filed)
        if day is None or (since is not None and day < since) or (floor is not None and year < floor):
            continue
        reasons: list[str] = []
        weight = 0.0
        certain = year in evidence.copyright
        if certain:
            weight += 3
            reasons.append(f"the copyright line has {year}")
        near = [seen for seen in evidence.pictures if timedelta(0) <= day - seen <= _RECENT]
        if near:
            certain = True
            weight += 3
            reasons.append(f"a picture is of {near[-1]}")
        if any(timedelta(0) <= day - seen <= _YEAR_BACK for seen in evidence.past):
            weight += 2
            reasons.append("the text looks back on a day of the year before")
        if floor is not None:
            weight += max(0.0, 2 - 0.5 * (year - floor))
        ahead = [later for later in evidence.years_ahead if year <= later]
        if ahead:
            weight += max(0.0, 1 - 0.5 * (ahead[0] - year))
            reasons.append(f"{ahead[0]} lies ahead")
        if evidence.weekday is not None:
            weight += _by_weekday(day, evidence.weekday, reasons)
        yield _Year(year, weight, tuple(reasons), certain)


def _by_weekday(day: date, weekday: int, reasons: list[str]) -> float:
    """How well the weekday that the text opens with fits a day: it is that day, or the one before."""
    if day.weekday() == weekday:
        reasons.append(f"it was a {WEEKDAYS[weekday]} in {day.year}, as the text needs")
        return 2.0
    if (day - timedelta(days=1)).weekday() == weekday:
        reasons.append(f"the day before was a {WEEKDAYS[weekday]} in {day.year}, as the text needs")
        return 1.0
    return -2.0


def _confidence(best: _Year, floor: int | None, evidence: Evidence) -> float:
    fits = evidence.weekday is not None and any("as the text needs" in reason for reason in best.reasons)
    if best.certain:
        return 0.95 if fits else 0.8
    known = floor if floor is not None else evidence.years_ahead[0] - 1 if evidence.years_ahead else None
    if not fits or known is None:
        return 0.4
    gap = abs(best.year - known)
    return 0.7 if gap <= 2 else 0.5 if gap <= 5 else 0.3


def _any_year(filed: tuple[int, int], words: str, evidence: Evidence) -> Published:
    """The bound that is left where nothing tells the year, with the years that the weekday allows."""
    days = [day for year in range(EARLIEST, EARLIEST + 50) if (day := _day(year, filed)) is not None]
    fitting = [day for day in days if evidence.weekday is not None and day.weekday() == evidence.weekday]
    start = (fitting or days)[0]
    reason = f"{words!r} in the dateline, of an unknown year"
    if fitting and evidence.weekday is not None:
        years = ", ".join(str(day.year) for day in fitting)
        reason += f"; a {WEEKDAYS[evidence.weekday]}, as in {years}"
    return Published(DateSpan(start, None, "range", reason), "dateline", 0.9)


def _day(year: int, filed: tuple[int, int]) -> date | None:
    try:
        return date(year, filed[1], filed[0])
    except ValueError:
        return None


def _stamped(evidence: Evidence) -> Published | None:
    """The day that the page, or at least its picture, is stamped with."""
    if evidence.stamps:
        day = evidence.stamps[-1]
        fits = evidence.weekday is not None and _by_weekday(day, evidence.weekday, []) > 0
        return Published(DateSpan.of_day(day, f"the page is stamped {day}"), "inferred", 0.95 if fits else 0.85)
    if evidence.pictures and evidence.weekday is not None:
        day = evidence.pictures[-1]
        older = max(evidence.past, default=day)
        if day.weekday() == evidence.weekday and older <= day and not _later(evidence, day):
            reason = f"the picture is of {day}, a {WEEKDAYS[evidence.weekday]}, as the text needs"
            return Published(DateSpan.of_day(day, reason), "inferred", 0.8)
    return None


def _later(evidence: Evidence, day: date) -> bool:
    """Whether the text looks back on a day, without a year, that comes soon after this one."""
    known = (_day(day.year, pair) for pair in evidence.past_days)
    return any(timedelta(0) < seen - day < _RECENT for seen in known if seen is not None)


def _bounded(evidence: Evidence) -> Published | None:
    """Bounds from the last day that the text looks back on and the first that it looks forward to."""
    year = _settled(evidence)
    if year is None:
        return _not_before(evidence)
    back = [*evidence.pictures, *evidence.past, *_of(year, evidence.past_days)]
    ahead = [*evidence.ahead, *_of(year, evidence.days_ahead)]
    start = max((day for day in back if day.year <= year), default=date(year, 1, 1))
    last = date(year, 12, 31) if evidence.copyright else start + _YEAR_BACK
    end = min([day for day in ahead if day > start] + [last])
    reason = f"after {start}, the last day that the text or a picture looks back on"
    if evidence.copyright:
        start = max(start, date(year, 1, 1))
        reason += f"; the copyright line has {year}"
    if evidence.weekday is not None:
        first = start + timedelta(days=(evidence.weekday - start.weekday()) % 7)
        reason += f"; a {WEEKDAYS[evidence.weekday]}, {first} or a later one"
    return Published(DateSpan(start, end, "range", reason), "inferred", 0.7)


def _settled(evidence: Evidence) -> int | None:
    """The year that the days without a year are of; None where nothing settles it.

    A copyright line does, or a whole date soon before or after such a day; a whole date alone is older as a rule, which
    is why its year is named.
    """
    if evidence.copyright:
        return evidence.copyright[-1]
    whole = sorted({*evidence.pictures, *evidence.past})
    for day in reversed(whole):
        if any(abs(other - day) <= _RECENT for other in _of(day.year, evidence.past_days)):
            return day.year
    return None


def _of(year: int, pairs: Sequence[tuple[int, int]]) -> list[date]:
    return [day for pair in pairs if (day := _day(year, pair)) is not None]


def _not_before(evidence: Evidence) -> Published | None:
    """The bound that the latest whole date or year leaves."""
    days = [*evidence.pictures, *evidence.past, *(date(year, 1, 1) for year in evidence.years)]
    if not days:
        return None
    last = max(days)
    told = str(last) if last in (*evidence.pictures, *evidence.past) else str(last.year)
    return Published(DateSpan(last, None, "range", f"the text looks back on {told}"), "inferred", 0.8)
