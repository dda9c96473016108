"""Reads the CSV tables of the package's data, so that whatever is wrong with one is told with file and line."""

import csv
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DataMalformed


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a table below its head, by column, with its line.

    Raises:
        DataMalformed: other columns, or a row of another length.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if tuple(next(reader, ())) != columns:
            raise DataMalformed(path, 1, f"the columns are not {', '.join(columns)}")
        for row in reader:
            if len(row) != len(columns):
                raise DataMalformed(path, reader.line_num, f"{len(row)} fields, not {len(columns)}")
            yield reader.line_num, dict(zip(columns, row, strict=True))
