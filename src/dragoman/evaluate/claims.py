"""The task `claims`: are the claims of a report found, and are they right?

Measured on the dispatches of `examples/` against the careful reading in `tests/gold/`, which was written before any
coder saw them. Each report is coded with the publication date that the reading says a user gives, and nothing else.

A coded claim and one of the reading can meet where the sentence of the one holds the words of the other and the event
is an accepted one; each meets one at most, those that agree in most fields first. Then

- `event`: they meet;
- `deed`: and the status is right;
- `who`: and so are actors and recipients, whom `agreement` compares leniently;
- `claim`: and so are date and voices.

Precision is the share of coded claims that are right, by any claim of the reading; recall the share of those that must
be found. Those that may be found are no error and no loss; a second claim of one deed is an error. F1 is the harmonic
mean of the two. By event, precision counts the coded class, recall the first accepted one. The row `right in` tells for
each field how often it is right where claims meet. Not measured: whether a joint deed names all its parties, relations,
and what the reading says that no claim may say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import numpy as np

from dragoman import pipeline, sources
from dragoman.errors import EvalDataMissing
from dragoman.evaluate import gold
from dragoman.evaluate.agreement import BESIDES, FIELDS, agreeing, holds
from dragoman.evaluate.floors import targets
from dragoman.evaluate.report import Report, Row
from dragoman.evaluate.statistics import Counts, Estimate, Mask, Sample
from dragoman.records import Claim, Rejection

if TYPE_CHECKING:
    from dragoman.language import Analyser

TASK: Final = "claims"
DATASET: Final = "examples"
LEVELS: Final = {
    "event": (),
    "deed": ("status",),
    "who": ("status", "actors", "recipients"),
    "claim": FIELDS,
}
"""What is counted -> the fields that must be right."""
REPORTED: Final = ("event", "claim")
"""What is told for each report."""
NOTES: Final = (
    "Recall is over the claims that must be found; those that may be found count for precision alone.",
    "The reading accepts several answers in most fields; parties and voices are compared leniently.",
)

Told: TypeAlias = tuple[Claim, str]
"""A claim and its sentence."""


@dataclass(frozen=True, slots=True)
class Item:
    """A coded claim, one of the reading, or both where they meet."""

    report: int
    """The report's place among the reports."""
    coded: Claim | None
    gold: gold.GoldClaim | None
    agreeing: frozenset[str] = frozenset()
    """The fields that are right."""


def run(
    data: Path | None,
    analyser: "Analyser | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure the claims; the arguments are those of every `Task`.

    Raises:
        EvalDataMissing: the dispatches or their reading are missing.
        DataMalformed: the reading is not in its format.
    """
    at = gold.find(data)
    if at is None:
        root = data or Path()
        raise EvalDataMissing(TASK, (root / "examples", root / "tests" / "gold" / gold.FILES))
    folder, files = at
    readings = [reading for file in files for reading in gold.read(file)]
    if progress:
        progress(f"coding {len(readings)} reports")
    if analyser is None:
        from dragoman.language import load

        analyser = load()
    items: list[Item] = []
    rejected: list[str] = []
    for number, reading in enumerate(readings):
        coded = code(folder / reading.name, reading.published, analyser)
        if isinstance(coded, Rejection):
            rejected.append(f"{reading.name} was not coded: {coded.reason}")
        items += meet(number, () if isinstance(coded, Rejection) else coded, reading.claims)
    names = [Path(reading.name).stem for reading in readings]
    return Report(TASK, tuple(_rows(items, names)), (*NOTES, *rejected)).with_targets(targets(TASK))


def code(path: Path, published: date, analyser: "Analyser") -> list[Told] | Rejection:
    """The claims of a report, each with its sentence; a rejection where it cannot be coded."""
    documents = sources.documents(sources.find([path]))
    (coded,) = pipeline.code(documents, published=published, analyser=analyser)
    if isinstance(coded, Rejection):
        return coded
    return [(claim, claim.span.of(coded.article.text)) for claim in coded.claims]


def meet(report: int, told: Sequence[Told], readings: Sequence[gold.GoldClaim]) -> list[Item]:
    """The claims of a report, coded and of the reading, those that meet as one item."""
    pairs = [
        (agreeing(claim, wanted), claim, wanted)
        for claim, sentence in told
        for wanted in readings
        if claim.event in wanted.events and holds(sentence, wanted)
    ]
    pairs.sort(key=lambda pair: (-len(pair[0].intersection(FIELDS)), not pair[2].must, -len(pair[0])))
    items: list[Item] = []
    coded, wanted_left = {id(claim): claim for claim, _ in told}, {id(wanted): wanted for wanted in readings}
    for agrees, claim, wanted in pairs:
        if id(claim) in coded and id(wanted) in wanted_left:
            del coded[id(claim)], wanted_left[id(wanted)]
            items.append(Item(report, claim, wanted, agrees))
    items += [Item(report, claim, None) for claim in coded.values()]
    items += [Item(report, None, wanted) for wanted in wanted_left.values()]
    return items


def _rows(items: Sequence[Item], names: Sequence[str]) -> Iterator[Row]:
    reports = np.array([item.report for item in items])
    sample = Sample(reports, "claim")
    coded = np.array([item.coded is not None for item in items], dtype=np.float64)
    must = np.array([item.gold is not None and item.gold.must for item in items], dtype=np.float64)
    events = sorted({item.coded.event for item in items if item.coded} | {_event(item) for item in items if item.gold})
    for level, fields in LEVELS.items():
        right = np.array([_is_right(item, fields) for item in items], dtype=np.float64)
        counts = (right, coded, right * must, must)
        yield from _figures(level, "all", sample, counts)
        for event in events:
            ours = np.array([item.coded is not None and item.coded.event == event for item in items])
            theirs = np.array([item.gold is not None and _event(item) == event for item in items])
            of_event = (right * ours, coded * ours, right * must * theirs, must * theirs)
            yield from _figures(level, f"event={event}", sample, of_event)
        for number, name in enumerate(names if level in REPORTED else ()):
            yield from _figures(level, f"report={name}", sample, counts, reports == number)
    met = np.array([item.coded is not None and item.gold is not None for item in items])
    for field in (*FIELDS, *BESIDES):
        agrees = np.array([field in item.agreeing for item in items], dtype=np.float64)
        yield _row("right in", "claims that meet", f"field={field}", sample.ratio(agrees, np.ones(len(items)), met))


def _figures(
    level: str, slice_: str, sample: Sample, counts: tuple[Counts, Counts, Counts, Counts], where: Mask | None = None
) -> Iterator[Row]:
    right, coded, found, must = counts
    yield _row(f"{level} P", DATASET, slice_, sample.ratio(right, coded, where))
    yield _row(f"{level} R", DATASET, slice_, sample.ratio(found, must, where))
    yield _row(f"{level} F1", DATASET, slice_, sample.harmonic(right, coded, found, must, where))


def _row(measure: str, dataset: str, slice_: str, estimate: Estimate) -> Row:
    found = estimate
    return Row(measure, dataset, slice_, found.value, found.low, found.high, found.n, found.unit)


def _is_right(item: Item, fields: Iterable[str]) -> bool:
    return item.coded is not None and item.gold is not None and item.agreeing.issuperset(fields)


def _event(item: Item) -> str:
    """The class that a claim of the reading is counted under: the first accepted one."""
    return "" if item.gold is None else item.gold.events[0]
