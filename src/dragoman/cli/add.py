"""`dragoman add`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.coding import coded
from dragoman.cli.console import report_rejections
from dragoman.cli.exit_codes import ExitCode
from dragoman.cli.options import Encoding, Language, Outlet, Paths, Processes, Published, published_days
from dragoman.cli.progress import tracked
from dragoman.records import Rejection

if TYPE_CHECKING:
    from dragoman.ledger import AddSummary


def add(
    paths: Paths,
    ledger: Annotated[
        Path,
        typer.Option(
            "--ledger",
            "-l",
            metavar="FILE",
            envvar="DRAGOMAN_LEDGER",
            show_envvar=False,
            help="The ledger to add to; made where there is none.",
        ),
    ],
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    encoding: Encoding = None,
    without_text: Annotated[
        bool,
        typer.Option("--without-text", help="Make a ledger that keeps no texts of reports, only offsets into them."),
    ] = False,
    processes: Processes = 1,
) -> None:
    """Code reports and add them to a ledger: their claims, relations, and what was rejected.

    Each report is added whole or not at all. One that the ledger has already changes nothing; one that is coded
    otherwise than before takes the place of what was there. What could not be read is listed on standard error and
    noted in the ledger; the exit code is then 4, or 3 if nothing could be read.
    The environment variable DRAGOMAN_LEDGER names the ledger once for all.

    Examples:

    - `dragoman add reports/ --ledger news.db` adds a folder

    - `dragoman add https://example.org/dispatch.html --ledger news.db --outlet "Example Wire"` adds a page

    - `dragoman add licensed/ --ledger news.db --without-text` keeps claims and offsets, no texts
    """
    from dragoman.ledger import AddSummary, Ledger

    day = published_days(published)
    with Ledger.open(ledger, store_text=False if without_text else None) as opened:
        items, total = coded(
            paths, published=day, outlet=outlet, language=language, encoding=encoding, processes=processes
        )
        summary = AddSummary()
        rejections: list[Rejection] = []
        last = None
        for item in tracked(items, total, "adding", show=True):
            result = opened.add(item)
            summary = summary.plus(item, result)
            if isinstance(item, Rejection):
                rejections.append(item)
            else:
                last = result.id
    report_rejections(rejections)
    typer.echo(told(summary, ledger))
    if last is not None and sys.stdout.isatty():
        typer.echo(f"To see the last of them: dragoman show {last} --ledger {ledger}")
    if rejections:
        raise typer.Exit(ExitCode.NOTHING_READ if last is None else ExitCode.SOME_REJECTED)


def told(summary: "AddSummary", ledger: Path) -> str:
    """What was done, in one line: `news.db: 12 reports added, 1 replaced, 3 unchanged, 2 inputs rejected`."""
    added = f"{summary.added} report{'' if summary.added == 1 else 's'} added"
    rest = [
        f"{number} {what}"
        for number, what in (
            (summary.replaced, "replaced"),
            (summary.unchanged, "unchanged"),
            (summary.rejected, f"input{'' if summary.rejected == 1 else 's'} rejected"),
        )
        if number
    ]
    return f"{ledger}: {', '.join([added, *rest])}"
