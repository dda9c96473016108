"""A stretch of a text."""

from dataclasses import dataclass

from dragoman.errors import SpanInvalid
from dragoman.records.record import Record


@dataclass(frozen=True, slots=True, order=True)
class Span(Record):
    """A half-open range of characters (Unicode code points, not bytes): `start` is in it, `end` is not.

    Raises:
        SpanInvalid: unless 0 <= start <= end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanInvalid(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """True: a span is something, even where it covers no character."""
        return True

    def of(self, text: str) -> str:
        """The words of `text` that the span covers.

        Raises:
            SpanInvalid: the span reaches beyond the text.
        """
        if self.end > len(text):
            raise SpanInvalid(self.start, self.end, len(text))
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two have a character in common."""
        return max(self.start, other.start) < min(self.end, other.end)
