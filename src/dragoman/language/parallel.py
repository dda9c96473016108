"""Many texts over several worker processes, in order, each worker with a model of its own."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TYPE_CHECKING

from dragoman.language.model import ModelInfo

if TYPE_CHECKING:
    from dragoman.language.shipped import Annotation, ShippedAnalyser

BATCH_CHARACTERS = 20_000
"""Text that a worker is handed at a time."""

_analyser: ShippedAnalyser | None = None


def _start(info: ModelInfo) -> None:
    from dragoman.language.shipped import ShippedAnalyser

    global _analyser  # noqa: PLW0603 - a worker process has one analyser, made once
    _analyser = ShippedAnalyser(info)


def _annotate(texts: list[str]) -> list[Annotation]:
    from dragoman.text import normalise

    if _analyser is None:
        raise RuntimeError("the worker was not started")
    return [_analyser.annotate(_analyser.make_doc(normalise(text))) for text in texts]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def in_processes(info: ModelInfo, texts: Iterable[str], processes: int) -> Iterator[tuple[str, Annotation]]:
    """Each text with its annotation, in order; at most a few batches a worker are read ahead."""
    context = multiprocessing.get_context("spawn")
    waiting: deque[tuple[list[str], Future[list[Annotation]]]] = deque()
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(info,)) as pool:
        for batch in _batches(texts):
            waiting.append((batch, pool.submit(_annotate, batch)))
            if len(waiting) > 3 * processes:
                yield from _take(waiting)
        while waiting:
            yield from _take(waiting)


def _take(waiting: deque[tuple[list[str], Future[list[Annotation]]]]) -> Iterator[tuple[str, Annotation]]:
    batch, future = waiting.popleft()
    yield from zip(batch, future.result(), strict=True)
