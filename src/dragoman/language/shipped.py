"""The engine that comes with the package: text or words in, spaCy Docs out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, TAG
from spacy.parts_of_speech import IDS as POS_IDS
from spacy.tokens import Doc

from dragoman.language.boundaries import Opening, list_marker
from dragoman.language.features import GLUED, SPACED
from dragoman.language.graphs import Graphs, Sentence
from dragoman.language.lemmas import Lemmatiser
from dragoman.language.model import ModelInfo, model_info
from dragoman.language.parallel import in_processes
from dragoman.language.tokens import make_tokeniser
from dragoman.text import dateline, normalise, paragraph_breaks

Annotation = NDArray[np.int32]
"""The analysis of a document: tokens x (upos, xpos, deprel, entity tag, way to the head); -1 for white space."""

_UPOS, _XPOS, _DEPREL, _ENTITY, _HEAD = range(5)
_ATTRIBUTES = [POS, TAG, DEP, HEAD, LEMMA, MORPH, ENT_IOB, ENT_TYPE]
_IOB = {"I": 1, "O": 2, "B": 3}


def load(name: str = "en") -> ShippedAnalyser:
    """The shipped model `name`; raises as `model_info` does."""
    return ShippedAnalyser(model_info(name))


class ShippedAnalyser:
    """Sentences, tags, lemmas, trees and entities of a shipped model. Use one instance a thread."""

    def __init__(self, info: ModelInfo) -> None:
        self.info = info
        self._graphs = Graphs(info)
        self._lemmas = Lemmatiser.read(info.path / "lemmas.json")
        self._nlp = make_tokeniser(info.languages[0])
        self.vocab = self._nlp.vocab
        add = self.vocab.strings.add
        # The last entry of each table is white space's: label -1.
        self._columns = {
            POS: np.array([*(POS_IDS[u] for u in info.upos), POS_IDS["SPACE"]], dtype=np.uint64),
            TAG: np.array([*map(add, info.xpos), add("_SP")], dtype=np.uint64),
            DEP: np.array([*map(add, info.deprel), add("dep")], dtype=np.uint64),
            ENT_IOB: np.array([*(_IOB[t[0]] for t in info.entity), _IOB["O"]], dtype=np.uint64),
            ENT_TYPE: np.array([*(add(t[2:]) if t != "O" else 0 for t in info.entity), 0], dtype=np.uint64),
        }
        self._forms: dict[tuple[str, int, int], tuple[int, int]] = {}

    def __call__(self, text: str) -> Doc:
        """Analyse one text; the Doc's text is `normalise(text)`, which has the same length."""
        doc = self._nlp.make_doc(normalise(text))
        return self.fill(doc, self.annotate(doc))

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:
        """Analyse many texts, in order; with `processes` above one in that many worker processes."""
        if processes <= 1:
            yield from map(self, texts)
            return
        for text, annotation in in_processes(self.info, texts, processes):
            yield self.fill(self._nlp.make_doc(normalise(text)), annotation)

    def analyse_words(self, sentences: Sequence[Sequence[str]]) -> list[Doc]:
        """Analyse sentences that are split into words already: one Doc, of one sentence, for each."""
        docs = []
        for words in sentences:
            doc = Doc(self.vocab, words=list(words))
            if words:
                self.fill(doc, _lay_out(len(doc), list(range(len(doc))), [self._graphs.sentence(words)]))
            docs.append(doc)
        return docs

    def make_doc(self, text: str) -> Doc:
        """Tokenise `text`."""
        return self._nlp.make_doc(text)

    def annotate(self, doc: Doc) -> Annotation:
        """What the model says of a tokenised text."""
        places, sentences = self._read(doc)
        return _lay_out(len(doc), places, sentences)

    def with_states(self, text: str) -> tuple[Doc, list[tuple[list[int], Sentence]]]:
        """A text's Doc, and each sentence's tokens with what the model says of them, the encoder's states included.

        Heads are counted in the text's words (tokens that are no white space). For training further heads.
        """
        doc = self._nlp.make_doc(normalise(text))
        places, sentences = self._read(doc)
        self.fill(doc, _lay_out(len(doc), places, sentences))
        return doc, [(places[s.first : s.last], s) for s in sentences]

    def _read(self, doc: Doc) -> tuple[list[int], list[Sentence]]:
        """The tokens that are no white space, and the sentences over them."""
        places: list[int] = []
        sentences: list[Sentence] = []
        text = doc.text
        for run in _paragraphs(doc, text):
            glue = [
                SPACED,
                *(GLUED if a.end == b.start else SPACED for a, b in pairwise(run)),
            ]
            found = self._graphs.sentences([w.form for w in run], glue, _opening(text, run))
            sentences += [_shift(s, len(places)) for s in found]
            places += [w.token for w in run]
        return places, sentences

    def fill(self, doc: Doc, annotation: Annotation) -> Doc:
        """Write an annotation into the Doc that it was made for."""
        if not len(doc):
            return doc
        tags = self._with_space_inside(annotation)
        array = np.empty((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        for attribute, column in (
            (POS, _UPOS),
            (TAG, _XPOS),
            (DEP, _DEPREL),
        ):
            array[:, _ATTRIBUTES.index(attribute)] = self._columns[attribute][annotation[:, column]]
        for attribute in (ENT_IOB, ENT_TYPE):
            array[:, _ATTRIBUTES.index(attribute)] = self._columns[attribute][tags]
        array[:, _ATTRIBUTES.index(HEAD)] = annotation[:, _HEAD].astype(np.int64).view(np.uint64)
        labels = annotation[:, :2].tolist()
        pairs = [self._form(t.text, u, x) for t, (u, x) in zip(doc, labels, strict=True)]
        array[:, 4:6] = np.array(pairs, dtype=np.uint64)
        doc.from_array(_ATTRIBUTES, cast("Any", array))
        return doc

    def _with_space_inside(self, annotation: Annotation) -> NDArray[np.int32]:
        """Entity tags in which white space between two words of an entity belongs to it, as spaCy wants."""
        tags = annotation[:, _ENTITY].copy()
        following = -1
        for i in range(len(tags) - 1, -1, -1):
            if annotation[i, _UPOS] >= 0:
                following = int(tags[i])
            elif following >= 0 and self.info.entity[following].startswith("I-"):
                tags[i] = following
        return tags

    def _form(self, form: str, upos: int, xpos: int) -> tuple[int, int]:
        """Identifiers of lemma and features in the vocabulary."""
        key = form, upos, xpos
        known = self._forms.get(key)
        if known is None:
            if upos < 0:
                lemma, features = form, "_"
            else:
                lemma, features = self._lemmas(form, self.info.upos[upos], self.info.xpos[xpos])
            known = (
                self.vocab.strings.add(lemma),
                self.vocab.morphology.add("" if features == "_" else features),
            )
            self._forms[key] = known
        return known


class _Word(NamedTuple):
    """A token that is no white space: its place in the Doc and in the text."""

    token: int
    form: str
    start: int
    end: int


def _shift(s: Sentence, by: int) -> Sentence:
    heads = np.where(s.heads < 0, -1, s.heads + by)
    return replace(s, first=s.first + by, last=s.last + by, heads=heads)


def _paragraphs(doc: Doc, text: str) -> Iterator[list[_Word]]:
    """The words of each paragraph; white-space tokens belong to none."""
    breaks = [*paragraph_breaks(text), len(text)]
    run: list[_Word] = []
    at = 0
    for i, token in enumerate(doc):
        form, start = token.text, token.idx
        if form.isspace():
            continue
        if start > breaks[at]:
            if run:
                yield run
                run = []
            while start > breaks[at]:
                at += 1
        run.append(_Word(i, form, start, start + len(form)))
    if run:
        yield run


def _opening(text: str, run: Sequence[_Word]) -> Opening:
    """The dateline or list marker that a paragraph opens with, in words."""
    start = run[0].start
    paragraph = text[start : run[-1].end]
    found = dateline(paragraph)
    length, alone = (found.length, found.alone) if found else (list_marker(paragraph), False)
    return Opening(sum(w.start < start + length for w in run), alone) if length else Opening()


def _lay_out(size: int, places: Sequence[int], sentences: Iterable[Sentence]) -> Annotation:
    """Sentences over the tokens at `places`; white space hangs on the word before it, or on the first word."""
    out = np.full((size, 5), -1, dtype=np.int32)
    out[:, _HEAD] = 0
    if not places:
        return out
    at = np.array(places)
    heads = np.empty(len(at), dtype=np.int64)
    for s in sentences:
        here = at[s.first : s.last]
        for column, values in ((_UPOS, s.upos), (_XPOS, s.xpos), (_DEPREL, s.deprel), (_ENTITY, s.entity)):
            out[here, column] = values
        heads[s.first : s.last] = np.where(s.heads < 0, here, at[s.heads])
    out[at, _HEAD] = heads - at
    everywhere = np.arange(size)
    words = out[:, _UPOS] >= 0
    owner = np.maximum.accumulate(np.where(words, everywhere, -1))
    owner = np.where(owner < 0, at[0], owner)
    out[~words, _HEAD] = (owner - everywhere)[~words]
    return out
