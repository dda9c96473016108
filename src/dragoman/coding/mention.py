"""What coding finds in a sentence: deeds, sayings and standing relations, as spans of the article."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dragoman.records import Manner, Span, Stance


@dataclass(frozen=True, slots=True)
class Filler:
    """The holder of a role: the words that name it, and how the role came to it."""

    span: Span
    core: Span
    """The name or head within it."""
    how: str
    named: bool = True
    """False where the words name a thing, not somebody."""
    speaker: bool = False
    """Whether it is the speaker of the words, as `we` is."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A saying in the text: whose words a stretch is."""

    source: Span | None
    core: Span | None
    cue: Span | None
    manner: Manner
    stance: Stance
    dates: tuple[int, ...] = ()
    """The date expressions that tell when it was said, by their place in the list given."""
    document: bool = False
    """Whether the source is a document, such as `the statement`, which somebody else issued."""
    head: int = -1
    """The sentence's word that carries the saying."""
    content: tuple[Span, ...] = ()
    """What is said: its stretches in this sentence, in order, without source and cue."""


@dataclass(frozen=True, slots=True)
class Governing:
    """A date expression that tells when a deed was done, and how we know."""

    date: int
    """Its place in the list of expressions given."""
    how: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of a deed."""

    event: str
    cameo: str | None
    trigger: Span
    sentence: Span
    block: str
    paragraph: int
    status: str = "asserted"
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    requested_by: tuple[Filler, ...] = ()
    host: tuple[Filler, ...] = ()
    about: tuple[Span, ...] = ()
    reciprocal: bool = False
    verbal: bool = False
    """Whether the deed is itself something said, done by saying it."""
    definite: bool = False
    """Whether the words point back to a deed told before (`the meeting`)."""
    refers: bool = False
    """Whether it only adds to a deed told elsewhere in the report, and is none of its own."""
    answers: bool = False
    """Whether it is told as the answer to what was told before."""
    background: bool = False
    """Whether the words themselves place it in the past before the report."""
    voices: tuple[Attribution, ...] = ()
    dates: tuple[Governing, ...] = ()
    places: tuple[int, ...] = ()
    """The place expressions in the clause, by their place in the list given, the closest first."""
    prior: float = 0.8
    reasons: tuple[str, ...] = ()

    def but(self, **changes: Any) -> Mention:
        """A copy with changes."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class RelationMention:
    """One telling of a standing relation."""

    predicate: str
    subject: Filler
    object: Filler
    sentence: Span
    polarity: str = "positive"
    historical: bool = False
    voices: tuple[Attribution, ...] = ()
    dates: tuple[Governing, ...] = ()
    prior: float = 0.8
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Uncoded:
    """Words that look like a deed and were not coded, with the reason."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """All that coding found in an article."""

    mentions: tuple[Mention, ...] = ()
    relations: tuple[RelationMention, ...] = ()
    uncoded: tuple[Uncoded, ...] = ()
    attributions: tuple[Attribution, ...] = ()
