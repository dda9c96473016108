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

_STOPS = {".", "?", "!", "?!", "!?"}
_CLOSING = {'"', "”", "’", "'", "»", "“", ")", "]", "}"}
_OPENING = {'"', "“", "‘", "'", "«", "„", "(", "["}
_MAY_ABBREVIATE = frozenset(
    "al approx art arts ca cf ch deg dept est etc ext fig figs no nos pp res resp sec tel viz vol vols vs".split()
)
"""Words after which a full stop need not end a sentence, though the tokeniser parts it from them."""
_NEVER_BEFORE_A_SENTENCE = {"e.g.", "i.e.", "cf.", "vs.", "v.", "incl.", "viz."}
_OPENERS = frozenset(
    "The It He She They We This That These Those There But And If When While After Before His Her".split()
)
"""Words with which a sentence begins, and no name."""


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

    `likely` is the model's word for each word of the window, which begins at word `offset` of its run. A full stop
    that is no abbreviation's, with a capital after it, always parts two sentences. None begins after a colon or a
    comma, nor, where there are capitals, in lower case after a question or an abbreviation; and none is made of
    marks alone: marks go with what they are glued to.
    """
    at = opening.words - offset
    first_free = max(1, at + 1)
    cased = any(c.isupper() for word in words for c in word)
    found = {i for i in np.flatnonzero(likely).tolist() if not _runs_on(words, i, cased=cased)}
    found |= _certain(words, glue, cased=cased)
    starts = sorted(i for i in found if i >= first_free)
    if opening.alone and 0 < at < len(words):
        starts.insert(0, at)
    starts.insert(0, 0)
    return _without_bare_marks(starts, words, glue)


def _runs_on(words: Sequence[str], i: int, *, cased: bool) -> bool:
    """Whether word `i` cannot begin a sentence, for what stands before it."""
    last = words[i - 1]
    if last in _NEVER_LAST:
        return True
    if not cased or not words[i][0].islower():
        return False
    asked = last == "?" or (last in _CLOSING and i > 1 and words[i - 2] in {"?", "!"})
    return asked or (_is_abbreviation(last) and len(last) > 2)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word[-1] == "." and word[0].isalpha()


def _certain(words: Sequence[str], glue: Sequence[int], *, cased: bool) -> set[int]:
    """Words that follow a full stop beyond doubt; where nothing has capitals, small letters stand for them.

    In the training part of GUM 4,775 of the 4,799 words found begin a sentence.
    """
    found = set()
    for i in range(1, len(words)):
        stop = i - 1
        while stop > 0 and words[stop] in _CLOSING and glue[stop] == GLUED:
            stop -= 1
        mark = words[stop]
        if mark in _STOPS:
            if _ends(words, glue, stop, quoted=stop < i - 1) and _opens(words, glue, i, cased=cased):
                found.add(i)
        elif (
            _is_abbreviation(mark)
            and mark not in _NEVER_BEFORE_A_SENTENCE
            and glue[i] != GLUED
            and words[i] in _OPENERS
        ):
            found.add(i)
    return found


def _ends(words: Sequence[str], glue: Sequence[int], stop: int, *, quoted: bool) -> bool:
    """Whether the mark at `stop` ends a sentence, if one opens after it.

    After a quoted question its teller may follow: "Who?" Petrov asked.
    """
    if quoted and words[stop] != ".":
        return False
    while stop > 0 and words[stop - 1] in _STOPS:
        stop -= 1
    if stop == 0 or glue[stop] != GLUED:
        return False
    before = words[stop - 1]
    if len(before) == 1 and stop > 1 and glue[stop - 1] == GLUED and words[stop - 2][-1].isdigit():
        return True  # a unit: "3.5m."
    if before.isalpha():
        return before not in _MAY_ABBREVIATE if before.islower() and len(before) > 1 else len(before) > 2
    return len(before) > 1 or before in {")", "]", "%"}


def _opens(words: Sequence[str], glue: Sequence[int], i: int, *, cased: bool) -> bool:
    """Whether word `i`, or the one after the mark that it is, begins as sentences do."""
    word, apart = words[i], glue[i] != GLUED
    if word in _OPENING and i + 1 < len(words):
        return apart and words[i + 1][0].isupper()
    if word[0].isupper():
        return apart or (len(word) > 1 and word[1:].islower() and words[i - 1] in _STOPS)
    if word.isdigit():
        return apart and len(word) > 1 and words[i - 2].isalpha() and words[i - 2].islower() and len(words[i - 2]) > 2
    if len(word) > 1 and word[0] in "#@/":
        return apart
    return apart and not cased and word.isalpha()


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
