"""The careful reading of our own dispatches: what claims a reader records from each, and what answers are right.

The YAML files `tests/gold/examples_*.yaml` say in their heads what each field means; every field but `anchor` holds all
the answers that are accepted. Read here are the claims; what the readings say of articles and relations is not.
"""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from dragoman.errors import DataMalformed

FILES: Final = "examples_*.yaml"
OUTLET: Final = "outlet"
"""Among the voices: the outlet's own word."""

_NEEDED: Final = frozenset({"must", "anchor", "event", "status", "actors", "recipients", "date", "voices"})
_OTHERS: Final = frozenset("mode pairs precision place requested_by host in_response_to about quote block note".split())
_DAY: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")

Days = tuple[date, date]
"""The first and the last day of a span."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as a careful reader records it; every tuple holds accepted answers, None among them for none."""

    must: bool
    """Whether a coder that misses it has not read the report; otherwise it is good to have and never an error."""
    anchor: str
    """Words within the claim's sentence."""
    events: tuple[str, ...]
    statuses: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    """The only right pairs of event and status, where not all are."""
    modes: tuple[str | None, ...] | None
    """None where the mode is not asked."""
    actors: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    dates: tuple[Days | None, ...]
    places: tuple[str | None, ...] | None
    """None where the place is not asked."""
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldReport:
    """The reading of a report: the file's name, the day it was published, and its claims."""

    name: str
    published: date
    claims: tuple[GoldClaim, ...]


def read(path: Path) -> list[GoldReport]:
    """Read a file of readings.

    Raises:
        DataMalformed: a reading or claim without the fields that it needs, or with unknown ones.
    """
    import yaml

    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise DataMalformed(path, 1, "not a mapping of reports")
    reports = []
    for key, node in root.value:
        line = key.start_mark.line + 1
        reading = yaml.safe_load(yaml.serialize(node))
        try:
            published = reading["article"]["published"]["given_by_user"]
            nodes = next(value for name, value in node.value if name.value == "claims").value
        except (KeyError, TypeError, StopIteration) as error:
            raise DataMalformed(path, line, "a reading has an article with its publication date, and claims") from error
        lines = [one.start_mark.line + 1 for one in nodes]
        claims = tuple(_claim(path, at, row) for at, row in zip(lines, reading["claims"], strict=True))
        reports.append(GoldReport(str(key.value), published, claims))
    return reports


def _claim(path: Path, line: int, row: Any) -> GoldClaim:
    if not isinstance(row, Mapping) or not row.keys() >= _NEEDED or not row.keys() <= _NEEDED | _OTHERS:
        raise DataMalformed(path, line, f"a claim has {', '.join(sorted(_NEEDED))} and no unknown field")
    try:
        return GoldClaim(
            must=row["must"],
            anchor=" ".join(row["anchor"].split()),
            events=tuple(row["event"]),
            statuses=tuple(row["status"]),
            pairs=tuple((event, status) for event, status in row.get("pairs", ())),
            modes=tuple(row["mode"]) if "mode" in row else None,
            actors=tuple(row["actors"]),
            recipients=tuple(row["recipients"]),
            dates=tuple(None if value is None else days(value) for value in row["date"]),
            places=tuple(row["place"]) if "place" in row else None,
            voices=tuple(row["voices"]),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise DataMalformed(path, line, f"no claim: {error}") from error


def days(value: object) -> Days:
    """A day, month or year, a decade such as `1990s`, or a range of these as `first/last`: its first and last day.

    Raises:
        ValueError: it is none of these.
    """
    if isinstance(value, date):
        return value, value
    text = str(value)
    if text.endswith("0s") and len(text) == 5:
        return date(int(text[:4]), 1, 1), date(int(text[:4]) + 9, 12, 31)
    first, slash, last = text.partition("/")
    return _bounds(first)[0], _bounds(last if slash else first)[1]


def _bounds(text: str) -> Days:
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no day, month or year")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or month is None:
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def find(data: Path | None) -> tuple[Path, Sequence[Path]] | None:
    """The folder of the dispatches and the files of their readings, in `data` or the checkout; None without them."""
    roots = (Path.cwd(), *Path(__file__).resolve().parents) if data is None else (data,)
    for root in roots:
        files = sorted((root / "tests" / "gold").glob(FILES))
        if files and (root / "examples").is_dir():
            return root / "examples", files
    return None
