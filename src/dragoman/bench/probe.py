"""The language benchmark's measuring process: a JSON request comes in, a JSON answer goes out."""

import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path


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


def hold_to_cores(count: int) -> None:
    """Let this process and its children use `count` cores only, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def peak_memory() -> int | None:
    """Bytes this process has had resident at most; None on a system that does not tell (Windows)."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux; getrusage would count the parent's memory here
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024  # given in kB
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # macOS counts bytes


def main() -> None:
    """Answer the request on standard input."""
    request = Request(**json.load(sys.stdin))
    json.dump(asdict(probe(request)), sys.stdout)


if __name__ == "__main__":
    main()
