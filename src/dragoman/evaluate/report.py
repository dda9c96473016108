"""What an evaluation gives back: rows of figures with intervals, to show, to write and to check."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.evaluate.floors import Target
    from dragoman.language import Analyser


BELOW: Final = "below floor"
UNKNOWN: Final = "-"
FIGURES: Final = ("P", "R", "F1")
WIDEST: Final = 5
"""How many measures stand side by side in a table, so that it fits a terminal of 80 columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: `measure` on the `slice` of a `dataset`, in percent, with its 95% interval.

    `slice` is `all` or of the form `kind=value` (`genre=news`). `n` counts the gold items the figure rests
    on; `unit` is what was resampled for the interval. `goal` is what we want to reach, `floor` what must be
    kept.
    """

    measure: str
    dataset: str
    slice: str
    value: float
    low: float
    high: float
    n: int
    unit: str
    floor: float | None = None
    goal: float | None = None

    @property
    def key(self) -> str:
        """`measure/dataset/slice`, by which floors and goals name the row."""
        return f"{self.measure}/{self.dataset}/{self.slice}"

    @property
    def below_floor(self) -> bool:
        """Whether the value is under its floor, or is not a number where a floor stands."""
        return self.floor is not None and not self.value >= self.floor

    @property
    def reaches_goal(self) -> bool | None:
        """Whether the value is at least the goal; None without a goal."""
        return None if self.goal is None else self.value >= self.goal

    def shown(self) -> str:
        """The value and its interval with one decimal: `97.6 (97.1-98.0)`."""
        return f"{self.value:.1f} ({self.low:.1f}-{self.high:.1f})" if self.counted else UNKNOWN

    def shown_short(self) -> str:
        """The value and half the width of its interval with one decimal: `97.6±0.4`."""
        return f"{self.value:.1f}±{(self.high - self.low) / 2:.1f}" if self.counted else UNKNOWN

    @property
    def counted(self) -> bool:
        """Whether anything was counted, so that there is a value."""
        return math.isfinite(self.value)

    def to_dict(self) -> dict[str, object]:
        """The row as JSON can hold it; what is not a number becomes null."""
        numbers = {name: _finite(getattr(self, name)) for name in ("value", "low", "high")}
        named: dict[str, object] = {
            "measure": self.measure,
            "dataset": self.dataset,
            "slice": self.slice,
            **numbers,
            "n": self.n,
            "unit": self.unit,
        }
        if self.floor is not None:
            named["floor"] = self.floor
        if self.goal is not None:
            named["goal"] = self.goal
        return named


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one task, in percent, and what a reader must know beside them."""

    task: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()

    def below_floor(self) -> tuple[Row, ...]:
        """The rows under their floor."""
        return tuple(row for row in self.rows if row.below_floor)

    def row(self, key: str) -> Row:
        """The row of this `measure/dataset/slice`; KeyError when there is none."""
        return {row.key: row for row in self.rows}[key]

    def with_targets(self, targets: Mapping[str, Target]) -> Report:
        """The report with the floors and goals that `targets` names by row key."""
        rows = (
            replace(row, floor=targets[row.key].floor, goal=targets[row.key].goal) if row.key in targets else row
            for row in self.rows
        )
        return replace(self, rows=tuple(rows))

    def to_dict(self) -> dict[str, object]:
        """The report as JSON can hold it."""
        return {
            "task": self.task,
            "unit": "percent",
            "interval": "95%, bootstrap",
            "rows": [row.to_dict() for row in self.rows],
            "notes": list(self.notes),
        }

    def render(self) -> RenderableType:
        """The report for a terminal: what has floors or goals, then a table for each dataset and slicing."""
        from rich.box import SIMPLE_HEAD
        from rich.console import Group
        from rich.table import Table
        from rich.text import Text

        parts: list[RenderableType] = []
        for title, head, lines in self._tables():
            table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, collapse_padding=True, pad_edge=False)
            for i, name in enumerate(head):
                table.add_column(name, justify="left" if not i else "right", overflow="fold")
            for line in lines:
                table.add_row(*(Text(cell, style="bold red" if cell == BELOW else "") for cell in line))
            parts.append(table)
        return Group(*parts, *(Text(f"- {note}") for note in self.notes))

    def to_markdown(self) -> str:
        """The same tables in Markdown."""
        parts: list[str] = []
        for title, head, lines in self._tables():
            rows = [head, ["---", *["---:"] * (len(head) - 1)], *lines]
            parts.append(f"### {title}\n\n" + "\n".join(f"| {' | '.join(map(_escaped, row))} |" for row in rows))
        parts.append("\n".join(f"- {note}" for note in self.notes))
        return "\n\n".join(part for part in parts if part) + "\n"

    def _tables(self) -> Iterator[tuple[str, list[str], list[list[str]]]]:
        """Title, head and lines of each table."""
        if targeted := [row for row in self.rows if row.floor is not None or row.goal is not None]:
            yield (
                "Goals and floors (percent, 95% interval)",
                ["measure", "value", "goal", "floor", "", "n", "resampled"],
                [_target_line(row) for row in targeted],
            )
        for (dataset, kind, family), rows in self._families().items():
            every = list(dict.fromkeys(row.measure for row in rows))
            slices = list(dict.fromkeys(row.slice for row in rows))
            cells = {(row.slice, row.measure): row for row in rows}
            counting = every[-1] if kind else every[0]
            title = dataset + (f", {kind}" if kind else "") + (f", by {family}" if family else "")
            for at in range(0, len(every), WIDEST):
                measures = every[at : at + WIDEST]
                lines = [
                    [_value(s), f"{cells[s, counting].n:,}", *(cells[s, m].shown_short() for m in measures)]
                    for s in slices
                ]
                yield title, [family or "slice", "n", *map(_figure, measures)], lines

    def _families(self) -> dict[tuple[str, str, str], list[Row]]:
        """The rows by dataset, what is counted (`entity`, or empty for words) and kind of slice.

        Rows over all stand with the first kind of slice of their dataset, if it has any.
        """
        first: dict[tuple[str, str], str] = {}
        for row in self.rows:
            if family := _family(row):
                first.setdefault((row.dataset, _counted(row.measure)), family)
        families: dict[tuple[str, str, str], list[Row]] = {}
        for row in self.rows:
            of = (row.dataset, _counted(row.measure))
            families.setdefault((*of, _family(row) or first.get(of, "")), []).append(row)
        return families


class Task(Protocol):
    """Measures, and reports."""

    def __call__(
        self,
        data: Path | None,
        analyser: Analyser | None = None,
        progress: Callable[[str], None] | None = None,
    ) -> Report:
        """Measure.

        Args:
            data: the folder of the task's data; None lets the task look where it is known to lie.
            analyser: what is measured; None for the shipped English model.
            progress: is told what is being measured.
        """
        ...


def _target_line(row: Row) -> list[str]:
    verdict = BELOW if row.below_floor else {True: "reached", False: "short", None: ""}[row.reaches_goal]
    return [
        f"{row.measure}, {row.dataset}" + ("" if row.slice == "all" else f", {row.slice}"),
        row.shown(),
        "" if row.goal is None else f"{row.goal:.1f}",
        "" if row.floor is None else f"{row.floor:.1f}",
        verdict,
        f"{row.n:,}",
        row.unit,
    ]


def _value(name: str) -> str:
    return name.partition("=")[2] or name


def _counted(measure: str) -> str:
    """What a measure of precision, recall or F1 counts: `entity` of `entity F1`."""
    counted, _, figure = measure.rpartition(" ")
    return counted if figure in FIGURES else ""


def _family(row: Row) -> str:
    """The kind of a row's slice: `genre` of `genre=news`, empty for `all`."""
    family, equals, _ = row.slice.partition("=")
    return family if equals else ""


def _figure(measure: str) -> str:
    return measure.rpartition(" ")[2] if _counted(measure) else measure


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


def _finite(number: float) -> float | None:
    return round(number, 3) if math.isfinite(number) else None
