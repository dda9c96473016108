"""Annotations apart from their text: newswire that may be read and not be copied into the repository.

A block has a line `& a=0:4 t=4:5 w=@12:18` in place of the text: spans as ranges of the sentence's words, or after
`@`, where a span parts a word ("NATO" in "NATO-led"), of its characters. The text comes from the Voice of America set
of the treebank folder, by the sentence's number in the block's identifier (`voa-12`); words have a blank between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.evaluate import voa

from .blocks import Block, BlockMalformed, Range, read, read_blocks

VOA = "ner_gmb_voa_8300.csv.gz"
PREFIX = "voa-"


def sentences(treebanks: Path) -> dict[int, tuple[str, ...]]:
    """The words of every sentence of the Voice of America set, by number."""
    return {s.number: tuple(s.words) for s in voa.read(treebanks / VOA)}


def read_standoff(path: Path, words: Mapping[int, Sequence[str]]) -> list[Block]:
    """All blocks of a stand-off file; a block's text is its words with blanks between.

    Raises:
        BlockMalformed: a line is not in the format, a sentence or a word is not there.
    """

    def begun(block: Block) -> None:
        block.sentences.append(" ".join(_words(block, words)))

    def spans(block: Block, number: int, line: str) -> None:
        _place(block, number, line.split(), _words(block, words))

    return read_blocks(path, "& ", spans, begun)


def _words(block: Block, words: Mapping[int, Sequence[str]]) -> Sequence[str]:
    number = block.id.removeprefix(PREFIX)
    if not number.isdigit() or int(number) not in words:
        raise BlockMalformed(block.path, block.line, f"no sentence {block.id}")
    return words[int(number)]


def _place(block: Block, number: int, ranges: Sequence[str], words: Sequence[str]) -> None:
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word) + 1)
    for given in ranges:
        name, _, span = given.partition("=")
        first, _, last = span.removeprefix("@").partition(":")
        most = starts[-1] - 1 if span.startswith("@") else len(words)
        if not (first.isdigit() and last.isdigit() and int(first) < int(last) <= most) or name in block.spans:
            raise BlockMalformed(block.path, number, f"cannot read {given!r}")
        if span.startswith("@"):
            block.spans[name] = Range(0, int(first), int(last))
        else:
            block.spans[name] = Range(0, starts[int(first)], starts[int(last)] - 1)


def write_standoff(sources: Sequence[Path], out: Path, words: Mapping[int, Sequence[str]], remark: str) -> None:
    """Take the text out of files of blocks whose texts are sentences of the set.

    Raises:
        BlockMalformed: a text is not its sentence's.
    """
    lines = [f"# {r}" for r in remark.splitlines()]
    for source in sources:
        lines += _without_text(source, words)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _without_text(source: Path, words: Mapping[int, Sequence[str]]) -> list[str]:
    facts = _facts(source)
    lines: list[str] = []
    for block in read(source):
        own = _words(block, words)
        if block.sentences != [" ".join(own)]:
            raise BlockMalformed(source, block.line, f"{block.id}: the text is not that of the sentence")
        borders, at = {}, 0
        for i, word in enumerate(own):
            borders[at], at = i, at + len(word) + 1
        ends = {s + len(w): i + 1 for (s, i), w in zip(borders.items(), own, strict=True)}
        ranges = []
        for name, span in block.spans.items():
            whole = span.start in borders and span.end in ends
            at = f"{borders[span.start]}:{ends[span.end]}" if whole else f"@{span.start}:{span.end}"
            ranges.append(f"{name}={at}")
        lines += ["", " ".join(["@", block.id, *block.constructions])]
        lines += [" ".join(["&", *ranges])] if ranges else []
        lines += facts[block.id]
    return lines


def _facts(path: Path) -> dict[str, list[str]]:
    """The lines of fact of each block, as they stand."""
    out: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            name = line.split()[1]
            out[name] = []
        elif line.strip() and name and not line.startswith(("#", "> ")):
            out[name].append(line.rstrip())
    return out
