"""`dragoman codebook`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.console import stdout


def codebook(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="An event, mode, context, sector, status, relation, scale or CAMEO code; without it, everything.",
        ),
    ] = None,
    extension: Annotated[
        Path | None,
        typer.Option("--extension", metavar="FILE", help="A YAML file with event classes and words of your own."),
    ] = None,
) -> None:
    """Show what a code means: definition, roles, boundaries, examples, scores and crosswalk.

    On a terminal it is laid out for reading, in a pipe it is Markdown.

    Examples:

    - `dragoman codebook ASSAULT` tells what violence is and how it differs from its neighbours

    - `dragoman codebook ASSAULT/drone` shows one mode; `dragoman codebook restrict` those of every event that has it

    - `dragoman codebook 041` shows a CAMEO code with its values and what it is in PLOVER

    - `dragoman codebook | less` reads all of it

    - `dragoman codebook EVACUATE --extension fisheries.yaml` checks a file of your own and shows a class from it
    """
    from dragoman.ontology import codebook as pages
    from dragoman.ontology import load

    ontology = load(extension)
    text = pages.page(ontology) if code is None else pages.entry(ontology, code)
    if sys.stdout.isatty():
        from rich.markdown import Markdown

        stdout().print(Markdown(text))
    else:
        typer.echo(text, nl=False)
