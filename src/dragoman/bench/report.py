"""What a benchmark gives back."""

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Protocol


def machine() -> str:
    """This machine in words: processor family, cores this process may use, system, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.machine()}, {cores} cores, {platform.system()}, Python {platform.python_version()}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity: the median of its measurements and the measurements themselves, in `unit`."""

    name: str
    value: float | None
    """None where this machine cannot measure it."""
    unit: str
    measured: tuple[float, ...] = ()

    @classmethod
    def of(cls, name: str, unit: str, measured: Sequence[float]) -> "Figure":
        """The figure of these measurements; unknown where there are none."""
        return cls(name, median(measured) if measured else None, unit, tuple(measured))


def megabytes(size: int | None) -> list[float]:
    """A size in bytes as the measurements of a figure in MB: none where it is unknown."""
    return [] if size is None else [size / 1e6]


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of one benchmark, what they were measured on, and where."""

    name: str
    subject: str
    """The input, in words: how many documents and words."""
    figures: tuple[Figure, ...]
    machine: str = field(default_factory=machine)

    def to_dict(self) -> dict[str, object]:
        """The report as JSON can hold it; a figure's name leads to its value, unit and measurements."""
        return {
            "bench": self.name,
            "subject": self.subject,
            "machine": self.machine,
            "figures": {
                figure.name: {"value": figure.value, "unit": figure.unit, "measured": list(figure.measured)}
                for figure in self.figures
            },
        }


class Bench(Protocol):
    """Measures over the given texts and reports."""

    def __call__(
        self, texts: Sequence[str], *, words: int, repeats: int, progress: Callable[[str], None] | None = None
    ) -> Report:
        """Measure.

        Args:
            texts: the texts to work on, repeated in memory until they have enough words.
            words: how many words to work on, at the least.
            repeats: how often each figure is measured; the median counts.
            progress: is told what is being measured.
        """
        ...
