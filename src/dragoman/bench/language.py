"""How fast and how large the English analysis is, from raw text to Doc.

Each figure comes from fresh interpreters of its own (`dragoman.bench.language_probe`), held to as many cores as it has
processes where the system allows that, so that neither threads nor what ran before can flatter it.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from dragoman import language
from dragoman.bench.batch import repeat_to
from dragoman.bench.fresh import ask
from dragoman.bench.language_probe import Answer, Request
from dragoman.bench.report import Figure, Report, megabytes


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
    batch = repeat_to(texts, words, "language")
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
            Figure.of("speed, one core", "words/s", [counted / seconds for seconds in one.seconds]),
            Figure.of("speed, one core, in tokens", "tokens/s", [one.tokens / seconds for seconds in one.seconds]),
            Figure.of("speed, two processes", "words/s", [counted / seconds for seconds in two.seconds]),
            Figure.of("load time", "s", loads),
            Figure.of("peak memory of loading", "MB", megabytes(one.loaded_bytes)),
            Figure.of("peak memory", "MB", megabytes(one.peak_bytes)),
        ),
    )


def _probe(request: Request) -> Answer:
    return Answer(**ask("language", "dragoman.bench.language_probe", asdict(request)))
