"""What the other stages know, as claims are handed it: the order of the stages is not theirs to know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from dragoman.records import Actor, DateSpan, Place, ScaleValue


class Resolved(Protocol):
    """Whom a phrase means."""

    @property
    def actor(self) -> Actor | None:
        """Somebody known by name."""

    @property
    def country(self) -> str | None:
        """A country's code."""

    @property
    def sectors(self) -> tuple[str, ...]:
        """PLOVER sectors."""

    @property
    def reason(self) -> str:
        """Why."""


class Codes(Protocol):
    """What an ontology tells of a code."""

    def quad(self, event: str) -> int | None:
        """The quad class of an event."""

    def scale(self, event: str, mode: str | None, cameo: str | None) -> ScaleValue | None:
        """Where a scale puts it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article's expressions of time and place, and of actors."""

    dates: Sequence[DateSpan | None]
    """For each expression of time the days that it stands for, None where it needs a reference that is not there."""
    places: Sequence[Place | None]
    """For each name of a place where it is."""
    resolve: Callable[[str, date | None], Resolved | None]
    """Phrase and day -> whom it means."""
    codes: Codes
