"""PLOVER: what was done (event and mode), what about (context), and by what kind of body (sector)."""

import re
from dataclasses import dataclass
from typing import Final

from dragoman.ontology.errors import ModeUnknown
from dragoman.ontology.examples import Example, Known, read_example
from dragoman.ontology.files import Fields, Node
from dragoman.ontology.table import Table

PLOVER: Final = "PLOVER"
"""The origin of what the shipped ontology holds."""

_EVENT_CODE: Final = re.compile(r"[A-Z]+(_[A-Z]+)*")
_MODE_CODE: Final = re.compile(r"[a-z]+(-[a-z]+)*")
_CONTEXT_CODE: Final = re.compile(r"[a-z]+(_[a-z]+)*")
_SECTOR_CODE: Final = re.compile(r"[A-Z]{3}")
_LIMIT: Final = 10.0


@dataclass(frozen=True, slots=True)
class Quad:
    """One of four classes: verbal or material, cooperation or conflict."""

    code: int
    title: str
    definition: str


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event was done."""

    code: str
    event: str
    title: str
    score: float
    """From -10, conflict, to 10, cooperation; ours, see `published_score`."""
    definition: str
    boundary: str
    """Against its neighbours."""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    published_score: float | None = None
    """As printed; None where nothing is."""
    score_reason: str = ""
    """Why ours differs from the printed one."""
    origin: str = PLOVER
    nearest: "Nearest | None" = None
    """Only where a user adds it to an event of PLOVER's."""

    @property
    def path(self) -> str:
        """`EVENT/mode`: modes of different events share names."""
        return f"{self.event}/{self.code}"


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is who in an event."""

    actor: str
    recipient: str
    requester: str
    host: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """What stands for a class of a user's own where only PLOVER or CAMEO will do."""

    event: str
    mode: str | None
    cameo: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A class of deeds."""

    code: str
    title: str
    quad: int
    """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    score: float
    """From -10, conflict, to 10, cooperation; ours, see `published_score`."""
    requires_recipient: bool
    joint: bool
    """Whether parties often do it with each other, all of them actors."""
    definition: str
    roles: Roles
    not_events: tuple[str, ...]
    modes: Table[Mode]
    verbs: tuple[str, ...] = ()
    """Words that often carry it; hints, not rules."""
    nouns: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    """Without those of its modes."""
    published_score: float | None = None
    score_reason: str = ""
    origin: str = PLOVER
    """PLOVER, or the name of the extension that adds it."""
    nearest: Nearest | None = None
    """None for PLOVER's own."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a deed is about."""

    code: str
    title: str
    definition: str
    boundary: str
    origin: str = PLOVER


@dataclass(frozen=True, slots=True)
class Sector:
    """What kind of body an actor is."""

    code: str
    group: str
    """`frequent` or `less frequent`, as published."""
    title: str
    definition: str
    boundary: str
    origin: str = PLOVER


@dataclass(frozen=True, slots=True)
class NonState:
    """What stands in place of a country for actors of no one country."""

    code: str
    title: str
    definition: str


_EVENT_NEEDED = ("code", "title", "quad", "score", "requires_recipient", "joint", "definition", "roles", "modes")
_EVENT_ALLOWED = ("not_events", "verbs", "nouns", "examples", "published_score", "score_reason")
_MODE_NEEDED = ("code", "title", "score", "definition", "boundary", "examples")
_MODE_ALLOWED = ("verbs", "nouns", "published_score", "score_reason")


def read_quad(node: Node) -> Quad:
    """Read a quad class."""
    fields = node.fields(("code", "title", "definition"))
    code = int(fields["code"].one_of("1234", "quad class"))
    return Quad(code, fields["title"].text(), fields["definition"].text())


def read_event(node: Node, known: Known, origin: str = PLOVER) -> EventType:
    """Read an event with its modes; one of a user's own names what is nearest to it.

    Raises:
        OntologyMalformed: an unknown, missing or repeated key, or a value that its key does not allow.
    """
    own = () if origin == PLOVER else ("nearest",)
    fields = node.fields((*_EVENT_NEEDED, *own), _EVENT_ALLOWED)
    code = _code(fields["code"], _EVENT_CODE, "capitals, such as ASSAULT")
    modes = [read_mode(item, code, known, origin) for item in fields.items("modes")]
    names = tuple(mode.code for mode in modes)
    for item, name in zip(fields.items("modes"), names, strict=True):
        if names.count(name) > 1:
            raise item.wrong(f"{code} has the mode {name!r} twice")
    examples = tuple(read_example(item, code, None, names, known) for item in fields.items("examples"))
    score, published, reason = _scores(fields, origin)
    return EventType(
        code=code,
        title=fields["title"].text(),
        quad=int(fields["quad"].one_of([str(quad) for quad in known.quads], "quad class")),
        score=score,
        requires_recipient=fields["requires_recipient"].truth(),
        joint=fields["joint"].truth(),
        definition=fields["definition"].text(),
        roles=_roles(fields["roles"]),
        not_events=fields.texts("not_events"),
        modes=Table({mode.code: mode for mode in modes}, ModeUnknown),
        verbs=fields.texts("verbs"),
        nouns=fields.texts("nouns"),
        examples=examples,
        published_score=published,
        score_reason=reason,
        origin=origin,
        nearest=_nearest(fields["nearest"], known) if own else None,
    )


def read_mode(node: Node, event: str, known: Known, origin: str = PLOVER, *, added: bool = False) -> Mode:
    """Read a mode of an event; one `added` to an event of PLOVER's names that event and what is nearest to it.

    Raises:
        OntologyMalformed: an unknown, missing or repeated key, or a value that its key does not allow.
    """
    fields = node.fields((*_MODE_NEEDED, *(("event", "nearest") if added else ())), _MODE_ALLOWED)
    code = _code(fields["code"], _MODE_CODE, "small letters, such as heavy-weapons")
    score, published, reason = _scores(fields, origin)
    return Mode(
        code=code,
        event=event,
        title=fields["title"].text(),
        score=score,
        definition=fields["definition"].text(),
        boundary=fields["boundary"].text(),
        verbs=fields.texts("verbs"),
        nouns=fields.texts("nouns"),
        examples=tuple(read_example(item, event, code, (), known) for item in fields.items("examples")),
        published_score=published,
        score_reason=reason,
        origin=origin,
        nearest=_nearest(fields["nearest"], known) if added else None,
    )


def read_context(node: Node, origin: str = PLOVER) -> Context:
    """Read a context."""
    fields = node.fields(("code", "title", "definition", "boundary"))
    code = _code(fields["code"], _CONTEXT_CODE, "small letters, such as human_rights")
    return Context(code, fields["title"].text(), fields["definition"].text(), fields["boundary"].text(), origin)


def read_sector(node: Node, origin: str = PLOVER) -> Sector:
    """Read a sector; one of a user's own is less frequent where it does not say."""
    group = ("group",) if origin == PLOVER else ()
    fields = node.fields(("code", "title", "definition", "boundary", *group), ("group",))
    code = _code(fields["code"], _SECTOR_CODE, "three capitals")
    frequency = fields["group"].one_of(("frequent", "less frequent"), "group") if "group" in fields else "less frequent"
    title, definition = fields["title"].text(), fields["definition"].text()
    return Sector(code, frequency, title, definition, fields["boundary"].text(), origin)


def read_nonstate(node: Node) -> NonState:
    """Read a code that stands in place of a country."""
    fields = node.fields(("code", "title", "definition"))
    code = _code(fields["code"], _SECTOR_CODE, "three capitals")
    return NonState(code, fields["title"].text(), fields["definition"].text())


def _nearest(node: Node, known: Known) -> Nearest:
    fields = node.fields(("event", "cameo"), ("mode",))
    event = fields["event"].one_of(known.modes, "event of PLOVER's")
    mode = fields["mode"].one_of(known.modes[event], f"mode of {event}") if "mode" in fields else None
    return Nearest(event, mode, fields["cameo"].one_of(known.cameo, "CAMEO code"))


def _code(node: Node, pattern: re.Pattern[str], shape: str) -> str:
    code = node.text()
    if not pattern.fullmatch(code):
        raise node.wrong(f"{code!r} is no code here: {shape}")
    return code


def _scores(fields: Fields, origin: str) -> tuple[float, float | None, str]:
    """Our score, the printed one, and why they differ."""
    score = _score(fields["score"])
    published = _score(fields["published_score"]) if "published_score" in fields else None
    reason = fields.text("score_reason")
    if origin == PLOVER and (published == score) == bool(reason):
        raise fields["score"].wrong("a score differs from the published one if and only if there is a `score_reason`")
    return score, published, reason


def _score(node: Node) -> float:
    score = node.number()
    if not -_LIMIT <= score <= _LIMIT:
        raise node.wrong(f"{score} is not from -10 to 10")
    return score


def _roles(node: Node) -> Roles:
    fields = node.fields(("actor", "recipient", "requester", "host"))
    return Roles(*(fields[name].text() for name in ("actor", "recipient", "requester", "host")))
