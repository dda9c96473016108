"""The language benchmark's measuring process: a JSON request comes in, a JSON answer goes out."""

import json
import sys
import time
from dataclasses import asdict, dataclass

from dragoman.bench.probe import hold_to_cores, peak_memory


@dataclass(frozen=True, slots=True)
class Request:
    """Load the analyser, then analyse `texts` `repeats` times with `processes` processes."""

    texts: tuple[str, ...]
    processes: int
    repeats: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What it took: seconds to load, seconds of each repeat, tokens without white space, bytes resident."""

    load_seconds: float
    seconds: list[float]
    tokens: int
    loaded_bytes: int | None
    peak_bytes: int | None


def probe(request: Request) -> Answer:
    """Measure in this process, which is to have imported nothing of weight before."""
    hold_to_cores(request.processes)
    start = time.perf_counter()
    from dragoman import language

    analyser = language.load("en")
    load_seconds = time.perf_counter() - start
    loaded_bytes = peak_memory()
    seconds, tokens = [], 0
    for _ in range(request.repeats):
        start = time.perf_counter()
        tokens = sum(
            sum(not token.is_space for token in doc)
            for doc in analyser.pipe(request.texts, processes=request.processes)
        )
        seconds.append(time.perf_counter() - start)
    return Answer(load_seconds, seconds, tokens, loaded_bytes, peak_memory())


def main() -> None:
    """Answer the request on standard input."""
    request = Request(**json.load(sys.stdin))
    json.dump(asdict(probe(request)), sys.stdout)


if __name__ == "__main__":
    main()
