"""What `find` gives: an expression of time where it stands."""

from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.records import DateSpan, Record, Span

Relation = Literal["on", "since", "until", "by", "before", "after", "from", "to"]


@dataclass(frozen=True, slots=True)
class DateMention(Record):
    """An expression of time in a text, and the days that it stands for.

    Raises:
        RecordInvalid: an unknown relation, or text of another length than the span.
    """

    span: Span
    text: str
    """The words, exactly as the text has them at `span`; no preposition, no article before a bare date."""
    value: DateSpan | None
    """The days that the words name; None where they need a reference and there is none.

    A part of a month or year (`late July`) keeps the precision of the whole, its bounds are the part's.
    """
    relation: Relation = "on"
    """What the word before it makes of it: `since` of `since 2014`; `from` and `to` are the ends of one range."""
    period: DateSpan | None = None
    """The days that words and relation name together: from 2014 on; both ends of a range have the same."""
    anchor: Span | None = None
    """The earlier expression that it is counted from; None where it is the reference, or none is needed."""
    kind: str = ""
    """The rule of the grammar that found it: `weekday`, `day`, `ago`."""
    reason: str = ""
    """Why it has its value, or has none."""

    def __post_init__(self) -> None:
        if self.relation not in get_args(Relation):
            raise self.invalid("relation", f"one of {', '.join(get_args(Relation))} is needed")
        if len(self.text) != len(self.span):
            raise self.invalid("text", f"it has not the {len(self.span)} characters of its span")
