"""Extensions: event classes, modes, contexts, sectors and words of a user's own, in one YAML file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TypeVar

from dragoman.ontology.crosswalks import CameoMapping, Crosswalk, Kept
from dragoman.ontology.errors import ContextUnknown, EventUnknown, ModeUnknown, SectorUnknown
from dragoman.ontology.examples import CameoUse, Known
from dragoman.ontology.files import Fields, Node, read_yaml
from dragoman.ontology.lexicon import Term
from dragoman.ontology.plover import (
    Context,
    EventType,
    Mode,
    Nearest,
    Sector,
    read_context,
    read_event,
    read_mode,
    read_sector,
)
from dragoman.ontology.table import Table

_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
_SECTIONS: Final = ("events", "modes", "contexts", "sectors", "lexicon")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Extended:
    """The tables of the ontology with those of an extension in them."""

    name: str
    version: str
    events: Table[EventType]
    contexts: Table[Context]
    sectors: Table[Sector]
    terms: tuple[Term, ...]
    """Of its lexicon alone; those of its events and modes stand with them."""
    uses: tuple[CameoUse, ...]
    """CAMEO codes named in the examples of modes added to PLOVER's events."""


def read_extension(
    path: Path,
    known: Known,
    events: Table[EventType],
    contexts: Table[Context],
    sectors: Table[Sector],
) -> Extended:
    """Read an extension and join it to the shipped tables.

    Raises:
        InputUnreadable: the file is not there, or no UTF-8.
        OntologyMalformed: an unknown or missing key, a code that is taken, a reference to what does not exist, or
            anything else that the shipped files may not have either.
    """
    node = read_yaml(path)
    fields = node.fields(("extension", "version"), ("description", *_SECTIONS))
    name = fields["extension"].text()
    if not _NAME.fullmatch(name):
        raise fields["extension"].wrong(f"{name!r} is no name here: small letters, digits and hyphens")
    if not any(section in fields for section in _SECTIONS):
        raise node.wrong(f"the extension adds nothing; it may have {', '.join(_SECTIONS)}")
    own = Known(known.quads, known.cameo, {event.code: tuple(event.modes) for event in events.values()})
    joined = _joined(events, _events(fields, own, name, events), EventUnknown)
    own.uses.clear()  # the examples of a user's own events lead to no event of PLOVER's
    joined = _with_modes(fields, own, name, joined)
    return Extended(
        name=name,
        version=fields["version"].text(),
        events=joined,
        contexts=_joined(contexts, _contexts(fields, name, contexts), ContextUnknown),
        sectors=_joined(sectors, _sectors(fields, name, sectors), SectorUnknown),
        terms=tuple(_terms(fields, name, joined)),
        uses=tuple(own.uses),
    )


def extended_crosswalk(crosswalk: Crosswalk, events: Table[EventType]) -> Crosswalk:
    """The crosswalk with a row for every event and mode that an extension adds, as it names what is nearest."""
    rows: list[CameoMapping] = []
    for event in events.values():
        if event.nearest is not None:
            rows.append(_row(crosswalk, event.code, None, event.nearest))
        rows += [
            _row(crosswalk, event.code, mode.code, mode.nearest)
            for mode in event.modes.values()
            if mode.nearest is not None
        ]
    return replace(crosswalk, to_cameo=(*crosswalk.to_cameo, *rows))


def _row(crosswalk: Crosswalk, event: str, mode: str | None, nearest: Nearest) -> CameoMapping:
    kept: Kept = "event" if crosswalk.plover(nearest.cameo).event == event else "none"
    reason = "The nearest code, as the extension says."
    return CameoMapping(event, mode, None, None, nearest.cameo, swap=False, kept=kept, reason=reason)


def _joined(
    table: Table[T], own: Mapping[str, T], unknown: type[EventUnknown | ContextUnknown | SectorUnknown]
) -> Table[T]:
    return Table({**table, **own}, unknown)


def _free(node: Node, code: str, *taken: Mapping[str, object]) -> str:
    if any(code in codes for codes in taken):
        raise node.wrong(f"the code {code!r} is taken")
    return code


def _events(fields: Fields, known: Known, origin: str, shipped: Table[EventType]) -> dict[str, EventType]:
    found: dict[str, EventType] = {}
    for node in fields.items("events"):
        event = read_event(node, known, origin)
        found[_free(node, event.code, shipped, found)] = event
    return found


def _with_modes(fields: Fields, known: Known, origin: str, events: Table[EventType]) -> Table[EventType]:
    found: dict[str, EventType] = dict(events)
    for node in fields.items("modes"):
        target = node.key("event").one_of(known.modes, "event of PLOVER's")
        mode: Mode = read_mode(node, target, known, origin, added=True)
        event = found[target]
        _free(node, mode.code, event.modes)
        found[target] = replace(event, modes=Table({**event.modes, mode.code: mode}, ModeUnknown))
    return Table(found, EventUnknown)


def _contexts(fields: Fields, origin: str, shipped: Table[Context]) -> dict[str, Context]:
    found: dict[str, Context] = {}
    for node in fields.items("contexts"):
        context = read_context(node, origin)
        found[_free(node, context.code, shipped, found)] = context
    return found


def _sectors(fields: Fields, origin: str, shipped: Table[Sector]) -> dict[str, Sector]:
    found: dict[str, Sector] = {}
    for node in fields.items("sectors"):
        sector = read_sector(node, origin)
        found[_free(node, sector.code, shipped, found)] = sector
    return found


def _terms(fields: Fields, origin: str, events: Table[EventType]) -> list[Term]:
    found: list[Term] = []
    for node in fields.items("lexicon"):
        entry = node.fields(("event",), ("mode", "verbs", "nouns"))
        event = entry["event"].one_of(events, "event")
        mode = entry["mode"].one_of(events[event].modes, f"mode of {event}") if "mode" in entry else None
        own = [Term(text, "verb", event, mode, origin) for text in entry.texts("verbs")]
        own += [Term(text, "noun", event, mode, origin) for text in entry.texts("nouns")]
        if not own:
            raise node.wrong("an entry of a lexicon has verbs or nouns")
        found += own
    return found
