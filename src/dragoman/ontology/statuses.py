"""Status: what a text says of a deed's being done, and which words and grammar say it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.ontology.errors import StatusUnknown
from dragoman.ontology.examples import Example
from dragoman.ontology.files import Node, read_yaml
from dragoman.ontology.table import Table

NO_CLAIM: Final = "none"
"""In place of a status: such words make no claim at all."""
_AUXILIARIES: Final = ("historical", "future", "hypothetical", "negation")
_RULE_ALLOWED: Final = ("cues", "own_event", "note")


@dataclass(frozen=True, slots=True)
class Status:
    """What a text says of a deed's being done."""

    code: str
    definition: str
    plover: str | None
    """The auxiliary mode of PLOVER that it is written as; None for a deed done."""
    export: str
    """What exports do with it."""


@dataclass(frozen=True, slots=True)
class StatusRule:
    """Words and grammar, and the status that they give."""

    id: str
    group: str
    """What the rule is about: fact, phase, habit, intent, threat and so on."""
    status: str
    """Of the deed in the example; `none` where there is no claim."""
    grammar: str
    cues: tuple[str, ...]
    own_event: str | None
    """The event that the cue itself is, coded beside or instead of the deed, as `grammar` says."""
    example: Example
    """Its trigger is the deed whose status is told."""
    note: str


@dataclass(frozen=True, slots=True)
class AuxiliaryMapping:
    """One of PLOVER's auxiliary modes as a status of ours."""

    aux: str
    status: str
    note: str


@dataclass(frozen=True, slots=True)
class IntentReading:
    """How CAMEO codes that stand for unreal deeds are read."""

    codes: tuple[str, ...]
    """CAMEO codes; a root stands for all below it."""
    reading: str


@dataclass(frozen=True, slots=True)
class StatusBook:
    """All about status. The order of `statuses` is precedence: the first that fits wins."""

    statuses: Table[Status]
    rules: Table[StatusRule]
    auxiliaries: Table[AuxiliaryMapping]
    intents: tuple[IntentReading, ...]
    historical_after_days: int
    """A deed that lies further before publication is background."""


def read_statuses(path: Path, events: tuple[str, ...], cameo: tuple[str, ...]) -> StatusBook:
    """Read `statuses.yaml`.

    Raises:
        OntologyMalformed: an unknown key, status, event or code, or a deed that is not in its example.
    """
    fields = read_yaml(path).fields(("historical_after_days", "statuses", "rules", "plover", "cameo"))
    statuses: dict[str, Status] = {}
    for node in fields.items("statuses"):
        status = _status(node)
        if status.code in statuses:
            raise node.wrong(f"the status {status.code!r} stands here twice")
        statuses[status.code] = status
    rules: dict[str, StatusRule] = {}
    for node in fields.items("rules"):
        rule = _rule(node, tuple(statuses), events)
        if rule.id in rules:
            raise node.wrong(f"the rule {rule.id!r} stands here twice")
        rules[rule.id] = rule
    auxiliaries = {one.aux: one for one in (_auxiliary(node, tuple(statuses)) for node in fields.items("plover"))}
    if tuple(auxiliaries) != _AUXILIARIES:
        raise fields["plover"].wrong(f"the auxiliary modes are {', '.join(_AUXILIARIES)}, each once")
    days = fields["historical_after_days"]
    if days.number() < 1 or days.number() != int(days.number()):
        raise days.wrong("a whole number of days is needed")
    return StatusBook(
        statuses=Table(statuses, StatusUnknown),
        rules=Table(rules),
        auxiliaries=Table(auxiliaries),
        intents=tuple(_intent(node, cameo) for node in fields.items("cameo")),
        historical_after_days=int(days.number()),
    )


def _status(node: Node) -> Status:
    fields = node.fields(("code", "definition", "plover", "export"))
    plover = None if fields["plover"].null() else fields["plover"].one_of(_AUXILIARIES, "auxiliary mode")
    return Status(fields["code"].text(), fields["definition"].text(), plover, fields["export"].text())


def _rule(node: Node, statuses: tuple[str, ...], events: tuple[str, ...]) -> StatusRule:
    fields = node.fields(("id", "group", "status", "grammar", "example"), _RULE_ALLOWED)
    shown = fields["example"].fields(("text", "deed", "event"))
    text, deed = shown["text"].text(), shown["deed"].text()
    if deed not in text:
        raise shown["deed"].wrong(f"{deed!r} is not in the text")
    event = shown["event"].one_of(events, "event")
    return StatusRule(
        id=fields["id"].text(),
        group=fields["group"].text(),
        status=fields["status"].one_of((*statuses, NO_CLAIM), "status"),
        grammar=fields["grammar"].text(),
        cues=fields.texts("cues"),
        own_event=fields["own_event"].one_of(events, "event") if "own_event" in fields else None,
        example=Example(text, event, trigger=deed),
        note=fields.text("note"),
    )


def _auxiliary(node: Node, statuses: tuple[str, ...]) -> AuxiliaryMapping:
    fields = node.fields(("aux", "status", "note"))
    return AuxiliaryMapping(
        fields["aux"].one_of(_AUXILIARIES, "auxiliary mode"),
        fields["status"].one_of(statuses, "status"),
        fields["note"].text(),
    )


def _intent(node: Node, cameo: tuple[str, ...]) -> IntentReading:
    fields = node.fields(("codes", "reading"))
    codes = tuple(item.one_of(cameo, "CAMEO code") for item in fields.items("codes"))
    return IntentReading(codes, fields["reading"].text())
