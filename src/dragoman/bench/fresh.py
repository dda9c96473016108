"""Fresh interpreters to measure in: a JSON request goes in, a JSON answer comes out."""

import json
import subprocess
import sys
from typing import Any

from dragoman.errors import BenchFailed


def ask(bench: str, module: str, request: dict[str, object]) -> dict[str, Any]:
    """Run a module in an interpreter of its own, and give its answer.

    Raises:
        BenchFailed: it ended without one.
    """
    run = subprocess.run(  # noqa: S603 - our interpreter, a module of ours
        [sys.executable, "-m", module],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode != 0:
        raise BenchFailed(bench, run.stderr.strip().rpartition("\n")[2] or f"exit code {run.returncode}")
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer
