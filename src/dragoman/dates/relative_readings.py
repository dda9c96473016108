"""Reading what is counted from another time: weekdays, `last week`, `three days later`."""

from datetime import date, timedelta
from typing import Final

from dragoman.dates import arithmetic
from dragoman.dates.expression import (
    NEEDS_REFERENCE,
    Base,
    Expression,
    Reading,
    parted,
    pointing,
    told,
    weekday_from,
)
from dragoman.dates.tense import FUTURE, OPEN, PAST
from dragoman.records import DateSpan

_VAGUE: Final = (2, 9)
"""What several or a few may be."""
_NARRATIVE: Final = frozenset(("day", "week", "month", "year"))


def read_weekday(expression: Expression, base: Base) -> Reading | None:
    """`Friday`, `last Friday`, `Friday of last week`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    reference, weekday = base.reference, int(expression.first("weekday", "weekday_short") or 0)
    if expression.has("week"):
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=pointing(expression)[0])
        return Reading(DateSpan.of_day(monday + timedelta(days=weekday)), f"in the week it names, from {reference}")
    if expression.has("following", "previous") and base.anchor is not None and base.anchor.end is not None:
        back = expression.has("previous")
        day = weekday_from(base.anchor.start or base.anchor.end, weekday, PAST if back else FUTURE, strict=True)
        return Reading(DateSpan.of_day(day), "counted from an earlier expression", True)
    if expression.has("last", "last_of", "previous"):
        day = weekday_from(reference, weekday, PAST, strict=True)
        return Reading(DateSpan.of_day(day), f"the last one before {reference}")
    if expression.has("next", "following"):
        day = weekday_from(reference, weekday, FUTURE, strict=True)
        return Reading(DateSpan.of_day(day), f"the next one after {reference}")
    if expression.has("this") and expression.direction != PAST:
        day = weekday_from(reference, weekday, FUTURE)
        return Reading(DateSpan.of_day(day), f"the next one from {reference} on")
    day = weekday_from(reference, weekday, expression.direction)
    why = {PAST: "its clause looks back", FUTURE: "its clause looks ahead", OPEN: "nothing looks ahead"}
    side = "next one from" if expression.direction == FUTURE else "last one up to"
    return Reading(DateSpan.of_day(day), f"the {side} {reference}: {why[expression.direction]}")


def read_deictic(expression: Expression, base: Base) -> Reading | None:
    """`yesterday`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    days = int(expression.first("deictic") or 0)
    if expression.has("unit"):
        days += -1 if expression.has("before") else 1
    return Reading(DateSpan.of_day(base.reference + timedelta(days=days)), f"counted from {base.reference}")


def read_daytime(expression: Expression, base: Base) -> Reading | None:
    """`last night`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    days = 0 if expression.has("this") else -1
    return Reading(DateSpan.of_day(base.reference + timedelta(days=days)), f"counted from {base.reference}")


def read_point(expression: Expression, base: Base) -> Reading | None:
    """`last week`, `the same day`, `earlier this month`."""
    unit = expression.unit
    offset, anchored = pointing(expression)
    if unit in {"day", "hour"} and expression.has("last", "last_of", "current") and not anchored:
        return None
    if unit == "hour" or (unit == "day" and expression.has("this") and not expression.has("earlier", "later")):
        return None
    told = expression.has("the") and expression.has("next") and unit in _NARRATIVE
    anchored = anchored or (told and expression.direction == PAST) or (told and unit == "day")
    anchor = base.anchor
    if anchored and anchor is not None and anchor.start is not None and anchor.end is not None:
        day = anchor.end if offset >= 0 else anchor.start
        if unit == "day" and anchor.precision != "day":
            return Reading(anchor, "some day of what an earlier expression names", True) if not offset else None
        value = arithmetic.around(arithmetic.add(day, offset, unit), unit)
        return _sided(expression, value, None, f"counted from an earlier expression, {_shown(anchor)}", True)
    if base.reference is None:
        return NEEDS_REFERENCE
    if anchored and not offset:
        return Reading(None, "it points at an earlier time, and the text names none")
    value = arithmetic.around(arithmetic.add(base.reference, offset, unit), unit)
    return _sided(expression, value, base.reference, f"counted from {base.reference}", False)


def _shown(span: DateSpan) -> str:
    return f"{span.start}" if span.start == span.end else f"{span.start} to {span.end}"


def _sided(expression: Expression, span: DateSpan, reference: date | None, reason: str, anchored: bool) -> Reading:
    """`earlier this month` ends, `later this month` begins with the reference."""
    if reference is not None and reference in span and span.precision != "day":
        if expression.has("earlier"):
            span = DateSpan(span.start, reference, span.precision)
        elif expression.has("later"):
            span = DateSpan(reference, span.end, span.precision)
    return parted(expression, span, reason, anchored)


def _count(expression: Expression) -> tuple[int, int]:
    """The least and the most that the words of a number may say."""
    if expression.has("couple"):
        return 2, 2
    if expression.has("vague"):
        return _VAGUE
    numbers = expression.every("count", "dom", "number")
    if tens := expression.every("tens"):
        return (sum(tens) + sum(numbers),) * 2
    if numbers:
        return min(numbers), max(numbers)
    single = expression.has("article") or (expression.has("the") and not expression.has("units"))
    return (1, 1) if single else _VAGUE


def read_span(expression: Expression, base: Base) -> Reading | None:
    """`the past three days`, `recent weeks`, `the coming months`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    unit, reference = expression.unit, base.reference
    counted = expression.has("count", "dom", "number", "tens", "couple", "article", "vague")
    low, high = _count(expression) if counted or expression.has("units") else (1, 1)
    offset, anchored = pointing(expression)
    start_from = reference
    if anchored and base.anchor is not None and base.anchor.end is not None and base.anchor.start is not None:
        start_from = base.anchor.end if offset > 0 else base.anchor.start
    if offset > 0:
        span = DateSpan(start_from, arithmetic.add(start_from, high, unit), "range")
    else:
        span = DateSpan(arithmetic.add(start_from, -high, unit), start_from, "range")
    why = f"up to {start_from}" if offset <= 0 else f"from {start_from} on"
    vague = ", its length open" if low != high else ""
    return Reading(span, why + vague, anchored and start_from is not reference)


def read_ago(expression: Expression, base: Base) -> Reading | None:
    """`three days ago`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    sign = 1 if expression.has("from_now") else -1
    return _moved(expression, base.reference, sign, f"counted from {base.reference}", anchored=False)


def _moved(expression: Expression, day: date, sign: int, reason: str, *, anchored: bool) -> Reading:
    unit, (low, high) = expression.unit, _count(expression)
    if expression.has("half") and unit == "year":
        unit, low, high = "month", low * 12 + 6, high * 12 + 6
    near, far = arithmetic.add(day, sign * low, unit), arithmetic.add(day, sign * high, unit)
    if low == high:
        grain = "year" if unit in {"decade", "century"} else unit
        return Reading(arithmetic.around(near, grain), reason, anchored)
    bounds = [arithmetic.around(min(near, far), unit).start, arithmetic.around(max(near, far), unit).end]
    return Reading(DateSpan(bounds[0], bounds[1], "range"), f"{reason}, the number left open", anchored)


def read_later(expression: Expression, base: Base) -> Reading | None:
    """`three days later`."""
    sign = 1 if expression.has("later", "after") else -1
    anchor = base.anchor
    if anchor is not None and anchor.start is not None and anchor.end is not None:
        if expression.unit in {"day", "hour"} and anchor.precision not in {"day", "range", "week"}:
            return Reading(None, f"counted in days from {_shown(anchor)}, which is no day")
        day = anchor.end if sign > 0 else anchor.start
        reason = f"counted from an earlier expression, {_shown(anchor)}"
        return _moved(expression, day, sign, reason, anchored=True)
    if base.reference is None:
        return NEEDS_REFERENCE
    reason = f"counted from {base.reference}, for want of an earlier expression"
    return _moved(expression, base.reference, sign, reason, anchored=False)


def read_weekend(expression: Expression, base: Base) -> Reading | None:
    """`over the weekend`."""
    if base.reference is None:
        return NEEDS_REFERENCE
    saturday = weekday_from(base.reference, 5, expression.direction or PAST)
    return Reading(arithmetic.around(saturday, "weekend"), told(saturday, base.reference))
