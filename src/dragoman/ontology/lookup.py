"""Finds what a code means: an event, mode, context, sector, status, relation, scale or CAMEO code."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ontology.cameo import CameoCode, StrayCode
from dragoman.ontology.errors import EntryUnknown, near_names
from dragoman.ontology.guidance import Boundary
from dragoman.ontology.ontology import Ontology
from dragoman.ontology.plover import Context, EventType, Mode, NonState, Sector
from dragoman.ontology.relations import Predicate
from dragoman.ontology.scales import Scale
from dragoman.ontology.statuses import Status

Thing = EventType | Mode | Boundary | Context | Sector | NonState | Status | Predicate | Scale | CameoCode | StrayCode
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, what kind of thing it is, and the thing."""

    kind: str
    """`event`, `mode`, `boundary`, `context`, `sector`, `actor code`, `status`, `relation`, `scale`, `CAMEO code` or
    `stray code`."""
    code: str
    """The way the thing is asked for without doubt: a mode's is `EVENT/mode`."""
    thing: Thing


def entries(ontology: Ontology) -> Iterator[Entry]:
    """Everything that has a code."""
    for event in ontology.events.values():
        yield Entry("event", event.code, event)
        for mode in event.modes.values():
            yield Entry("mode", mode.path, mode)
    for boundary in ontology.boundaries:
        yield Entry("boundary", "/".join(boundary.events), boundary)
    yield from (Entry("context", context.code, context) for context in ontology.contexts.values())
    yield from (Entry("sector", sector.code, sector) for sector in ontology.sectors.values())
    yield from (Entry("actor code", one.code, one) for one in ontology.nonstate.values())
    yield from (Entry("status", status.code, status) for status in ontology.status.statuses.values())
    yield from (Entry("relation", one.code, one) for one in ontology.predicates.values())
    yield from (Entry("scale", scale.name, scale) for scale in ontology.scales.values())
    yield from (Entry("CAMEO code", cameo.code, cameo) for cameo in ontology.cameo.values())
    yield from (Entry("stray code", stray.code, stray) for stray in ontology.strays.values())


def find(ontology: Ontology, code: str) -> tuple[Entry, ...]:
    """Everything that has this code, in capitals or not.

    A mode without its event is found in every event; two events with a stroke between them are their boundary.

    Raises:
        EntryUnknown: nothing has it; with what may have been meant.
    """
    wanted = " ".join(code.split()).lower()
    known = tuple(entries(ontology))
    found = tuple(entry for entry in known if wanted in _names(entry))
    if not found:
        raise EntryUnknown(code, tuple(entry.code for entry in known), _near(ontology, wanted, known))
    return found


def _names(entry: Entry) -> tuple[str, ...]:
    code = entry.code.lower()
    if isinstance(entry.thing, Boundary):
        return code, "/".join(reversed(code.split("/")))
    return (code, code.partition("/")[2], code.replace("/", " ")) if entry.kind == "mode" else (code,)


def _near(ontology: Ontology, wanted: str, known: tuple[Entry, ...]) -> tuple[str, ...]:
    """Codes that such a word often carries, then codes that look like it."""
    words = [term for term in ontology.terms if wanted in term.text.lower().split() or wanted == term.text.lower()]
    found = [f"{term.event}/{term.mode}" if term.mode else term.event for term in words]
    by_name = {name: entry.code for entry in known for name in _names(entry)}
    found += [by_name[name] for name in near_names(wanted, tuple(by_name))]
    return tuple(dict.fromkeys(found))[:_NEAR]
