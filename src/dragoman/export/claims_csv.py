"""CSV: one row a claim, the columns of docs/columns.md."""

import csv
from io import StringIO
from typing import Any, BinaryIO

from dragoman.export.claims import Items, WriteOptions
from dragoman.ledger import CLAIM_COLUMNS, FoundClaim
from dragoman.records import Rejection

SEPARATOR = " | "
"""Between the items of a list."""


def write(items: Items, stream: BinaryIO, options: WriteOptions) -> None:  # noqa: ARG001 - the same in every format
    """Write a head and the claims; UTF-8, commas, quotes where needed, lists with ` | ` between their items."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(column.name for column in CLAIM_COLUMNS)
    for item in items:
        if not isinstance(item, Rejection):
            for claim in item.claims:
                found = FoundClaim(claim, item.article)
                rows.writerow(_cell(column.value(found)) for column in CLAIM_COLUMNS)
        _move(text, stream)
    _move(text, stream)


def _move(text: StringIO, stream: BinaryIO) -> None:
    stream.write(text.getvalue().encode("utf-8", "replace"))
    text.seek(0)
    text.truncate()


def _cell(value: Any) -> Any:
    return SEPARATOR.join(item or "" for item in value) if isinstance(value, list) else value
