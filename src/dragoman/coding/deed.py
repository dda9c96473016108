"""A deed while it is being read: what will be a mention."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.lexicon import Composition, Family
from dragoman.coding.mention import Filler
from dragoman.coding.roles import Cast
from dragoman.coding.tree import Word, cover
from dragoman.records import Span

SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Events done by saying something."""


@dataclass(eq=False, slots=True)
class Deed:
    """A deed under construction."""

    event: str
    cameo: str | None
    start: Word
    """The verb that carries it, or the noun where none does."""
    trigger: Word
    cast: Cast
    prior: float
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    way: str = ""
    content: list[Word] = field(default_factory=list)
    host: tuple[Filler, ...] = ()
    requested_by: tuple[Filler, ...] = ()
    about: tuple[Span, ...] = ()
    verbal: bool = False
    definite: bool = False
    refers: bool = False
    stative: str | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def trigger_span(self) -> Span:
        """The words that name it: verb and noun, where they stand close."""
        if self.trigger is self.start:
            particles = [kid for kid in self.start.kids("compound:prt") if abs(kid.i - self.start.i) <= 2]
            return cover([self.start, *particles])
        near = abs(self.trigger.i - self.start.i) <= 4
        compounds = [kid for kid in self.trigger.kids("compound") if kid.i < self.trigger.i]
        return cover([self.start, self.trigger] if near else [*compounds, self.trigger])


@dataclass(slots=True)
class Reading:
    """The deeds of a sentence, and the words that came close."""

    deeds: list[Deed] = field(default_factory=list)
    rejected: list[tuple[Word, str]] = field(default_factory=list)


def compose(deed: Deed, family: Family, inner: str | None) -> None:
    """Let the deed inside decide the outer one's code, as the family has it."""
    made = (family.compose or {}).get(inner or "", Composition())
    if inner is not None:
        deed.reasons.append(f"its content is {inner}")
    deed.event = made.event or deed.event
    deed.cameo = made.cameo or deed.cameo
    deed.mode = made.mode or (deed.mode if made.event is None else None)
    deed.contexts = made.contexts or deed.contexts
