"""Estimates of quality with intervals: percentile bootstrap over documents or sentences.

Everything is counted per sentence first; an estimate sums the counts of resampled documents. Where there are
fewer than `FEWEST_DOCUMENTS` of them, or none are known, sentences are resampled instead, which gives
narrower intervals, since sentences of a document resemble each other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Counts: TypeAlias = NDArray[np.float64]
"""One number for each sentence of a sample."""
Mask: TypeAlias = NDArray[np.bool_]

RESAMPLES: Final = 1000
SEED: Final = 20_250_701
FEWEST_DOCUMENTS: Final = 10
LEVEL: Final = 0.95


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value in percent with the bounds of its 95% interval; not a number where nothing was counted.

    `n` is the number of gold items it rests on, `unit` what was resampled: `document`, `sentence`,
    `case` or `claim`.
    """

    value: float
    low: float
    high: float
    n: int
    unit: str


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The sentences that something is measured on: for each the number of its document, or -1 for all."""

    documents: NDArray[np.int64]
    unit: str = "sentence"
    """What is resampled where the documents do not serve."""

    @classmethod
    def without_documents(cls, count: int, unit: str = "sentence") -> "Sample":
        """A sample of sentences, or other units, whose documents are not known."""
        return cls(np.full(count, -1, dtype=np.int64), unit)

    def ratio(self, right: Counts, total: Counts, where: Mask | None = None) -> Estimate:
        """The share of `right` in `total`, in percent, over all sentences or those of a mask."""
        return self._estimate(np.stack([right, total], axis=1), _ratio, where)

    def f1(self, right: Counts, predicted: Counts, gold: Counts, where: Mask | None = None) -> Estimate:
        """F1, 2 right / (predicted + gold), in percent, over all or those of a mask; `n` counts gold."""
        return self._estimate(np.stack([right, predicted, gold], axis=1), _f1, where)

    def harmonic(
        self, right: Counts, predicted: Counts, found: Counts, gold: Counts, where: Mask | None = None
    ) -> Estimate:
        """F1 where what is right of the predicted is not what is found of the gold; `n` counts gold."""
        return self._estimate(np.stack([right, predicted, found, gold], axis=1), _harmonic, where)

    def _estimate(self, counts: Counts, measure: Callable[[Counts], Counts], where: Mask | None) -> Estimate:
        index = self.documents
        if where is not None:
            index, counts = index[where], counts[where]
        known, unit_of = np.unique(index, return_inverse=True)
        by_document = len(known) >= FEWEST_DOCUMENTS and bool((known >= 0).all())
        if by_document:
            counts = np.stack([np.bincount(unit_of, column) for column in counts.T], axis=1)
        total = counts.sum(axis=0)
        resampled = measure(_weights(len(counts)) @ counts) if len(counts) else np.empty(0)
        resampled = resampled[np.isfinite(resampled)]
        tail = 100 * (1 - LEVEL) / 2
        low, high = np.percentile(resampled, (tail, 100 - tail)) if len(resampled) else (np.nan, np.nan)
        return Estimate(
            value=float(measure(total[None, :])[0]),
            low=float(low),
            high=float(high),
            n=round(float(total[-1])),
            unit="document" if by_document else self.unit,
        )


def _ratio(sums: Counts) -> Counts:
    right, total = sums.T
    return _percent(right, total)


def _f1(sums: Counts) -> Counts:
    right, predicted, gold = sums.T
    return _percent(2 * right, predicted + gold)


def _harmonic(sums: Counts) -> Counts:
    right, predicted, found, gold = sums.T
    precision, recall = _percent(right, predicted), _percent(found, gold)
    none = (precision == 0) & (recall == 0)
    return np.divide(
        2 * precision * recall, precision + recall, out=np.where(none, 0.0, np.nan), where=precision + recall > 0
    )


def _percent(part: Counts, whole: Counts) -> Counts:
    """What share the part is, in percent; not a number where there is no whole."""
    return np.divide(100 * part, whole, out=np.full_like(whole, np.nan), where=whole > 0)


@lru_cache(maxsize=16)
def _weights(units: int) -> Counts:
    """resamples, units: how often each unit is drawn in each resample; the same for every measure."""
    generator = np.random.default_rng((SEED, units))
    return generator.multinomial(units, np.full(units, 1 / units), size=RESAMPLES).astype(np.float64)
