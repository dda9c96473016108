"""Reads CoNLL-U treebanks and rebuilds the raw text that they annotate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.errors import DataMalformed
from dragoman.evaluate.files import numbered

PARAGRAPH: Final = "\n\n"
"""What stands between paragraphs in rebuilt text: a blank line."""

_GENRE = re.compile(r"GUM_([a-z]+)_")
_WORD = re.compile(r"[1-9][0-9]*")
_RANGE = re.compile(r"([1-9][0-9]*)-([1-9][0-9]*)")
_EMPTY = re.compile(r"[0-9]+\.[1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank; the lists hold one item a word.

    `heads` count words from 1, with 0 for the root. `spaces` says whether white space follows the word in the
    text; within a multiword token it never does. `ranges` are the multiword tokens as (first word, word after
    the last, surface form), words counted from 0. Empty nodes (`8.1`) are left out.
    """

    id: str
    text: str
    words: list[str]
    spaces: list[bool]
    lemmas: list[str]
    upos: list[str]
    xpos: list[str]
    feats: list[str]
    heads: list[int]
    deprels: list[str]
    newpar: bool
    speaker: str | None
    misc: list[str]
    ranges: tuple[tuple[int, int, str], ...] = ()

    def surface(self) -> tuple[str, list[tuple[int, int]]]:
        """The sentence as written, and each word's character span in it.

        The words of a multiword token lie in its surface form one after the other where they spell it, as
        "do" and "n't" do in "don't"; otherwise each of them is given the whole of it.
        """
        parts: list[str] = []
        spans: list[tuple[int, int]] = []
        at, word = 0, 0
        ranges = {start: (end, form) for start, end, form in self.ranges}
        while word < len(self.words):
            end, form = ranges.get(word, (word + 1, self.words[word]))
            inner = self.words[word:end]
            if "".join(inner) == form:
                offset = at
                for piece in inner:
                    spans.append((offset, offset + len(piece)))
                    offset += len(piece)
            else:
                spans.extend([(at, at + len(form))] * len(inner))
            gap = " " if self.spaces[end - 1] and end < len(self.words) else ""
            parts += (form, gap)
            at += len(form) + len(gap)
            word = end
        return "".join(parts), spans


@dataclass(frozen=True, slots=True)
class Document:
    """The sentences between two `# newdoc` lines; `genre` comes from a GUM document's name, or is empty."""

    id: str
    genre: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class RawText:
    """A document's text rebuilt, with the character span of each sentence and of each of its words."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    words: tuple[tuple[tuple[int, int], ...], ...]


def read(path: Path) -> list[Document]:
    """Read every document of a CoNLL-U file, plain or gzipped.

    Sentences before the first `# newdoc` line form a document without a name.

    Raises:
        DataMalformed: a row has not ten columns, a number out of order, a head out of range, an unclosed
            multiword token, or the words do not spell the sentence's `# text` (kinds of white space aside).
    """
    documents: list[tuple[str, list[Sentence]]] = []
    for newdoc, sentence in _sentences(path):
        if newdoc is not None or not documents:
            documents.append((newdoc or "", []))
        documents[-1][1].append(sentence)
    return [Document(name, _genre(name), tuple(sentences)) for name, sentences in documents]


def raw_text(document: Document, *, paragraphs: bool = True) -> RawText:
    """Rebuild the text of a document.

    Args:
        document: any document.
        paragraphs: put a blank line where a paragraph begins and, in transcripts, where the speaker changes.
            Without it all sentences are joined by one space, which makes finding them harder. Either way
            nothing is put behind a sentence whose last word has no space after it.
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    words: list[tuple[tuple[int, int], ...]] = []
    at = 0
    before: Sentence | None = None
    for sentence in document.sentences:
        if before is not None:
            gap = _gap(before, sentence, paragraphs=paragraphs)
            parts.append(gap)
            at += len(gap)
        text, inner = sentence.surface()
        parts.append(text)
        spans.append((at, at + len(text)))
        words.append(tuple((at + start, at + end) for start, end in inner))
        at += len(text)
        before = sentence
    return RawText("".join(parts), tuple(spans), tuple(words))


def _gap(before: Sentence, sentence: Sentence, *, paragraphs: bool) -> str:
    if paragraphs and (sentence.newpar or sentence.speaker != before.speaker):
        return PARAGRAPH
    return " " if before.spaces[-1] else ""


def _genre(name: str) -> str:
    match = _GENRE.match(name)
    return match[1] if match else ""


def _sentences(path: Path) -> Iterator[tuple[str | None, Sentence]]:
    """Each sentence, with the document's name when it is a document's first."""
    comments: dict[str, str] = {}
    rows: list[tuple[int, list[str]]] = []
    number = 0
    for number, line in numbered(path):
        if not line:
            if rows:
                yield comments.get("newdoc id", comments.get("newdoc")), _sentence(path, comments, rows)
                comments, rows = {}, []
        elif line.startswith("#"):
            if rows:
                raise DataMalformed(path, number, "a comment stands between the rows of a sentence")
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        else:
            columns = line.split("\t")
            if len(columns) != 10:
                raise DataMalformed(path, number, f"a row has {len(columns)} columns, not 10")
            rows.append((number, columns))
    if rows:
        raise DataMalformed(path, number, "the last sentence is not closed by an empty line")


def _sentence(path: Path, comments: dict[str, str], rows: Sequence[tuple[int, list[str]]]) -> Sentence:
    words: list[list[str]] = []
    lines: list[int] = []
    ranges: list[tuple[int, int, str]] = []
    spaces: list[bool] = []
    for number, row in rows:
        space = "SpaceAfter=No" not in row[9].split("|")
        if match := _RANGE.fullmatch(row[0]):
            start, end = int(match[1]) - 1, int(match[2])
            if start != len(words) or end <= start + 1 or (ranges and ranges[-1][1] > start):
                raise DataMalformed(path, number, f"the multiword token {row[0]} is out of place")
            ranges.append((start, end, row[1]))
            spaces += [False] * (end - start - 1) + [space]
        elif _WORD.fullmatch(row[0]):
            if int(row[0]) != len(words) + 1:
                raise DataMalformed(path, number, f"word {row[0]} where {len(words) + 1} should stand")
            words.append(row)
            lines.append(number)
            if len(spaces) < len(words):
                spaces.append(space)
        elif not _EMPTY.fullmatch(row[0]):
            raise DataMalformed(path, number, f"{row[0]!r} is no word number")
    first = rows[0][0]
    if not words or len(spaces) != len(words):
        raise DataMalformed(path, first, "a sentence without words or with an unfinished multiword token")
    sentence = Sentence(
        id=comments.get("sent_id", ""),
        text=comments.get("text", ""),
        words=[row[1] for row in words],
        spaces=spaces,
        lemmas=[row[2] for row in words],
        upos=[row[3] for row in words],
        xpos=[row[4] for row in words],
        feats=[row[5] for row in words],
        heads=[_head(path, number, row[6], len(words)) for number, row in zip(lines, words, strict=True)],
        deprels=[row[7] for row in words],
        newpar="newpar" in comments or "newpar id" in comments,
        speaker=comments.get("speaker"),
        misc=[row[9] for row in words],
        ranges=tuple(ranges),
    )
    if sentence.text and sentence.surface()[0].split() != sentence.text.split():
        raise DataMalformed(path, first, f"the words do not spell the text of sentence {sentence.id!r}")
    return sentence


def _head(path: Path, line: int, value: str, length: int) -> int:
    if not value.isdecimal() or int(value) > length:
        raise DataMalformed(path, line, f"{value!r} is no head in a sentence of {length} words")
    return int(value)
