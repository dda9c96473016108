"""What a report says that somebody did, and what it takes for granted."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from dragoman.records.actor import Party
from dragoman.records.date_span import DateSpan
from dragoman.records.ids import content_id
from dragoman.records.place import Place
from dragoman.records.record import Record
from dragoman.records.span import Span
from dragoman.records.voice import Voice

Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class ScaleValue(Record):
    """Where a scale of conflict and cooperation puts an event."""

    value: float
    table: str
    """The name of the scale."""
    version: str


@dataclass(frozen=True, slots=True)
class Claim(Record):
    """According to `voices`, `actors` did `event` to `recipients`, on `date`, at `place`, with this `status`.

    All spans count characters of the article's text. Events, modes, contexts and statuses are names of the ontology,
    which checks them; a claim does not.

    Raises:
        RecordInvalid: without id, event or status, a trigger outside the claim's span, a quad class that is not 1 to
            4, or a score that is not from 0 to 1.
    """

    id: str
    """Made from content by `identify`."""
    event: str
    """The PLOVER event class of the deed."""
    status: str
    """Of the coded deed: asserted, negated, denied, future, hypothetical, historical, asked."""
    trigger: Span
    """The words that name the deed."""
    span: Span
    """The sentence."""
    score: float
    """How likely it is that the claim holds as coded, 0 to 1: of claims scored 0.9 nine in ten should."""
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    """The CAMEO code that comes nearest."""
    quad: int | None = None
    """PLOVER's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    scale: ScaleValue | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    requested_by: tuple[Party, ...] = ()
    host: tuple[Party, ...] = ()
    about: tuple[Span, ...] = ()
    """Topics."""
    in_response_to: str | None = None
    """The id of the claim that this one answers."""
    date: DateSpan | None = None
    """When the deed was, is or would be done."""
    place: Place | None = None
    voices: tuple[Voice, ...] = ()
    """Outermost first, after the outlet, which is always there and not listed."""
    reasons: tuple[str, ...] = ()
    """What made the claim and its score."""

    def __post_init__(self) -> None:
        for field in ("id", "event", "status"):
            if not getattr(self, field):
                raise self.invalid(field, "a claim needs one")
        if not self.span.covers(self.trigger):
            raise self.invalid("trigger", f"it lies outside the claim's span, {self.span}")
        if self.quad is not None and self.quad not in (1, 2, 3, 4):
            raise self.invalid("quad", "a quad class is 1, 2, 3 or 4")
        if not 0 <= self.score <= 1:
            raise self.invalid("score", "a score lies between 0 and 1")

    @staticmethod
    def identify(
        article_id: str,
        event: str,
        status: str,
        trigger: Span,
        actors: Iterable[Span] = (),
        recipients: Iterable[Span] = (),
    ) -> str:
        """The id of the claim that an article makes with these words; scores and resolutions do not change it."""
        parties = (",".join(f"{s.start}-{s.end}" for s in sorted(spans)) for spans in (actors, recipients))
        return content_id("claim", article_id, event, status, trigger.start, trigger.end, *parties)


@dataclass(frozen=True, slots=True)
class Relation(Record):
    """What the report takes for granted: who heads, commands, backs, recognises, opposes, governs, sits where.

    Raises:
        RecordInvalid: without id or predicate, an unknown polarity, or a score that is not from 0 to 1.
    """

    id: str
    """Made from content by `identify`."""
    subject: Party
    predicate: str
    """In the words of the ontology: `holds office`, `seated in`."""
    object: Party
    span: Span
    """The sentence."""
    score: float
    """How likely it is that the relation holds as coded, 0 to 1."""
    polarity: Polarity = "positive"
    """`negative` where the report says that it does not hold: `does not support`."""
    valid: DateSpan | None = None
    """When it held; None where the text does not tell."""
    voices: tuple[Voice, ...] = ()
    """Outermost first, after the outlet."""
    reasons: tuple[str, ...] = ()
    """What made the relation and its score."""

    def __post_init__(self) -> None:
        for field in ("id", "predicate"):
            if not getattr(self, field):
                raise self.invalid(field, "a relation needs one")
        if self.polarity not in get_args(Polarity):
            raise self.invalid("polarity", f"one of {', '.join(get_args(Polarity))} is needed")
        if not 0 <= self.score <= 1:
            raise self.invalid("score", "a score lies between 0 and 1")

    @staticmethod
    def identify(article_id: str, predicate: str, subject: Span, object_: Span, polarity: str = "positive") -> str:
        """The id of the relation that an article states with these words."""
        places = (subject.start, subject.end, object_.start, object_.end)
        return content_id("relation", article_id, predicate, polarity, *places)
