"""Finding who says what in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman import coding, language
from dragoman.voices.mention import VoiceMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser


def find(text: str, doc: Doc | None = None) -> list[VoiceMention]:
    """Every saying in a text, in the order of the words that carry them.

    A saying does not reach beyond its sentence yet: of a quotation that goes on, the stretch beside its cue is told.

    Args:
        text: any text; offsets count its characters.
        doc: the same text analysed, if it is; else the shipped English model analyses it, loaded once.

    Raises:
        ModelMissing: there is no `doc`, and the model is not there.
    """
    if not text.strip():
        return []
    analysed = _analyser()(text) if doc is None else doc
    found = coding.attributions(text, [coding.Part(analysed, 0, "body")])
    mentions = [VoiceMention(one.source, one.cue, one.content or None, one.manner, one.stance) for one in found]
    return sorted(mentions, key=lambda mention: mention.cue.start if mention.cue is not None else 0)


@cache
def _analyser() -> Analyser:
    return language.load()
