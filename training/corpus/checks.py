"""What must hold of the annotated files beyond their format: codes exist, nothing stands twice, spans make sense."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from dragoman import ontology

from .blocks import Block, read

FOLDER = Path(__file__).parent


def problems(files: Sequence[Path]) -> list[str]:
    """Every problem of files of ours, with file and line.

    Raises:
        BlockMalformed: a file is not in the format.
    """
    return problems_of(block for path in files for block in read(path))


def problems_of(blocks: Iterable[Block]) -> list[str]:
    """Every problem of the blocks, with file and line."""
    codes = ontology.load()
    modes = {code: set(event.modes) for code, event in codes.events.items()}
    predicates = set(codes.predicates)
    cameo = set(codes.cameo)
    contexts = set(codes.contexts)
    out = []
    ids: dict[str, str] = {}
    texts: dict[str, str] = {}
    for block in blocks:
        where = f"{block.path}:{block.line}: {block.id}"
        text = " ".join(" ".join(block.sentences).lower().split())
        for seen, key, what in ((ids, block.id, "identifier"), (texts, text, "text")):
            if key in seen:
                out.append(f"{where}: same {what} as {seen[key]}")
            seen[key] = block.id
        for e in block.events:
            at = f"{block.path}:{e.line}: {block.id}"
            if e.event not in modes:
                out.append(f"{at}: no event {e.event}")
            elif e.mode and e.mode not in modes[e.event]:
                out.append(f"{at}: {e.event} has no mode {e.mode}; it has {', '.join(sorted(modes[e.event]))}")
            if e.cameo and e.cameo not in cameo:
                out.append(f"{at}: no CAMEO code {e.cameo}")
            out += [f"{at}: no context {c}" for c in e.contexts if c not in contexts]
        out += [
            f"{block.path}:{r.line}: no predicate {r.predicate}"
            for r in block.relations
            if r.predicate not in predicates
        ]
        out += _odd(block)
    return out


def _odd(block: Block) -> Iterator[str]:
    """Spans that can hardly be meant: long triggers, white space at an end, answers to what is no trigger."""
    triggers = {e.trigger for e in block.events}
    for e in block.events:
        at = f"{block.path}:{e.line}: {block.id}"
        if len(block.words(e.trigger).split()) > 8:
            yield f"{at}: the trigger {block.words(e.trigger)!r} has more than eight words"
        if e.trigger in e.roles.get("actor", ()) or e.trigger in e.roles.get("recipient", ()):
            yield f"{at}: a trigger cannot be its own party"
        yield from (f"{at}: answers {a}, which is no trigger" for a in e.roles.get("answers", ()) if a not in triggers)
    for name in block.spans:
        words = block.words(name)
        if words != words.strip():
            yield f"{block.path}:{block.line}: {block.id}: span {name} begins or ends with white space"
    if "hard-negative" in block.constructions and block.events:
        yield f"{block.path}:{block.line}: {block.id}: a hard negative with an event"
