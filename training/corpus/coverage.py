"""What the annotated sentences cover: counts by event, mode, status and construction, as a Markdown page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from dragoman import ontology

from .blocks import CONSTRUCTIONS, STATUSES, Block

PAGE = Path("docs/corpus.md")
DEV = "dev_"


def is_dev(block: Block) -> bool:
    """Whether a block is of the development part, whose topics no other block has."""
    return block.path.name.startswith(DEV)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = ["| " + " | ".join(head) + " |", "| --- " + "| ---: " * (len(head) - 1) + "|"]
    return [*lines, *("| " + " | ".join(str(c) for c in row) + " |" for row in rows), ""]


def page(blocks: Sequence[Block]) -> str:
    """The page of the whole corpus; blocks are told apart by their file's folder and name."""
    parts = {
        "sentences": [b for b in blocks if b.path.parent.name == "sentences" and not is_dev(b)],
        "sentences, development": [b for b in blocks if b.path.parent.name == "sentences" and is_dev(b)],
        "passages": [b for b in blocks if b.path.parent.name == "passages" and not is_dev(b)],
        "passages, development": [b for b in blocks if b.path.parent.name == "passages" and is_dev(b)],
    }
    lines = [
        "# What the corpus covers",
        "",
        "The annotated sentences and passages of `training/corpus`, written by us in the scheme of",
        "[annotation.md](annotation.md). Made by `python -m training.corpus coverage`; a test fails when it is out of",
        "date.",
        "The development part has topics and a construction (inversion) of its own, which no training sentence has.",
        "",
    ]
    counts = []
    for name, own in parts.items():
        words = sum(len(s.split()) for b in own for s in b.sentences)
        sizes = [len(own), sum(len(b.sentences) for b in own), words, sum(len(b.events) for b in own)]
        counts.append((name, *sizes, sum(len(b.voices) for b in own), sum(len(b.relations) for b in own)))
    lines += _table(("part", "blocks", "sentences", "words", "events", "voices", "relations"), counts)
    events = [e for b in blocks for e in b.events]
    by = Counter((e.event, e.status) for e in events)
    lines += ["## Events by status", ""]
    rows = []
    for code in ontology.load().events:
        each = [by[code, s] for s in STATUSES]
        rows.append((code, sum(each), *each))
    lines += _table(("event", "all", *STATUSES), rows)
    lines += ["## Modes", ""]
    modes = Counter((e.event, e.mode) for e in events)
    own_modes = ((c, m, modes[c, m]) for c, event in ontology.load().events.items() for m in event.modes)
    lines += _table(("mode", "events"), ((f"{c}/{m}", n) for c, m, n in own_modes))
    lines += ["## Constructions", ""]
    tags = Counter(t for b in blocks for t in b.constructions)
    lines += _table(("construction", "blocks"), ((t, tags[t]) for t in sorted(CONSTRUCTIONS)))
    for what, key in (("Regions", "region"), ("Decades", "decade")):
        found = Counter(getattr(b, key) for b in blocks if getattr(b, key))
        lines += [
            f"## {what}",
            "",
            *_table((key, "blocks"), found.most_common(40) if key == "region" else sorted(found.items())),
        ]
    return "\n".join(lines).rstrip() + "\n"
