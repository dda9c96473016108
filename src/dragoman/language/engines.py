"""The table of engines that can analyse language, and what they all offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dragoman.errors import EngineUnknown
from dragoman.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc


@runtime_checkable
class Analyser(Protocol):
    """Reads text; gives spaCy Docs with UPOS, PTB tags, lemmas, UD trees, entities and sentence starts.

    Labels are Universal Dependencies' (`nsubj:pass`, `root`); entities are PER, ORG, GPE, LOC, NORP, EVENT, DATE. The
    text of a Doc has the length of the text given: offsets into the one hold in the other.
    """

    def __call__(self, text: str) -> Doc:
        """Analyse one text."""
        ...

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:
        """Analyse many texts, in order, with as many processes."""
        ...

    def analyse_words(self, sentences: Sequence[Sequence[str]]) -> list[Doc]:
        """Analyse sentences that are split into words already, each into a Doc of one sentence."""
        ...


class Engine(Protocol):
    """Makes an analyser for a model's name. Raises `EngineUnavailable` where it cannot run."""

    def __call__(self, name: str) -> Analyser:
        """Load the model `name`."""
        ...


engines: Registry[Engine] = Registry(
    {
        "dragoman": "dragoman.language.shipped:load",
        "spacy": "dragoman.language.spacy_engine:load",
        "stanza": "dragoman.language.stanza_engine:load",
    },
    unknown=EngineUnknown,
    group="dragoman.engines",
)
