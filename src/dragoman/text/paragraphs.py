"""Where the paragraphs of a text break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_BULLET = re.compile(r"[ ]*(?:[-*+•·▪●◦■–—>]|\(?\d{1,3}[.)]|\(?[a-z]\))[ ]+\S")
_BLANK = re.compile(r"\n[ ]*(?:\n[ ]*)+")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*[ ]*$")
_UNFINISHED = re.compile(
    r"(?:^| )(?:a|an|and|as|at|between|by|for|from|her|his|in|into|its|of|on|or|that|the|their|to|under|which|with)"
    r"[ ]*$",
    re.IGNORECASE,
)
"""Words that end no heading and no sentence."""
_BYLINE = re.compile(r"[ ]*by(?: (?:[A-Z][\w.'’\-]*|and|with|of|in)){2,8}[ ]*$")
_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40


def paragraph_breaks(text: str) -> list[int]:
    """Offsets of the line feeds that end a paragraph, a heading, a caption or a list item, in order.

    Blank lines always do. A single line feed does too, unless the lines around it were wrapped at a fixed width: then
    none but the last of the block could have held the next line's first word, and the text runs on. A line that
    plainly breaks off, before a lower-case word or after an article or a preposition, runs on as well.
    """
    if "\n" not in text:
        return []
    blocks = list(_blocks(text))
    width = max((w for _, lines in blocks if (w := _wrap_width(lines))), default=0)
    breaks: list[int] = []
    for start, lines in blocks:
        at = start
        wrapped = width > 0 and _fills(lines, width)
        for line, following in pairwise(lines):
            at += len(line)
            if not _runs_on(line, following, wrapped):
                breaks.append(at)
            at += 1
        breaks.append(at + len(lines[-1]))
    return breaks


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Start and lines of each block between blank lines."""
    start = 0
    for blank in _BLANK.finditer(text):
        if blank.start() > start:
            yield start, text[start : blank.start()].split("\n")
        start = blank.end()
    if start < len(text):
        yield start, text[start:].split("\n")


def _runs_on(line: str, following: str, wrapped: bool) -> bool:
    """Whether the text goes on from one line of a block to the next."""
    if not line.strip() or not following.strip() or _BULLET.match(following):
        return False
    if wrapped:
        return True
    if len(line) < _NARROWEST_WRAP or _TERMINAL.search(line) or _BYLINE.match(following):
        return False
    return following.lstrip(" ")[:1].islower() or _UNFINISHED.search(line) is not None


def _fills(lines: list[str], width: int) -> bool:
    """Whether no line of a block, bullets' last lines aside, could have taken the next line's first word."""
    for line, following in pairwise(lines):
        word = following.split(maxsplit=1)
        fits = bool(word) and len(line.rstrip(" ")) + 1 + len(word[0]) <= width
        if fits and not _BULLET.match(following):
            return False
    return all(len(line.rstrip(" ")) <= width for line in lines)


def _wrap_width(lines: list[str]) -> int:
    """Width at which a block of three or more lines was wrapped; 0 where it was not."""
    lines = [line for line in lines if line.strip()]
    widest = max((len(line.rstrip(" ")) for line in lines), default=0)
    if len(lines) < 3 or not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP or not _fills(lines, widest):
        return 0
    open_ends = sum(not _TERMINAL.search(line) for line in lines[:-1])
    return widest if open_ends else 0
