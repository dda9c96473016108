"""Treebanks and entity corpora as training sentences, and chunks of them as batches."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from dragoman.evaluate import conllu, names, voa
from dragoman.language.features import (
    CAPITALISED,
    CLS,
    CONTINUATION,
    GLUE,
    GLUED,
    LOWER,
    MASK,
    MIXED,
    SEP,
    SPACED,
    SPECIAL,
    UNKNOWN,
    UPPER,
    WordPieces,
)

from .model import MASKED, Labels

ENTITIES = ("PER", "ORG", "GPE", "LOC", "NORP", "EVENT", "DATE")
TAGS = ["O", *(f"{p}-{t}" for t in ENTITIES for p in "BI")]
NONE = -100

UNMARKED = {
    "gum": (),
    "voa": ("EVENT",),
    "wikigold": ("NORP", "EVENT", "DATE"),
    "wnut": ("NORP", "EVENT", "DATE"),
}
"""Entity types that a corpus does not mark: its O may hide them, so that the loss lets the model choose."""


@dataclass(slots=True)
class Item:
    """A training sentence; a label list is empty where the corpus has none.

    Heads are 1-based, 0 is the root. `allowed` names, per word, a row of the table of allowed tag sets.
    """

    source: str
    paragraph: str
    words: list[str]
    glue: list[int]
    upos: list[int] = field(default_factory=list)
    xpos: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deprels: list[int] = field(default_factory=list)
    allowed: list[int] = field(default_factory=list)
    pieces: list[list[int]] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    number: int = -1

    @property
    def length(self) -> int:
        """Pieces of the sentence."""
        return sum(map(len, self.pieces))


class TagSets:
    """The table of sets of tags that a gold mark allows; grows as sets are met."""

    def __init__(self) -> None:
        self.rows: dict[tuple[int, ...], int] = {}

    def of(self, mark: str, source: str) -> int:
        """Row for one gold mark ("O", "B-PER", "I-PLACE", "B-MISC" ...) of a corpus."""
        index = {t: i for i, t in enumerate(TAGS)}
        hidden = [f"{p}-{t}" for t in UNMARKED[source] for p in "BI"]
        if mark == "O":
            allowed = ["O", *hidden]
        elif mark.endswith("-PLACE"):
            allowed = [mark[:2] + "GPE", mark[:2] + "LOC"]
        elif mark.endswith("-MISC"):
            allowed = ["O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT"]
        else:
            allowed = [mark]
        row = tuple(sorted({index[a] for a in allowed}))
        return self.rows.setdefault(row, len(self.rows))

    def table(self) -> Tensor:
        """sets, tags: 1.0 where the set holds the tag."""
        table = torch.zeros(len(self.rows), len(TAGS))
        for row, i in self.rows.items():
            table[i, list(row)] = 1.0
        return table


@dataclass(slots=True)
class Corpus:
    """All training sentences with their inventories."""

    items: list[Item]
    labels: Labels
    sets: TagSets


_CLOSING = {".", ",", ";", ":", "?", "!", "%", ")", "]", "}", "'s", "’s", "n't", "n’t", "'", "’", "”", "»", "..."}
_CLITICS = {"'re", "'ve", "'ll", "'d", "'m"}
_OPENING = {"(", "[", "{", "$", "£", "€", "“", "«", "#", "@"}


def detokenise(words: Sequence[str]) -> list[int]:
    """How words of a corpus without spacing were most likely set: glue of each to the word before."""
    glue, opening, inside = [], True, False
    for word in words:
        closes = word in _CLOSING or word.lower() in _CLITICS
        if word in {'"', "``", "''"}:
            inside = not inside
            closes = not inside
        glue.append(SPACED if not glue or not (closes or opening) else GLUED)
        opening = word in _OPENING or (word in {'"', "``"} and inside)
    return glue


def _glue(spaces: Sequence[bool]) -> list[int]:
    return [SPACED, *(SPACED if s else GLUED for s in spaces[:-1])]


def read_gum(path: Path, labels: Labels | None, sets: TagSets) -> tuple[list[Item], Labels]:
    """Items of a GUM file; with `labels` None its own inventories are taken."""
    documents = conllu.read(path)
    if labels is None:
        sentences = [s for d in documents for s in d.sentences]
        labels = Labels(
            upos=sorted({u for s in sentences for u in s.upos}),
            xpos=sorted({x for s in sentences for x in s.xpos}),
            deprel=sorted({r for s in sentences for r in s.deprels}),
            entity=TAGS,
        )
    at = [{k: i for i, k in enumerate(inventory)} for inventory in (labels.upos, labels.xpos, labels.deprel)]
    items = []
    for document in documents:
        paragraph, speaker = 0, None
        for s, marks in zip(document.sentences, names.gum_names(document), strict=True):
            if s.newpar or s.speaker != speaker:
                paragraph += 1
            speaker = s.speaker
            items.append(
                Item(
                    "gum",
                    f"{document.id}:{paragraph}",
                    list(s.words),
                    _glue(s.spaces),
                    upos=[at[0].get(u, NONE) for u in s.upos],
                    xpos=[at[1].get(x, NONE) for x in s.xpos],
                    heads=list(s.heads),
                    deprels=[at[2].get(r, NONE) for r in s.deprels],
                    allowed=[sets.of(m, "gum") for m in marks],
                )
            )
    return items, labels


def read_voa(path: Path, sets: TagSets) -> Iterator[Item]:
    """Items of the Voice of America set, the held-out tenth and repeated sentences left out."""
    seen = set()
    for s in voa.read(path):
        key = tuple(s.words)
        if not voa.is_heldout(s.number) and key not in seen:
            seen.add(key)
            words = list(s.words)
            yield Item(
                "voa",
                f"voa:{s.number}",
                words,
                detokenise(words),
                allowed=[sets.of(m, "voa") for m in voa.convert(s, complete=True)],
            )


def read_corpus(folder: Path, vocabulary: Path) -> Corpus:
    """Everything we train on, from the treebank folder; sentences of one word only or over 150 words are left out."""
    sets = TagSets()
    items, labels = read_gum(folder / "gum_train.conllu.gz", None, sets)
    items += read_voa(folder / "ner_gmb_voa_8300.csv.gz", sets)
    for source, rows in (
        ("wikigold", names.read_wikigold(folder / "ner_wikigold.conll.gz")),
        ("wnut", names.read_wnut(folder / "ner_wnut17_train.conll.gz")),
    ):
        for i, (words, marks) in enumerate(rows):
            items.append(
                Item(
                    source,
                    f"{source}:{i}",
                    list(words),
                    detokenise(words),
                    allowed=[sets.of(m, source) for m in marks],
                )
            )
    items = [i for i in items if len(i.words) <= 150 and (len(i.words) > 1 or i.source == "gum")]
    for number, item in enumerate(items):
        item.number = number
    encode_items(items, vocabulary)
    return Corpus(items, labels, sets)


def encode_items(items: Sequence[Item], vocabulary: Path) -> None:
    """Fill in pieces and shapes."""
    pieces = WordPieces(vocabulary)
    for item in items:
        pairs = [pieces.word(w) for w in item.words]
        item.pieces, item.shapes = [p for p, _ in pairs], [s for _, s in pairs]


def chunks(items: Sequence[Item], rng: random.Random) -> Iterator[list[Item]]:
    """Runs of sentences as the program meets them: alone, or several of a paragraph together.

    A third of the runs are single sentences; the others reach for 40 to 150 pieces. Sentences of the entity corpora,
    whose documents are not known, are joined at random.
    """
    order: list[Item] = []
    groups: dict[str, list[Item]] = {}
    loose: list[Item] = []
    for item in items:
        if item.source == "gum":
            groups.setdefault(item.paragraph.rpartition(":")[0], []).append(item)
        else:
            loose.append(item)
    rng.shuffle(loose)
    keys = list(groups)
    rng.shuffle(keys)
    for key in keys:
        order += groups[key]
    order += loose
    run: list[Item] = []
    size, goal = 0, 0
    for item in order:
        same = bool(run) and item.source == run[-1].source and _may_join(run[-1], item, rng)
        if run and not (same and size + item.length <= goal):
            yield run
            run, size = [], 0
        if not run:
            goal = 0 if rng.random() < 0.35 else rng.randint(40, 150)
        run.append(item)
        size += item.length
    if run:
        yield run


def _may_join(before: Item, item: Item, rng: random.Random) -> bool:
    if item.source != "gum":
        return before.words[-1] in {".", "?", "!", '"', "''"}
    if before.paragraph == item.paragraph:
        return True
    return before.paragraph.rpartition(":")[0] == item.paragraph.rpartition(":")[0] and rng.random() < 0.15


@dataclass(slots=True)
class Batch:
    """Padded tensors of several chunks; `NONE` marks what has no gold label."""

    items: list[list[Item]]
    pieces: Tensor
    features: Tensor
    word_features: Tensor
    first: Tensor
    mask: Tensor | None
    sentence: Tensor
    arc_mask: Tensor
    start: Tensor
    upos: Tensor
    xpos: Tensor
    head: Tensor
    deprel: Tensor
    allowed: Tensor


def _recase(shapes: list[int], style: str) -> list[int]:
    if style == "upper":
        return [UPPER if s in (LOWER, CAPITALISED, MIXED) else s for s in shapes]
    if style == "lower":
        return [LOWER if s in (UPPER, CAPITALISED, MIXED) else s for s in shapes]
    if style == "title":
        return [CAPITALISED if s == LOWER else s for s in shapes]
    return shapes


def collate(runs: list[list[Item]], rng: random.Random | None) -> Batch:
    """Tensors of the chunks `runs`; with `rng` capitals, spacing and pieces are disturbed now and then."""
    count = len(runs)
    rows = [_inputs(run, rng) for run in runs]
    longest, most = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    pieces, features, padding = _full(count, longest), _full(count, longest), torch.zeros(count, longest)
    first, word_features, sentence = _full(count, most), _full(count, most), _full(count, most, value=-1)
    gold = {k: _full(count, most, value=NONE) for k in ("start", "upos", "xpos", "head", "deprel", "allowed")}
    for b, (run, row) in enumerate(zip(runs, rows, strict=True)):
        for tensor, values in zip((pieces, features, first, word_features), row, strict=True):
            tensor[b, : len(values)] = torch.tensor(values)
        padding[b, len(row[0]) :] = MASKED
        _gold(run, sentence[b], {k: v[b] for k, v in gold.items()})
    same = sentence[:, :, None] == sentence[:, None, :]
    arc_mask = torch.zeros(count, most, most + 1)
    arc_mask[:, :, 1:].masked_fill_(~same, MASKED)
    mask = padding[:, None, None, :] if bool((padding != 0).any()) else None
    return Batch(runs, pieces, features, word_features, first, mask, sentence, arc_mask, **gold)


def _full(*shape: int, value: int = 0) -> Tensor:
    return torch.full(shape, value, dtype=torch.long)


def _inputs(run: list[Item], rng: random.Random | None) -> tuple[list[int], list[int], list[int], list[int]]:
    """Pieces, their features, each word's first piece, and the words' features."""
    pieces, features, first, word_features = [CLS], [SPECIAL], [], []
    unknown = rng is not None and rng.random() < 0.25
    style = rng.choices(("as is", "upper", "lower", "title"), (88, 5, 5, 2))[0] if rng else "as is"
    for item in run:
        for ids, form, glue in zip(item.pieces, _recase(item.shapes, style), item.glue, strict=True):
            feature = form + GLUE * (UNKNOWN if unknown else glue)
            first.append(len(pieces))
            word_features.append(feature)
            pieces += ids
            features += [feature] + [feature + CONTINUATION] * (len(ids) - 1)
    pieces.append(SEP)
    features.append(SPECIAL)
    if rng is not None:
        pieces[1:-1] = [MASK if rng.random() < 0.04 else p for p in pieces[1:-1]]
    return pieces, features, first, word_features


def _gold(run: list[Item], sentence: Tensor, gold: dict[str, Tensor]) -> None:
    """Write the labels of a chunk into its rows."""
    at = 0
    for k, item in enumerate(run):
        end = at + len(item.words)
        sentence[at:end] = k
        gold["start"][at:end] = 0
        gold["start"][at] = 1
        if item.upos:
            gold["upos"][at:end] = torch.tensor(item.upos)
            gold["xpos"][at:end] = torch.tensor(item.xpos)
            heads = torch.tensor(item.heads)
            gold["head"][at:end] = torch.where(heads > 0, heads + at, heads)
            gold["deprel"][at:end] = torch.tensor(item.deprels)
        if item.allowed:
            gold["allowed"][at:end] = torch.tensor(item.allowed)
        at = end
    gold["start"][0] = NONE


def batches(runs: list[list[Item]], size: int, rng: random.Random | None) -> list[list[list[Item]]]:
    """Group chunks of like length into batches of at most `size` padded pieces; shuffled with `rng`."""
    lengths = [sum(i.length for i in r) + 2 for r in runs]
    order = list(range(len(runs)))
    if rng:
        rng.shuffle(order)
        order = [j for k in range(0, len(order), 1000) for j in sorted(order[k : k + 1000], key=lengths.__getitem__)]
    else:
        order.sort(key=lengths.__getitem__)
    out: list[list[list[Item]]] = []
    current: list[list[Item]] = []
    longest = 0
    for j in order:
        if current and max(longest, lengths[j]) * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], 0
        current.append(runs[j])
        longest = max(longest, lengths[j])
    out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def seed_everything(seed: int) -> random.Random:
    """Seed torch and numpy; returns the generator for all other choices."""
    torch.manual_seed(seed)
    np.random.seed(seed)
    torch.use_deterministic_algorithms(True)
    return random.Random(seed)
