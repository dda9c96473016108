"""How far two readers of the same sentences agree: triggers, classes, statuses, roles, Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import krippendorff

from .blocks import Block, Event, Range

NONE = "none"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares between 0 and 1, `alpha` at most 1.

    triggers: F1 of triggers that overlap. event, mode, status: share of matched triggers with the same. actors,
    recipients: F1 of spans that overlap, over matched triggers. alpha: of the class, over every trigger that either
    reader marked, where the other's answer may be that there is no event.
    """

    sentences: int
    both: int
    only: tuple[int, int]
    triggers: float
    event: float
    mode: float
    status: float
    actors: float
    recipients: float
    alpha: float


def _overlap(a: Range, b: Range) -> bool:
    return a.sentence == b.sentence and a.start < b.end and b.start < a.end


def matched(left: Block, right: Block) -> tuple[list[tuple[Event, Event]], list[Event], list[Event]]:
    """Pairs of events whose triggers overlap (the same class first), and what is left of either side."""
    rest = list(right.events)
    pairs, alone = [], []
    for event in left.events:
        at = left.spans[event.trigger]
        near = [e for e in rest if _overlap(at, right.spans[e.trigger])]
        best = next((e for e in near if e.event == event.event), near[0] if near else None)
        if best is None:
            alone.append(event)
        else:
            rest.remove(best)
            pairs.append((event, best))
    return pairs, alone, rest


def _shared(left: Block, right: Block, a: Event, b: Event, role: str) -> tuple[int, int]:
    """Spans of a role that overlap, counted on both sides; and all spans of both."""
    ours = [left.spans[s] for s in a.roles.get(role, ())]
    theirs = [right.spans[s] for s in b.roles.get(role, ())]
    hit = sum(any(_overlap(x, y) for y in theirs) for x in ours) + sum(
        any(_overlap(x, y) for x in ours) for y in theirs
    )
    return hit, len(ours) + len(theirs)


def agreement(left: Sequence[Block], right: Sequence[Block]) -> Agreement:
    """Compare two readings of the same blocks, matched by identifier."""
    other = {b.id: b for b in right}
    both = [(b, other[b.id]) for b in left if b.id in other]
    pairs, only = [], [0, 0]
    labels: tuple[list[str], list[str]] = ([], [])
    roles = {"actor": [0, 0], "recipient": [0, 0]}
    for a, b in both:
        found, first, second = matched(a, b)
        only[0] += len(first)
        only[1] += len(second)
        pairs += found
        labels[0].extend([x.event for x, _ in found] + [x.event for x in first] + [NONE] * len(second))
        labels[1].extend([y.event for _, y in found] + [NONE] * len(first) + [y.event for y in second])
        for x, y in found:
            for role, counts in roles.items():
                hit, every = _shared(a, b, x, y, role)
                counts[0] += hit
                counts[1] += every
    kinds = sorted({*labels[0], *labels[1]})
    coded = [[kinds.index(x) for x in side] for side in labels]
    count = max(1, len(pairs))
    return Agreement(
        sentences=len(both),
        both=len(pairs),
        only=(only[0], only[1]),
        triggers=2 * len(pairs) / max(1, 2 * len(pairs) + sum(only)),
        event=sum(x.event == y.event for x, y in pairs) / count,
        mode=sum((x.event, x.mode) == (y.event, y.mode) for x, y in pairs) / count,
        status=sum(x.status == y.status for x, y in pairs) / count,
        actors=roles["actor"][0] / max(1, roles["actor"][1]),
        recipients=roles["recipient"][0] / max(1, roles["recipient"][1]),
        alpha=float(krippendorff.alpha(reliability_data=coded, level_of_measurement="nominal")),
    )
