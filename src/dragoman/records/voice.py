"""On whose word."""

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.records.actor import Actor
from dragoman.records.date_span import DateSpan
from dragoman.records.record import Record
from dragoman.records.span import Span

Manner = Literal["direct", "indirect", "unattributed"]
Stance = Literal["asserts", "denies", "doubts", "alleges"]


@dataclass(frozen=True, slots=True)
class Voice(Record):
    """Somebody on whose word a claim rests, one link of a chain.

    Raises:
        RecordInvalid: an unknown manner or stance; words without their span or of another length.
    """

    text: str | None
    """The words that name the source, exactly as the article's text has them; None where none do."""
    span: Span | None
    """Where these words are; None with `text`."""
    manner: Manner
    """Quoted, told in other words, or by nobody in particular (`was reported to`)."""
    stance: Stance = "asserts"
    actor: Actor | None = None
    cue: Span | None = None
    """The word that carries the saying: `said`, `according to`."""
    spoken: DateSpan | None = None
    """When it was said; None where the text does not tell."""

    def __post_init__(self) -> None:
        if self.manner not in get_args(Manner):
            raise self.invalid("manner", f"one of {', '.join(get_args(Manner))} is needed")
        if self.stance not in get_args(Stance):
            raise self.invalid("stance", f"one of {', '.join(get_args(Stance))} is needed")
        if (self.text is None) != (self.span is None):
            raise self.invalid("span", "words and their span go together")
        if self.text is not None and self.span is not None and len(self.text) != len(self.span):
            raise self.invalid("text", f"it has not the {len(self.span)} characters of its span")
