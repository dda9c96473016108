"""The ontology as a whole: read, checked against itself, and kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeVar

from dragoman.errors import InputUnreadable
from dragoman.ontology.cameo import CameoCode, StrayCode, read_codes, read_strays
from dragoman.ontology.contested import ContestedPolicy, read_contested
from dragoman.ontology.crosswalks import Crosswalk, check_uses, read_crosswalk
from dragoman.ontology.errors import CodeUnknown, ContextUnknown, EventUnknown, SectorUnknown
from dragoman.ontology.examples import Known
from dragoman.ontology.extension import Extended, extended_crosswalk, read_extension
from dragoman.ontology.files import Node, read_yaml
from dragoman.ontology.guidance import (
    Boundary,
    Chapter,
    Trap,
    read_boundaries,
    read_chapters,
    read_traps,
)
from dragoman.ontology.lexicon import Term, terms_of
from dragoman.ontology.plover import (
    Context,
    EventType,
    NonState,
    Quad,
    Sector,
    read_context,
    read_event,
    read_nonstate,
    read_quad,
    read_sector,
)
from dragoman.ontology.relations import Predicate, read_predicates
from dragoman.ontology.scales import Scale, read_scales
from dragoman.ontology.statuses import StatusBook, read_statuses
from dragoman.ontology.table import Table

FOLDER: Final = Path(str(files("dragoman"))) / "data" / "ontology"
"""Where the shipped tables lie."""

T = TypeVar("T", Context, EventType, NonState, Sector)


@dataclass(frozen=True, slots=True)
class Ontology:
    """Every code that a claim may have, with what it means and how it was decided."""

    version: str
    """Of the shipped ontology; an extension adds its name and version: `1.0.0+fisheries-2`."""
    dated: date
    """When its policies were decided."""
    quads: tuple[Quad, ...]
    """By their numbers, 1 to 4."""
    events: Table[EventType]
    contexts: Table[Context]
    sectors: Table[Sector]
    nonstate: Table[NonState]
    cameo: Table[CameoCode]
    strays: Table[StrayCode]
    """Codes that files contain and no list knows."""
    scales: Table[Scale]
    crosswalk: Crosswalk
    status: StatusBook
    predicates: Table[Predicate]
    boundaries: tuple[Boundary, ...]
    chapters: Table[Chapter]
    contested: ContestedPolicy
    traps: Table[Trap]
    terms: tuple[Term, ...]
    extension: str | None = None
    """The name of the extension that is in it."""

    def folded(self, event: str, mode: str | None = None) -> tuple[str, str | None]:
        """The event and mode of PLOVER's own that stand for these: the nearest for a user's classes, else themselves.

        Raises:
            CodeUnknown: there is no such event, or it has no such mode.
        """
        kind = self.events[event]
        nearest = kind.nearest
        if mode is not None:
            nearest = kind.modes[mode].nearest or nearest
        return (event, mode) if nearest is None else (nearest.event, nearest.mode)

    def cameo_read(self, code: str) -> str:
        """The CAMEO code that is meant by one in a file: itself, or what a stray code is read as.

        Raises:
            CameoUnknown: nobody knows it.
        """
        return self.strays[code].read_as if code in self.strays else self.cameo[code].code

    def boundaries_of(self, event: str) -> tuple[Boundary, ...]:
        """The boundaries of an event against its neighbours."""
        return tuple(boundary for boundary in self.boundaries if event in boundary.events)


def load(extension: Path | None = None) -> Ontology:
    """The shipped ontology, with a user's extension where one is given; read once and kept.

    Raises:
        InputUnreadable: the extension is not there, or no UTF-8.
        OntologyMalformed: a file is not as its format says; with its line.
    """
    if extension is None:
        return _kept(None, 0)
    try:
        changed = extension.stat().st_mtime_ns
    except OSError as error:
        raise InputUnreadable(str(extension), error.strerror or str(error)) from error
    return _kept(extension.absolute(), changed)


@lru_cache(maxsize=8)
def _kept(extension: Path | None, changed: int) -> Ontology:  # noqa: ARG001  part of the key: a file may change
    return read(FOLDER, extension)


def read(folder: Path, extension: Path | None = None) -> Ontology:
    """Read an ontology from a folder with the files that the shipped one has.

    Raises:
        InputUnreadable: a file is not there, or no UTF-8.
        OntologyMalformed: a file is not as its format says; with its line.
    """
    head = read_yaml(folder / "ontology.yaml").fields(("version", "dated", "quads", "events"))
    quads = tuple(read_quad(node) for node in head.items("quads"))
    if [quad.code for quad in quads] != [1, 2, 3, 4]:
        raise head["quads"].wrong("the quad classes are 1, 2, 3 and 4, in this order")
    cameo = read_codes(folder / "cameo.csv")
    known = Known(tuple(quad.code for quad in quads), frozenset(cameo))
    events = _events(folder / "events", head["events"], known)
    contexts = _listed(folder / "contexts.yaml", read_context, ContextUnknown)
    sectors = _listed(folder / "sectors.yaml", read_sector, SectorUnknown)
    nonstate = _listed(folder / "nonstate.yaml", read_nonstate, CodeUnknown)
    status = read_statuses(folder / "statuses.yaml", tuple(events), tuple(cameo))
    crosswalk = read_crosswalk(folder / "crosswalks", cameo, events, contexts, status.statuses)
    check_uses(known.uses, crosswalk)
    boundaries = read_boundaries(folder / "boundaries.yaml", events)
    contested = read_contested(folder / "contested.yaml", sectors, nonstate)
    added: Extended | None = None
    if extension is not None:
        added = read_extension(extension, known, events, contexts, sectors)
        check_uses(added.uses, crosswalk)
        events, contexts, sectors = added.events, added.contexts, added.sectors
        crosswalk = extended_crosswalk(crosswalk, events)
    traps = read_traps(folder / "traps.yaml")
    version = head["version"].text()
    return Ontology(
        version=f"{version}+{added.name}-{added.version}" if added else version,
        dated=head["dated"].day(),
        quads=quads,
        events=events,
        contexts=contexts,
        sectors=sectors,
        nonstate=nonstate,
        cameo=cameo,
        strays=read_strays(folder / "cameo_strays.csv", cameo),
        scales=read_scales(folder, cameo, events.values(), traps),
        crosswalk=crosswalk,
        status=status,
        predicates=read_predicates(folder / "relations.yaml"),
        boundaries=boundaries,
        chapters=read_chapters(folder / "principles.yaml"),
        contested=contested,
        traps=traps,
        terms=(*terms_of(events.values()), *(added.terms if added else ())),
        extension=added.name if added else None,
    )


def _events(folder: Path, listed: Node, known: Known) -> Table[EventType]:
    """The events, each from the file named after it, in the order listed."""
    found: dict[str, EventType] = {}
    for item in listed.items():
        path = folder / f"{item.text().lower()}.yaml"
        node = read_yaml(path)
        event = read_event(node, known)
        if event.code != item.text():
            raise node.wrong(f"the event is {event.code}, not {item.text()} as the file's name says")
        if event.code in found:
            raise item.wrong(f"the event {event.code} stands here twice")
        found[event.code] = event
    for path in sorted(folder.glob("*.yaml")):
        if path.stem.upper() not in found:
            raise listed.wrong(f"events/{path.name} is not listed")
    return Table(found, EventUnknown)


def _listed(path: Path, reader: Callable[[Node], T], unknown: type[CodeUnknown]) -> Table[T]:
    found: dict[str, T] = {}
    for node in read_yaml(path).items():
        thing = reader(node)
        if thing.code in found:
            raise node.wrong(f"the code {thing.code!r} stands here twice")
        found[thing.code] = thing
    return Table(found, unknown)
