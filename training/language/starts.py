"""The head for sentence starts, trained a second time on whole paragraphs over the finished encoder.

In the joint training a third of all runs are single sentences and others are joined at random, which the parser
needs and the splitter never meets. Here the encoder stands still and reads paragraphs as the program will.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from dragoman.language.features import WordPieces

from .augment import Augmenter
from .data import NONE, Corpus, Item, batches, collate, seed_everything
from .model import Network
from .train import load

SEED = 4
EPOCHS = 6
RATE = 1e-3
DROPOUT = 0.3
PIECES = 190
"""Pieces of a run at most: what the program reads at once."""

CAUTION = 0.75
"""Taken off the logits: over sentences that it was trained on the encoder is too sure. Chosen on GUM's dev part."""

HEAD = ("bounds", "feature", "start_project", "start")
"""The parts of `Analysis` that the logit of a sentence start is made of; `feature` is shared and stands still."""


@dataclass(frozen=True, slots=True)
class States:
    """A batch behind the encoder: layers, batch, words, width in half precision; features; 1.0 where one starts."""

    states: Tensor
    features: Tensor
    start: Tensor


def paragraphs(items: Sequence[Item], join: float, rng: random.Random) -> Iterator[list[Item]]:
    """The runs of a treebank's sentences between two line breaks; a share `join` of the breaks is taken out."""
    run: list[Item] = []
    size = 0
    for item in items:
        if run:
            broken = item.paragraph != run[-1].paragraph
            same = item.paragraph.rpartition(":")[0] == run[-1].paragraph.rpartition(":")[0]
            if size + item.length > PIECES or not same or (broken and rng.random() >= join):
                yield run
                run, size = [], 0
        run.append(item)
        size += item.length
    if run:
        yield run


@torch.no_grad()
def _read(net: Network, runs: list[list[Item]]) -> list[States]:
    out = []
    for part in batches([r for r in runs if sum(i.length for i in r) <= PIECES], 3000, None):
        batch = collate(part, None)
        with torch.autocast("cpu", torch.bfloat16):
            states = net.encoder(batch.pieces, batch.features, batch.first, batch.mask)
        out.append(States(states.half(), batch.word_features, batch.start))
    return out


def train_starts(weights: Path, corpus: Corpus, vocabulary: Path, done: Path, threads: int = 2) -> Path:
    """The network in `weights` with a new head for sentence starts, written to `done` unless that exists."""
    if done.exists():
        return done
    torch.set_num_threads(threads)
    rng = seed_everything(SEED)
    net, labels = load(weights)
    gum = [i for i in corpus.items if i.source == "gum"]
    augment = Augmenter(labels, corpus.sets, WordPieces(vocabulary))
    runs = [*paragraphs(gum, 0.0, rng), *(augment(r, rng) for r in paragraphs(gum, 0.3, rng))]
    read = _read(net, runs)
    head = net.analysis
    moved = [p for name in ("bounds", "start_project", "start") for p in getattr(head, name).parameters()]
    steps = EPOCHS * len(read)
    optimiser = torch.optim.AdamW(moved, lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda k: min(1.0, k / 50) * max(0.02, 1 - k / steps))
    for _ in range(EPOCHS):
        rng.shuffle(read)
        for batch in read:
            seen = F.dropout(torch.cat([head.bounds(batch.states.float()), head.feature(batch.features)], -1), DROPOUT)
            scores = head.start(F.dropout(F.gelu(head.start_project(seen)), DROPOUT))[..., 0]
            at = batch.start != NONE
            loss = F.binary_cross_entropy_with_logits(scores[at], batch.start[at].float())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    with torch.no_grad():
        head.start.bias -= CAUTION
    torch.save({"weights": net.state_dict(), "labels": asdict(labels)}, done)
    return done
