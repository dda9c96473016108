"""Scores tags, lemmas and trees of sentences given in their gold words.

Every measure counts all words, punctuation included.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import WordsChanged
from dragoman.evaluate.conllu import Sentence
from dragoman.evaluate.statistics import Counts

if TYPE_CHECKING:
    from spacy.tokens import Doc

Texts: TypeAlias = NDArray[np.object_]
Marks: TypeAlias = NDArray[np.bool_]

CORE: Final = frozenset(("nsubj", "nsubj:pass", "obj", "obl", "ccomp", "xcomp", "csubj"))
"""The relations from which claims are read."""

MEASURES: Final = (
    "UPOS", "lemma", "UAS", "LAS", "core LAS", "XPOS", "lemma cased", "LAS+", "core LAS+",
)  # fmt: skip
"""All measures of words, in the order of reports."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The annotation of many sentences, one item a word; `sentence` is the number of the word's sentence.

    `heads` count words of the sentence from 1, with 0 for the root. `labels` are lower-cased.
    """

    sentence: NDArray[np.int64]
    upos: Texts
    xpos: Texts
    lemmas: Texts
    heads: NDArray[np.int64]
    labels: Texts


def gold(sentences: Sequence[Sentence]) -> Words:
    """What a treebank says of its sentences."""
    return Words(
        sentence=_numbers([len(s.words) for s in sentences]),
        upos=_texts([tag for s in sentences for tag in s.upos]),
        xpos=_texts([tag for s in sentences for tag in s.xpos]),
        lemmas=_texts([lemma for s in sentences for lemma in s.lemmas]),
        heads=np.array([head for s in sentences for head in s.heads], dtype=np.int64),
        labels=_texts([label.casefold() for s in sentences for label in s.deprels]),
    )


def predicted(docs: Sequence["Doc"], sentences: Sequence[Sequence[str]]) -> Words:
    """What an analyser says of the sentences it was given in words.

    Raises:
        WordsChanged: a doc has other words than its sentence.
    """
    for doc, words in zip(docs, sentences, strict=True):
        got = tuple(token.text for token in doc)
        if got != tuple(words):
            raise WordsChanged(tuple(words), got)
    tokens = [token for doc in docs for token in doc]
    return Words(
        sentence=_numbers([len(doc) for doc in docs]),
        upos=_texts([token.pos_ for token in tokens]),
        xpos=_texts([token.tag_ for token in tokens]),
        lemmas=_texts([token.lemma_ for token in tokens]),
        heads=np.array([0 if token.head == token else token.head.i + 1 for token in tokens], dtype=np.int64),
        labels=_texts([token.dep_.casefold() for token in tokens]),
    )


def counts(gold: Words, predicted: Words, sentences: int) -> dict[str, tuple[Counts, Counts]]:
    """For each of `MEASURES`: per sentence, how many words are right and how many count."""
    every = np.ones(len(gold.heads), dtype=np.bool_)
    core, core_marks = right_core(gold, predicted)
    found: dict[str, tuple[Counts, Counts]] = {}
    for among, measures in ((every, right(gold, predicted)), (core, core_marks)):
        total = per_sentence(gold, among, sentences)
        found |= {name: (per_sentence(gold, marks & among, sentences), total) for name, marks in measures.items()}
    return found


def right(gold: Words, predicted: Words) -> dict[str, Marks]:
    """For each measure, which words are right.

    - `UPOS`, `XPOS`: the tag is the gold tag.
    - `UAS`: the head is right. `LAS`: head and universal label are, subtypes stripped (`nmod:poss` is
      `nmod`), as in the CoNLL 2018 shared task. `LAS+`: head and full label are.
    - `lemma`: the lemma is right but for case. `lemma cased`: it is right to the letter. Both with the tags
      that the analyser itself gave.
    """
    heads = gold.heads == predicted.heads
    full = gold.labels == predicted.labels
    return {
        "UPOS": gold.upos == predicted.upos,
        "XPOS": gold.xpos == predicted.xpos,
        "UAS": heads,
        "LAS": heads & (universal(gold.labels) == universal(predicted.labels)),
        "LAS+": heads & full,
        "lemma": _lowered(gold.lemmas) == _lowered(predicted.lemmas),
        "lemma cased": gold.lemmas == predicted.lemmas,
    }


def right_core(gold: Words, predicted: Words) -> tuple[Marks, dict[str, Marks]]:
    """Which words are core arguments in gold, and which are right by `core LAS` and `core LAS+`.

    A word is a core argument when its gold label, subtypes stripped but for `nsubj:pass`, is in `CORE`; so
    `obl:agent` and `obl:unmarked` count as `obl`, `nsubj:outer` as `nsubj`, `csubj:pass` as `csubj`. It is
    right by `core LAS` when the head is, and the label after the same stripping: `nsubj` for `nsubj:pass` is
    wrong, and `nsubj:pass` for `nsubj`; `obl` for `obl:tmod` is right. By `core LAS+` the full label must be
    the gold one.
    """
    ours, theirs = _core(gold.labels), _core(predicted.labels)
    core = np.isin(ours.astype(str), sorted(CORE))
    heads = gold.heads == predicted.heads
    return core, {
        "core LAS": heads & (ours == theirs),
        "core LAS+": heads & (gold.labels == predicted.labels),
    }


def by_label(gold: Words, predicted: Words, sentences: int) -> dict[str, tuple[Counts, Counts, Counts]]:
    """For each full label found in gold: per sentence, how many words right, predicted and gold.

    A word with the label is right when gold gives it the same head and full label.
    """
    hit = (gold.heads == predicted.heads) & (gold.labels == predicted.labels)
    found: dict[str, tuple[Counts, Counts, Counts]] = {}
    for label in sorted(set(gold.labels)):
        theirs, ours = predicted.labels == label, gold.labels == label
        found[label] = (
            per_sentence(gold, hit & ours, sentences),
            per_sentence(gold, theirs, sentences),
            per_sentence(gold, ours, sentences),
        )
    return found


def per_sentence(words: Words, marks: Marks, sentences: int) -> Counts:
    """How many words of each sentence are marked."""
    return np.bincount(words.sentence, marks, minlength=sentences).astype(np.float64)


def universal(labels: Texts) -> Texts:
    """The labels without their subtypes."""
    return _mapped(labels, lambda label: label.partition(":")[0])


def _core(labels: Texts) -> Texts:
    return _mapped(labels, lambda label: label if label == "nsubj:pass" else label.partition(":")[0])


def _lowered(texts: Texts) -> Texts:
    return _mapped(texts, str.casefold)


def _mapped(texts: Texts, change: Callable[[str], str]) -> Texts:
    """The texts, each changed; every different one once."""
    known = {text: change(text) for text in set(texts)}
    return _texts([known[text] for text in texts])


def _texts(values: Sequence[str]) -> Texts:
    array = np.empty(len(values), dtype=np.object_)
    array[:] = values
    return array


def _numbers(lengths: Sequence[int]) -> NDArray[np.int64]:
    return np.repeat(np.arange(len(lengths)), lengths)
