"""When a deed was done and when it was told of: the expressions that coding attached, valued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.records import DateSpan, Party

if TYPE_CHECKING:
    from dragoman.coding import Attribution, Mention


def governed(mention: Mention, dates: Sequence[DateSpan | None]) -> DateSpan | None:
    """The day of the deed by the expression that governs it; None where none does or none has a value."""
    for governing in mention.dates:
        value = dates[governing.date]
        if value is not None:
            return replace(value, reason=f"{governing.how}: {value.reason}".rstrip(": "))
    return None


def told(attribution: Attribution, dates: Sequence[DateSpan | None]) -> DateSpan | None:
    """When it was said, where the words of saying are dated."""
    return next((value for n in attribution.dates if (value := dates[n]) is not None), None)


class Sayings:
    """Remembers on which day each source spoke: what it added later in the report it said on that day too."""

    def __init__(self) -> None:
        self._days: dict[str, DateSpan] = {}

    def day(self, source: Party | None, own: DateSpan | None) -> DateSpan | None:
        """The day of a saying: its own, else that of the same source's saying before."""
        key = _key(source)
        if key is None:
            return own
        if own is not None:
            self._days.setdefault(key, own)
            return own
        known = self._days.get(key)
        return known and replace(known, reason=f"the day of the same source's saying before: {known.reason}")


def _key(source: Party | None) -> str | None:
    if source is None:
        return None
    return source.actor.id if source.actor is not None else source.text.lower()
