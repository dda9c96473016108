"""Where sentences begin: the model's word for it, and the few things that rules know better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.language.features import GLUED

_LIST_MARKER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{1,4}[.)]|[-*+•·▪●◦■>–—])[ ]+(?=\S)")
_NEVER_LAST = {":", ","}
"""Marks that end no sentence."""


def list_marker(text: str) -> int:
    """Length of the list marker that `text` opens with ("2. ", "(a) ", "- "), 0 where it opens with none."""
    match = _LIST_MARKER.match(text)
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of how a run of words opens: no sentence begins inside its first `words` words.

    With `alone` those words, a dateline, are a sentence of their own; else they belong to the sentence they open.
    """

    words: int = 0
    alone: bool = False


def sentence_starts(
    likely: NDArray[np.bool_], words: Sequence[str], glue: Sequence[int], opening: Opening, offset: int = 0
) -> list[int]:
    """Words of a window at which sentences begin, in order; the first word always is one.

    `likely` is the model's word for each word of the window, which begins at word `offset` of its run. No sentence
    begins after a colon or a comma, and none is made of marks alone: marks go with what they are glued to.
    """
    at = opening.words - offset
    first_free = max(1, at + 1)
    starts = [i for i in np.flatnonzero(likely).tolist() if i >= first_free and words[i - 1] not in _NEVER_LAST]
    if opening.alone and 0 < at < len(words):
        starts.insert(0, at)
    starts.insert(0, 0)
    return _without_bare_marks(starts, words, glue)


def _without_bare_marks(starts: list[int], words: Sequence[str], glue: Sequence[int]) -> list[int]:
    """The starts without those that would leave a sentence no letter or digit."""
    kept: list[int] = []
    pending = -1
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        if pending >= 0:
            kept.append(pending)
            pending = -1
        elif any(c.isalnum() for word in words[start:end] for c in word):
            kept.append(start)
        elif end < len(words) and (glue[end] == GLUED or not kept):
            pending = start
        elif not kept:
            kept.append(start)
    return kept
