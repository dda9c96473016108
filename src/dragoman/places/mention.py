"""What `find` gives: the name of a place where it stands."""

from dataclasses import dataclass

from dragoman.records import Place, Record, Span


@dataclass(frozen=True, slots=True)
class PlaceMention(Record):
    """The name of a place in a text, and which place it is.

    Raises:
        RecordInvalid: text of another length than the span.
    """

    span: Span
    text: str
    """The words, exactly as the text has them at `span`."""
    place: Place | None
    """None where the text does not tell which of several it is, or none of the name is known."""
    alternatives: tuple[Place, ...] = ()
    """Other places of the name, the likeliest first; not all of them."""
    reason: str = ""
    """Why it is this one, or none."""

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise self.invalid("text", f"it has not the {len(self.span)} characters of its span")
