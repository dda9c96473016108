"""What can go wrong with the tables of this stage."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError


@dataclass(eq=False, repr=False)
class TableMalformed(DragomanError):
    """A table of words or rules is not as its format says; `line` counts from 1."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.reason}"
