"""The code benchmark's measuring process: a JSON request comes in, a JSON answer goes out."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from dragoman.bench.probe import hold_to_cores, peak_memory

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser
    from dragoman.pipeline.code import Stage
    from dragoman.records import Document

BETWEEN = "between"
"""Stands beside the stages for the time in which none of them works."""


@dataclass(frozen=True, slots=True)
class Request:
    """Load the coder, then code `texts` `repeats` times. With no repeats the first text alone is coded, once."""

    texts: tuple[str, ...]
    repeats: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What it took, and how much there was of it."""

    load_seconds: float
    first_seconds: float
    """From the ready coder to the claims of the first text."""
    seconds: list[float]
    """Of each repeat."""
    stages: list[dict[str, float]]
    """Of each repeat, the seconds by stage and `BETWEEN` them; they add up to those of the repeat."""
    reports: int
    """Texts that were coded; the others were rejected."""
    sentences: int
    """Those of the blocks that are coded."""
    claims: int
    loaded_bytes: int | None
    peak_bytes: int | None


class StageClock:
    """Observes the pipeline and tells the seconds of each stage, without those of the stages that work for it."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._clock = clock
        self._open = [BETWEEN]
        self._since = clock()

    @contextmanager
    def observe(self, stage: Stage) -> Iterator[None]:
        """The stage works while this is open."""
        self.pause()
        self._open.append(stage)
        try:
            yield
        finally:
            self.pause()
            self._open.pop()

    def pause(self) -> None:
        """Book the time since the last booking on the stage that works now."""
        now = self._clock()
        self.seconds[self._open[-1]] += now - self._since
        self._since = now


class CountingAnalyser:
    """Analyses like another analyser and counts the sentences."""

    def __init__(self, analyser: Analyser) -> None:
        self.sentences = 0
        self._analyser = analyser

    def __call__(self, text: str) -> Doc:
        """Analyse one text."""
        return self._counted(self._analyser(text))

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:
        """Analyse many texts."""
        yield from map(self._counted, self._analyser.pipe(texts, processes=processes))

    def analyse_words(self, sentences: Sequence[Sequence[str]]) -> list[Doc]:
        """Analyse sentences that are split already."""
        return [self._counted(doc) for doc in self._analyser.analyse_words(sentences)]

    def _counted(self, doc: Doc) -> Doc:
        self.sentences += sum(1 for _ in doc.sents) if len(doc) else 0
        return doc


def probe(request: Request) -> Answer:
    """Measure in this process, which is to have imported nothing of weight before.

    The tables and the words of the texts are known when the repeats begin: each different text is coded once before,
    to count what is in it.
    """
    start = time.perf_counter()
    import dragoman

    coder = dragoman.load()
    load_seconds = time.perf_counter() - start
    loaded_bytes = peak_memory()

    start = time.perf_counter()
    list(coder.code_many(request.texts[:1]))
    first_seconds = time.perf_counter() - start

    counted = _count(request.texts if request.repeats else (), coder.analyser)
    clocks = [_timed(request.texts, coder.analyser) for _ in range(request.repeats)]
    return Answer(
        load_seconds,
        first_seconds,
        seconds=[sum(clock.seconds.values()) for clock in clocks],
        stages=[dict(clock.seconds) for clock in clocks],
        reports=counted["reports"],
        sentences=counted["sentences"],
        claims=counted["claims"],
        loaded_bytes=loaded_bytes,
        peak_bytes=peak_memory(),
    )


def _timed(texts: Sequence[str], analyser: Analyser) -> StageClock:
    from dragoman import pipeline

    clock = StageClock()
    for _ in pipeline.code(_documents(texts), analyser=analyser, observe=clock.observe):
        pass
    clock.pause()
    return clock


def _count(texts: Sequence[str], analyser: Analyser) -> Counter[str]:
    from dragoman import pipeline
    from dragoman.records import CodedArticle

    counted: Counter[str] = Counter()
    for text, times in Counter(texts).items():
        counting = CountingAnalyser(analyser)
        for coded in pipeline.code(_documents([text]), analyser=counting):
            if isinstance(coded, CodedArticle):
                counted["reports"] += times
                counted["claims"] += times * len(coded.claims)
        counted["sentences"] += times * counting.sentences
    return counted


def _documents(texts: Iterable[str]) -> Iterator[Document]:
    from dragoman.records import Document

    return (Document("text", text) for text in texts)


def main() -> None:
    """Answer the request on standard input, on one core."""
    hold_to_cores(1)
    request = Request(**json.load(sys.stdin))
    json.dump(asdict(probe(request)), sys.stdout)


if __name__ == "__main__":
    main()
