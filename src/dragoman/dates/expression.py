"""What an expression says, and what is read from it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from dragoman.dates import arithmetic
from dragoman.dates.tense import FUTURE, OPEN
from dragoman.dates.tokens import Token
from dragoman.records import DateSpan

_PARTS: Final = {"start": "early", "mid": "the middle of", "end": "late"}
_CLOSE: Final = 45
"""Days within which a day of another year is out of the question."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What an expression says, before it is known when that is."""

    kind: str
    row: tuple[Token, ...]
    direction: int = OPEN
    """Whether its clause looks back or ahead."""
    year: int | None = None
    """A year that the words around it give."""

    def has(self, *kinds: str) -> bool:
        """Whether it has a word of one of these classes."""
        return any(token.kind in kinds for token in self.row)

    def first(self, *kinds: str) -> str | None:
        """The value of its first word of these classes."""
        return next((token.value for token in self.row if token.kind in kinds), None)

    def every(self, *kinds: str) -> list[int]:
        """The values of all its words of these classes, as numbers."""
        return [int(token.value) for token in self.row if token.kind in kinds]

    @property
    def part(self) -> str | None:
        """`start`, `mid` or `end`, where it names a part of something longer."""
        return self.first("early", "part")

    @property
    def unit(self) -> str:
        """The unit it counts in."""
        return self.first("unit", "units", "week", "year_unit", "weekend", "century_unit") or (
            "quarter" if self.has("quarter_unit") else "half" if self.has("half") else "day"
        )


class Reading(NamedTuple):
    """What an expression stands for and why; `anchored` where the anchor told it. None where it is no time at all."""

    value: DateSpan | None
    reason: str
    anchored: bool = False


class Base(NamedTuple):
    """What an expression is told against."""

    reference: date | None
    anchor: DateSpan | None
    """The value of an earlier expression of the text."""


NEEDS_REFERENCE: Final = Reading(None, "it needs a day of publication, and none is known")


def pointing(expression: Expression) -> tuple[int, bool]:
    """How many units on from where `last`, `next`, `the same` and so on point; whether that is an earlier time."""
    if expression.has("following"):
        return 1, True
    if expression.has("previous"):
        return -1, True
    if expression.has("same", "that"):
        return 0, True
    if expression.has("last", "last_of"):
        return -1, False
    return (1, False) if expression.has("next") else (0, False)


def full_year(text: str) -> int:
    """A year of two figures or four."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year > 50 else 2000)


def year_of(expression: Expression, base: Base) -> tuple[int, str] | None:
    """The year that an expression with a month has of its own or from words beside it."""
    if text := expression.first("year"):
        return int(text), "written with its year"
    if expression.has("apostrophe") and (short := expression.first("number")):
        return full_year(short), "written with its year"
    if expression.has("year_unit") and base.reference is not None:
        offset, anchored = pointing(expression)
        if anchored and base.anchor is not None and base.anchor.start is not None:
            return base.anchor.start.year + offset, "the year by an earlier expression"
        return base.reference.year + offset, f"its year counted from {base.reference}"
    if expression.year is not None:
        return expression.year, "its year stands beside it"
    return None


def nearest(candidates: list[date], reference: date, direction: int, leeway: int) -> date:
    """Of a day in several years the one that the direction asks for; a day that is close by needs no direction.

    A report that speaks of a day eleven months ago gives its year, so that the one a month ahead is meant, whatever the
    tense; where nothing tells a direction, the past is likelier than the far future.
    """
    past = [day for day in candidates if day <= reference + timedelta(days=leeway)]
    future = [day for day in candidates if day >= reference - timedelta(days=leeway)]
    closest = min(candidates, key=lambda day: abs((day - reference).days))
    if abs((closest - reference).days) <= _CLOSE:
        return closest
    if direction == FUTURE and future:
        return min(future)
    return max(past) if past else closest


def told(chosen: date, reference: date) -> str:
    """On which side of the reference a day lies, in words."""
    return f"the last one up to {reference}" if chosen <= reference else f"the next one after {reference}"


def parted(expression: Expression, span: DateSpan, reason: str, anchored: bool = False) -> Reading:
    """The part of a span that the expression names; all of it where it names none."""
    part = expression.part
    if part is None:
        return Reading(span, reason, anchored)
    return Reading(arithmetic.narrowed(span, part), f"{_PARTS[part]} part of it; {reason}", anchored)


def weekday_from(reference: date, weekday: int, direction: int, *, strict: bool = False) -> date:
    """The nearest such weekday on one side of a day, that day itself unless `strict`."""
    if direction == FUTURE:
        days = (weekday - reference.weekday()) % 7
        return reference + timedelta(days=days or (7 if strict else 0))
    days = (reference.weekday() - weekday) % 7
    return reference - timedelta(days=days or (7 if strict else 0))
