"""Arguments and options that several commands have, and what they ask of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import DateUnreadable

if TYPE_CHECKING:
    from dragoman.records import DateSpan

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders, globs, an http(s) address, or - for standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="When the reports were published: YYYY-MM-DD, or a month or year alone."
    ),
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published the reports.")]
Language = Annotated[
    str | None,
    typer.Option("--lang", metavar="CODE", help="The language of the reports, as ISO 639-1, where it is known."),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="The encoding of the input, where it does not say so itself."),
]
Processes = Annotated[
    int,
    typer.Option("--processes", min=1, metavar="NUMBER", help="How many processes share the work."),
]


def published_days(published: str | None) -> "DateSpan | None":
    """The days that `--published` names: a day, or a month or year alone.

    Raises:
        BadParameter: it names none, or can be read in two ways.
    """
    from dragoman import articles

    try:
        return None if published is None else articles.given_date(published).span
    except DateUnreadable as error:
        raise typer.BadParameter(str(error), param_hint="--published") from None
