"""What `resolve` gives: who a phrase means."""

from dataclasses import dataclass

from dragoman.records import Actor, Record


@dataclass(frozen=True, slots=True)
class Resolution(Record):
    """Who a phrase means, as of a day.

    It has at least one of actor, country and sectors; where a phrase has none of them, there is no resolution.
    """

    actor: Actor | None = None
    """Somebody known by name; None where the phrase names a kind of people (`Benghazi police`)."""
    country: str | None = None
    """ISO alpha-3 (XKX and PSE among them) or a PLOVER non-state code; None where the phrase tells none."""
    sectors: tuple[str, ...] = ()
    """PLOVER sectors, the most telling first; a country as such has none."""
    reason: str = ""
    """What decided, in words for the user."""
    alternatives: tuple[Actor, ...] = ()
    """Others whom the phrase could mean, the likeliest first."""
    confidence: float = 1.0
    """How sure the reading is, 0 to 1; not yet calibrated."""
