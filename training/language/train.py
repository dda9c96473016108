"""The training loop: joint losses, a moving average of the weights, soft targets of teachers, checkpoints."""

from __future__ import annotations

import pickle
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from dragoman.language.features import WordPieces
from dragoman.language.tree import best_tree

from .augment import Augmenter
from .data import NONE, Batch, Corpus, Item, batches, chunks, collate, seed_everything
from .model import Labels, Network
from .swap import Swapper

WEIGHTS = {"start": 1.0, "upos": 0.5, "xpos": 0.3, "arc": 1.0, "deprel": 0.7, "entity": 1.0}
"""What each loss counts in the sum."""

Soft = dict[str, np.ndarray]
"""Teachers' probabilities for one sentence: upos, xpos, entity, arc, and deprel at the heads in `heads`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run of training; `rate` is the encoder's peak learning rate, `pieces` the padded size of a batch."""

    name: str
    seed: int
    epochs: float
    threads: int
    rate: float = 3e-4
    head_rate: float = 2e-3
    pieces: int = 1200
    decay: float = 0.998
    soften: float = 0.0
    gum_times: int = 1
    swap: float = 0.0


def ce(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean cross entropy over the marked places; zero where none is marked."""
    return F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), gold.reshape(-1), ignore_index=NONE)


def soft_ce(scores: Tensor, target: Tensor, present: Tensor) -> Tensor:
    """Mean cross entropy against probabilities over the places in `present`."""
    lost = -(target * F.log_softmax(scores.float(), -1)).sum(-1)
    return (lost * present).sum() / present.sum().clamp(min=1)


def losses(net: Network, batch: Batch, table: Tensor, soft: dict[str, Tensor] | None, soften: float) -> Tensor:
    """The weighted sum of all losses on a batch; teachers' targets take the share `soften` where they exist."""
    with torch.autocast("cpu", torch.bfloat16):
        states = net.encoder(batch.pieces, batch.features, batch.first, batch.mask)
    scores = net.analysis(states.float(), batch.word_features)
    arc = scores.arc + batch.arc_mask
    parsed = bool((batch.upos != NONE).any())
    hard = 1.0 - (soften if soft is not None else 0.0)
    total = torch.zeros(())
    marked = batch.start != NONE
    if bool(marked.any()):
        start = F.binary_cross_entropy_with_logits(scores.start[marked], batch.start[marked].float())
        total = total + WEIGHTS["start"] * start
    if parsed:
        total = total + hard * (
            WEIGHTS["upos"] * ce(scores.upos, batch.upos)
            + WEIGHTS["xpos"] * ce(scores.xpos, batch.xpos)
            + WEIGHTS["arc"] * ce(arc, batch.head)
        )
        at = batch.head != NONE
        relation = net.deprel(scores.dependent[at], _heads_of(scores.head, batch.head.clamp(min=0))[at])
        total = total + hard * WEIGHTS["deprel"] * ce(relation, batch.deprel[at])
    named = batch.allowed != NONE
    if bool(named.any()):
        chance = F.log_softmax(scores.entity[named].float(), -1)
        allowed = table[batch.allowed[named]]
        total = total - hard * WEIGHTS["entity"] * torch.logsumexp(chance + (allowed + 1e-30).log(), -1).mean()
    if soft is not None:
        present = soft["present"]
        share = soften if parsed else 1.0
        total = total + share * (
            WEIGHTS["upos"] * soft_ce(scores.upos, soft["upos"], present)
            + WEIGHTS["xpos"] * soft_ce(scores.xpos, soft["xpos"], present)
            + WEIGHTS["arc"] * soft_ce(arc, soft["arc"], present)
        )
        total = total + soften * WEIGHTS["entity"] * soft_ce(scores.entity, soft["entity"], present)
        at = present > 0
        relation = net.deprel(scores.dependent[at], _heads_of(scores.head, soft["heads"].long())[at])
        total = total + share * WEIGHTS["deprel"] * soft_ce(relation, soft["deprel"][at], present[at])
    return total


def _heads_of(head: Tensor, index: Tensor) -> Tensor:
    return torch.gather(head, 1, index[..., None].expand(-1, -1, head.shape[-1]))


def soft_tensors(batch: Batch, teachers: dict[int, Soft], labels: Labels) -> dict[str, Tensor]:
    """Teachers' probabilities laid out as the batch; `teachers` is keyed by the items' numbers."""
    count, most = batch.first.shape
    out = {
        "present": torch.zeros(count, most),
        "upos": torch.zeros(count, most, len(labels.upos)),
        "xpos": torch.zeros(count, most, len(labels.xpos)),
        "entity": torch.zeros(count, most, len(labels.entity)),
        "deprel": torch.zeros(count, most, len(labels.deprel)),
        "arc": torch.zeros(count, most, most + 1),
        "heads": torch.zeros(count, most),
    }
    for b, run in enumerate(batch.items):
        at = 0
        for item in run:
            end = at + len(item.words)
            row = teachers.get(item.number)
            if row is not None:
                out["present"][b, at:end] = 1
                for key in ("upos", "xpos", "entity", "deprel"):
                    out[key][b, at:end] = torch.from_numpy(row[key].astype(np.float32))
                arc = torch.from_numpy(row["arc"].astype(np.float32))
                out["arc"][b, at:end, 0] = arc[:, 0]
                out["arc"][b, at:end, at + 1 : end + 1] = arc[:, 1:]
                heads = torch.from_numpy(row["heads"].astype(np.int64))
                out["heads"][b, at:end] = torch.where(heads > 0, heads + at, heads).float()
            at = end
    return out


@torch.no_grad()
def predict(nets: Sequence[Network], items: Sequence[Item], size: int = 3000) -> list[Soft]:
    """Mean probabilities of `nets`, and the trees they give, of sentences without their neighbours, in order."""
    for net in nets:
        net.eval()
    place = {id(item): i for i, item in enumerate(items)}
    out: list[Soft] = [{}] * len(items)
    for runs in batches([[i] for i in items], size, None):
        batch = collate(runs, None)
        scores = []
        for net in nets:
            with torch.autocast("cpu", torch.bfloat16):
                states = net.encoder(batch.pieces, batch.features, batch.first, batch.mask)
            scores.append(net.analysis(states.float(), batch.word_features))
        means = {
            "upos": torch.stack([torch.softmax(s.upos, -1) for s in scores]).mean(0),
            "xpos": torch.stack([torch.softmax(s.xpos, -1) for s in scores]).mean(0),
            "entity": torch.stack([torch.softmax(s.entity, -1) for s in scores]).mean(0),
            "arc": torch.stack([torch.softmax(s.arc + batch.arc_mask, -1) for s in scores]).mean(0),
        }
        for b, run in enumerate(runs):
            n = len(run[0].words)
            soft = {k: v[b, :n].numpy() for k, v in means.items()}
            soft["arc"] = soft["arc"][:, : n + 1]
            soft["heads"] = best_tree(np.log(soft["arc"].astype(np.float64) + 1e-12))
            at = torch.from_numpy(soft["heads"])
            relations = [
                torch.softmax(net.deprel(s.dependent[b, :n], s.head[b, at]), -1)
                for net, s in zip(nets, scores, strict=True)
            ]
            soft["deprel"] = torch.stack(relations).mean(0).numpy()
            out[place[id(run[0])]] = soft
    for net in nets:
        net.train()
    return out


def quick_scores(net: Network, items: Sequence[Item], labels: Labels) -> dict[str, float]:
    """Accuracies in percent on sentences with gold trees: upos, uas, las (labels without subtypes)."""
    plain = [r.split(":")[0] for r in labels.deprel]
    counts = np.zeros(5)
    for item, guess in zip(items, predict([net], items), strict=True):
        upos, heads = guess["upos"].argmax(1), guess["heads"]
        right = heads == np.array(item.heads)
        names = [plain[i] for i in guess["deprel"].argmax(1)]
        label = np.array([a == (plain[b] if b >= 0 else "?") for a, b in zip(names, item.deprels, strict=True)])
        counts += [len(heads), (upos == np.array(item.upos)).sum(), right.sum(), (right & label).sum(), 0]
    return {k: round(float(100 * counts[i] / counts[0]), 2) for i, k in ((1, "upos"), (2, "uas"), (3, "las"))}


def fresh(labels: Labels, base: Path) -> Network:
    """A network that starts from the base encoder in `base`, its word pieces frozen."""
    net = Network(labels)
    net.encoder.load_base(base)
    net.encoder.word.weight.requires_grad_(False)
    return net


def groups(net: Network, settings: Settings) -> list[dict[str, object]]:
    """Parameter groups: lower layers learn slower, heads faster."""
    out: list[dict[str, object]] = []
    for i, layer in enumerate(net.encoder.layers):
        out.append(
            {
                "params": list(layer.parameters()),
                "lr": settings.rate * 0.9 ** (len(net.encoder.layers) - 1 - i),
            }
        )
    early = [p for n, p in net.encoder.named_parameters() if not n.startswith("layers") and p.requires_grad]
    out.append({"params": early, "lr": settings.rate * 0.5})
    heads = [p for n, p in net.named_parameters() if not n.startswith("encoder")]
    out.append({"params": heads, "lr": settings.head_rate})
    return out


def train(
    corpus: Corpus,
    base: Path,
    folder: Path,
    settings: Settings,
    dev: Sequence[Item],
    teachers: dict[int, Soft] | None = None,
    save_every: float = 120.0,
) -> Path:
    """Train to the end, from the last checkpoint if there is one; returns the file of the averaged weights.

    A checkpoint is written at the end of an epoch if `save_every` seconds have passed since the last one.
    """
    done = folder / f"{settings.name}.pt"
    if done.exists():
        return done
    folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(settings.threads)
    rng = seed_everything(settings.seed)
    net = fresh(corpus.labels, base)
    optimiser = torch.optim.AdamW(groups(net, settings), weight_decay=0.01, fused=True)
    items = [i for i in corpus.items for _ in range(settings.gum_times if i.source == "gum" else 1)]
    per_epoch = len(batches(list(chunks(items, random.Random(0))), settings.pieces, None))
    steps = int(per_epoch * settings.epochs)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda k: min(1.0, k / (0.05 * steps)) * max(0.01, 1 - k / steps)
    )
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    pieces = WordPieces(base / "vocab.txt")
    augment = Augmenter(corpus.labels, corpus.sets, pieces)
    swap = Swapper(corpus.sets, pieces, settings.swap)
    table = corpus.sets.table()
    step = 0
    checkpoint = folder / f"{settings.name}.checkpoint"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        net.load_state_dict(saved["net"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
        average, step = saved["average"], saved["step"]
        rng.setstate(saved["random"])
        torch.set_rng_state(saved["torch"])

    def say(*what: object) -> None:
        with (folder / f"{settings.name}.log").open("a") as log:
            print(*what, file=log)

    began = saved_at = time.time()
    words, sums = 0, 0.0
    net.train()
    while step < steps:
        changed = [augment([swap(item, rng) for item in run], rng) for run in chunks(items, rng)]
        for runs in batches(changed, settings.pieces, rng):
            if step >= steps:
                break
            batch = collate(runs, rng)
            soft = soft_tensors(batch, teachers, corpus.labels) if teachers else None
            loss = losses(net, batch, table, soft, settings.soften)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            step += 1
            decay = min(settings.decay, (step + 1) / (step + 10))
            with torch.no_grad():
                for key, value in net.state_dict().items():
                    average[key].lerp_(value, 1 - decay)
            words += int((batch.sentence >= 0).sum())
            sums += float(loss.detach())
            if step % 100 == 0:
                now = time.time()
                spent = now - began
                say(f"{step}/{steps} loss {sums / 100:.3f} words/s {words / spent:.0f} {spent:.0f}s")
                sums = 0.0
        # A checkpoint holds a whole number of epochs, so that a resumed run sees what an unbroken one would.
        if time.time() - saved_at >= save_every and step < steps:
            saved_at = time.time()
            state = {
                "net": net.state_dict(),
                "optimiser": optimiser.state_dict(),
                "schedule": schedule.state_dict(),
                "average": average,
                "step": step,
                "random": rng.getstate(),
                "torch": torch.get_rng_state(),
            }
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)
            say("dev now", quick_scores(net, dev, corpus.labels))
    net.load_state_dict(average)
    say("dev average", quick_scores(net, dev, corpus.labels), f"{time.time() - began:.0f}s")
    content = {"weights": net.state_dict(), "labels": asdict(corpus.labels), "settings": asdict(settings)}
    torch.save(content, done)
    checkpoint.unlink(missing_ok=True)
    return done


def load(path: Path) -> tuple[Network, Labels]:
    """A trained network and its labels."""
    saved = torch.load(path, weights_only=True)
    labels = Labels(**saved["labels"])
    net = Network(labels)
    net.load_state_dict(saved["weights"])
    return net.eval(), labels


def teach(paths: Sequence[Path], items: Sequence[Item]) -> dict[int, Soft]:
    """Mean probabilities of several teachers for every item, in half precision, keyed by the item's number."""
    nets = [load(path)[0] for path in paths]
    out: dict[int, Soft] = {}
    for item, soft in zip(items, predict(nets, items), strict=True):
        out[item.number] = {k: v.astype(np.float16) if v.dtype.kind == "f" else v for k, v in soft.items()}
    return out


def save_soft(soft: dict[int, Soft], path: Path) -> None:
    """Keep the teachers' targets between steps (our own file, read back only by `load_soft`)."""
    with path.open("wb") as out:
        pickle.dump(soft, out, protocol=5)


def load_soft(path: Path) -> dict[int, Soft]:
    """Targets written by `save_soft`."""
    with path.open("rb") as source:
        return pickle.load(source)  # type: ignore[no-any-return]
