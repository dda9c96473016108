"""What can be wrong with the data of coding."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import DragomanError


@dataclass(eq=False, repr=False)
class LexiconInvalid(DragomanError):
    """A lexicon of coding has something in it that it may not have."""

    path: Path
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = f"{self.path}" if self.line is None else f"{self.path}, line {self.line}"
        return f"{where}: {self.reason}"
