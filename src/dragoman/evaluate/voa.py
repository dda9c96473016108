"""The Voice of America sentences of the Groningen Meaning Bank, with their entities in our types.

The file is a table of words with the columns `Sentence #`, `Word`, `POS`, `Tag`, in Latin-1; only the first
word of a sentence names it. The annotation is silver: made by machine, corrected in part. Words are tokenised
and large figures mangled ("1,00,000"), so no figure should be taken from them.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from dragoman.errors import DataMalformed
from dragoman.evaluate.bio import Entity, entities, tags
from dragoman.evaluate.files import open_text
from dragoman.evaluate.knowledge import key, knowledge
from dragoman.evaluate.naming import (
    UNDECIDED_PLACE,
    after_titles,
    date_span,
    is_calendar_word,
    is_generic,
    is_organisation,
    is_people,
    listed_place,
    organisation_head,
    place_label,
    title_kind,
    trim_name,
)

COLUMNS: Final = ["Sentence #", "Word", "POS", "Tag"]
TYPES: Final = frozenset(("geo", "gpe", "org", "per", "tim", "eve", "art", "nat"))

_NUMBER = re.compile(r"Sentence: ([0-9]+)")
_TAG = re.compile(r"O|[BI]-([a-z]+)")
_ROMAN = re.compile(r"[IVX]+")


@dataclass(frozen=True, slots=True)
class VoaSentence:
    """A sentence: its number in the file, words, their own BIO tags (geo, gpe, org ...), their PTB tags."""

    number: int
    words: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]


def read(path: Path) -> list[VoaSentence]:
    """Read the sentences; of sentences with the same words only the first is kept.

    Raises:
        DataMalformed: other columns, a word before the first sentence number, an unknown tag.
    """
    sentences: list[VoaSentence] = []
    seen: set[tuple[str, ...]] = set()
    number, rows = 0, list[tuple[str, str, str]]()

    def close() -> None:
        words = tuple(word for word, _, _ in rows)
        if words and words not in seen:
            seen.add(words)
            sentences.append(VoaSentence(number, words, tuple(r[2] for r in rows), tuple(r[1] for r in rows)))
        rows.clear()

    with open_text(path, encoding="latin-1") as file:
        reader = csv.reader(file, strict=True)
        if next(reader, None) != COLUMNS:
            raise DataMalformed(path, 1, f"the columns are not {COLUMNS}")
        for row in reader:
            if len(row) != len(COLUMNS):
                raise DataMalformed(path, reader.line_num, f"{len(row)} fields, not {len(COLUMNS)}")
            if row[0]:
                close()
                number = _number(path, reader.line_num, row[0])
            if not number or not row[1].strip() or not _known_tag(row[3]):
                raise DataMalformed(path, reader.line_num, f"no sentence, no word or an unknown tag: {row}")
            rows.append((row[1], row[2], row[3]))
    close()
    return sentences


def _number(path: Path, line: int, value: str) -> int:
    match = _NUMBER.fullmatch(value)
    if match is None:
        raise DataMalformed(path, line, f"{value!r} is no sentence number")
    return int(match[1])


def _known_tag(tag: str) -> bool:
    match = _TAG.fullmatch(tag)
    return match is not None and (match[1] is None or match[1] in TYPES)


def is_heldout(number: int) -> bool:
    """Whether the sentence of this number is of the tenth kept for measuring and never trained on.

    By Knuth's multiplicative hash of the number, so that the choice needs no list and no random state.
    """
    return (number * 2654435761 % 2**32) % 10 == 0


def convert(sentence: VoaSentence, *, complete: bool = False) -> list[str]:
    """The sentence's entities as BIO tags in our types: PER, ORG, GPE, LOC, PLACE, NORP, DATE, EVENT.

    - per: PER, without honorifics and titles in front ("Prime Minister Ada Lund": the last two words).
      What is a title and nothing else marks no one, but makes a PER of the capitalised name right behind it,
      whatever type the corpus gave that one.
    - org: ORG, without an office behind it ("U.N. Secretary-General": the first word).
    - geo: GPE, LOC or PLACE (undecided) by lists and head nouns, see `naming.place_label`.
    - gpe: NORP when an adjective, a plural or in the list of peoples; else GPE (or LOC by the lists).
    - tim: DATE when it holds a calendar or deictic expression (see `naming.date_span`), cut free of
      prepositions; else nothing.
    - eve: EVENT. art, nat: nothing.
    - Whatever the corpus calls it, a name that is as a whole in the lists takes their type: places GPE or LOC
      (also when marked org, and when marked per unless people bear the name too), peoples NORP, well-known
      organisations ORG. A listed name of several words that the corpus split ("North" + "Korean") is one.

    Args:
        sentence: a sentence as read.
        complete: mark listed peoples and places as well where the corpus marks nothing; of use in training,
            where "Kurdish", unmarked three times in four, would only confuse. Never used in scoring.
    """
    words = sentence.words
    spans = _rejoined(words, entities(sentence.tags), complete=complete)
    spans = _behind_titles(sentence, spans)
    found = [entity for span in spans for entity in _converted(sentence, span)]
    return tags(found, len(words))


def _converted(sentence: VoaSentence, span: Entity) -> list[Entity]:
    start, end, kind = span
    words = sentence.words[start:end]
    if kind == "tim":
        date = date_span(words)
        return [(start + date[0], start + date[1], "DATE")] if date else []
    if kind in ("art", "nat"):
        return []
    low, high = trim_name(words)
    start, end, words = start + low, start + high, words[low:high]
    if not words or "".join(words).islower() or words[0][0].isdecimal():
        return []
    if "," in words and (parts := _listed_parts(start, words)):
        return parts
    if kind == "eve":
        return [(_event_start(sentence.words, start, words), end, "EVENT")]
    if kind == "per" or _names_a_person(words):
        return _person(start, words)
    if is_generic(words) and not _listed(words):
        return []
    if kind == "org":
        end = start + _before_office(words)
        words = sentence.words[start:end]
        label = "" if all(title_kind(word) for word in words) else _listed(words) or "ORG"
    elif kind == "gpe":
        adjective = sentence.pos[end - 1].startswith(("JJ", "NNS", "NNPS"))
        label = _listed(words) or ("NORP" if adjective else _political(words))
    else:
        label = _listed(words) or ("ORG" if organisation_head(words) else place_label(words))
    return [(start, end, label)] if label else []


def _listed(words: Sequence[str]) -> str | None:
    """The type of a name that is in a list as a whole."""
    if is_organisation(words):
        return "ORG"
    return listed_place(words) or ("NORP" if is_people(words, marked=True) else None)


def _political(words: Sequence[str]) -> str:
    label = place_label(words)
    return "GPE" if label == UNDECIDED_PLACE else label


def _person(start: int, words: Sequence[str]) -> list[Entity]:
    if (label := _listed(words)) and key(" ".join(words)) not in knowledge().persons_too:
        return [(start, start + len(words), label)]
    passed = after_titles(words)
    rest = words[passed:]
    return [(start + passed, start + len(words), "PER")] if rest and not _is_direction(rest) else []


def _is_direction(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0] in ("Western", "Eastern", "Northern", "Southern")


def _names_a_person(words: Sequence[str]) -> bool:
    """Whether a name marked otherwise begins with a person's title and goes on like a person's name."""
    rest = words[after_titles(words) :]
    titled = title_kind(words[0]) in ("honorific", "office", "noble", "religious")
    return titled and 0 < len(rest) <= 4 and not organisation_head(rest) and not _listed(rest) and rest[0][0].isupper()


def _before_office(words: Sequence[str]) -> int:
    """How many words are left of an organisation when the office of someone in it is cut off its end."""
    end = len(words)
    while end > 1 and title_kind(words[end - 1]) == "office" and words[end - 2].casefold() not in ("of", "for", "the"):
        end -= 1
    return end


def _event_start(words: Sequence[str], start: int, event: Sequence[str]) -> int:
    """Where an event begins: at "World War" when the corpus marks only the numeral behind it."""
    if (
        _ROMAN.fullmatch(event[0])
        and start > 1
        and [w.casefold() for w in words[start - 2 : start]] == ["world", "war"]
    ):
        return start - 2
    return start


def _listed_parts(start: int, words: Sequence[str]) -> list[Entity]:
    """The places of "Kabul, Afghanistan" one by one, when a list holds each part but not the whole."""
    if listed_place(words):
        return []
    cuts = [-1, *(i for i, word in enumerate(words) if word == ","), len(words)]
    parts = [(a + 1, b) for a, b in pairwise(cuts) if b > a + 1]
    labels = [listed_place(words[a:b]) for a, b in parts]
    if None in labels:
        return []
    return [(start + a, start + b, label) for (a, b), label in zip(parts, labels, strict=True) if label]


def _rejoined(words: Sequence[str], spans: list[Entity], *, complete: bool) -> list[Entity]:
    """The spans, with those that lie in a longer listed name replaced by it; with `complete` all listed names."""
    joined: list[Entity] = []
    at = 0
    inside = {i: span for span in spans for i in range(span[0], span[1])}
    while at < len(words):
        name = _longest_listed(words, at)
        touched = {inside[i] for i in range(at, at + name) if i in inside}
        whole = any((start, end) == (at, at + name) for start, end, _ in touched)
        broken = name > 1 and all(
            at <= start and end <= at + name and kind not in ("tim", "art", "nat") for start, end, kind in touched
        )
        if name and not whole and (broken if touched else complete):
            joined.append((at, at + name, "geo"))
            at += name
        elif at in inside:
            joined.append((max(at, inside[at][0]), *inside[at][1:]))
            at = inside[at][1]
        else:
            at += 1
    return joined


def _longest_listed(words: Sequence[str], at: int) -> int:
    """Words of the longest listed place or people that begins at `at`, or 0."""
    if not words[at][0].isupper():
        return 0
    for length in range(min(knowledge().longest, len(words) - at), 0, -1):
        name = words[at : at + length]
        if name[-1][0].isalpha() and (listed_place(name) or is_people(name)):
            return length
    return 0


def _behind_titles(sentence: VoaSentence, spans: list[Entity]) -> list[Entity]:
    """The spans, with the name behind a bare title made a `per`."""
    words, pos = sentence.words, sentence.pos
    starts = {start: (start, end, kind) for start, end, kind in spans}
    changed = dict(starts)
    for start, end, kind in spans:
        if kind != "per" or after_titles(words[start:end]) < end - start:
            continue
        at = end
        while at < len(words) and title_kind(words[at]) and words[at][0].isupper() and at not in starts:
            at += 1
        stop = at
        while stop < len(words) and pos[stop].startswith("NNP") and not _no_surname(words[stop]):
            if stop in starts and starts[stop][2] == "per":
                break
            stop += 1
        if stop == at:
            continue
        for other in [s for s in changed if at <= s < stop]:
            old = changed.pop(other)
            if old[1] > stop:
                changed[stop] = (stop, old[1], old[2])
        changed[at] = (at, stop, "per")
    return [changed[start] for start in sorted(changed)]


def _no_surname(word: str) -> bool:
    return not word[0].isupper() or is_calendar_word(word) or is_people([word]) or listed_place([word]) is not None
