"""Reads annotated blocks (docs/annotation.md). Whatever is not in the format fails, with file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from dragoman.errors import DragomanError

STATUSES = ("asserted", "negated", "denied", "future", "hypothetical", "historical", "asked")
STANCES = ("asserts", "denies", "doubts", "alleges")
MANNERS = ("direct", "indirect", "unattributed")
ROLES = "actor recipient requester host date place about answers killed wounded detained protesters status".split()
CONSTRUCTIONS = frozenset(
    "verb passive light-verb noun participle relative-clause coordination-subject coordination-verb "
    "coordination-object control raising possessive-actor demonym-actor apposition by-phrase requester nested-voice "
    "quote pronoun headline inversion negative-construction question conditional intent threat casualties long "
    "hard-negative".split()
)
_IDENTIFIER = re.compile(r"[A-Za-z]+[0-9]*")
_FIELDS = {"topic", "region", "decade"}


@dataclass(eq=False, repr=False)
class BlockMalformed(DragomanError):
    """A block of a corpus file is not in the format."""

    path: Path
    line: int
    problem: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}"


class Range(NamedTuple):
    """Characters `start` to `end` (exclusive) of a block's sentence number `sentence`."""

    sentence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """An event: identifiers of its spans by role; `modes`, `cameo` and `contexts` are codes."""

    trigger: str
    event: str
    mode: str | None
    status: str
    roles: dict[str, tuple[str, ...]]
    cameo: str | None
    contexts: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's word: identifiers of the spans of source, cue, content and time."""

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    spoken: tuple[str, ...]
    stance: str
    manner: str
    line: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A standing relation: identifiers of the spans of its ends and of the words that say it."""

    predicate: str
    subject: str
    object: str
    negative: bool
    words: tuple[str, ...]
    voice: str | None
    line: int


@dataclass(slots=True)
class Block:
    """An annotated sentence or passage. `spans` are ranges of the plain text of `sentences`."""

    id: str
    path: Path
    line: int
    constructions: tuple[str, ...] = ()
    topic: str = ""
    region: str = ""
    decade: str = ""
    sentences: list[str] = field(default_factory=list)
    spans: dict[str, Range] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    voices: list[Attribution] = field(default_factory=list)
    relations: list[Standing] = field(default_factory=list)
    same: list[tuple[str, ...]] = field(default_factory=list)
    none: list[str] = field(default_factory=list)

    def words(self, identifier: str) -> str:
        """The words of a span."""
        at = self.spans[identifier]
        return self.sentences[at.sentence][at.start : at.end]


def read(path: Path) -> list[Block]:
    """All blocks of a file.

    Raises:
        BlockMalformed: a line is not in the format, or names a span that is not there.
    """
    return read_blocks(path, "> ", _sentence)


def read_blocks(
    path: Path,
    mark: str,
    text: Callable[[Block, int, str], None],
    begun: Callable[[Block], None] | None = None,
) -> list[Block]:
    """All blocks of a file whose lines of text begin with `mark`.

    Args:
        path: the file.
        mark: how a line of text, or of spans, begins.
        text: takes such a line, without the mark and with its number, into its block.
        begun: is called with each block when its header has been read.

    Raises:
        BlockMalformed: a line is not in the format, or names a span that is not there.
    """
    blocks: list[Block] = []
    block: Block | None = None
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.rstrip()
        if line.startswith("#"):
            continue
        if not line:
            block = None
        elif line.startswith("@ "):
            block = _header(path, number, line)
            blocks.append(block)
            if begun is not None:
                begun(block)
        elif block is None:
            raise BlockMalformed(path, number, "a line outside a block; a block begins with '@ '")
        elif line.startswith(mark):
            text(block, number, line.removeprefix(mark))
        else:
            _fact(block, number, line)
    for block in blocks:
        _check_spans(block)
    return blocks


def _check_spans(block: Block) -> None:
    if not block.sentences:
        raise BlockMalformed(block.path, block.line, f"{block.id} has no text")
    mentioned = set()
    for line, name in used(block):
        mentioned.add(name)
        if name not in block.spans:
            raise BlockMalformed(block.path, line, f"{block.id}: no span {name}")
    idle = sorted(set(block.spans) - mentioned)
    if idle:
        raise BlockMalformed(block.path, block.line, f"{block.id}: spans that no line uses: {', '.join(idle)}")


def _header(path: Path, number: int, line: str) -> Block:
    first, *rest = (part.strip() for part in line[2:].split("|"))
    if not first:
        raise BlockMalformed(path, number, "the block has no identifier")
    name, *tags = first.split()
    unknown = sorted(set(tags) - CONSTRUCTIONS)
    if unknown:
        raise BlockMalformed(path, number, f"no construction: {', '.join(unknown)}")
    given = {}
    for part in rest:
        key, colon, value = part.partition(":")
        if not colon or key.strip() not in _FIELDS or not value.strip():
            raise BlockMalformed(path, number, f"'{part}' is none of 'topic: …', 'region: …', 'decade: …'")
        given[key.strip()] = value.strip()
    return Block(name, path, number, tuple(tags), **given)


def _sentence(block: Block, number: int, marked: str) -> None:
    """Take brackets and identifiers out of a line of text and note where the spans are."""
    text: list[str] = []
    opened: list[tuple[str, int]] = []
    i = 0
    while i < len(marked):
        c = marked[i]
        if c == "\\" and marked[i + 1 : i + 2] in {"[", "]"}:
            text.append(marked[i + 1])
            i += 2
        elif c == "[":
            match = _IDENTIFIER.match(marked, i + 1)
            if match is None or marked[match.end() : match.end() + 1] != " ":
                raise BlockMalformed(block.path, number, f"no identifier after '[': {marked[i : i + 20]!r}")
            name = match.group()
            if name in block.spans or any(name == n for n, _ in opened):
                raise BlockMalformed(block.path, number, f"span {name} is marked twice")
            opened.append((name, len(text)))
            i = match.end() + 1
        elif c == "]":
            if not opened:
                raise BlockMalformed(block.path, number, "a ']' without its '['")
            name, start = opened.pop()
            if start == len(text):
                raise BlockMalformed(block.path, number, f"span {name} is empty")
            block.spans[name] = Range(len(block.sentences), start, len(text))
            i += 1
        else:
            text.append(c)
            i += 1
    if opened:
        raise BlockMalformed(block.path, number, f"span {opened[-1][0]} is not closed")
    block.sentences.append("".join(text))


def _fact(block: Block, number: int, line: str) -> None:
    words = line.split()
    for reader, first in ((_voice, "v"), (_relation, "r"), (_same, "="), (_none, "-")):
        # A span may be called v or r: then an event's name follows.
        if words[0] == first and not (len(words) > 1 and words[1].partition("/")[0].isupper()):
            reader(block, number, words[1:])
            return
    _event(block, number, words)


def _pairs(block: Block, number: int, words: list[str], known: set[str]) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not value or key not in known or key in out:
            raise BlockMalformed(block.path, number, f"cannot read {word!r}")
        out[key] = tuple(value.split(","))
    return out


def _one(pairs: dict[str, tuple[str, ...]], key: str, default: str | None = None) -> str | None:
    return ",".join(pairs[key]) if key in pairs else default


def _event(block: Block, number: int, words: list[str]) -> None:
    if len(words) < 3:
        raise BlockMalformed(block.path, number, "an event needs trigger, code and status")
    trigger, code, status = words[:3]
    pairs = _pairs(block, number, words[3:], {*ROLES, "cameo", "contexts"})
    event, _, mode = code.partition("/")
    if status not in STATUSES:
        raise BlockMalformed(block.path, number, f"no status: {status}")
    roles = {k: v for k, v in pairs.items() if k in ROLES}
    contexts = pairs.get("contexts", ())
    block.events.append(Event(trigger, event, mode or None, status, roles, _one(pairs, "cameo"), contexts, number))


def _voice(block: Block, number: int, words: list[str]) -> None:
    pairs = _pairs(block, number, words, {"source", "cue", "content", "spoken", "stance", "manner"})
    stance, manner = _one(pairs, "stance", "asserts"), _one(pairs, "manner", "indirect")
    if stance not in STANCES or manner not in MANNERS:
        raise BlockMalformed(block.path, number, f"no stance or manner: {stance}, {manner}")
    if not ("source" in pairs or "cue" in pairs) or "content" not in pairs:
        raise BlockMalformed(block.path, number, "a voice needs content, and a source or a cue")
    spans = [pairs.get(k, ()) for k in ("source", "cue", "content", "spoken")]
    block.voices.append(Attribution(*spans, str(stance), str(manner), number))


def _relation(block: Block, number: int, words: list[str]) -> None:
    if not words:
        raise BlockMalformed(block.path, number, "a relation needs a predicate")
    pairs = _pairs(block, number, words[1:], {"subject", "object", "polarity", "words", "voice"})
    subject, other = _one(pairs, "subject"), _one(pairs, "object")
    if subject is None or other is None or _one(pairs, "polarity", "negative") != "negative":
        raise BlockMalformed(
            block.path, number, "a relation needs subject and object; its polarity is negative or none"
        )
    predicate, said = words[0].replace("_", " "), pairs.get("words", ())
    block.relations.append(Standing(predicate, subject, other, "polarity" in pairs, said, _one(pairs, "voice"), number))


def _same(block: Block, number: int, words: list[str]) -> None:
    if len(words) < 2:
        raise BlockMalformed(block.path, number, "'=' needs two spans or more")
    block.same.append(tuple(words))


def _none(block: Block, number: int, words: list[str]) -> None:
    if len(words) != 1:
        raise BlockMalformed(block.path, number, "'-' needs one span")
    block.none.append(words[0])


def used(block: Block) -> Iterator[tuple[int, str]]:
    """Every mention of a span by a line: the line's number and the identifier."""
    for e in block.events:
        yield from ((e.line, s) for s in (e.trigger, *(s for spans in e.roles.values() for s in spans)))
    for v in block.voices:
        yield from ((v.line, s) for s in (*v.source, *v.cue, *v.content, *v.spoken))
    for r in block.relations:
        yield from ((r.line, s) for s in (r.subject, r.object, *r.words, *((r.voice,) if r.voice else ())))
    yield from ((block.line, s) for group in (*block.same, block.none) for s in group)
