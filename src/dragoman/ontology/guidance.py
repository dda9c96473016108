"""What the codebook says beyond its codes: chapters, boundaries between events, traps of published tables."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.ontology.errors import CodeUnknown
from dragoman.ontology.examples import Example
from dragoman.ontology.files import Node, read_yaml
from dragoman.ontology.plover import EventType
from dragoman.ontology.table import Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules about all events at once."""

    id: str
    title: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where two events touch, and on which side a case falls."""

    events: tuple[str, str]
    rule: str
    cases: tuple[Example, ...]
    """Their notes say why; they mark no words."""


@dataclass(frozen=True, slots=True)
class Trap:
    """What is wrong or odd in a published table, and what we decided."""

    id: str
    what: str
    decision: str
    reason: str


def read_chapters(path: Path) -> Table[Chapter]:
    """Read `principles.yaml`."""
    found: dict[str, Chapter] = {}
    for node in read_yaml(path).items():
        fields = node.fields(("id", "title", "text"))
        chapter = Chapter(fields["id"].text(), fields["title"].text(), fields.texts("text"))
        _once(node, chapter.id, found)
        found[chapter.id] = chapter
    return Table(found, CodeUnknown)


def read_traps(path: Path) -> Table[Trap]:
    """Read `traps.yaml`."""
    found: dict[str, Trap] = {}
    for node in read_yaml(path).items():
        fields = node.fields(("id", "what", "decision", "reason"))
        trap = Trap(*(fields[name].text() for name in ("id", "what", "decision", "reason")))
        _once(node, trap.id, found)
        found[trap.id] = trap
    return Table(found, CodeUnknown)


def read_boundaries(path: Path, events: Table[EventType]) -> tuple[Boundary, ...]:
    """Read `boundaries.yaml`.

    Raises:
        OntologyMalformed: an unknown event or mode, a pair twice, or a side without a case.
    """
    found: dict[frozenset[str], Boundary] = {}
    for node in read_yaml(path).items():
        fields = node.fields(("between", "rule", "cases"))
        pair = tuple(item.one_of(events, "event") for item in fields.items("between"))
        if len(set(pair)) != 2 or len(pair) != 2:
            raise fields["between"].wrong("a boundary lies between two events")
        _once(node, " and ".join(sorted(pair)), {" and ".join(sorted(key)): None for key in found})
        cases = tuple(_case(item, pair, events) for item in fields.items("cases"))
        if {case.event for case in cases} != set(pair):
            raise fields["cases"].wrong("a boundary has cases on both sides")
        found[frozenset(pair)] = Boundary((pair[0], pair[1]), fields["rule"].text(), cases)
    return tuple(found.values())


def _case(node: Node, pair: tuple[str, ...], events: Table[EventType]) -> Example:
    fields = node.fields(("text", "event", "why"), ("mode",))
    event = fields["event"].one_of(pair, "event of this boundary")
    mode = fields["mode"].one_of(events[event].modes, f"mode of {event}") if "mode" in fields else None
    return Example(fields["text"].text(), event, mode, note=fields["why"].text())


def _once(node: Node, id_: str, found: object) -> None:
    if isinstance(found, dict) and id_ in found:
        raise node.wrong(f"{id_!r} stands here twice")
