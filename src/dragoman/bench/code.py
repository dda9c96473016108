"""What coding costs, from raw text to claims, and which stage takes how much of the time.

Each figure comes from fresh interpreters (`dragoman.bench.code_probe`), held to one core where the system allows that.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from dragoman import language
from dragoman.bench.batch import repeat_to
from dragoman.bench.code_probe import BETWEEN, Answer, Request
from dragoman.bench.fresh import ask
from dragoman.bench.report import Figure, Report, megabytes
from dragoman.errors import BenchFailed
from dragoman.pipeline.code import STAGES


def bench(
    texts: Sequence[str],
    *,
    words: int = 60_000,
    repeats: int = 3,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure speed on one core, the stages' shares of the time, load time, and resident memory.

    Words are what white space separates, in the raw texts; sentences are those of the blocks that are coded. Load
    time is from the first import to the end of `dragoman.load()`; tables are read when the first report needs
    them, so the first report is told too. The shares are of the seconds that the speed is told from; while a stage
    works for another, the time is its own. Those of one repeat add up to 100, their medians nearly.

    Raises:
        ModelMissing, ModelMismatch: there is no usable model.
        BenchFailed: a measuring process failed, or nothing in `texts` can be coded.
    """
    say = progress or (lambda _: None)
    language.model_info("en")
    batch = repeat_to(texts, words, "code")
    counted = sum(len(text.split()) for text in batch)

    say(f"load time, {repeats} fresh interpreters")
    loads = [_probe(Request(texts=batch[:1], repeats=0)) for _ in range(repeats)]
    say(f"one core, {repeats} times {counted:,} words, after a first pass that is not timed")
    run = _probe(Request(texts=batch, repeats=repeats))
    if not run.reports:
        raise BenchFailed("code", "none of the texts is a report that can be coded")

    return Report(
        name="code",
        subject=f"{len(batch):,} documents, {counted:,} words, {run.reports:,} reports with {run.sentences:,} sentences"
        f" and {run.claims:,} claims, raw text to claims",
        figures=(
            Figure.of("speed, one core, in sentences", "sentences/s", [run.sentences / s for s in run.seconds]),
            Figure.of("speed, one core, in reports", "reports/s", [run.reports / s for s in run.seconds]),
            Figure.of("load time", "s", [load.load_seconds for load in loads]),
            Figure.of("load time and first report", "s", [load.load_seconds + load.first_seconds for load in loads]),
            Figure.of("peak memory of loading", "MB", megabytes(run.loaded_bytes)),
            Figure.of("peak memory", "MB", megabytes(run.peak_bytes)),
            *(Figure.of(f"share of time, {stage}", "%", _shares(run, stage)) for stage in STAGES),
            Figure.of("share of time, between the stages", "%", _shares(run, BETWEEN)),
        ),
    )


def _shares(run: Answer, stage: str) -> list[float]:
    """Per cent of each repeat's time."""
    return [100 * by.get(stage, 0.0) / seconds for by, seconds in zip(run.stages, run.seconds, strict=True)]


def _probe(request: Request) -> Answer:
    return Answer(**ask("code", "dragoman.bench.code_probe", asdict(request)))
