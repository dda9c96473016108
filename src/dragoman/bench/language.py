"""How fast and how large the English analysis is, from raw text to Doc.

Each figure comes from fresh interpreters of its own (`dragoman.bench.probe`), held to as many cores as it has
processes where the system allows that, so that neither threads nor what ran before can flatter it.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from itertools import accumulate, cycle, takewhile
from statistics import median

from dragoman import language
from dragoman.bench.probe import Answer, Request
from dragoman.bench.report import Figure, Report
from dragoman.errors import BenchFailed


def bench(
    texts: Sequence[str],
    *,
    words: int = 60_000,
    repeats: int = 3,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure speed on one core and with two processes, load time, and resident memory.

    Words are what white space separates; tokens are those of the Docs, white space not counted. The figure
    for two processes includes starting and feeding the workers. Load time is from the first import to a ready
    analyser. Peak memory is that of the one-core process.

    Raises:
        ModelMissing, ModelMismatch: there is no usable model.
        BenchFailed: a measuring process failed, or `texts` hold no word.
    """
    say = progress or (lambda _: None)
    language.model_info("en")
    batch = repeat_to(texts, words)
    counted = sum(len(text.split()) for text in batch)

    say(f"load time, {repeats} fresh interpreters")
    loads = [_probe(Request(texts=(), processes=1, repeats=0)).load_seconds for _ in range(repeats)]
    say(f"one core, {repeats} times {counted:,} words")
    one = _probe(Request(texts=batch, processes=1, repeats=repeats))
    say(f"two processes, {repeats} times {counted:,} words")
    two = _probe(Request(texts=batch, processes=2, repeats=repeats))

    return Report(
        name="language",
        subject=f"{len(batch):,} documents, {counted:,} words, {one.tokens:,} tokens, raw text to Doc",
        figures=(
            _figure("speed, one core", "words/s", [counted / seconds for seconds in one.seconds]),
            _figure("speed, one core, in tokens", "tokens/s", [one.tokens / seconds for seconds in one.seconds]),
            _figure("speed, two processes", "words/s", [counted / seconds for seconds in two.seconds]),
            _figure("load time", "s", loads),
            _figure("peak memory of loading", "MB", _megabytes(one.loaded_bytes)),
            _figure("peak memory", "MB", _megabytes(one.peak_bytes)),
        ),
    )


def repeat_to(texts: Sequence[str], words: int) -> tuple[str, ...]:
    """The texts in turn, again and again, until they have at least `words` words.

    Raises:
        BenchFailed: they hold no word at all.
    """
    if not any(text.split() for text in texts):
        raise BenchFailed("language", "the texts hold no word")
    before = accumulate((len(text.split()) for text in cycle(texts)), initial=0)
    return tuple(text for text, _ in zip(cycle(texts), takewhile(lambda n: n < words, before), strict=False))


def _probe(request: Request) -> Answer:
    run = subprocess.run(
        [sys.executable, "-m", "dragoman.bench.probe"],
        input=json.dumps(asdict(request)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        raise BenchFailed("language", run.stderr.strip().rpartition("\n")[2] or f"exit code {run.returncode}")
    return Answer(**json.loads(run.stdout))


def _figure(name: str, unit: str, measured: Sequence[float]) -> Figure:
    return Figure(name, median(measured) if measured else None, unit, tuple(measured))


def _megabytes(size: int | None) -> list[float]:
    return [] if size is None else [size / 1e6]
