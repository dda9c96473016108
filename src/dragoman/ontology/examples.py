"""Sentences of ours that show how to code, with the words that carry each part."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.ontology.files import Fields, Node

_PARTIES = ("actors", "recipients", "requested_by", "host")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and its coding; trigger and parties are words of the text, exactly."""

    text: str
    event: str
    mode: str | None = None
    trigger: str = ""
    """Empty where the example does not mark it."""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    requested_by: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    cameo: str | None = None
    note: str = ""
    """Why, or what to see in it."""


@dataclass(frozen=True, slots=True)
class CameoUse:
    """A place where a CAMEO code is named for an event, to be checked once the crosswalk is known."""

    node: Node
    cameo: str
    event: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the reading of events checks against, and what it leaves to be checked later."""

    quads: tuple[int, ...]
    cameo: frozenset[str]
    modes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The shipped events with their modes, once they are read: what a class of a user's own may be nearest to."""
    uses: list[CameoUse] = field(default_factory=list)


def read_example(node: Node, event: str, mode: str | None, modes: tuple[str, ...], known: Known) -> Example:
    """Read an example of an event; where `mode` is None the example may name one of `modes`.

    Raises:
        OntologyMalformed: a trigger or a party is not in the text, or a mode or CAMEO code is unknown.
    """
    own_mode = ("mode",) if mode is None else ()
    fields = node.fields(("text",), ("trigger", "cameo", "note", *_PARTIES, *own_mode))
    text = fields["text"].text()
    if "mode" in fields:
        mode = fields["mode"].one_of(modes, f"mode of {event}")
    parties = {name: _words(fields, name, text) for name in _PARTIES}
    trigger = fields.text("trigger")
    if trigger and trigger not in text:
        raise fields["trigger"].wrong(f"{trigger!r} is not in the text")
    cameo = None
    if "cameo" in fields:
        cameo = fields["cameo"].one_of(known.cameo, "CAMEO code")
        known.uses.append(CameoUse(fields["cameo"], cameo, event))
    note = fields.text("note")
    return Example(text=text, event=event, mode=mode, trigger=trigger, cameo=cameo, note=note, **parties)


def _words(fields: Fields, name: str, text: str) -> tuple[str, ...]:
    for item in fields.items(name):
        if item.text() not in text:
            raise item.wrong(f"{item.text()!r} is not in the text")
    return fields.texts(name)
