"""Publication dates as sources write them."""

from dragoman.records import DateSpan
from dragoman.text import calendar_date


def published_span(words: str, where: str) -> DateSpan | None:
    """The date that the words are, which stand in `where`; None where they are none."""
    found = calendar_date(words)
    if found is None:
        return None
    note = "; day and month may stand in either order" if found.precision == "range" else ""
    return DateSpan(found.start, found.end, found.precision, f"{words!r} in {where}{note}")
