"""Engine `stanza`: Stanza's pipelines, for languages that we ship no model for (the models must be installed)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dragoman.errors import EngineUnavailable
from dragoman.language.labels import FROM_ONTONOTES
from dragoman.text import normalise

Pipeline = Callable[[Any], Any]
"""A Stanza pipeline: text, or lists of words when it was made for pretokenised text, in; a Stanza document out."""


def load(name: str) -> StanzaAnalyser:
    """Stanza's installed models for the language `name`. Raises `EngineUnavailable`; downloads nothing."""
    try:
        stanza = import_module("stanza")
    except ImportError as error:
        raise EngineUnavailable("stanza", "stanza", "Stanza is not installed") from error

    def pipeline(pretokenised: bool) -> Pipeline:
        try:
            made: Pipeline = stanza.Pipeline(
                name, download_method=None, verbose=False, tokenize_pretokenized=pretokenised
            )
        except Exception as error:  # Stanza raises errors of many kinds where a model is absent.
            raise EngineUnavailable("stanza", "", f"no models for {name!r}: {error}") from error
        return made

    return StanzaAnalyser(pipeline(False), pipeline(True))


class StanzaAnalyser:
    """Stanza's analyses as spaCy Docs; multi-word tokens are kept as their one surface token."""

    def __init__(self, on_text: Pipeline, on_words: Pipeline) -> None:
        self._on_text = on_text
        self._on_words = on_words
        self._vocab = spacy.blank("xx").vocab

    def __call__(self, text: str) -> Doc:
        """Analyse one text."""
        plain = normalise(text)
        return _doc(self._vocab, plain, self._on_text(plain).sentences)

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:  # noqa: ARG002
        """Analyse many texts, in order; always in this process."""
        yield from map(self, texts)

    def analyse_words(self, sentences: Sequence[Sequence[str]]) -> list[Doc]:
        """Analyse sentences that are split into words already."""
        docs = []
        for words in sentences:
            analysed = self._on_words([list(words)])
            docs.append(_doc(self._vocab, None, analysed.sentences))
        return docs


def _doc(vocab: Vocab, text: str | None, sentences: Sequence[Any]) -> Doc:
    """A Doc of Stanza sentences; the text between tokens becomes white-space tokens, so that it is reproduced."""
    columns: dict[str, Any] = {k: [] for k in ("words", "spaces", "pos", "tags", "lemmas", "heads", "deps")}
    starts: list[bool] = []
    entities: list[tuple[int, int, str]] = []
    end = 0

    def add(word: str, pos: str, tag: str, lemma: str, head: int, dep: str, start: bool) -> None:
        values = (word, False, pos, tag, lemma, head, dep)
        for column, value in zip(columns.values(), values, strict=True):
            column.append(value)
        starts.append(start)

    def gap(until: int) -> None:
        """Account for the text between the last token and the next."""
        between = "" if text is None else text[end:until]
        if between.startswith(" ") and columns["words"]:
            columns["spaces"][-1] = True
            between = between[1:]
        if between:
            here = len(columns["words"])
            add(between, "SPACE", "_SP", between, max(here - 1, 0), "dep", False)

    for sentence in sentences:
        place: dict[int, int] = {}
        heads: list[tuple[int, int]] = []
        first = True
        for token in sentence.tokens:
            if text is not None:
                gap(token.start_char)
                end = token.end_char
            at = len(columns["words"])
            inside = {word.id for word in token.words}
            place.update(dict.fromkeys(inside, at))
            # The word whose head lies outside the token stands for all of it.
            word = next(w for w in token.words if w.head not in inside)
            add(token.text, word.upos, word.xpos or "", word.lemma or token.text, at, word.deprel, first)
            if text is None:
                columns["spaces"][-1] = True
            heads.append((at, word.head))
            first = False
            _note_entity(entities, at, token.ner or "O")
        for at, head in heads:
            columns["heads"][at] = place[head] if head else at
    if text is not None:
        gap(len(text))
    doc = Doc(vocab, **columns)
    doc.set_ents([Span(doc, a, b, label=label) for a, b, label in entities])
    return doc


def _note_entity(entities: list[tuple[int, int, str]], at: int, mark: str) -> None:
    """Extend the entities by the token at `at`, whose BIOES mark is `mark`."""
    label = FROM_ONTONOTES.get(mark[2:])
    if label is None:
        return
    if mark[0] in "BS":
        entities.append((at, at + 1, label))
    elif entities and entities[-1][1] == at and entities[-1][2] == label:
        entities[-1] = (entities[-1][0], at + 1, label)
