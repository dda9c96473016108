"""Entities as BIO tags and as spans of words."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

Entity: TypeAlias = tuple[int, int, str]
"""First word, word after the last, type; words counted from 0 within a sentence."""

OUTSIDE = "O"


def entities(tags: Sequence[str]) -> list[Entity]:
    """The spans that BIO tags mark, in order; an `I-` that continues nothing opens a span, as in IOB1."""
    found: list[Entity] = []
    start, kind = 0, ""
    for i, tag in enumerate([*tags, OUTSIDE]):
        if kind and tag != f"I-{kind}":
            found.append((start, i, kind))
            kind = ""
        if not kind and tag != OUTSIDE:
            start, kind = i, tag[2:]
    return found


def tags(spans: Iterable[Entity], length: int) -> list[str]:
    """BIO tags of a sentence of `length` words; of overlapping spans the longer, then the earlier stays."""
    marks = [OUTSIDE] * length
    for start, end, kind in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
        if start < end and all(mark == OUTSIDE for mark in marks[start:end]):
            marks[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return marks


def retype(spans: Iterable[Entity], kind: Callable[[Entity], str | None]) -> list[Entity]:
    """The spans with other types; those for which `kind` says None are left out."""
    return [(start, end, new) for start, end, old in spans if (new := kind((start, end, old)))]
