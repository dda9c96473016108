"""What could not be used."""

from dataclasses import dataclass

from dragoman.records.record import Record
from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Rejection(Record):
    """Input that a stage could not use: shown to the user, never dropped in silence."""

    stage: str
    """The stage that gave it up, by the name of its folder: `sources`, `articles`, `language`."""
    reason: str
    """Why, in words for the user."""
    id: str
    """What was given up: for a document its origin, which for a file is its path as the user gave it."""
    place: str | None = None
    """Where in it: `line 7`, `row 12`, `byte 0`; None for all of it."""
    span: Span | None = None
    """The words of an article that were given up; None where it is no such words."""

    def __str__(self) -> str:
        where = self.id if self.place is None else f"{self.id}, {self.place}"
        return f"{where}: {self.reason}"
