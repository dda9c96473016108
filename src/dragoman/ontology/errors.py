"""What can go wrong with knowledge, and with asking for it."""

from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.errors import DataMalformed, NameUnknown


@dataclass(eq=False, repr=False)
class OntologyMalformed(DataMalformed):
    """A file of the ontology, or an extension of it, is not as its format says; `line` counts from 1."""


class CodeUnknown(NameUnknown, KeyError):
    """The ontology has no such code; a KeyError too, since it is what a table of the ontology raises."""

    kind = "code"

    def __str__(self) -> str:
        near = near_names(self.name, self.known)
        meant = f"; did you mean {' or '.join(repr(name) for name in near)}?" if near else ""
        return f"no {self.kind} {self.name!r}{meant}"


class EventUnknown(CodeUnknown):
    """No event has this code."""

    kind = "event"


class ModeUnknown(CodeUnknown):
    """The event has no such mode."""

    kind = "mode"


class StatusUnknown(CodeUnknown):
    """There is no such status."""

    kind = "status"


class PredicateUnknown(CodeUnknown):
    """There is no such predicate."""

    kind = "predicate"


@dataclass(eq=False, repr=False)
class EntryUnknown(CodeUnknown):
    """Nothing in the ontology has this code; `near` are codes that look like it or that such a word belongs to."""

    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        meant = f"; did you mean {', '.join(self.near)}?" if self.near else ""
        return f"nothing has the code {self.name!r}{meant}"


class ContextUnknown(CodeUnknown):
    """No context has this code."""

    kind = "context"


class SectorUnknown(CodeUnknown):
    """No sector has this code."""

    kind = "sector"


class CameoUnknown(CodeUnknown):
    """CAMEO has no such code."""

    kind = "CAMEO code"


class ScaleUnknown(CodeUnknown):
    """No scale has this name."""

    kind = "scale"


def near_names(name: str, known: tuple[str, ...], limit: int = 3) -> tuple[str, ...]:
    """The known names that look most like this one, the nearest first; case does not count.

    A number that has lost its leading zero finds the code that it was.
    """
    if name.isdigit() and f"0{name}" in known:
        return (f"0{name}",)
    by_lower: dict[str, str] = {}
    for one in known:
        by_lower.setdefault(one.lower(), one)
    return tuple(by_lower[low] for low in get_close_matches(name.lower(), by_lower, n=limit, cutoff=0.6))
