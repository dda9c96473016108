"""Counting with days, weeks, months and years."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from dragoman.records import DateSpan

SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First months, as in the northern half of the earth; the text seldom tells which half it speaks of."""
PRECISIONS: Final = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "quarter": "quarter",
}


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of its month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add(day: date, count: int, unit: str) -> date:
    """The day so many units on; hours and minutes do not change it."""
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "hour": 0}
    if unit in days:
        return day + timedelta(days=days[unit] * count)
    months = {"month": 1, "quarter": 3, "half": 6, "season": 12, "year": 12, "decade": 120, "century": 1200}
    return add_months(day, months[unit] * count)


def around(day: date, unit: str) -> DateSpan:
    """The week, month, quarter, year and so on that a day lies in; a week begins on Monday."""
    if unit in {"day", "hour"}:
        return DateSpan.of_day(day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return DateSpan(monday, monday + timedelta(days=6), "week")
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday())
        return DateSpan(saturday, saturday + timedelta(days=1), "range")
    if unit == "fortnight":
        return DateSpan(day - timedelta(days=3), day + timedelta(days=3), "range")
    if unit == "month":
        return DateSpan.of_month(day.year, day.month)
    if unit in {"quarter", "half"}:
        length = 3 if unit == "quarter" else 6
        return months(day.year, (day.month - 1) // length * length + 1, length, unit)
    if unit == "decade":
        return decade(day.year // 10 * 10)
    if unit == "century":
        first = (day.year - 1) // 100 * 100 + 1
        return DateSpan(date(first, 1, 1), date(first + 99, 12, 31), "range")
    return DateSpan.of_year(day.year)


def months(year: int, month: int, length: int, unit: str) -> DateSpan:
    """So many months from one on."""
    start = date(year, month, 1)
    end = month_end(add_months(start, length - 1))
    return DateSpan(start, end, "quarter" if unit == "quarter" else "season" if unit == "season" else "range")


def season(name: str, year: int) -> DateSpan:
    """A season; the winter of a year ends in the next."""
    return months(year, SEASONS[name], 3, "season")


def decade(year: int) -> DateSpan:
    """The ten years from one on."""
    return DateSpan(date(year, 1, 1), date(year + 9, 12, 31), "decade")


def narrowed(span: DateSpan, part: str) -> DateSpan:
    """The first, middle or last third of a span, its precision kept; a half where there are two thirds of a half."""
    if span.start is None or span.end is None or span.precision == "day":
        return span
    length = (span.end - span.start).days + 1
    first, second = timedelta(days=length // 3), timedelta(days=length * 2 // 3)
    bounds = {
        "start": (span.start, span.start + first - timedelta(days=1)),
        "mid": (span.start + first, span.start + second - timedelta(days=1)),
        "end": (span.start + second, span.end),
    }
    start, end = bounds[part]
    return DateSpan(start, max(start, end), span.precision)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the algorithm of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def hijri_month(year: int, month: int) -> DateSpan:
    """The month of the Islamic calendar that begins in a year of ours, by the tabular calendar: a day more or less."""
    lunar = int((year - 621.5643) * 1.030684)
    for hijri in range(lunar - 1, lunar + 3):
        days = (11 * hijri + 3) // 30 + 354 * hijri + 30 * (month - 1) - (month - 1) // 2
        start = date.fromordinal(days + 1948440 - 385 - 1721425 + 1)
        if start.year == year:
            return DateSpan(start, start + timedelta(days=29), "range")
    raise OverflowError
