"""Named entities of other corpora, in our types and as BIO tags."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from dragoman.errors import DataMalformed
from dragoman.evaluate.bio import Entity, entities, retype, tags
from dragoman.evaluate.conllu import Document, Sentence
from dragoman.evaluate.files import numbered
from dragoman.evaluate.naming import (
    after_titles,
    date_span,
    is_generic,
    is_organisation,
    is_people,
    listed_place,
    place_label,
)

TaggedWords: TypeAlias = tuple[list[str], list[str]]
"""The words of a sentence and their BIO tags."""

_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_MENTION = re.compile(r"\([^()]*\)?|[^()]+\)")
_TAG = re.compile(r"O|[BI]-\S+")
_INNER = frozenset(("IN", "CC", "DT", "POS", ",", "HYPH"))
_NO_PART: Final = frozenset(("in", "at", "on", "from", "with", "by", "to"))
_OF: Final = frozenset(("of", "for", "and", "&"))


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mention of GUM: words [start, end), its type, and the words of its shortest form."""

    start: int
    end: int
    kind: str
    core: tuple[int, ...]


def read_wikigold(path: Path) -> list[TaggedWords]:
    """Wikigold: PER, ORG; LOC as GPE, LOC or PLACE by the lists; MISC as NORP when a people, else MISC."""

    def convert(words: Sequence[str], kind: str) -> str | None:
        if kind == "LOC":
            return place_label(words)
        if kind == "MISC":
            return "NORP" if is_people(words, marked=True) else "MISC"
        return kind

    return _read(path, separator=" ", columns=(0, 1), kinds=("PER", "ORG", "LOC", "MISC"), convert=convert)


def read_wnut(path: Path) -> list[TaggedWords]:
    """WNUT 2017: person PER; corporation and group ORG; location GPE, LOC or PLACE; the rest MISC."""
    fixed = {
        "person": "PER",
        "corporation": "ORG",
        "group": "ORG",
        "creative-work": "MISC",
        "product": "MISC",
    }

    def convert(words: Sequence[str], kind: str) -> str | None:
        return place_label(words) if kind == "location" else fixed[kind]

    return _read(path, separator="\t", columns=(0, 1), kinds=(*fixed, "location"), convert=convert)


def read_uner(path: Path) -> list[TaggedWords]:
    """Universal NER: PER, ORG and LOC as they are; its LOC is any place, political or physical."""
    return _read(path, separator="\t", columns=(1, 2), kinds=("PER", "ORG", "LOC"), convert=lambda _words, kind: kind)


def gum_names(document: Document) -> list[list[str]]:
    """The named entities among a GUM document's mentions, as BIO tags for each of its sentences.

    GUM marks every mention, named or not, nested, with titles and modifiers. A name is a mention whose
    shortest form (its `minspan`) consists of proper nouns, cut or widened to the run of proper nouns around
    it:

    - person: PER, titles in front left out; NORP when the name is a people's ("Americans"); nothing for
      other plurals ("Republicans").
    - organization: ORG, with "of", "for", "and" and the proper nouns behind them.
    - place: GPE, LOC or PLACE by the lists; event: EVENT.
    - time: DATE, for mentions that hold a calendar or deictic expression, cut free of prepositions and
      articles.
    - NORP besides: adjectives and nouns in the list of peoples, outside other names.

    Mentions do not cross sentences. Of overlapping names the longer is kept, NORP last.
    """
    return [_sentence_names(sentence) for sentence in document.sentences]


def _sentence_names(sentence: Sentence) -> list[str]:
    names: list[Entity] = []
    for mention in _mentions(sentence):
        names += _time(sentence, mention) if mention.kind == "time" else _name(sentence, mention)
    marks = tags(names, len(sentence.words))
    for at in range(len(marks)):
        for length in (2, 1):
            words = sentence.words[at : at + length]
            free = len(words) == length and all(mark == "O" for mark in marks[at : at + length])
            if free and is_people(words) and sentence.xpos[at + length - 1].startswith(("JJ", "NN")):
                marks[at : at + length] = ["B-NORP", "I-NORP"][:length]
                break
    return marks


def _mentions(sentence: Sentence) -> Iterator[_Mention]:
    """The mentions of a sentence that have a type and a shortest form."""
    open_: dict[str, list[tuple[int, list[str]]]] = {}
    for i, misc in enumerate(sentence.misc):
        match = _ENTITY.search(misc)
        for part in _MENTION.findall(match[1]) if match else ():
            if part.startswith("("):
                fields = part.strip("()").split("-")
                if part.endswith(")"):
                    yield from _mention(i, i + 1, fields)
                else:
                    open_.setdefault(fields[0], []).append((i, fields))
            elif opened := open_.get(part[:-1]):
                start, fields = opened.pop()
                yield from _mention(start, i + 1, fields)


def _mention(start: int, end: int, fields: Sequence[str]) -> Iterator[_Mention]:
    """Fields: group, type, information status, salience, centering, shortest form, link, identity."""
    if len(fields) > 5 and all(number.isdecimal() for number in fields[5].split(",")):
        core = tuple(start + int(number) - 1 for number in fields[5].split(","))
        if max(core) < end:
            yield _Mention(start, end, fields[1], core)


def _time(sentence: Sentence, mention: _Mention) -> list[Entity]:
    date = date_span(sentence.words[mention.start : mention.end])
    return [(mention.start + date[0], mention.start + date[1], "DATE")] if date else []


def _name(sentence: Sentence, mention: _Mention) -> list[Entity]:
    kinds = {"person": "PER", "organization": "ORG", "place": "PLACE", "event": "EVENT"}
    kind = kinds.get(mention.kind)
    if kind is None or not _is_named(sentence, mention):
        return []
    start, end = min(mention.core), max(mention.core) + 1
    start, end = (
        _person_span(sentence, mention, start, end)
        if kind == "PER"
        else _run(sentence, mention, start, end, joins=kind in ("ORG", "EVENT"))
    )
    words = sentence.words[start:end]
    if not words or (kind != "PER" and is_generic(words)):
        return []
    label = _label(words, kind)
    if label == "PER" and sentence.xpos[end - 1] == "NNPS":
        return []
    return [(start, end, label)]


def _label(words: Sequence[str], kind: str) -> str:
    if is_people(words):
        return "NORP"
    if kind == "PLACE":
        return "ORG" if is_organisation(words) else place_label(words)
    if kind in ("ORG", "EVENT"):
        return listed_place(words) or kind
    return kind


def _is_named(sentence: Sentence, mention: _Mention) -> bool:
    """Whether the shortest form is of proper nouns, with at most small words in its gaps."""
    proper = _proper(sentence)
    if not all(proper[i] for i in mention.core):
        return False
    whole = range(min(mention.core), max(mention.core) + 1)
    return all(proper[i] or sentence.xpos[i] in _INNER for i in whole)


def _proper(sentence: Sentence) -> list[bool]:
    return [tag.startswith("NNP") for tag in sentence.xpos]


def _person_span(sentence: Sentence, mention: _Mention, start: int, end: int) -> tuple[int, int]:
    proper = [p or tag == "HYPH" for p, tag in zip(_proper(sentence), sentence.xpos, strict=True)]
    if not all(proper[start:end]):
        return start, start
    while start > mention.start and proper[start - 1]:
        start -= 1
    while end < mention.end and proper[end] and sentence.xpos[end] != "HYPH":
        end += 1
    return min(end, start + after_titles(sentence.words[start:end])), end


def _run(sentence: Sentence, mention: _Mention, start: int, end: int, *, joins: bool) -> tuple[int, int]:
    """The run of proper nouns around [start, end) within the mention; with `joins` across "of", "and"."""
    proper, words, tag = _proper(sentence), sentence.words, sentence.xpos
    cut = next((i for i in range(start, end) if words[i] == "," or words[i].casefold() in _NO_PART), end)
    end = cut if cut > start else end
    while end > start and not proper[end - 1]:
        end -= 1
    while start > mention.start and (proper[start - 1] or _part_of_name(words[start - 1], tag[start - 1])):
        start -= 1
    while start < end and not (proper[start] or words[start][:1].isupper()):
        start += 1
    while end < mention.end:
        if proper[end]:
            end += 1
        elif tag[end] == "HYPH" and end + 1 < mention.end and proper[end + 1]:
            end += 2
        elif joins and words[end].casefold() in _OF:
            then = end + 1
            if then + 1 < mention.end and words[then].casefold() == "the":
                then += 1
            if then >= mention.end or not proper[then]:
                break
            end = then + 1
        else:
            break
    return start, end


def _part_of_name(word: str, tag: str) -> bool:
    return tag == "HYPH" or (tag == "JJ" and word[:1].isupper() and not is_people([word]))


def _read(
    path: Path,
    *,
    separator: str,
    columns: tuple[int, int],
    kinds: Sequence[str],
    convert: Callable[[Sequence[str], str], str | None],
) -> list[TaggedWords]:
    """Read a file of one word a line with its tag, sentences divided by empty lines.

    Raises:
        DataMalformed: a row lacks a column, or its tag is none or of a type not in `kinds`.
    """
    found: list[TaggedWords] = []
    words: list[str] = []
    marks: list[str] = []

    def close() -> None:
        if words:
            spans = retype(entities(marks), lambda span: convert(words[span[0] : span[1]], span[2]))
            found.append((list(words), tags(spans, len(words))))
        words.clear()
        marks.clear()

    for number, line in numbered(path):
        if not line.strip():
            close()
            continue
        if line.startswith(("# ", "-DOCSTART-")) and ((separator == "\t" and columns[0]) or line[0] == "-"):
            continue
        row = line.split(separator)
        if len(row) <= max(columns):
            raise DataMalformed(path, number, f"a row has {len(row)} columns, too few")
        word, mark = row[columns[0]], row[columns[1]].strip()
        if not _TAG.fullmatch(mark) or (mark != "O" and mark[2:] not in kinds):
            raise DataMalformed(path, number, f"{mark!r} is no tag of this corpus")
        words.append(word)
        marks.append(mark)
    close()
    return found
