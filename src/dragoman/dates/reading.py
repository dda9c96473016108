"""From an expression to days: one way of reading for each kind of rule."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dragoman.dates import calendar_readings, relative_readings
from dragoman.dates.expression import Base, Expression, Reading


def read(expression: Expression, base: Base) -> Reading | None:
    """The days of an expression; None where its words turn out to be no time, or a day that does not exist."""
    try:
        reading = READERS[expression.kind](expression, base)
    except (ValueError, OverflowError):
        return None
    if reading is None or reading.value is None:
        return reading
    return reading._replace(value=replace(reading.value, reason=reading.reason))


READERS: Final[dict[str, Callable[[Expression, Base], Reading | None]]] = {
    "ago": relative_readings.read_ago,
    "century": calendar_readings.read_century,
    "compact": calendar_readings.read_compact,
    "day": calendar_readings.read_day,
    "day_range": calendar_readings.read_day_range,
    "daytime": relative_readings.read_daytime,
    "decade": calendar_readings.read_decade,
    "deictic": relative_readings.read_deictic,
    "holiday": calendar_readings.read_holiday,
    "iso": calendar_readings.read_iso,
    "later": relative_readings.read_later,
    "month": calendar_readings.read_month,
    "month_range": calendar_readings.read_month_range,
    "nth": calendar_readings.read_nth,
    "point": relative_readings.read_point,
    "quarter": calendar_readings.read_quarter,
    "season": calendar_readings.read_season,
    "slashed": calendar_readings.read_slashed,
    "span": relative_readings.read_span,
    "weekday": relative_readings.read_weekday,
    "weekend": relative_readings.read_weekend,
    "year": calendar_readings.read_year,
    "year_range": calendar_readings.read_year_range,
}
"""How each kind of rule is read."""
