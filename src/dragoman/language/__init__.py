"""The analysis of language: text in, a spaCy Doc with sentences, tags, lemmas, a UD tree and entities out.

analyser = dragoman.language.load()
doc = analyser("Mali recalled its envoy. Niger did not.")
"""

from __future__ import annotations

from dragoman.language.engines import Analyser, Engine, engines
from dragoman.language.model import ModelInfo, model_info

__all__ = ["Analyser", "Engine", "ModelInfo", "engines", "load", "model_info"]


def load(name: str = "en", engine: str = "dragoman") -> Analyser:
    """An analyser: the model `name` of the engine `engine`.

    For the shipped engine `name` is a folder under the package's models (`en`); for `spacy` an installed UD pipeline;
    for `stanza` a language code. Raises `EngineUnknown`, `EngineUnavailable`, `ModelMissing` or `ModelMismatch`.
    """
    return engines.get(engine)(name)
