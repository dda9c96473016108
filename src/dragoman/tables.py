"""Reads the CSV tables of the package's data, so that whatever is wrong with one is told with file and line."""

import csv
import hashlib
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from dragoman.errors import DataMalformed


def digest() -> str:
    """What tells one state of all the package's data from another: twelve hexadecimal digits."""
    made = hashlib.sha256()
    with as_file(files("dragoman") / "data") as folder:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            made.update(path.relative_to(folder).as_posix().encode() + b"\0")
            made.update(hashlib.sha256(path.read_bytes()).digest())
    return made.hexdigest()[:12]


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
