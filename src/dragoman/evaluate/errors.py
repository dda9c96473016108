"""What can go wrong in an evaluation, besides missing data."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError


@dataclass(eq=False, repr=False)
class DataMalformed(DragomanError):
    """A row of an evaluation file or a list of knowledge is not as its format says; `line` counts from 1."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.reason}"


@dataclass(eq=False, repr=False)
class WordsChanged(DragomanError):
    """An analyser that was given words gave back others, so that nothing can be compared."""

    given: tuple[str, ...]
    got: tuple[str, ...]

    def __str__(self) -> str:
        return f"given the words {self.given}, the analyser gave back {self.got}"
