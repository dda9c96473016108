"""Who acts: persons, bodies, groups and countries, and what they were when."""

from dataclasses import dataclass

from dragoman.records.date_span import DateSpan
from dragoman.records.record import Record
from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Role(Record):
    """What an actor was, and when: an office held, a body belonged to."""

    name: str
    """The office or the membership, in words: `Minister of Foreign Affairs`."""
    country: str | None = None
    """ISO alpha-3 or a PLOVER non-state code."""
    sectors: tuple[str, ...] = ()
    """PLOVER sectors, the most telling first."""
    body: str | None = None
    """The body that the office belongs to."""
    valid: DateSpan | None = None
    """When it was held; None where nobody says."""
    source: str | None = None
    """Where this is known from."""


@dataclass(frozen=True, slots=True)
class Actor(Record):
    """Somebody known by name, the same one in every report.

    Raises:
        RecordInvalid: without id or name.
    """

    id: str
    name: str
    kind: str | None = None
    """`person`, `body`, `group`, `country`, or None where it is open."""
    country: str | None = None
    """As of the date it was resolved for: ISO alpha-3 or a PLOVER non-state code."""
    role: Role | None = None
    """The role that decided, as of the date it was resolved for."""

    def __post_init__(self) -> None:
        for field in ("id", "name"):
            if not getattr(self, field):
                raise self.invalid(field, "an actor needs one")


@dataclass(frozen=True, slots=True)
class Party(Record):
    """Somebody's part in a claim or a relation: the words, and whom they were resolved to."""

    text: str
    """The words, exactly as the article's text has them at `span`."""
    span: Span
    actor: Actor | None = None
    country: str | None = None
    """ISO alpha-3 (XKX and PSE among them) or a PLOVER non-state code; None where there is none or it is open."""
    sectors: tuple[str, ...] = ()
    """PLOVER sectors, the most telling first."""
    reason: str = ""
    """Why the words were resolved so, or were not."""

    def __post_init__(self) -> None:
        if len(self.text) != len(self.span):
            raise self.invalid("text", f"it has not the {len(self.span)} characters of its span")
