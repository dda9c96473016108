"""What can go wrong with knowledge, and with asking for it."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from dragoman.errors import DragomanError, NameUnknown


@dataclass(eq=False, repr=False)
class OntologyMalformed(DragomanError):
    """A file of the ontology, or an extension of it, is not as its format says; `line` counts from 1."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}: {self.reason}"


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
