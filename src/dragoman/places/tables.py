"""The tables of this stage, in `data/places`, and those of countries that it shares."""

from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from dragoman.errors import DataMalformed
from dragoman.tables import rows

WORD_KINDS: Final = frozenset(("locative", "head", "organisation", "title", "common", "first_name"))


def point(path: Path, line: int, row: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a row, checked."""
    try:
        lat, lon = float(row["lat"]), float(row["lon"])
    except ValueError:
        raise DataMalformed(path, line, "latitude and longitude are no numbers") from None
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise DataMalformed(path, line, f"{lat}, {lon} is no point on earth")
    return lat, lon


@cache
def words() -> dict[str, frozenset[str]]:
    """Words that tell a place's name from others, by kind; `common` and `first_name` as compared."""
    with as_file(files("dragoman") / "data" / "places" / "words.csv") as path:
        found: dict[str, frozenset[str]] = {}
        for line, row in rows(path, ("kind", "words")):
            if row["kind"] not in WORD_KINDS or row["kind"] in found:
                raise DataMalformed(path, line, f"{row['kind']!r} is no kind of words, or stands here twice")
            found[row["kind"]] = frozenset(row["words"].split("|"))
        return found
