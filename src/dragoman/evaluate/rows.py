"""Rows of a report from gold data and the docs that an analyser makes of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from dragoman.evaluate import spans, trees
from dragoman.evaluate.bio import Entity, retype
from dragoman.evaluate.cases import WireCase
from dragoman.evaluate.conllu import Document, RawText
from dragoman.evaluate.naming import UNDECIDED_PLACE
from dragoman.evaluate.report import Row
from dragoman.evaluate.statistics import Estimate, Mask, Sample

if TYPE_CHECKING:
    from spacy.tokens import Doc

ALL: Final = "all"
PLACES: Final = frozenset(("GPE", "LOC", UNDECIDED_PLACE))
PLACE: Final = "place"
"""GPE, LOC and undecided places as one type."""


def row(measure: str, dataset: str, slice_: str, estimate: Estimate) -> Row:
    """A row without floor and goal."""
    return Row(measure, dataset, slice_, estimate.value, estimate.low, estimate.high, estimate.n, estimate.unit)


def of_trees(
    dataset: str, documents: Sequence[Document], docs: Sequence["Doc"], *, genres: bool, labels: bool
) -> list[Row]:
    """Rows for tags, lemmas and trees; the measures are defined in `trees`.

    Args:
        dataset: what to call the data.
        documents: gold.
        docs: what the analyser made of each of their sentences, given in gold words.
        genres: add rows for each genre.
        labels: add rows for each relation: precision, recall and F1 of head and full label together.
    """
    sentences = [sentence for document in documents for sentence in document.sentences]
    ours = trees.gold(sentences)
    theirs = trees.predicted(docs, [sentence.words for sentence in sentences])
    sample, genre_of = _sample(documents)
    slices: dict[str, Mask | None] = {ALL: None}
    if genres:
        slices |= {f"genre={genre}": genre_of == genre for genre in sorted(set(genre_of.tolist()))}
    counts = trees.counts(ours, theirs, len(sentences))
    found: list[Row] = []
    for name, where in slices.items():
        found += [row(m, dataset, name, sample.ratio(*counts[m], where)) for m in trees.MEASURES]
    if labels:
        for label, scored in trees.by_label(ours, theirs, len(sentences)).items():
            found += _scored("relation", dataset, f"label={label}", sample, scored)
    return found


def of_entities(
    dataset: str,
    gold: Sequence[Sequence[Entity]],
    docs: Sequence["Doc"],
    types: Sequence[str],
    *,
    sample: Sample | None = None,
    without: Sequence[str] = (),
    apart: bool = False,
    place: str = PLACE,
) -> list[Row]:
    """Rows for named entities: exact spans and types, together and by type.

    Args:
        dataset: what to call the data.
        gold: for each sentence its entities; places as GPE, LOC or PLACE.
        docs: what the analyser made of each sentence, given in gold words.
        types: what is scored, `place` among them; others are ignored on both sides.
        sample: the documents of the sentences, where known.
        without: types left out of one more row over all others.
        apart: add rows for GPE and LOC apart: undecided gold places, and predictions of just these spans, are
            left out there.
        place: what to call GPE, LOC and PLACE as one type.
    """
    sample = sample or Sample.without_documents(len(gold))
    predicted = [[(entity.start, entity.end, entity.label_) for entity in doc.ents] for doc in docs]
    ours, theirs = _folded(gold, place), _folded(predicted, place)
    scored = spans.entities(ours, theirs, types)
    found = _scored("entity", dataset, ALL, sample, spans.micro(scored, types))
    for kind in without:
        others = [other for other in types if other != kind]
        found += _scored("entity", dataset, f"type=all but {kind}", sample, spans.micro(scored, others))
    for kind in types:
        found += _scored("entity", dataset, f"type={kind}", sample, scored[kind])
    if apart:
        decided = [
            [entity for entity in found_ if (*entity[:2], UNDECIDED_PLACE) not in set(wanted)]
            for wanted, found_ in zip(gold, predicted, strict=True)
        ]
        for kind, counts in spans.entities(gold, decided, ("GPE", "LOC")).items():
            found += _scored("entity", dataset, f"type={kind}", sample, counts)
    return found


def of_raw_text(
    dataset: str, documents: Sequence[Document], raw: Sequence[RawText], docs: Sequence["Doc"]
) -> list[Row]:
    """Rows for the sentences and tokens that an analyser finds in raw text, over all and by genre.

    `sentence`: exact start and end, white space at the ends aside. `token`: exact start and end of every
    token that is not white space, against the words of the treebank.
    """
    sample, genre_of = _sample(documents)
    parts: dict[str, list[spans.Scored]] = {"sentence": [], "token": []}
    for text, doc in zip(raw, docs, strict=True):
        starts = np.array([start for start, _ in text.sentences])
        gold = spans.as_ranges(text.sentences)
        parts["sentence"].append(spans.ranges(gold, spans.as_ranges(sentence_spans(doc)), starts))
        words = spans.as_ranges(span for sentence in text.words for span in sentence)
        tokens = spans.as_ranges((t.idx, t.idx + len(t)) for t in doc if not t.is_space)
        parts["token"].append(spans.ranges(words, tokens, starts))
    found: list[Row] = []
    for slice_, where in [
        (ALL, None),
        *((f"genre={g}", genre_of == g) for g in sorted(set(genre_of.tolist()))),
    ]:
        for measure, counts in parts.items():
            right, theirs, ours = (np.concatenate([part[i] for part in counts]) for i in range(3))
            found += _scored(measure, dataset, slice_, sample, (right, theirs, ours), where)
    return found


def of_cases(dataset: str, cases: Sequence[WireCase], docs: Sequence["Doc"]) -> list[Row]:
    """Rows for cases of sentence splitting: the share of cases right throughout; F1 of their sentences."""
    counts = np.zeros((4, len(cases)))
    for i, (case, doc) in enumerate(zip(cases, docs, strict=True)):
        wanted, got = set(case.sentences), set(sentence_spans(doc))
        counts[:, i] = (wanted == got, len(wanted & got), len(got), len(wanted))
    sample = Sample.without_documents(len(cases), "case")
    manners = np.array([case.manner for case in cases])
    found: list[Row] = []
    slices = [(ALL, None), *((f"manner={m}", manners == m) for m in dict.fromkeys(manners.tolist()))]
    for name, where in slices:
        ratio = sample.ratio(counts[0], np.ones(len(cases)), where)
        found.append(row("cases right", dataset, name, ratio))
        found.append(row("sentence F1", dataset, name, sample.f1(counts[1], counts[2], counts[3], where)))
    return found


def sentence_spans(doc: "Doc") -> list[tuple[int, int]]:
    """The character spans of a doc's sentences, without outer white space and without empty ones."""
    found = (spans.trimmed(doc.text, s.start_char, s.end_char) for s in doc.sents) if len(doc) else ()
    return [span for span in found if span[0] < span[1]]


def sample_of(documents: Sequence[Document]) -> Sample:
    """The sentences of documents as a sample."""
    return _sample(documents)[0]


def _sample(documents: Sequence[Document]) -> tuple[Sample, NDArray[np.str_]]:
    """The sentences as a sample, and the genre of each."""
    lengths = [len(document.sentences) for document in documents]
    genres = np.repeat(np.array([document.genre for document in documents], dtype=np.str_), lengths)
    return Sample(np.repeat(np.arange(len(documents)), lengths)), genres


def _scored(
    measure: str,
    dataset: str,
    slice_: str,
    sample: Sample,
    scored: spans.Scored,
    where: Mask | None = None,
) -> list[Row]:
    """Precision, recall and F1 as rows."""
    right, predicted, gold = scored
    estimates: Iterable[tuple[str, Estimate]] = (
        ("P", sample.ratio(right, predicted, where)),
        ("R", sample.ratio(right, gold, where)),
        ("F1", sample.f1(right, predicted, gold, where)),
    )
    return [row(f"{measure} {name}", dataset, slice_, estimate) for name, estimate in estimates]


def _folded(sentences: Sequence[Sequence[Entity]], place: str) -> list[list[Entity]]:
    """The entities with all places as one type."""

    def fold(entity: Entity) -> str:
        return place if entity[2] in PLACES else entity[2]

    return [retype(entities, fold) for entities in sentences]
