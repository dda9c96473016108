"""The best sequence of entity tags: B- and I- tags that follow one another as they may."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


class TagDecoder:
    """Viterbi decoding over a fixed inventory of BIO tags."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._before = np.zeros((len(tags), len(tags)))
        for j, tag in enumerate(tags):
            if tag.startswith("I-"):
                for i, last in enumerate(tags):
                    if last[2:] != tag[2:]:
                        self._before[i, j] = _NEVER
        self._first = np.array([_NEVER if t.startswith("I-") else 0.0 for t in tags])

    def best(self, scores: NDArray[np.floating]) -> NDArray[np.int64]:
        """Tags (indices) of the highest-scoring allowed sequence; `scores` is words x tags."""
        greedy = scores.argmax(1)
        penalty = self._first[greedy[0]] + self._before[greedy[:-1], greedy[1:]].sum()
        if penalty == 0.0:
            return np.asarray(greedy, dtype=np.int64)
        total = self._first + scores[0].astype(np.float64)
        back = []
        for row in scores[1:].astype(np.float64):
            ways = total[:, None] + self._before
            best = ways.argmax(0)
            back.append(best)
            total = ways[best, np.arange(len(best))] + row
        path = [int(total.argmax())]
        for best in reversed(back):
            path.append(int(best[path[-1]]))
        return np.array(path[::-1], dtype=np.int64)


def tag_spans(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first word, word after the last, type) of each entity in a BIO sequence."""
    out: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        if tag.startswith("B-"):
            out.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-") and out and out[-1][1] == i and out[-1][2] == tag[2:]:
            out[-1] = (out[-1][0], i + 1, tag[2:])
    return out
