"""Where sentences begin: the model's word for it, and the few things that rules know better."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml
from numpy.typing import NDArray

from dragoman.language.features import GLUED

_LIST_MARKER = re.compile(r"(?:\(?\d{1,3}[.)]|\(?[A-Za-z][.)]|\(?[ivx]{1,4}[.)]|[-*+•·▪●◦■>–—])[ ]+(?=\S)")
_INITIALS = re.compile(r"[a-z]{2,4}(/[a-z]{2,4})+(/\d+)?")
_STOPS = {".", "?", "!", "?!", "!?"}
_CLOSING = {'"', "”", "’", "'", "»", "“", ")", "]", "}"}
_OPENING = {'"', "“", "‘", "'", "«", "„", "(", "["}
_BRACKETS = {"(": ")", "[": "]"}
_ELLIPSES = {"...", "…", "...."}
_DASHES = {"—", "--"}


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `data/language/boundaries.yaml`, which says what each is."""

    never_last: frozenset[str]
    may_abbreviate: frozenset[str]
    never_before_a_sentence: frozenset[str]
    openers: frozenset[str]
    hours: frozenset[str]
    after_hours: frozenset[str]
    pictures: frozenset[str]
    firms: frozenset[str]


@cache
def _known() -> _Words:
    text = files("dragoman").joinpath("data/language/boundaries.yaml").read_text(encoding="utf-8")
    lists: dict[str, str | list[str]] = yaml.safe_load(text)
    return _Words(**{k: frozenset(v.split() if isinstance(v, str) else v) for k, v in lists.items()})


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
    likely: NDArray[np.bool_],
    words: Sequence[str],
    glue: Sequence[int],
    opening: Opening,
    offset: int = 0,
    proper: Sequence[bool] = (),
) -> list[int]:
    """Words of a window at which sentences begin, in order; the first word always is one.

    `likely` is the model's word for each word of the window, which begins at word `offset` of its run; `proper` says of
    each whether it is tagged as a name, where that is known. A full stop
    that is no abbreviation's, with a capital after it, always parts two sentences. None begins after a colon or a
    comma, nor, where there are capitals, in lower case after a question or an abbreviation; and none is made of
    marks alone: marks go with what they are glued to.
    """
    at = opening.words - offset
    first_free = max(1, at + 1)
    cased = any(c.isupper() for word in words for c in word)
    found = {i for i in np.flatnonzero(likely).tolist() if not _runs_on(words, i, cased=cased)}
    found |= _certain(words, glue, cased=cased)
    found |= {
        i
        for i in range(1, len(proper))
        if words[i - 1] in _known().firms and words[i][0].isupper() and glue[i] != GLUED and not proper[i]
    }
    starts = sorted(i for i in found if i >= first_free)
    if opening.alone and 0 < at < len(words):
        starts.insert(0, at)
    starts.insert(0, 0)
    return _without_bare_marks(starts, words, glue)


def _runs_on(words: Sequence[str], i: int, *, cased: bool) -> bool:
    """Whether word `i` cannot begin a sentence, for what stands before it."""
    last = words[i - 1]
    if last in _known().never_last:
        return True
    if last == "." and i > 1 and words[i - 2] in _known().may_abbreviate and _is_designation(words[i]):
        return True
    if not cased or not words[i][0].islower():
        return False
    asked = last == "?" or (last in _CLOSING and i > 1 and words[i - 2] in {"?", "!"})
    return asked or (_is_abbreviation(last) and len(last) > 2)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word[-1] == "." and word[0].isalpha()


def _is_designation(word: str) -> bool:
    """A number or a letter, as in "Fig. 3", "14 deg. N"; A and I are words too."""
    return word.isdigit() or (len(word) == 1 and word.isupper() and word not in "AI")


def _is_label(words: Sequence[str], glue: Sequence[int], i: int) -> bool:
    """A word in capitals with a colon, as in a list of addresses: "Phone: 4151 Fax: 4152"."""
    return words[i][0].isupper() and words[i].isalpha() and words[i + 1 : i + 2] == [":"] and glue[i + 1] == GLUED


def _is_credit(words: Sequence[str], i: int) -> bool:
    """A picture's credit in brackets at the end of its caption: "[Ann Lee/Agency]", "(File photo)"."""
    if words[i] not in _BRACKETS or words[-1] != _BRACKETS[words[i]] or len(words) - i > 12:
        return False
    inside = words[i + 1 : -1]
    return not any(w in _BRACKETS for w in inside) and any("/" in w or w.lower() in _known().pictures for w in inside)


def _counts_anew(words: Sequence[str], glue: Sequence[int], i: int) -> bool:
    """A number after one that ends a sentence: "by 61 to 4. 12 deputies"."""
    if i < 2 or i + 1 >= len(words) or words[i - 1] != "." or glue[i - 1] != GLUED or glue[i] == GLUED:
        return False
    after = words[i + 1]
    return words[i - 2].isdigit() and words[i].isdigit() and len(after) > 2 and after.isalpha() and after.islower()


def _lists_anew(words: Sequence[str], glue: Sequence[int], i: int) -> bool:
    """The word before a letter, said again after it: "Plan B. Plan A"."""
    letter = words[i - 1]
    return i > 1 and len(letter) == 2 and _is_abbreviation(letter) and words[i] == words[i - 2] and glue[i] != GLUED


def _signs(words: Sequence[str], glue: Sequence[int], i: int) -> bool:
    """Who wrote it, at a report's end: "--MANS" after a full stop, "vk/ps" as the last words."""
    if words[i - 1] in _STOPS and glue[i] != GLUED:
        mark, _, name = words[i].rpartition("--")
        if not mark and name.isupper() and words[i].startswith("--"):
            return True
        if words[i] in _DASHES and i + 1 < len(words):
            return glue[i + 1] == GLUED and words[i + 1].isupper() and len(words[i + 1]) > 1
    rest = "".join(words[i:])
    tight = all(g == GLUED for g in glue[i + 1 :])
    return glue[i] != GLUED and tight and len(rest) < 16 and _INITIALS.fullmatch(rest) is not None


def _follows_hour(words: Sequence[str], i: int) -> bool:
    """Whether word `i`, in capitals after "9 p.m.", runs on: a day, a zone, "Kyiv time"."""
    following = words[i + 1].lower() if i + 1 < len(words) else ""
    return words[i].rstrip(".").lower() in _known().after_hours or "time" in {following, words[i].lower()}


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
        if (_is_label(words, glue, i) and words[i - 1][-1].isdigit()) or _is_credit(words, i):
            found.add(i)
        if _counts_anew(words, glue, i) or _lists_anew(words, glue, i) or _signs(words, glue, i):
            found.add(i)
        if mark in _STOPS:
            if _ends(words, glue, stop, quoted=stop < i - 1) and _opens(words, glue, i, cased=cased):
                found.add(i)
        elif mark in _ELLIPSES or mark in _DASHES:
            # What breaks off and begins anew: "We wait ... The rest"; a dash of a parenthesis has no capital after it.
            anew = words[i] in _known().openers or (words[i][0].isupper() and words[i].endswith("-"))
            if anew and glue[i] != GLUED and stop == i - 1 and i > 1:
                found.add(i)
        elif mark in _known().hours and stop == i - 1:
            apart = glue[i] != GLUED or words[i][1:].islower()
            if words[i][0].isupper() and apart and not _follows_hour(words, i):
                found.add(i)
        elif (
            _is_abbreviation(mark)
            and mark not in _known().never_before_a_sentence
            and glue[i] != GLUED
            and words[i] in _known().openers
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
        return before not in _known().may_abbreviate if before.islower() and len(before) > 1 else len(before) > 2
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
        elif _is_note_mark(words, start, end):
            pending = start if not kept else -1
        elif any(c.isalnum() for word in words[start:end] for c in word):
            kept.append(start)
        elif end < len(words) and (glue[end] == GLUED or not kept):
            pending = start
        elif not kept:
            kept.append(start)
    return kept


def _is_note_mark(words: Sequence[str], start: int, end: int) -> bool:
    """A number by itself between two sentences: a footnote's, which belongs to the one before it."""
    return end == start + 1 and start > 0 and end < len(words) and words[start].isdigit() and len(words[start]) < 4
