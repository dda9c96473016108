"""The model's graphs: words in, decoded sentences out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.language.boundaries import Opening, sentence_starts
from dragoman.language.entities import TagDecoder
from dragoman.language.features import MAX_PIECES, UNKNOWN, WordPieces
from dragoman.language.model import ModelInfo
from dragoman.language.tree import best_tree

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

WINDOW = 192
"""Pieces that the encoder reads at once where a paragraph is longer; a sentence that needs more gets up to 512."""

LARGEST = MAX_PIECES - 2


@dataclass(frozen=True, slots=True)
class Window:
    """The encoder's states and the heads' answers for a run of words.

    states: layers x words x width; start: logit that a sentence begins at the word; upos, xpos: labels; entity: words x
    tags; arc: words x (words + 1); dependent: words x width; head: (words + 1) x width.
    """

    states: Floats
    start: Floats
    upos: Ints
    xpos: Ints
    entity: Floats
    arc: Floats
    dependent: Floats
    head: Floats


@dataclass(frozen=True, slots=True)
class Sentence:
    """An analysed sentence: words `first` to `last` (exclusive) of its run, labels, heads in the run (-1: root).

    `states` are those of its words (layers x words x width), a view of the window's; none for words without text.
    """

    first: int
    last: int
    upos: Ints
    xpos: Ints
    entity: Ints
    heads: Ints
    deprel: Ints
    states: Floats | None = None


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One thread: the same sums in the same order everywhere. Processes give speed.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


class Graphs:
    """The encoder and the heads of a model folder. Each call reads one run of words, so no batch can change it."""

    def __init__(self, info: ModelInfo) -> None:
        self._pieces = WordPieces(info.path / "vocab.txt")
        self._encoder = _session(info.path / "encoder.onnx")
        self._analysis = _session(info.path / "analysis.onnx")
        self._deprel = _session(info.path / "deprel.onnx")
        self._tags = TagDecoder(info.entity)
        self._root = info.deprel.index("root")
        self._proper = info.upos.index("PROPN")
        self._parataxis = info.deprel.index("parataxis")

    def sentences(self, words: Sequence[str], glue: Sequence[int], opening: Opening) -> Iterator[Sentence]:
        """Split a paragraph's words into sentences and analyse each."""
        ends = self._piece_ends(words)
        start = 0
        while start < len(words):
            for size in (WINDOW, LARGEST):
                stop = self._stop(ends, start, size)
                window = self._window(words[start:stop], glue[start:stop])
                likely, proper = window.start > 0, (window.upos == self._proper).tolist()
                bounds = sentence_starts(likely, words[start:stop], glue[start:stop], opening, start, proper)
                if stop == len(words) or len(bounds) > 1:
                    break
            if stop < len(words):
                if len(bounds) == 1 and len(window.start) > 1:
                    # No sentence ends within reach of the encoder: cut where one would most likely begin.
                    half = len(window.start) // 2
                    bounds.append(half + int(window.start[half:].argmax()))
                stop = start + bounds.pop() if len(bounds) > 1 else stop
            for first, last in zip(bounds, [*bounds[1:], stop - start], strict=True):
                yield self._decode(window, first, last, start)
            start = stop

    def sentence(self, words: Sequence[str]) -> Sentence:
        """Analyse words that are one sentence; beyond the encoder's reach its parts hang on the first one's root."""
        ends = self._piece_ends(words)
        parts: list[Sentence] = []
        start = 0
        while start < len(words):
            stop = self._stop(ends, start, LARGEST)
            window = self._window(words[start:stop], [UNKNOWN] * (stop - start))
            parts.append(self._decode(window, 0, stop - start, start))
            start = stop
        root = int(np.flatnonzero(parts[0].heads < 0)[0])
        for part in parts[1:]:
            at = part.heads < 0
            part.heads[at], part.deprel[at] = root, self._parataxis
        joined = [np.concatenate([getattr(p, k) for p in parts]) for k in ("upos", "xpos", "entity", "heads", "deprel")]
        return Sentence(0, len(words), *joined)

    def _piece_ends(self, words: Sequence[str]) -> Ints:
        return np.cumsum([len(self._pieces.word(w)[0]) for w in words])

    @staticmethod
    def _stop(ends: Ints, start: int, size: int) -> int:
        """The word before which a window of `size` pieces, begun at word `start`, ends."""
        before = int(ends[start - 1]) if start else 0
        return max(start + 1, int(np.searchsorted(ends, before + size, side="right")))

    def _window(self, words: Sequence[str], glue: Sequence[int]) -> Window:
        encoded = self._pieces.encode(words, glue)
        pieces = np.array([encoded.pieces], dtype=np.int64)
        features = np.array([encoded.features], dtype=np.int64)
        first = np.array([encoded.first], dtype=np.int64)
        states = self._encoder.run(None, {"pieces": pieces, "features": features, "first": first})[0]
        return Window(
            states[:, 0], *self._analysis.run(None, {"states": states, "features": features[:, encoded.first]})
        )

    def _decode(self, window: Window, first: int, last: int, offset: int) -> Sentence:
        """Words `first` to `last` of a window that begins at word `offset` of its run."""
        arc = window.arc[first:last]
        heads = best_tree(np.concatenate([arc[:, :1], arc[:, first + 1 : last + 1]], axis=1))
        roots = heads == 0
        at = np.where(roots, 0, heads + first)
        labels = self._deprel.run(None, {"dependent": window.dependent[first:last], "head": window.head[at]})[0]
        labels[:, self._root] = np.where(roots, np.inf, -np.inf)
        return Sentence(
            first + offset,
            last + offset,
            window.upos[first:last],
            window.xpos[first:last],
            self._tags.best(window.entity[first:last]),
            np.where(roots, -1, heads - 1 + first + offset),
            labels.argmax(1),
            window.states[:, first:last],
        )
