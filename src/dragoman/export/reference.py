"""The page of columns, made from the columns: `python -m dragoman.export.reference`."""

import sys
from collections.abc import Sequence
from typing import Any

from dragoman.export.claims_csv import SEPARATOR
from dragoman.ledger.columns import CLAIM_COLUMNS, REJECTION_COLUMNS, RELATION_COLUMNS, REPORT_COLUMNS, Column

HEAD = f"""\
# Columns

This page is made from the columns themselves by `python -m dragoman.export.reference`; a test fails when it is out
of date. CSV and Parquet files of claims have the first table's columns, and so have the frames that `to_polars()` and
`to_pandas()` of a ledger's answers give; the other tables are of frames only.

An empty field means that it is not known or that there is none. A list is one in Parquet and in frames; in CSV its
items stand with `{SEPARATOR.strip()}` between them, and an item that is not known is empty. Lists about the same
parties or voices run in step: the second of `actor_countries` is the country of the second of `actors`. Offsets count
characters (Unicode code points) of the report's text from 0; the end is the character after the last.

Words stand in CSV as the report has them. A spreadsheet may take a cell that begins with `=`, `+`, `-` or `@` for a
formula: let it import the columns as text.
"""

TABLES: dict[str, Sequence[Column[Any]]] = {
    "Claims": CLAIM_COLUMNS,
    "Relations": RELATION_COLUMNS,
    "Reports": REPORT_COLUMNS,
    "Rejections": REJECTION_COLUMNS,
}

_KINDS = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "date": "date",
    "texts": "list of text",
}


def reference() -> str:
    """All tables, as Markdown."""
    parts = [HEAD]
    for name, columns in TABLES.items():
        rows = "\n".join(f"| `{column.name}` | {_KINDS[column.kind]} | {column.meaning} |" for column in columns)
        parts.append(f"## {name}\n\n| column | kind | meaning |\n|---|---|---|\n{rows}\n")
    return "\n".join(parts)


def main() -> None:
    """Write the page to standard output."""
    sys.stdout.write(reference())


if __name__ == "__main__":
    main()
