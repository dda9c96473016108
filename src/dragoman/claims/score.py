"""How likely a claim holds: for now a heuristic, a product of factors that each reason names.

It starts from the frame's prior, lowered already where the words are weak (no actor, a habit, hearsay); every part that
is missing or unresolved lowers it, every retelling raises it. It lies between 0.05 and 0.97 and is not yet calibrated.
"""

from __future__ import annotations

from dragoman.claims.merge import Draft
from dragoman.records import Party

LOWEST, HIGHEST = 0.05, 0.97
_UNRESOLVED = 0.8
_NO_ACTOR = 0.9
_ASIDE = 0.75
_RETOLD = 0.15
_RECIPROCAL_ALONE = 0.7


def score(draft: Draft) -> tuple[float, list[str]]:
    """The score and what made it."""
    value = draft.mention.prior
    why = [f"prior {value:.2f}"]

    def lower(factor: float, reason: str) -> None:
        nonlocal value
        value *= factor
        why.append(f"{reason} ×{factor:g}")

    if draft.actors and not any(map(_resolved, draft.actors)):
        lower(_UNRESOLVED, "no actor resolved")
    if not draft.actors:
        lower(_NO_ACTOR, "no actor named")
    if draft.recipients and not any(map(_resolved, draft.recipients)):
        lower(0.9, "no recipient resolved")
    if draft.mention.reciprocal and len(draft.parties) < 2:
        lower(_RECIPROCAL_ALONE, "only one party named")
    if draft.mention.block != "body":
        lower(_ASIDE, f"told in the {draft.mention.block} only")
    if draft.repeats:
        value += (1 - value) * (1 - (1 - _RETOLD) ** draft.repeats)
        why.append(f"told {draft.repeats + 1} times")
    return round(min(HIGHEST, max(LOWEST, value)), 3), why


def _resolved(party: Party) -> bool:
    return party.actor is not None or party.country is not None or bool(party.sectors)
