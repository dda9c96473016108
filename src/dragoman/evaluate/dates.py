"""The task `dates`: are expressions of time found, and are the right days read from them?

Gold are the DATE expressions of the training corpora of TempEval-3 whose value is a day, a month or a year
(`2017-07-25`, `2017-07`, `2017`; `2017-07-XX` counts as the month). Whatever else they annotate (durations, sets,
times of day, weeks, quarters, `PRESENT_REF`) is not asked: a prediction that overlaps such an expression and none
that is asked counts for nothing. Predicted are the mentions whose value has the precision day, month or year; ranges
and other precisions count for nothing either, right or wrong, except that gold which only they overlap is missed.

- `span F1`: a predicted mention is right when it overlaps (by a character) a gold one that no other prediction has.
- `value F1`: and its value, written as ISO at its precision, is the gold one.
- `all span F1`: the same as `span F1`, gold being every DATE expression and predicted being every mention.

Data: `dates.dev.jsonl.gz` in the folder `eval`.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dragoman import dates
from dragoman.errors import DataMalformed
from dragoman.evaluate.data import folder
from dragoman.evaluate.files import numbered
from dragoman.evaluate.report import Report, Row
from dragoman.evaluate.statistics import Sample
from dragoman.records import DateSpan, Span

if TYPE_CHECKING:
    from dragoman.language import Analyser

TASK: Final = "dates"
FILE: Final = "dates.dev.jsonl.gz"
GOALS: Final = {"span F1": 95.0, "value F1": 89.0}
_VALUE: Final = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:-XX)*")
_LENGTHS: Final = {"day": 10, "month": 7, "year": 4}
NOTES: Final = (
    "Gold: DATE expressions with a day, month or year as value; others that are annotated count for nothing.",
)


@dataclass(frozen=True, slots=True)
class Expression:
    """An annotated expression of time: its value if it is asked for, else None."""

    span: Span
    value: str | None
    is_date: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A report with its expressions of time."""

    id: str
    source: str
    published: str
    text: str
    expressions: tuple[Expression, ...]


def run(
    data: Path | None,
    analyser: "Analyser | None" = None,  # noqa: ARG001  dates need no analysis
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure the dates; the arguments are those of every `Task`.

    Raises:
        EvalDataMissing: the file is missing.
        DataMalformed: it is not in its format.
    """
    if progress:
        progress("finding dates")
    texts = read(folder(TASK, data, "eval", (FILE,)) / FILE)
    sample = Sample(np.arange(len(texts)))
    counts = np.array([_counts(text) for text in texts], dtype=np.float64).T
    sources = sorted({text.source for text in texts})
    rows: list[Row] = []
    for slice_ in ("all", *(f"source={source}" for source in sources)):
        where = np.array([slice_ in {"all", f"source={text.source}"} for text in texts])
        for measure, right in (("span F1", counts[0]), ("value F1", counts[1])):
            estimate = sample.f1(right, counts[2], counts[3], where)
            goal = GOALS[measure] if slice_ == "all" else None
            rows.append(
                Row(measure, TASK, slice_, estimate.value, estimate.low, estimate.high, estimate.n, estimate.unit)
                if goal is None
                else Row(
                    measure,
                    TASK,
                    slice_,
                    estimate.value,
                    estimate.low,
                    estimate.high,
                    estimate.n,
                    estimate.unit,
                    goal=goal,
                )
            )
        every = sample.f1(counts[4], counts[5], counts[6], where)
        rows.append(Row("all span F1", TASK, slice_, every.value, every.low, every.high, every.n, every.unit))
    return Report(TASK, tuple(rows), NOTES)


def read(path: Path) -> list[Text]:
    """Read a file of annotated texts, a JSON object a line.

    Raises:
        DataMalformed: a line that is not in the format.
    """
    texts = []
    for number, line in numbered(path):
        try:
            record = json.loads(line)
            expressions = tuple(_expression(timex) for timex in record["timexes"])
            texts.append(Text(record["id"], record["source"], record["dct"], record["text"], expressions))
        except (KeyError, TypeError, ValueError) as error:
            raise DataMalformed(path, number, f"no annotated text: {error!r}") from error
    return texts


def _expression(timex: dict[str, str | int]) -> Expression:
    is_date = timex["type"] == "DATE"
    match = _VALUE.fullmatch(str(timex["value"]))
    value = match[1] if match and is_date else None
    return Expression(Span(int(timex["start"]), int(timex["end"])), value, is_date)


def value_of(span: DateSpan | None) -> str | None:
    """A day, month or year as ISO at its precision; None of anything else."""
    if span is None or span.start is None or span.precision not in _LENGTHS:
        return None
    return span.start.isoformat()[: _LENGTHS[span.precision]]


def _counts(text: Text) -> tuple[int, int, int, int, int, int, int]:
    """Spans right, values right, predicted, gold; all spans right, all predicted, all gold."""
    mentions = dates.find(text.text, text.published)
    asked = [expression for expression in text.expressions if expression.value is not None]
    others = [expression for expression in text.expressions if expression.value is None]
    pairs: list[tuple[str, str]] = []
    free, predicted = list(asked), 0
    for mention in mentions:
        value = value_of(mention.value)
        if value is None:
            continue
        hit = next((expression for expression in free if mention.span.overlaps(expression.span)), None)
        if hit is None and any(mention.span.overlaps(expression.span) for expression in others):
            continue
        predicted += 1
        if hit is not None:
            free.remove(hit)
            pairs.append((value, hit.value or ""))
    every = [expression for expression in text.expressions if expression.is_date]
    rest, found = list(every), 0
    for mention in mentions:
        hit = next((expression for expression in rest if mention.span.overlaps(expression.span)), None)
        if hit is not None:
            rest.remove(hit)
            found += 1
    right = sum(value == gold for value, gold in pairs)
    return len(pairs), right, predicted, len(asked), found, len(mentions), len(every)
