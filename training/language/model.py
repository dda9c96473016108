"""The network: a six-layer encoder that every head shares, and the heads of the language analysis."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from dragoman.language.features import FEATURES

WIDTH, HEADS, INNER, LAYERS, POSITIONS, VOCABULARY = 384, 12, 1536, 6, 512, 30522
"""Dimensions of all-MiniLM-L6-v2."""

MASKED = -1e4


class Layer(nn.Module):
    """A transformer layer as in BERT (post-norm, GELU)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """x: batch, pieces, width; mask: batch, 1, 1, pieces, additive (None: no padding)."""
        batch, length = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * (1 / math.sqrt(WIDTH // HEADS))
        if mask is not None:
            scores = scores + mask
        seen = (torch.softmax(scores, -1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and features in, the states of every layer at each word's first piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.feature = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.feature.weight)

    def forward(self, pieces: Tensor, features: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """pieces, features: batch, pieces; first: batch, words. Returns 7, batch, words, width."""
        x = self.word(pieces) + self.feature(features) + self.position.weight[: pieces.shape[1]]
        x = self.drop(self.norm(x))
        at = first[..., None].expand(-1, -1, WIDTH)
        states = [torch.gather(x, 1, at)]
        for layer in self.layers:
            x = layer(x, mask)
            states.append(torch.gather(x, 1, at))
        return torch.stack(states)

    def load_base(self, folder: Path) -> None:
        """Start from the weights of all-MiniLM-L6-v2 in `folder` (a Hugging Face BERT checkpoint)."""
        base = load_file(folder / "model.safetensors")
        own: dict[str, Tensor] = {
            "word.weight": base["embeddings.word_embeddings.weight"],
            "position.weight": base["embeddings.position_embeddings.weight"]
            + base["embeddings.token_type_embeddings.weight"][0],
            "feature.weight": self.feature.weight.data,
            "norm.weight": base["embeddings.LayerNorm.weight"],
            "norm.bias": base["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for i in range(LAYERS):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [base[f"{at}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
                own[f"layers.{i}.qkv.{kind}"] = torch.cat(parts)
                for mine, theirs in names.items():
                    own[f"layers.{i}.{mine}.{kind}"] = base[f"{at}{theirs}.{kind}"]
        self.load_state_dict(own)


class Mix(nn.Module):
    """A learned weighted mean of the layers (a scalar mix, as in ELMo)."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.linspace(0, 2, LAYERS + 1))
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, states: Tensor) -> Tensor:
        """states: layers, ...; returns the mean over the first axis."""
        share = torch.softmax(self.weight, 0)
        return (states * share.view(-1, *[1] * (states.dim() - 1))).sum(0) * self.scale


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories, in the order of the heads' outputs."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]
    entity: list[str]


@dataclass(slots=True)
class Scores:
    """What the analysis heads say of each word (batch first; logits)."""

    start: Tensor
    upos: Tensor
    xpos: Tensor
    entity: Tensor
    arc: Tensor
    dependent: Tensor
    head: Tensor


class Analysis(nn.Module):
    """Heads over the encoder's states: sentence start, tags, entities, arcs; labels are scored by `Deprel`."""

    def __init__(self, labels: Labels, width: int = 320, arc: int = 256, rel: int = 64, dropout: float = 0.2) -> None:
        super().__init__()
        self.syntax, self.names, self.bounds = Mix(), Mix(), Mix()
        self.feature = nn.Embedding(FEATURES, 32)
        self.project = nn.Linear(WIDTH + 32, width)
        self.upos = nn.Linear(width, len(labels.upos))
        self.xpos = nn.Linear(width, len(labels.xpos))
        self.start_project = nn.Linear(WIDTH + 32, 96)
        self.start = nn.Linear(96, 1)
        self.entity_project = nn.Linear(WIDTH + 32, 192)
        self.entity = nn.Linear(192, len(labels.entity))
        self.root = nn.Parameter(torch.randn(1, 1, width) * 0.02)
        self.arc_dependent, self.arc_head = nn.Linear(width, arc), nn.Linear(width, arc)
        self.arc_weight = nn.Parameter(torch.randn(arc + 1, arc) * 0.02)
        self.rel_dependent, self.rel_head = nn.Linear(width, rel), nn.Linear(width, rel)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, features: Tensor) -> Scores:
        """states: layers, batch, words, width; features: batch, words (of the words' first pieces)."""
        extra = self.feature(features)
        z = self.drop(F.gelu(self.project(self.drop(torch.cat([self.syntax(states), extra], -1)))))
        b = self.drop(F.gelu(self.start_project(self.drop(torch.cat([self.bounds(states), extra], -1)))))
        e = self.drop(F.gelu(self.entity_project(self.drop(torch.cat([self.names(states), extra], -1)))))
        rooted = torch.cat([self.root.expand(z.shape[0], -1, -1), z], 1)
        dependent = self.drop(F.gelu(self.arc_dependent(z)))
        head = self.drop(F.gelu(self.arc_head(rooted)))
        ones = torch.ones_like(dependent[..., :1])
        arc = torch.cat([dependent, ones], -1) @ self.arc_weight @ head.transpose(1, 2)
        return Scores(
            start=self.start(b)[..., 0],
            upos=self.upos(z),
            xpos=self.xpos(z),
            entity=self.entity(e),
            arc=arc,
            dependent=self.drop(F.gelu(self.rel_dependent(z))),
            head=self.drop(F.gelu(self.rel_head(rooted))),
        )


class Deprel(nn.Module):
    """Biaffine label scores for given pairs of dependent and head."""

    def __init__(self, labels: Labels, rel: int = 64) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(rel + 1, len(labels.deprel) * (rel + 1)) * 0.02)
        self.count = len(labels.deprel)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """dependent, head: pairs, rel. Returns pairs, labels."""
        one = torch.ones_like(dependent[:, :1])
        d, h = torch.cat([dependent, one], -1), torch.cat([head, one], -1)
        return torch.bmm((d @ self.weight).view(-1, self.count, h.shape[-1]), h[..., None])[..., 0]


class Network(nn.Module):
    """Encoder and heads. A further head is a module over `encoder(...)` with a loss of its own."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.analysis = Analysis(labels)
        self.deprel = Deprel(labels)
