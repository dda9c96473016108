"""`dragoman version`."""

import platform

import typer

from dragoman import __version__
from dragoman.errors import ModelMismatch, ModelMissing


def version() -> None:
    """Show the versions of Dragoman, its model, ontology and data, and Python, as a report of a fault should name them.

    Examples:

    - `dragoman version`
    """
    from dragoman import language, ontology, tables

    typer.echo(f"dragoman {__version__}")
    try:
        model = language.model_info("en")
        typer.echo(f"model {model.name} {model.version} ({model.path})")
    except (ModelMissing, ModelMismatch) as error:
        typer.echo(f"model en unusable: {error}")
    typer.echo(f"ontology {ontology.load().version}")
    typer.echo(f"data {tables.digest()}")
    typer.echo(f"python {platform.python_version()} on {platform.platform()}")
