"""The tables of this stage, in `data/places`, and those of countries that it shares."""

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from dragoman.places.errors import TableMalformed

WORD_KINDS: Final = frozenset(("locative", "head", "organisation", "title", "common", "first_name"))


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row of a CSV table with its line.

    Raises:
        TableMalformed: other columns, or a row of another length.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if tuple(next(reader, ())) != columns:
            raise TableMalformed(path, 1, f"the columns are not {', '.join(columns)}")
        for row in reader:
            if len(row) != len(columns):
                raise TableMalformed(path, reader.line_num, f"{len(row)} fields, not {len(columns)}")
            yield reader.line_num, dict(zip(columns, row, strict=True))


def point(path: Path, line: int, row: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a row, checked."""
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError:
        raise TableMalformed(path, line, "latitude and longitude are no numbers") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise TableMalformed(path, line, f"{lat}, {lon} is no point on earth")
    return lat, lon


@cache
def words() -> dict[str, frozenset[str]]:
    """Words that tell a place's name from others, by kind; `common` and `first_name` as compared."""
    with as_file(files("dragoman") / "data" / "places" / "words.csv") as path:
        found: dict[str, frozenset[str]] = {}
        for line, row in rows(path, ("kind", "words")):
            if row["kind"] not in WORD_KINDS or row["kind"] in found:
                raise TableMalformed(path, line, f"{row['kind']!r} is no kind of words, or stands here twice")
            found[row["kind"]] = frozenset(row["words"].split("|"))
        return found
