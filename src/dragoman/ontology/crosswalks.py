"""The crosswalk between CAMEO and PLOVER, both ways, each row with its reason where it is not as published."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from dragoman.ontology.cameo import CameoCode
from dragoman.ontology.errors import CameoUnknown, CodeUnknown, EventUnknown
from dragoman.ontology.examples import CameoUse
from dragoman.ontology.files import Row, read_table, read_yaml
from dragoman.ontology.plover import EventType
from dragoman.ontology.table import Table

TO_PLOVER: Final = (
    "cameo",
    "event",
    "mode",
    "contexts",
    "swap",
    "basis",
    "published_event",
    "published_mode",
    "published_contexts",
    "reason",
)
TO_CAMEO: Final = ("event", "mode", "context", "status", "cameo", "swap", "kept", "reason")
Basis = Literal["published", "amended", "ours"]
Kept = Literal["all", "event", "none"]


@dataclass(frozen=True, slots=True)
class PloverMapping:
    """What a CAMEO code is in PLOVER."""

    cameo: str
    event: str | None
    """None where the code alone is no event; `reason` says why."""
    mode: str | None
    contexts: tuple[str, ...]
    swap: bool
    """Whether actor and recipient change places."""
    basis: Basis
    """As published, amended by us, or ours because the published table has no row."""
    published: tuple[str, str, str]
    """Event, mode and contexts as published, obsolete names included; empty strings where there is no row."""
    reason: str
    """Why it is not as published; empty where it is."""


@dataclass(frozen=True, slots=True)
class CameoMapping:
    """What a PLOVER coding is in CAMEO."""

    event: str
    mode: str | None
    context: str | None
    status: str | None
    """None for deeds done, and for every status that has no row of its own."""
    cameo: str
    swap: bool
    """Whether actor and recipient change places."""
    kept: Kept
    """What the way back to PLOVER finds again: event and mode, the event only, or neither."""
    reason: str


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The tables between CAMEO and PLOVER."""

    version: str
    source: str
    to_plover: Table[PloverMapping]
    """Every CAMEO code, by code."""
    to_cameo: tuple[CameoMapping, ...]
    """Every event and mode, some with a context or a status."""

    def plover(self, cameo: str) -> PloverMapping:
        """What a CAMEO code is in PLOVER.

        Raises:
            CameoUnknown: there is no such code.
        """
        return self.to_plover[cameo]

    def cameo(
        self, event: str, mode: str | None = None, contexts: Sequence[str] = (), status: str = "asserted"
    ) -> CameoMapping:
        """The CAMEO code nearest to a PLOVER coding.

        A row with the mode goes before one without, and then one with a context before one without; of the contexts
        the first that has a row decides. A status that has no rows for the event is coded as the deed done.

        Raises:
            EventUnknown: there is no such event.
        """
        rows = [row for row in self.to_cameo if row.event == event]
        if not rows:
            raise EventUnknown(event, tuple(dict.fromkeys(row.event for row in self.to_cameo)))
        stated = [row for row in rows if row.status == status]
        for among in (stated, [row for row in rows if row.status is None]):
            for wanted in (mode, None):
                for context in (*contexts, None):
                    for row in among:
                        if row.mode == wanted and row.context == context:
                            return row
        raise CodeUnknown(event, ())  # unreachable: every event has a row of its own, which is checked on reading


def demand(cameo: str) -> str:
    """The demand, under 10, that is the same as this appeal, under 02; any other code comes back as it is."""
    return f"10{cameo[2:]}" if cameo.startswith("02") else cameo


def read_crosswalk(
    folder: Path,
    cameo: Table[CameoCode],
    events: Table[EventType],
    contexts: Container[str],
    statuses: Container[str],
) -> Crosswalk:
    """Read `crosswalks/`: its record and both tables.

    Raises:
        OntologyMalformed: a code, event, mode, context or status that is unknown, a key twice, a CAMEO code or an event
            without a row, or a row that says something untrue of itself.
    """
    fields = read_yaml(folder / "crosswalk.yaml").fields(("version", "source"))
    reader = _Reader(cameo, events, contexts, statuses)
    to_plover = reader.to_plover(folder / "cameo_to_plover.csv")
    to_cameo = reader.to_cameo(folder / "plover_to_cameo.csv", to_plover)
    return Crosswalk(fields["version"].text(), fields["source"].text(), Table(to_plover, CameoUnknown), to_cameo)


def check_uses(uses: Sequence[CameoUse], crosswalk: Crosswalk) -> None:
    """Check that every CAMEO code named for an event in an example leads back to that event.

    Raises:
        OntologyMalformed: it leads to another, with the example's place.
    """
    for use in uses:
        found = crosswalk.plover(use.cameo).event
        if found != use.event:
            raise use.node.wrong(f"{use.cameo} is {found or 'no event'} in the crosswalk, not {use.event}")


@dataclass(frozen=True, slots=True)
class _Reader:
    cameo: Table[CameoCode]
    events: Table[EventType]
    contexts: Container[str]
    statuses: Container[str]

    def to_plover(self, path: Path) -> dict[str, PloverMapping]:
        found: dict[str, PloverMapping] = {}
        row: Row | None = None
        for row in read_table(path, TO_PLOVER):
            code = row.one_of("cameo", self.cameo, "CAMEO code")
            if code in found:
                raise row.wrong(f"{code} stands here twice")
            found[code] = self._plover_mapping(row)
        missing = [code for code in self.cameo if code not in found]
        if row is not None and missing:
            raise row.wrong(f"no row for the CAMEO codes {', '.join(missing)}")
        return found

    def to_cameo(self, path: Path, back: Mapping[str, PloverMapping]) -> tuple[CameoMapping, ...]:
        found: dict[tuple[str | None, ...], CameoMapping] = {}
        row: Row | None = None
        for row in read_table(path, TO_CAMEO):
            mapping = self._cameo_mapping(row, back)
            key = (mapping.event, mapping.mode, mapping.context, mapping.status)
            if key in found:
                raise row.wrong(f"{'/'.join(part or '-' for part in key)} stands here twice")
            found[key] = mapping
        for event in self.events.values():
            for mode in (None, *event.modes):
                if row is not None and (event.code, mode, None, None) not in found:
                    raise row.wrong(f"no row for {event.code}{f'/{mode}' if mode else ''}")
        return tuple(found.values())

    def _coding(self, row: Row, contexts: tuple[str, ...]) -> tuple[str, str | None]:
        """Event and mode of a row, and its contexts checked."""
        event = row.one_of("event", self.events, "event")
        mode = row.one_of("mode", self.events[event].modes, f"mode of {event}") if row["mode"] else None
        for context in contexts:
            if context not in self.contexts:
                raise row.wrong(f"{context!r} is no context")
        return event, mode

    def _plover_mapping(self, row: Row) -> PloverMapping:
        contexts = row.parts("contexts")
        event, mode = self._coding(row, contexts) if row["event"] else (None, None)
        if event is None and (row["mode"] or contexts):
            raise row.wrong("a mode or a context without an event")
        published = (row["published_event"], row["published_mode"], row["published_contexts"])
        same = published == (row["event"], row["mode"], row["contexts"]) and not row.truth("swap")
        truth: Basis = "ours" if not any(published) else "published" if same else "amended"
        if row["basis"] != truth:
            raise row.wrong(f"the basis is {row['basis']!r}, but by its columns the row is {truth!r}")
        if (truth == "published") == bool(row["reason"]):
            raise row.wrong("a row has a reason if and only if it is not as published")
        return PloverMapping(row["cameo"], event, mode, contexts, row.truth("swap"), truth, published, row["reason"])

    def _cameo_mapping(self, row: Row, back: Mapping[str, PloverMapping]) -> CameoMapping:
        context, status = row["context"] or None, row["status"] or None
        event, mode = self._coding(row, (context,) if context else ())
        if status is not None and status not in self.statuses:
            raise row.wrong(f"{status!r} is no status")
        target = back[row.one_of("cameo", self.cameo, "CAMEO code")]
        kept: Kept = "none" if target.event != event else "all" if target.mode == mode else "event"
        if row["kept"] != kept:
            raise row.wrong(f"kept is {row['kept']!r}, but {target.cameo} leads back to {kept!r}")
        return CameoMapping(event, mode, context, status, target.cameo, row.truth("swap"), kept, row.text("reason"))
