"""The task `actors`: is it told who a phrase means, for which country and in what capacity?

Each case is a phrase and a day with the accepted countries, sectors and second sectors. A field that is null is not
asked; in a field that holds the empty string, none must be given, and UNK counts as none.

- `country and sector`: the share of cases with everything right that is asked; of several sectors given, one must be
  accepted.
- `country`, `sector`: the same for one of them.
- `no actor`: of phrases that name no actor, the share for which nothing is resolved.

Data: `actors.dev.jsonl.gz` in the folder `eval`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from dragoman import actors
from dragoman.errors import DataMalformed
from dragoman.evaluate.data import folder
from dragoman.evaluate.files import numbered
from dragoman.evaluate.report import Report, Row
from dragoman.evaluate.statistics import Sample

if TYPE_CHECKING:
    from dragoman.language import Analyser

TASK: Final = "actors"
FILE: Final = "actors.dev.jsonl.gz"
GOALS: Final = {"country and sector": 92.0, "no actor": 100.0}


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase, a day, and what is accepted; None where it is not asked."""

    phrase: str
    day: str
    countries: tuple[str, ...] | None
    sectors: tuple[str, ...] | None
    no_actor: bool


def run(
    data: Path | None,
    analyser: "Analyser | None" = None,  # noqa: ARG001  phrases need no analysis
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure the actors; the arguments are those of every `Task`.

    Raises:
        EvalDataMissing: the file is missing.
        DataMalformed: it is not in its format.
    """
    cases = read(folder(TASK, data, "eval", (FILE,)) / FILE)
    if progress:
        progress("resolving actors")
    judged = np.array([judge(case) for case in cases], dtype=np.float64).T
    country, sector, none = judged
    acting = np.array([not case.no_actor for case in cases])
    ones = np.ones(len(cases))
    sample = Sample.without_documents(len(cases), "case")
    rows: list[Row] = []
    for measure, right, where in (
        ("country and sector", country * sector, acting),
        ("country", country, acting & np.array([case.countries is not None for case in cases])),
        ("sector", sector, acting & np.array([case.sectors is not None for case in cases])),
        ("no actor", none, ~acting),
    ):
        found = sample.ratio(right, ones, where)
        goal = GOALS.get(measure)
        rows.append(Row(measure, TASK, "all", found.value, found.low, found.high, found.n, found.unit, goal=goal))
    return Report(TASK, tuple(rows), (f"{len(cases)} cases: mind the intervals.",))


def read(path: Path) -> list[Case]:
    """Read a file of cases, a JSON object a line.

    Raises:
        DataMalformed: a line that is not in the format.
    """
    cases = []
    for number, line in numbered(path):
        try:
            record = json.loads(line)
            fields = [None if record[name] is None else tuple(record[name]) for name in ("country", "sector")]
            cases.append(Case(record["phrase"], record["date"], fields[0], fields[1], record["no_actor"]))
        except (KeyError, TypeError, ValueError) as error:
            raise DataMalformed(path, number, f"no case: {error!r}") from error
    return cases


def judge(case: Case) -> tuple[bool, bool, bool]:
    """Whether country and sector are right, and whether nothing was resolved."""
    found = actors.resolve(case.phrase, case.day)
    country = "" if found is None or found.country is None else found.country
    sectors = () if found is None else found.sectors
    return (
        case.countries is None or country in case.countries,
        case.sectors is None or accepts(case.sectors, sectors),
        found is None,
    )


def accepts(accepted: tuple[str, ...], sectors: tuple[str, ...]) -> bool:
    """Whether one of the sectors is accepted; none is, where none must be given or the actor is unidentified."""
    if not set(sectors) - {"UNK"}:
        return not set(accepted).isdisjoint(("", "UNK"))
    return not set(accepted).isdisjoint(sectors)
