"""Scores spans: entities within sentences, sentences and tokens within texts."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dragoman.evaluate.bio import Entity
from dragoman.evaluate.statistics import Counts

Scored: TypeAlias = tuple[Counts, Counts, Counts]
"""Per sentence: how many right, predicted, gold."""

_WIDTH: Final = 1 << 31


def entities(
    gold: Sequence[Iterable[Entity]], predicted: Sequence[Iterable[Entity]], types: Sequence[str]
) -> dict[str, Scored]:
    """For each type: per sentence, how many entities are right, predicted and gold.

    An entity is right when gold has one with the same first word, last word and type. Other types are ignored
    on both sides.
    """
    row = {kind: i for i, kind in enumerate(types)}
    counts = np.zeros((3, len(types), len(gold)))
    for at, (ours, theirs) in enumerate(zip(gold, predicted, strict=True)):
        wanted, found = set(ours), set(theirs)
        for number, spans in enumerate((wanted & found, found, wanted)):
            for _, _, kind in spans:
                if kind in row:
                    counts[number, row[kind], at] += 1
    return {kind: (counts[0, i], counts[1, i], counts[2, i]) for kind, i in row.items()}


def micro(scored: Mapping[str, Scored], types: Sequence[str]) -> Scored:
    """The counts of several types together."""
    right, predicted, gold = (np.sum([scored[kind][i] for kind in types], axis=0) for i in range(3))
    return right, predicted, gold


def ranges(gold: NDArray[np.int64], predicted: NDArray[np.int64], starts: NDArray[np.int64]) -> Scored:
    """Character ranges right, predicted and gold for each sentence of a text.

    A range is right when gold has the same start and end. Each counts in the sentence in which it starts.

    Args:
        gold: ranges, 2: start and end of each.
        predicted: the same.
        starts: where each gold sentence of the text starts, ascending.
    """
    ours, theirs = np.unique(_codes(gold)), np.unique(_codes(predicted))
    both = np.intersect1d(ours, theirs, assume_unique=True)
    return _binned(both, starts), _binned(theirs, starts), _binned(ours, starts)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends; empty where it holds nothing else."""
    piece = text[start:end]
    kept = piece.lstrip()
    start = end - len(kept)
    return start, start + len(kept.rstrip())


def as_ranges(pairs: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """ranges, 2: the pairs that are not empty."""
    return np.array([pair for pair in pairs if pair[0] < pair[1]], dtype=np.int64).reshape(-1, 2)


def _codes(ranges_: NDArray[np.int64]) -> NDArray[np.int64]:
    return ranges_[:, 0] * _WIDTH + ranges_[:, 1]


def _binned(codes: NDArray[np.int64], starts: NDArray[np.int64]) -> Counts:
    unit = np.maximum(np.searchsorted(starts, codes // _WIDTH, side="right") - 1, 0)
    return np.bincount(unit, minlength=len(starts)).astype(np.float64)
