"""The task `places`: are names of places found, and are the right places told?

Gold are the toponyms of LGL, TR-News, GeoVirus and GeoWebNews.

- `accuracy at 161 km`: of gold toponyms with coordinates, given as spans, the share whose place is told within 161 km
  (100 miles) of them; where none is told, it is wrong.
- `told within 161 km`: the same, of those for which a place is told.
- `toponym F1`: end to end; a mention is right when it overlaps a gold toponym that no other mention has.
- `place F1`: end to end over toponyms with coordinates; right, and the place within 161 km; mentions that overlap a
  toponym without coordinates count for nothing.

Data: `geo.dev.jsonl.gz` in the folder `eval`.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dragoman import places
from dragoman.errors import DataMalformed
from dragoman.evaluate.data import folder
from dragoman.evaluate.files import numbered
from dragoman.evaluate.report import Report, Row
from dragoman.evaluate.statistics import Estimate, Sample
from dragoman.places.choice import distance
from dragoman.records import Place, Span

if TYPE_CHECKING:
    from dragoman.language import Analyser

TASK: Final = "places"
FILE: Final = "geo.dev.jsonl.gz"
RADIUS_KM: Final = 161.0
GOAL: Final = 85.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated name of a place, with its point where it is known."""

    span: Span
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its toponyms, those in the order of the text."""

    corpus: str
    text: str
    toponyms: tuple[Toponym, ...]


def run(
    data: Path | None,
    analyser: "Analyser | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure the places; the arguments are those of every `Task`. With an analyser, its entities are used.

    Raises:
        EvalDataMissing: the file is missing.
        DataMalformed: it is not in its format.
    """
    texts = read(folder(TASK, data, "eval", (FILE,)) / FILE)
    if progress:
        progress("finding places")
    counts = np.array([_counts(text, analyser) for text in texts], dtype=np.float64).T
    sample = Sample(np.arange(len(texts)))
    rows: list[Row] = []
    for slice_ in ("all", *(f"corpus={corpus}" for corpus in sorted({text.corpus for text in texts}))):
        where = np.array([slice_ in {"all", f"corpus={text.corpus}"} for text in texts])
        near, told, asked, found, mentions, gold, right, counting = counts
        rows += [
            _row("accuracy at 161 km", slice_, sample.ratio(near, asked, where), GOAL if slice_ == "all" else None),
            _row("told within 161 km", slice_, sample.ratio(near, told, where)),
            _row("toponym F1", slice_, sample.f1(found, mentions, gold, where)),
            _row("place F1", slice_, sample.f1(right, counting, asked, where)),
        ]
    return Report(TASK, tuple(rows))


def _row(measure: str, slice_: str, estimate: Estimate, goal: float | None = None) -> Row:
    return Row(measure, TASK, slice_, estimate.value, estimate.low, estimate.high, estimate.n, estimate.unit, goal=goal)


def read(path: Path) -> list[Text]:
    """Read a file of annotated texts, a JSON object a line.

    Raises:
        DataMalformed: a line that is not in the format.
    """
    texts = []
    for number, line in numbered(path):
        try:
            record = json.loads(line)
            toponyms = [
                Toponym(Span(name["start"], name["end"]), None if name["lat"] is None else (name["lat"], name["lon"]))
                for name in record["toponyms"]
            ]
            toponyms.sort(key=lambda toponym: toponym.span)
            texts.append(Text(record["corpus"], record["text"], tuple(toponyms)))
        except (KeyError, TypeError, ValueError) as error:
            raise DataMalformed(path, number, f"no annotated text: {error!r}") from error
    return texts


def _counts(text: Text, analyser: "Analyser | None") -> Sequence[int]:
    given = places.locate(text.text, [toponym.span for toponym in text.toponyms])
    asked = [(mention, toponym) for mention, toponym in zip(given, text.toponyms, strict=True) if toponym.point]
    near = sum(is_near(mention.place, toponym.point) for mention, toponym in asked)
    told = sum(mention.place is not None for mention, _ in asked)
    mentions = places.find(text.text, analyser(text.text) if analyser else None)
    free, found, right, counting = list(text.toponyms), 0, 0, 0
    for mention in mentions:
        hit = next((toponym for toponym in free if toponym.span.overlaps(mention.span)), None)
        counting += hit is None or hit.point is not None
        if hit is not None:
            free.remove(hit)
            found += 1
            right += is_near(mention.place, hit.point)
    return near, told, len(asked), found, len(mentions), len(text.toponyms), right, counting


def is_near(place: Place | None, point: tuple[float, float] | None) -> bool:
    """Whether a place lies within 161 km of a point."""
    if place is None or point is None or place.lat is None or place.lon is None:
        return False
    return distance((place.lat, place.lon), point) <= RADIUS_KM
