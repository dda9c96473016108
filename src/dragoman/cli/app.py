"""Puts the commands together."""

import sys
from io import TextIOWrapper

import typer

from dragoman.cli import add, analyse, bench, code, codebook, evaluate, explain, show, version
from dragoman.cli.console import ReportingGroup

app = typer.Typer(
    name="dragoman",
    cls=ReportingGroup,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
)


@app.callback()
def dragoman() -> None:
    """Read political and diplomatic newswire: who said that who did what to whom, when and where."""


app.command("code")(code.code)
app.command("explain")(explain.explain)
app.command("analyse")(analyse.analyse)
app.command("add")(add.add)
app.command("show")(show.show)
app.command("codebook")(codebook.codebook)
app.command("eval")(evaluate.evaluate)
app.command("bench")(bench.bench)
app.command("version")(version.version)


def main() -> None:
    """Run the command line; results leave as UTF-8 whatever the system's habit."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    app()
