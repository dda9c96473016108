"""`dragoman eval`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.console import stdout, teller


def evaluate(
    task: Annotated[
        str | None, typer.Argument(metavar="[TASK]", help="What to measure; without it, list the tasks.")
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(
            "--data",
            metavar="FOLDER",
            help="Where the task's data lie; without it, where the task looks by itself.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Give the report as JSON.")] = False,
    markdown: Annotated[bool, typer.Option("--markdown", help="Give the report as Markdown tables.")] = False,
) -> None:
    """Measure how good Dragoman's work is against data that people have annotated.

    Examples:

    - `dragoman eval` lists the tasks

    - `dragoman eval language` measures the English analysis

    - `dragoman eval language --data ~/treebanks --json > quality.json` does so on data elsewhere
    """
    from dragoman.evaluate import run, tasks

    if task is None:
        for name in tasks:
            typer.echo(name)
        return
    report = run(task, data, progress=teller())
    if as_json:
        typer.echo(json.dumps(report.to_dict(), indent=2))
    elif markdown:
        typer.echo(report.to_markdown())
    else:
        stdout().print(report.render())
