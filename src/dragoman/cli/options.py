"""What several commands ask of their options."""

from typing import TYPE_CHECKING

import typer

from dragoman.errors import DateUnreadable

if TYPE_CHECKING:
    from dragoman.records import DateSpan


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
