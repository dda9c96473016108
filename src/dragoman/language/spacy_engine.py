"""Engine `spacy`: any installed spaCy pipeline that parses with Universal Dependencies' labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.errors import EngineUnavailable
from dragoman.language.labels import FROM_ONTONOTES, UD_RELATIONS
from dragoman.text import normalise


def load(name: str) -> SpacyAnalyser:
    """The installed pipeline `name`, a package or a folder. Raises `EngineUnavailable`."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise EngineUnavailable("spacy", "", f"no pipeline {name!r} is installed") from error
    return SpacyAnalyser(nlp)


class SpacyAnalyser:
    """A spaCy pipeline with entity types turned into ours. Raises `EngineUnavailable` if its labels are not UD's."""

    def __init__(self, nlp: Language) -> None:
        labels = {label.split(":")[0].lower() for label in nlp.pipe_labels.get("parser", ())}
        if foreign := sorted(labels - UD_RELATIONS):
            raise EngineUnavailable("spacy", "", f"its parser's labels are not UD's: {', '.join(foreign[:5])} ...")
        self._nlp = nlp

    def __call__(self, text: str) -> Doc:
        """Analyse one text."""
        return _our_terms(self._nlp(normalise(text)))

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:
        """Analyse many texts, in order."""
        yield from map(_our_terms, self._nlp.pipe(map(normalise, texts), n_process=processes))

    def analyse_words(self, sentences: Sequence[Sequence[str]]) -> list[Doc]:
        """Analyse sentences that are split into words already."""
        docs = []
        for words in sentences:
            doc = Doc(self._nlp.vocab, words=list(words))
            for token in doc:
                token.is_sent_start = token.i == 0
            docs.append(doc)
        return [_our_terms(doc) for doc in self._nlp.pipe(docs)]


def _our_terms(doc: Doc) -> Doc:
    for token in doc:
        if token.dep_ == "ROOT":
            token.dep_ = "root"
    known = [(e, FROM_ONTONOTES[e.label_]) for e in doc.ents if e.label_ in FROM_ONTONOTES]
    doc.set_ents([Span(doc, e.start, e.end, label=label) for e, label in known])
    return doc
