"""What can be asked of a ledger: every filter narrows, and what is left out does not."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self, TypedDict

from dragoman.ledger.errors import FilterInvalid, FilterUnknown

Names = str | Iterable[str]
"""One name or several, of which any will do."""
Day = date | str
"""A date, or its ISO form `YYYY-MM-DD`."""


class ClaimFilters(TypedDict, total=False):
    """The filters of `Ledger.claims`."""

    actor: str
    """Among the actors: an actor's id, or words of a name or phrase (`Haftar` finds Khalifa Haftar)."""
    recipient: str
    """Likewise among the recipients."""
    party: str
    """Likewise among actors, recipients, those who requested it and hosts."""
    voice: str
    """Likewise among the voices."""
    event: Names
    mode: Names
    status: Names
    country: Names
    """Of an actor or a recipient."""
    place_country: Names
    since: Day
    """The deed's date may lie on this day or after; claims without a date are left out."""
    until: Day
    """The deed's date may lie on this day or before; claims without a date are left out."""
    quad: int
    min_score: float
    outlet: str
    words: str
    """All of these words stand in the sentence; nothing is found in a ledger without text."""
    report: str
    """The id of a report."""
    limit: int


class RelationFilters(TypedDict, total=False):
    """The filters of `Ledger.relations`."""

    subject: str
    object: str
    party: str
    """Either of the two."""
    predicate: Names
    polarity: Names
    voice: str
    since: Day
    """It may have held on this day or after; what has no dates may."""
    until: Day
    min_score: float
    outlet: str
    report: str
    limit: int


class ReportFilters(TypedDict, total=False):
    """The filters of `Ledger.reports`."""

    outlet: str
    language: Names
    since: Day
    """It may have been published on this day or after; reports without a date are left out."""
    until: Day
    words: str
    """All of these words stand in the title or the text."""
    origin: str
    """A path or address that it was read from."""
    limit: int


class RejectionFilters(TypedDict, total=False):
    """The filters of `Ledger.rejections`."""

    stage: Names
    report: str
    """The id of a report."""
    limit: int


_DAYS = ("since", "until")
_SEVERAL = ("event", "mode", "status", "country", "place_country", "predicate", "polarity", "language", "stage")
_NUMBERS: dict[str, type | tuple[type, ...]] = {"quad": int, "limit": int, "min_score": (int, float)}


class Query:
    """Base of the queries: filters with their values brought into one form."""

    @classmethod
    def of(cls, **filters: Any) -> Self:
        """The query that these filters make; None is no filter.

        Raises:
            FilterUnknown: there is no filter of a name.
            FilterInvalid: a filter cannot have its value.
        """
        known = tuple(field.name for field in fields(cls))  # type: ignore[arg-type]
        for name in filters:
            if name not in known:
                raise FilterUnknown(name, tuple(sorted(known)))
        return cls(**{name: _checked(name, value) for name, value in filters.items() if value is not None})


@dataclass(frozen=True, slots=True)
class ClaimQuery(Query):
    """As `ClaimFilters`."""

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    voice: str | None = None
    event: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    place_country: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    quad: int | None = None
    min_score: float | None = None
    outlet: str | None = None
    words: str | None = None
    report: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class RelationQuery(Query):
    """As `RelationFilters`."""

    subject: str | None = None
    object: str | None = None
    party: str | None = None
    predicate: tuple[str, ...] = ()
    polarity: tuple[str, ...] = ()
    voice: str | None = None
    since: date | None = None
    until: date | None = None
    min_score: float | None = None
    outlet: str | None = None
    report: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class ReportQuery(Query):
    """As `ReportFilters`."""

    outlet: str | None = None
    language: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    words: str | None = None
    origin: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class RejectionQuery(Query):
    """As `RejectionFilters`."""

    stage: tuple[str, ...] = ()
    report: str | None = None
    limit: int | None = None


def _checked(name: str, value: Any) -> Any:
    if name in _DAYS:
        return _day(name, value)
    if name in _SEVERAL:
        names = tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else (value,)
        if not names or not all(isinstance(one, str) for one in names):
            raise FilterInvalid(name, repr(value), "a name or several are needed")
        return names
    if name in _NUMBERS:
        if isinstance(value, bool) or not isinstance(value, _NUMBERS[name]):
            raise FilterInvalid(name, repr(value), "a number is needed")
        return value
    if not isinstance(value, str):
        raise FilterInvalid(name, repr(value), "words are needed")
    return value


def _day(name: str, value: Any) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise FilterInvalid(name, repr(value), "a date as YYYY-MM-DD is needed") from None
