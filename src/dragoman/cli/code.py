"""`dragoman code`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.coding import coded
from dragoman.cli.console import report_rejections, say
from dragoman.cli.exit_codes import ExitCode
from dragoman.cli.options import Encoding, Language, Outlet, Paths, Processes, Published, published_days
from dragoman.cli.progress import tracked
from dragoman.records import CodedArticle, Rejection

if TYPE_CHECKING:
    from dragoman.export.claims import Tally

STDOUT = Path("-")


def code(
    paths: Paths,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where the claims go: a file that ends in .jsonl, .csv, .parquet or .html, or - for JSON Lines on "
            "standard output.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="NAME",
            help="table, jsonl, csv, parquet or html, where neither the file's ending nor the terminal should decide.",
        ),
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    language: Language = None,
    encoding: Encoding = None,
    full_text: Annotated[
        bool,
        typer.Option("--full-text", help="Put whole reports on an HTML page, not only the sentences around claims."),
    ] = False,
    processes: Processes = 1,
) -> None:
    """Code reports: who did what to whom, when and where, and on whose word.

    Without --output a terminal gets a table, a pipe JSON Lines: one object a report, with `article`, `claims`,
    `relations` and `rejections`. What could not be read is listed on standard error; the exit code is then 4, or 3
    if nothing could be read.

    Examples:

    - `dragoman code reports/` shows the claims of a folder as a table

    - `dragoman code reports/ -o claims.csv` writes them to a file; .parquet, .jsonl and .html are known too

    - `dragoman code reports/ --format table | less -R` shows them page by page

    - `dragoman code reports/ -o page.html --full-text` makes a page to look at, whole reports in it

    - `pbpaste | dragoman code - --published 2019-04-06 --outlet "Example Wire"` codes what you copied

    - `dragoman code "archive/*.txt" -o - | jq '.claims[] | select(.event == "CONSULT")'` picks out the contacts
    """
    from dragoman.export import WriteOptions, write_claims

    days = published_days(published)
    target, format_name = _target(output, form)
    steps = ('dragoman explain "a sentence" shows why it is coded so', "dragoman code ... -o page.html makes a page")
    items, total = coded(
        paths, published=days, outlet=outlet, language=language, encoding=encoding, processes=processes
    )
    rejections: list[Rejection] = []

    def passed(found: Iterable[CodedArticle | Rejection]) -> Iterator[CodedArticle | Rejection]:
        for item in found:
            if isinstance(item, Rejection):
                rejections.append(item)
            yield item

    show = output is not None and output != STDOUT
    tally = write_claims(
        passed(tracked(items, total, "coding", show=show)),
        target,
        format_name,
        WriteOptions(full_text=full_text, next_steps=steps, title=_title(paths)),
    )
    report_rejections(rejections)
    written = output is not None and output != STDOUT
    if rejections or (written and sys.stderr.isatty()):
        say(_summary(tally, f" in {output}" if written else ""))
    if rejections:
        raise typer.Exit(ExitCode.SOME_REJECTED if tally.reports else ExitCode.NOTHING_READ)


def _summary(tally: "Tally", where: str) -> str:
    """What was done, in one line: `13 claims of 9 reports in claims.csv; 8 inputs rejected`."""
    from dragoman.export.phrases import count

    done = f"{count(tally.claims, 'claim')} of {count(tally.reports, 'report')}{where}"
    return f"{done}; {count(tally.rejected, 'input')} rejected" if tally.rejected else done


def _target(output: Path | None, form: str | None) -> tuple[Path, str]:
    """Where results go and the name of their format: the one asked for, or by the file's ending or the terminal.

    Raises:
        FormatUnknown: no format has this name or ending.
    """
    from dragoman.export import claim_formats, format_for

    if form is not None:
        claim_formats.get(form)
        return output or STDOUT, form
    if output is None:
        return STDOUT, "table" if sys.stdout.isatty() else "jsonl"
    return output, "jsonl" if output == STDOUT else format_for(output)


def _title(paths: list[str]) -> str:
    return "Claims" if len(paths) > 1 or paths[0] == "-" else f"Claims in {paths[0]}"
