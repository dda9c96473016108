"""A time, as exactly as it is known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from dragoman.records.record import Record

Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "range"]


@dataclass(frozen=True, slots=True)
class DateSpan(Record):
    """Days from `start` to `end`, both of them in it, in the calendar of the place that the text speaks of.

    A precision says what the span stands for: `day` is one day; `month` is some time within that month, and so on;
    `range` is any other span, and the only one that may be open at one side (None).

    Raises:
        RecordInvalid: no bound at all, an open side of anything but a range, an end before the start, a day of several
            days, or an unknown precision.
    """

    start: date | None
    """The first day."""
    end: date | None
    """The last day."""
    precision: Precision
    reason: str = ""
    """How it was found, in words for the user."""

    def __post_init__(self) -> None:
        if self.precision not in get_args(Precision):
            raise self.invalid("precision", f"one of {', '.join(get_args(Precision))} is needed")
        if self.start is None or self.end is None:
            if self.precision != "range" or self.start == self.end:
                raise self.invalid("start" if self.start is None else "end", "only a range may be open, at one side")
        elif self.end < self.start:
            raise self.invalid("end", f"it lies before the start, {self.start}")
        elif self.precision == "day" and self.start != self.end:
            raise self.invalid("end", f"a day starts and ends on the same day, here {self.start}")

    @classmethod
    def of_day(cls, day: date, reason: str = "") -> "DateSpan":
        """One day."""
        return cls(day, day, "day", reason)

    @classmethod
    def of_month(cls, year: int, month: int, reason: str = "") -> "DateSpan":
        """A month, counted from 1."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month", reason)

    @classmethod
    def of_year(cls, year: int, reason: str = "") -> "DateSpan":
        """A year."""
        return cls(date(year, 1, 1), date(year, 12, 31), "year", reason)

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)
