"""`dragoman bench`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.console import report_rejections, stdout, teller
from dragoman.cli.exit_codes import ExitCode
from dragoman.records import Document, Rejection

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.bench import Figure, Report


def bench(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="What to measure; without it, list the benchmarks.")
    ] = None,
    texts: Annotated[
        Path,
        typer.Option("--texts", metavar="FOLDER", help="The text to work on: a file or a folder of .txt files."),
    ] = Path("examples"),
    words: Annotated[
        int,
        typer.Option(
            "--words",
            min=1,
            metavar="NUMBER",
            help="How many words to work on; the texts are repeated up to there.",
        ),
    ] = 60_000,
    repeats: Annotated[
        int,
        typer.Option(
            "--repeats", min=1, metavar="NUMBER", help="How often each figure is measured; the median counts."
        ),
    ] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Give the report as JSON.")] = False,
) -> None:
    """Measure speed and memory on this machine.

    Let nothing else run meanwhile: the figures are of the clock on the wall.

    Examples:

    - `dragoman bench` lists the benchmarks

    - `dragoman bench code` measures coding, from text to claims, over the folder examples/

    - `dragoman bench language` measures the English analysis alone

    - `dragoman bench language --texts reports/ --words 200000 --json` does so over text of your own
    """
    from dragoman.bench import benches
    from dragoman.sources import documents, find

    if name is None:
        for known in benches:
            typer.echo(known)
        return
    run = benches.get(name)
    read = list(documents(find([texts])))
    rejections = [item for item in read if isinstance(item, Rejection)]
    report_rejections(rejections)
    if len(rejections) == len(read):
        raise typer.Exit(ExitCode.NOTHING_READ)
    usable = [item.text for item in read if isinstance(item, Document)]
    report = run(usable, words=words, repeats=repeats, progress=teller())
    if as_json:
        typer.echo(json.dumps(report.to_dict(), indent=2))
    else:
        stdout().print(table(report))


def table(report: "Report") -> "RenderableType":
    """The report as a table for people."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    rows = Table(
        title=f"{report.name}: {report.subject}",
        caption=f"{report.machine}; the median of each figure's measurements",
        title_justify="left",
        caption_justify="left",
        box=SIMPLE_HEAD,
    )
    rows.add_column("figure")
    rows.add_column("value", justify="right")
    rows.add_column("unit")
    rows.add_column("measured", style="dim")
    for figure in report.figures:
        rows.add_row(
            figure.name,
            shown(figure.value, figure),
            figure.unit,
            ", ".join(shown(v, figure) for v in figure.measured),
        )
    return rows


def shown(value: float | None, figure: "Figure") -> str:
    """A measured value with the digits that mean something."""
    if value is None:
        return "unknown here"
    if figure.unit == "s":
        return f"{value:.2f}"
    return f"{value:.1f}" if figure.unit in ("%", "reports/s", "sentences/s") else f"{value:,.0f}"
