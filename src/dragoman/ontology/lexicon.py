"""Words that often carry an event: hints for people and coders, never rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.ontology.plover import EventType, Mode


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, in its dictionary form, and the event it often carries."""

    text: str
    part: Literal["verb", "noun"]
    event: str
    mode: str | None
    origin: str
    """PLOVER for the shipped ones, else the extension's name."""


def terms_of(events: Iterable[EventType]) -> Iterator[Term]:
    """The terms that events and their modes name."""
    for event in events:
        things: tuple[EventType | Mode, ...] = (event, *event.modes.values())
        for thing in things:
            mode = thing.code if isinstance(thing, Mode) else None
            yield from (Term(text, "verb", event.code, mode, thing.origin) for text in thing.verbs)
            yield from (Term(text, "noun", event.code, mode, thing.origin) for text in thing.nouns)
