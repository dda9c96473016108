"""Scales: tables that put events between conflict and cooperation, each with its name, version and source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from dragoman.ontology.cameo import CameoCode, parent
from dragoman.ontology.errors import CameoUnknown, CodeUnknown, ScaleUnknown
from dragoman.ontology.files import Fields, Node, Row, read_table, read_yaml
from dragoman.ontology.plover import EventType
from dragoman.ontology.table import Table
from dragoman.records import ScaleValue

Numbering = Literal["plover", "cameo", "keds"]
_KEYS: Final = ("name", "title", "version", "numbering", "file", "range", "source", "licence", "traps")


@dataclass(frozen=True, slots=True)
class Scale:
    """A table of values: `EVENT` and `EVENT/mode`, or CAMEO codes, to a number."""

    name: str
    title: str
    version: str
    """Of our table; rises when a value changes."""
    numbering: Numbering
    """What the codes are: PLOVER's, today's CAMEO's, or the older KEDS numbering, which is never joined with it."""
    low: float
    """The values' lower bound, strongest conflict."""
    high: float
    """The values' upper bound, strongest cooperation."""
    source: str
    licence: str
    traps: tuple[str, ...]
    """Ids of the traps that concern it."""
    values: Table[float]
    labels: Mapping[str, str]
    """What the codes mean, where the numbering is the table's own; else empty."""
    known: frozenset[str]
    """Every code of the numbering, with a value or without."""

    def of(self, code: str, *, inherit: bool = False) -> ScaleValue | None:
        """The value of a code with the table's name and version; None where the table has none.

        Args:
            code: in the table's own numbering.
            inherit: take the nearest parent's value where the code has none; `giver` tells whose that is.

        Raises:
            CodeUnknown: the numbering has no such code at all.
        """
        giver = self.giver(code) if inherit else self._checked(code)
        if giver is None or giver not in self.values:
            return None
        return ScaleValue(self.values[giver], self.name, self.version)

    def giver(self, code: str) -> str | None:
        """The code whose value stands for this one: itself, or the nearest parent with a value; None without any.

        Raises:
            CodeUnknown: the numbering has no such code at all.
        """
        above: str | None = self._checked(code)
        while above is not None and above not in self.values:
            above = _parent(above)
        return above

    def _checked(self, code: str) -> str:
        if code not in self.known:
            raise (CodeUnknown if self.numbering == "plover" else CameoUnknown)(code, tuple(sorted(self.known)))
        return code


def read_scales(
    folder: Path, cameo: Table[CameoCode], events: Iterable[EventType], traps: Iterable[str]
) -> Table[Scale]:
    """Read `scales.yaml` and the tables it names.

    Raises:
        OntologyMalformed: an unknown key or trap, a code that is unknown or there twice, a value out of range.
    """
    found: dict[str, Scale] = {}
    path = folder / "scales.yaml"
    for node in read_yaml(path).items():
        fields = node.fields(_KEYS)
        name = fields["name"].text()
        if name in found:
            raise fields["name"].wrong(f"the scale {name!r} stands here twice")
        found[name] = _scale(fields, folder / "scales", cameo, events, tuple(traps))
    return Table(found, ScaleUnknown)


def plover_values(events: Iterable[EventType]) -> dict[str, float]:
    """The scores that events and modes carry, as a table."""
    values: dict[str, float] = {}
    for event in events:
        values[event.code] = event.score
        values |= {mode.path: mode.score for mode in event.modes.values()}
    return values


def _scale(
    fields: Fields, folder: Path, cameo: Table[CameoCode], events: Iterable[EventType], traps: tuple[str, ...]
) -> Scale:
    numbering: Numbering = fields["numbering"].one_of(("plover", "cameo", "keds"), "numbering")  # type: ignore[assignment]
    low, high = _range(fields["range"])
    labels: dict[str, str] = {}
    if numbering == "plover":
        values = plover_values(events)
        known = frozenset(values)
    else:
        table = folder / fields["file"].text()
        values, labels = _values(table, numbering, cameo, low, high)
        known = frozenset(cameo) if numbering == "cameo" else frozenset(values)
    for item in fields.items("traps"):
        item.one_of(traps, "trap")
    return Scale(
        name=fields["name"].text(),
        title=fields["title"].text(),
        version=fields["version"].text(),
        numbering=numbering,
        low=low,
        high=high,
        source=fields["source"].text(),
        licence=fields["licence"].text(),
        traps=fields.texts("traps"),
        values=Table(values),
        labels=labels,
        known=known,
    )


def _range(node: Node) -> tuple[float, float]:
    bounds = [item.number() for item in node.items()]
    if len(bounds) != 2 or bounds[0] >= bounds[1]:
        raise node.wrong("a range has a lower and an upper bound")
    return bounds[0], bounds[1]


def _values(
    path: Path, numbering: Numbering, cameo: Table[CameoCode], low: float, high: float
) -> tuple[dict[str, float], dict[str, str]]:
    own = numbering == "keds"
    column = "keds_code" if own else "code"
    values: dict[str, float] = {}
    labels: dict[str, str] = {}
    for row in read_table(path, (column, "label", "value") if own else (column, "value")):
        code = row.text(column) if own else row.one_of(column, cameo, "CAMEO code")
        if code in values:
            raise row.wrong(f"{code} stands here twice")
        values[code] = _value(row, low, high)
        if own:
            labels[code] = row.text("label")
    return values, labels


def _value(row: Row, low: float, high: float) -> float:
    value = row.number("value")
    if not low <= value <= high:
        raise row.wrong(f"{value} is not from {low} to {high}")
    return value


def _parent(code: str) -> str | None:
    if "/" in code:
        return code.partition("/")[0]
    return parent(code) if code.isdigit() else None
