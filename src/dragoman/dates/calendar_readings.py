"""Reading what the calendar names: days, months, years, quarters, seasons, holidays."""

from datetime import date, timedelta
from typing import Final

from dragoman.dates import arithmetic
from dragoman.dates.expression import (
    NEEDS_REFERENCE,
    Base,
    Expression,
    Reading,
    full_year,
    nearest,
    parted,
    told,
    year_of,
)
from dragoman.dates.tense import FUTURE, PAST
from dragoman.records import DateSpan

_MONTH_DAYS: Final = {"christmas": (12, 25), "halloween": (10, 31), "nowruz": (3, 20)}
_HIJRI: Final = {"ramadan": 9, "ashura": 1}


def read_iso(expression: Expression, _base: Base) -> Reading:
    """`2017-07-25`."""
    return Reading(DateSpan.of_day(date.fromisoformat(expression.row[0].text)), "written in full")


def read_compact(expression: Expression, _base: Base) -> Reading:
    """`20170725`."""
    text = expression.row[0].text
    return Reading(DateSpan.of_day(date(int(text[:4]), int(text[4:6]), int(text[6:]))), "written in full")


def read_slashed(expression: Expression, _base: Base) -> Reading | None:
    """`25.07.2017`, `7/25/2017`."""
    text = expression.row[0].text
    dotted = "." in text
    first, second, last = text.split("." if dotted else "/")
    if dotted and len(last) < 4:
        return None
    day, month = (int(first), int(second)) if dotted or int(first) > 12 else (int(second), int(first))
    told = "day first" if day == int(first) else "month first"
    return Reading(DateSpan.of_day(date(full_year(last), month, day)), f"written in figures, {told}")


def read_day(expression: Expression, base: Base) -> Reading | None:
    """`25 July 2017`, `July 25`, `Friday the 13th`."""
    numbers = expression.every("dom", "nth")
    if not expression.has("month", "month_short"):
        return _weekday_nth(expression, numbers[0], base)
    month = int(expression.first("month", "month_short") or 0)
    if dated := year_of(expression, base):
        return Reading(DateSpan.of_day(date(dated[0], month, numbers[0])), dated[1])
    if base.reference is None:
        return NEEDS_REFERENCE
    candidates = _in_years(month, numbers[0], base.reference.year)
    weekday = expression.first("weekday", "weekday_short")
    if weekday is not None:
        candidates = [day for day in candidates if day.weekday() == int(weekday)] or candidates
    if not candidates:
        return None
    chosen = nearest(candidates, base.reference, expression.direction, 2)
    return Reading(DateSpan.of_day(chosen), told(chosen, base.reference))


def _in_years(month: int, day: int, year: int) -> list[date]:
    """The day in this year and those around it, where there is one."""
    found = []
    for candidate in (year - 1, year, year + 1):
        try:
            found.append(date(candidate, month, day))
        except ValueError:
            continue
    return found


def _weekday_nth(expression: Expression, number: int, base: Base) -> Reading | None:
    """`Friday the 13th`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    weekday = int(expression.first("weekday", "weekday_short") or 0)
    for months in (0, -1, 1, -2, 2):
        month = arithmetic.add_months(base.reference.replace(day=1), months)
        try:
            day = month.replace(day=number)
        except ValueError:
            continue
        if day.weekday() == weekday:
            return Reading(DateSpan.of_day(day), f"the nearest to {base.reference}")
    return None


def read_nth(expression: Expression, base: Base) -> Reading | None:
    """`on the 25th`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    number = expression.every("nth")[0]
    candidates = []
    for months in (-1, 0, 1):
        month = arithmetic.add_months(base.reference.replace(day=1), months)
        if number <= arithmetic.month_end(month).day:
            candidates.append(month.replace(day=number))
    chosen = nearest(candidates, base.reference, expression.direction, 0)
    return Reading(DateSpan.of_day(chosen), told(chosen, base.reference))


def read_day_range(expression: Expression, base: Base) -> Reading | None:
    """`3-5 June`."""
    days = expression.every("dom", "nth")
    months = expression.every("month", "month_short")
    first, last = months[0], months[-1]
    if dated := year_of(expression, base):
        year, why = dated
    elif base.reference is None:
        return NEEDS_REFERENCE
    else:
        chosen = nearest(_in_years(first, days[0], base.reference.year), base.reference, expression.direction, 2)
        year, why = chosen.year, told(chosen, base.reference)
    start, end = date(year, first, days[0]), date(year, last, days[-1])
    if end < start:
        start = date(year - 1, first, days[0])
    return Reading(DateSpan(start, end, "range"), why)


def read_month(expression: Expression, base: Base) -> Reading | None:
    """`July`, `late July 2017`."""
    month = int(expression.first("month", "month_short") or 0)
    if dated := year_of(expression, base):
        return parted(expression, DateSpan.of_month(dated[0], month), dated[1])
    if base.reference is None:
        return NEEDS_REFERENCE
    reference = base.reference
    if expression.has("that", "same") and base.anchor is not None and base.anchor.start is not None:
        return parted(expression, DateSpan.of_month(base.anchor.start.year, month), "by an earlier expression", True)
    year = reference.year
    if expression.has("last", "last_of"):
        year -= month >= reference.month
    elif expression.has("next", "following"):
        year += month <= reference.month
    elif not expression.has("this", "current"):
        candidates = [date(year + i, month, 15) for i in (-1, 0, 1)]
        year = nearest(candidates, reference.replace(day=15), expression.direction, 0).year
    return parted(expression, DateSpan.of_month(year, month), told(date(year, month, 1), reference))


def read_month_range(expression: Expression, _base: Base) -> Reading | None:
    """`May-July 2017`."""
    first, last = expression.every("month", "month_short")
    year = expression.every("year")[0]
    start = DateSpan.of_month(year - (last < first), first).start
    return Reading(DateSpan(start, DateSpan.of_month(year, last).end, "range"), "written with its year")


def read_decade(expression: Expression, base: Base) -> Reading | None:
    """`the 1990s`."""
    text = expression.first("decade", "decade_word") or ""
    year = int(text) if len(text) == 4 else 1900 + int(text)
    if len(text) == 2 and int(text) < 20 and base.reference is not None and base.reference.year > 2009:
        year += 100
    if year % 100 == 0 and not expression.has("early"):
        return parted(expression, DateSpan(date(year, 1, 1), date(year + 9, 12, 31), "decade"), "a decade by its name")
    return parted(expression, arithmetic.decade(year // 10 * 10), "a decade by its name")


def read_century(expression: Expression, _base: Base) -> Reading | None:
    """`the 19th century`."""
    number = int(expression.first("ordinal", "nth") or 0)
    if not 10 < number < 23:
        return None
    start = date(number * 100 - 99, 1, 1)
    return parted(expression, DateSpan(start, date(number * 100, 12, 31), "range"), "a century by its number")


def read_quarter(expression: Expression, base: Base) -> Reading | None:
    """`the third quarter of 2015`."""
    unit = "half" if expression.has("half") else "quarter"
    number = expression.first("q_quarter", "ordinal", "nth")
    length = 6 if unit == "half" else 3
    which = int(number) if number is not None else 12 // length
    if which > 12 // length:
        return None
    if base.reference is None and not expression.has("year"):
        return NEEDS_REFERENCE
    if dated := year_of(expression, base):
        year, why = dated
    elif base.reference is None:
        return NEEDS_REFERENCE
    elif number is None:
        return None
    else:
        year, why = base.reference.year, f"of the year of {base.reference}"
        if (which - 1) * length + 1 > base.reference.month and expression.direction != FUTURE:
            year, why = year - 1, f"the last one before {base.reference}"
    why += "; a fiscal year may run otherwise" if expression.has("fiscal") else ""
    return Reading(arithmetic.months(year, (which - 1) * length + 1, length, unit), why)


def read_season(expression: Expression, base: Base) -> Reading | None:
    """`last summer`, `the summer of 2014`."""
    name = expression.first("season") or ""
    if name in {"spring", "autumn"} and len(expression.row) == 1 and expression.row[0].text in {"fall", "spring"}:
        return None
    if dated := year_of(expression, base):
        return parted(expression, arithmetic.season(name, dated[0]), f"{dated[1]}; seasons of the north")
    if base.reference is None:
        return NEEDS_REFERENCE
    reference = base.reference
    spans = [arithmetic.season(name, reference.year + i) for i in (-2, -1, 0, 1)]
    if expression.has("next") or (expression.direction == FUTURE and not expression.has("last", "last_of")):
        chosen = next(span for span in spans if span.start is not None and span.start > reference)
    elif expression.has("this", "current"):
        chosen = min(spans, key=lambda span: _distance(span, reference))
    else:
        chosen = [span for span in spans if span.start is not None and span.start <= reference][-1]
        if expression.has("last") and reference in chosen:
            chosen = spans[spans.index(chosen) - 1]
    return parted(expression, chosen, f"counted from {reference}; seasons of the north")


def _distance(span: DateSpan, day: date) -> int:
    return 0 if day in span else min(abs(((span.start or day) - day).days), abs(((span.end or day) - day).days))


def read_holiday(expression: Expression, base: Base) -> Reading | None:
    """`Christmas`, `Ramadan`."""
    name = expression.first("holiday") or "new year"
    year, direction = None, expression.direction
    if dated := year_of(expression, base) if not expression.has("new") else None:
        year = dated[0]
    elif base.reference is None:
        return NEEDS_REFERENCE
    reference = base.reference or date(year or 1, 1, 1)
    spans = [_holiday_in(name, y) for y in ([year] if year else range(reference.year - 1, reference.year + 2))]
    if expression.has("last", "last_of"):
        direction = PAST
    elif expression.has("next"):
        direction = FUTURE
    starts = [span.start for span in spans if span.start is not None]
    chosen = spans[starts.index(nearest(starts, reference, direction, 0))]
    if expression.has("eve") and chosen.start is not None:
        chosen = DateSpan.of_day(chosen.start - timedelta(days=1))
    why = "by the calendar" if year else f"{told(chosen.start or reference, reference)}, by the calendar"
    return Reading(chosen, why + (", give or take a day" if name in _HIJRI else ""))


def _holiday_in(name: str, year: int) -> DateSpan:
    if name == "easter":
        return DateSpan.of_day(arithmetic.easter(year))
    if name == "thanksgiving":
        first = date(year, 11, 1)
        return DateSpan.of_day(first + timedelta(days=(3 - first.weekday()) % 7 + 21))
    if name in _HIJRI:
        span = arithmetic.hijri_month(year, _HIJRI[name])
        return span if name == "ramadan" or span.start is None else DateSpan.of_day(span.start + timedelta(days=9))
    month, day = _MONTH_DAYS.get(name, (1, 1))
    return DateSpan.of_day(date(year, month, day))


def read_year(expression: Expression, _base: Base) -> Reading | None:
    """`2014`."""
    year = int(expression.first("year") or 0)
    why = "a year by its number" + ("; a fiscal year may run otherwise" if expression.has("fiscal") else "")
    return parted(expression, DateSpan.of_year(year), why)


def read_year_range(expression: Expression, _base: Base) -> Reading | None:
    """`2011-13`."""
    first, *rest = expression.every("year")
    last = rest[0] if rest else first // 100 * 100 + expression.every("number", "dom")[0]
    if not first < last < first + 120:
        return None
    return Reading(DateSpan(date(first, 1, 1), date(last, 12, 31), "range"), "years by their numbers")
