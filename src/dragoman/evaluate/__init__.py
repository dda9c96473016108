"""How good Dragoman's work is, measured against what people have annotated.

A task is a function that measures and returns a `Report`; `dragoman eval` shows it. The readers and
conversions of annotated data here are also what training reads them with.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import TaskUnknown
from dragoman.evaluate.report import Report, Row, Task
from dragoman.registry import Registry

if TYPE_CHECKING:
    from dragoman.language import Analyser

tasks: Registry[Task] = Registry(
    {
        "actors": "dragoman.evaluate.actors:run",
        "claims": "dragoman.evaluate.claims:run",
        "dates": "dragoman.evaluate.dates:run",
        "language": "dragoman.evaluate.language:run",
        "places": "dragoman.evaluate.places:run",
    },
    unknown=TaskUnknown,
)


def run(
    task: str,
    data: Path | None = None,
    analyser: "Analyser | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Run the task of this name; see `Task` for the other arguments.

    Raises:
        TaskUnknown: there is no such task.
        EvalDataMissing: its data are not there.
    """
    return tasks.get(task)(data, analyser=analyser, progress=progress)


__all__ = ["Report", "Row", "Task", "run", "tasks"]
