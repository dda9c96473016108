"""From a phrase to who it means."""

import re
from datetime import date
from typing import Final

from dragoman.actors.context import ActorContext
from dragoman.actors.grammar import Grammar
from dragoman.actors.knowledge import knowledge
from dragoman.actors.people import People
from dragoman.actors.reader import Reader
from dragoman.actors.resolution import Resolution

_APPOSITION: Final = re.compile(r"\s*,\s+")
_PRONOUNS: Final = frozenset(("he", "she", "him", "her", "his"))


def resolve(phrase: str, on: date | str | None = None, context: ActorContext | None = None) -> Resolution | None:
    """Who a phrase means; None where it has neither identity nor country nor sector.

    Args:
        phrase: any words that act in the news: `Benghazi police`, `the Libyan National Army commander`.
        on: the day for which roles are asked, in ISO form if a string; None for the last that is known.
        context: what the article has told before; `resolve` reads it and leaves it to the caller to `remember`.

    Raises:
        ValueError: the day is a string and no ISO date.
    """
    day = date.fromisoformat(on) if isinstance(on, str) else on
    grammar = Grammar(knowledge(), day, context)
    reader = Reader(grammar, People(grammar))
    plain = phrase.strip().strip("\"'“”‘’").strip()
    if plain.lower() in _PRONOUNS:
        return reader.pronoun(plain)
    parts = _APPOSITION.split(plain)
    found = reader.read(parts[0])
    if len(parts) == 1 or (found is not None and found.actor is not None and found.actor.kind == "person"):
        return found
    if found is None:
        return reader.named(parts[0], reader.read(", ".join(parts[1:])))
    return found
