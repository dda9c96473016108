"""How commands speak: results on standard output, everything else on standard error."""

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from dragoman.cli.exit_codes import ExitCode
from dragoman.errors import DragomanError, EncodingUnknown, NameUnknown
from dragoman.records import Rejection

if TYPE_CHECKING:
    from rich.console import Console

CONTROLS = {
    **{code: 0x2400 + code for code in range(0x20)},  # the pictures of control characters
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
}


class ReportingGroup(TyperGroup):
    """Turns every error of Dragoman's own into one line on standard error and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            say(f"error: {error}")
            mistaken = isinstance(error, EncodingUnknown | NameUnknown)
            raise typer.Exit(ExitCode.USAGE if mistaken else ExitCode.FAILED) from error


def say(message: str) -> None:
    """Say something that is no result."""
    typer.echo(message.translate(CONTROLS), err=True)


def teller() -> Callable[[str], None] | None:
    """`say` where a person is looking, else None: what a long-running function reports its progress to."""
    return say if sys.stderr.isatty() else None


def report_rejections(rejections: Iterable[Rejection]) -> None:
    """List what could not be used."""
    for rejection in rejections:
        say(f"rejected by {rejection.stage}: {rejection}")


def tell_left_out(paths: Iterable[str]) -> None:
    """Say which files of the folders named are of no kind that is read, so that none is skipped in silence."""
    from dragoman.sources import left_out

    kinds = [f"{number:,} {ending or 'without ending'}" for ending, number in left_out(paths).items()]
    if kinds:
        say(f"left out, since no reader is for such files: {', '.join(kinds)}")


def one_line(text: str) -> str:
    """The text safe for a terminal: white space as single blanks, control characters as pictures of them."""
    return " ".join(text.split()).translate(CONTROLS)


def stdout() -> "Console":
    """A console on the present standard output."""
    from rich.console import Console

    return Console(highlight=False)
