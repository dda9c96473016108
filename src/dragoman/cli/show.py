"""`dragoman show`."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def show(
    id_: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of a claim, a relation or a report, or the beginning of one."),
    ],
    ledger: Annotated[
        Path,
        typer.Option(
            "--ledger",
            "-l",
            metavar="FILE",
            envvar="DRAGOMAN_LEDGER",
            show_envvar=False,
            help="The ledger that it is in.",
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Give the record as JSON.")] = False,
) -> None:
    """Show a claim, a relation or a whole report of a ledger, the words it rests on marked in the text.

    In a terminal the words have the colours of their roles; in a pipe they stand in brackets: ⟦who Ida Solvik⟧.
    The environment variable DRAGOMAN_LEDGER names the ledger once for all.

    Examples:

    - `dragoman show claim-5683653aeae26ff5 --ledger news.db` shows a claim and its paragraph

    - `dragoman show report-8d24 --ledger news.db | less` shows the one report whose id begins so, whole

    - `dragoman show claim-5683 --ledger news.db --json | jq .voices` gives the record itself
    """
    from dragoman.export.shown import write_shown
    from dragoman.ledger import Ledger
    from dragoman.records import CodedArticle

    with Ledger.open(ledger, read_only=True) as opened:
        entry = opened.get(id_)
        coded = entry if isinstance(entry, CodedArticle) else opened.report_of(entry.id)
    if as_json:
        typer.echo(json.dumps(entry.to_dict(), indent=2, ensure_ascii=False))
        return
    sys.stdout.flush()
    write_shown(coded, None if isinstance(entry, CodedArticle) else entry, sys.stdout.buffer)
