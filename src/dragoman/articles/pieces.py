"""The pieces that a text falls into, on their way to becoming blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.records import BlockKind, Span
from dragoman.text import paragraph_breaks

_GAP = re.compile(r"\n[ ]*\n")
_TERMINAL = re.compile(r"[.!?…]['\"”’»)\]]*(?: ?[(\[][^()\[\]]{1,80}[)\]])?$|\w:$")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from if in into its no nor of off on onto or over per so than the their to up upon via "
    "vs vs. with yet".split()
)
_BULLET = re.compile(r"(?:[-*+•·▪●◦■–—>] ?|\(?\d{1,2}[.)] |\(?[a-z]\) )(?=\S)")
_DECORATION = " \t*•·|–—-_=~#<>»«›‹:…▪●►▼▲→←✓×"
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LONG = 30
_ENDING = 100
_LEAST_ANNOUNCED = 6


@dataclass(slots=True)
class Piece:
    """A stretch of text without white space around it, and what it was found to be."""

    start: int
    end: int
    text: str
    """The stretch itself."""
    after_blank: bool
    """Whether a blank line, or nothing, stands before it."""
    kind: BlockKind | None = None
    reason: str = ""
    repeats: Span | None = None
    words: str = field(init=False)
    """The stretch with single blanks."""
    bare: str = field(init=False)
    """The same without the marks that decorate a line."""
    size: int = field(init=False)
    """How many words it has."""
    ended: bool = field(init=False)
    """Whether a full stop or the like ends it."""

    def __post_init__(self) -> None:
        self.words = " ".join(self.text.split())
        self.bare = self.words.strip(_DECORATION)
        self.size = len(_WORD.findall(self.words))
        self.ended = _TERMINAL.search(self.words[-_ENDING:]) is not None

    def mark(self, kind: BlockKind, reason: str) -> Piece:
        """Say what it is; gives itself."""
        self.kind = kind
        self.reason = reason
        return self

    @property
    def span(self) -> Span:
        """Where it lies."""
        return Span(self.start, self.end)

    @property
    def spoken(self) -> bool:
        """Whether it is a sentence or several, as far as its end and its length tell; `They are:` may be too."""
        announced = self.words.endswith(":") and self.size < _LEAST_ANNOUNCED
        return (self.ended and self.size >= 2 and not announced) or self.size >= _LONG

    @property
    def bulleted(self) -> bool:
        """Whether it begins with a list mark."""
        return _BULLET.match(self.words) is not None

    @property
    def letters(self) -> list[str]:
        """Its letters."""
        return [char for char in self.text if char.isalpha()]

    def title_case(self) -> float:
        """How much of its longer words is capitalised, 0 to 1."""
        words = [word for word in _WORD.findall(self.words) if word.lower() not in _SMALL_WORDS and word[0].isalpha()]
        return sum(word[0].isupper() for word in words) / len(words) if words else 0.0

    def cut(self, *offsets: int) -> list[Piece]:
        """The pieces between these offsets into `text`, in order; those without characters are left out."""
        bounds = [0, *offsets, len(self.text)]
        found: list[Piece] = []
        for start, end in pairwise(bounds):
            part = self.text[start:end]
            left = len(part) - len(part.lstrip())
            if part.strip():
                at = self.start + start + left
                blank = self.after_blank and not found
                found.append(Piece(at, at + len(part.strip()), part.strip(), blank))
        return found


def pieces(text: str) -> list[Piece]:
    """The paragraphs of a text whose white space is made plain."""
    found: list[Piece] = []
    for start, end, gap in _paragraphs(text):
        found.append(Piece(start, end, text[start:end], gap))
    return found


def _paragraphs(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether a blank line stands before."""
    start = 0
    last = 0
    for stop in [*paragraph_breaks(text), len(text)]:
        part = text[start:stop]
        left = start + len(part) - len(part.lstrip())
        right = start + len(part.rstrip())
        if left < right:
            yield left, right, last == 0 or _GAP.search(text[last:left]) is not None
            last = right
        start = stop
