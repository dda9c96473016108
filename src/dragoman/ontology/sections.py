"""One section of the codebook: all about one code, as Markdown."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from dragoman.ontology.cameo import CameoCode, StrayCode
from dragoman.ontology.crosswalks import PloverMapping
from dragoman.ontology.guidance import Boundary
from dragoman.ontology.lookup import Entry
from dragoman.ontology.markdown import bullets, code, codes, example, heading, score, table
from dragoman.ontology.ontology import Ontology
from dragoman.ontology.plover import PLOVER, Context, EventType, Mode, NonState, Sector
from dragoman.ontology.relations import Predicate
from dragoman.ontology.scales import Scale
from dragoman.ontology.statuses import NO_CLAIM, Status, StatusRule


def section(ontology: Ontology, entry: Entry, level: int = 2) -> str:
    """All about one code, under a heading of this level."""
    return _WRITERS[entry.kind](ontology, entry.thing, level)


def event_section(ontology: Ontology, event: EventType, level: int, *, alone: bool = True) -> str:
    """An event with its modes; `alone` writes its boundaries in full, else they are pointed to."""
    neighbours = ontology.boundaries_of(event.code)
    parts = [
        heading(level, event.code),
        f"**{event.title}.** {event.definition}\n",
        _facts(ontology, event),
        bullets(_roles(event)),
    ]
    if event.not_events:
        parts += ["Not this event:\n", bullets(event.not_events)]
    parts += [_words(event)]
    if alone and neighbours:
        parts += ["Boundaries:\n", bullets(boundary_item(boundary) for boundary in neighbours)]
    elif neighbours:
        others = sorted({name for boundary in neighbours for name in boundary.events} - {event.code})
        parts += [f"Boundaries, [below](#boundaries): {codes(others)}.\n"]
    if event.examples:
        parts += ["Examples:\n", bullets(example(one) for one in event.examples)]
    parts += [mode_section(ontology, mode, level + 1) for mode in event.modes.values()]
    return "\n".join(part for part in parts if part)


def mode_section(ontology: Ontology, mode: Mode, level: int) -> str:
    """A mode of an event."""
    facts = [f"Score {score(mode.score)}"]
    facts += _published(mode.score, mode.published_score, mode.score_reason, mode.origin)
    row = ontology.crosswalk.cameo(mode.event, mode.code)
    facts += [f"CAMEO {code(row.cameo)}", f"from {mode.origin}"]
    return "\n".join(
        part
        for part in (
            heading(level, mode.path),
            f"**{mode.title}.** {mode.definition}\n",
            f"{'; '.join(facts)}.\n",
            f"Boundary: {mode.boundary}\n",
            _words(mode),
            bullets(example(one, mode=False) for one in mode.examples) if mode.examples else "",
        )
        if part
    )


def boundary_item(boundary: Boundary) -> str:
    """A boundary as an item of a list, its cases below it."""
    cases = "".join(
        f"\n    - {case.text} {code(f'{case.event}/{case.mode}' if case.mode else case.event)}: {case.note}"
        for case in boundary.cases
    )
    return f"**{boundary.events[0]} or {boundary.events[1]}.** {boundary.rule}{cases}"


def rule_item(rule: StatusRule) -> str:
    """A rule on status as an item of a list."""
    gives = "no claim" if rule.status == NO_CLAIM else f"**{rule.status}**"
    own = f" The cue's own event: {code(rule.own_event)}." if rule.own_event else ""
    cues = f" Cues: {', '.join(rule.cues)}." if rule.cues else ""
    note = f" {rule.note}" if rule.note else ""
    shown = rule.example.text.replace(rule.example.trigger, f"**{rule.example.trigger}**", 1)
    return f"{rule.grammar}{own}{cues}{note}\n    - {shown} {code(rule.example.event)}: {gives}"


def mapping_words(mapping: PloverMapping) -> str:
    """What a CAMEO code is in PLOVER, in a cell."""
    if mapping.event is None:
        return "no event"
    event = f"{mapping.event}/{mapping.mode}" if mapping.mode else mapping.event
    swap = ", roles turned round" if mapping.swap else ""
    return event + (f" ({', '.join(mapping.contexts)})" if mapping.contexts else "") + swap


def _facts(ontology: Ontology, event: EventType) -> str:
    quad = ontology.quads[event.quad - 1]
    facts = [f"Quad {quad.code}, {quad.title}", f"score {score(event.score)}"]
    facts += _published(event.score, event.published_score, event.score_reason, event.origin)
    facts += ["needs a recipient or a second actor" if event.requires_recipient else "needs no recipient"]
    facts += ["often joint, all parties actors"] if event.joint else []
    facts += [f"CAMEO {code(ontology.crosswalk.cameo(event.code).cameo)}"]
    facts += [f"from {event.origin}"]
    if event.nearest is not None:
        mode = f"/{event.nearest.mode}" if event.nearest.mode else ""
        facts += [f"nearest in PLOVER {code(event.nearest.event + mode)}"]
    return f"{'; '.join(facts)}.\n"


def _published(ours: float, published: float | None, reason: str, origin: str) -> list[str]:
    if origin != PLOVER or ours == published:
        return []
    return [f"as printed {score(published)} ({reason.rstrip('.')})"]


def _roles(event: EventType) -> list[str]:
    roles = event.roles
    named = (
        ("actor", roles.actor),
        ("recipient", roles.recipient),
        ("requester", roles.requester),
        ("host", roles.host),
    )
    return [f"**{name}**: {text}" for name, text in named]


def _words(thing: EventType | Mode) -> str:
    words = [f"verbs: {', '.join(thing.verbs)}"] if thing.verbs else []
    words += [f"nouns: {', '.join(thing.nouns)}"] if thing.nouns else []
    return f"Words that often carry it - {'; '.join(words)}.\n" if words else ""


def _event(ontology: Ontology, event: EventType, level: int) -> str:
    return event_section(ontology, event, level)


def _boundary(_: Ontology, boundary: Boundary, level: int) -> str:
    return f"{heading(level, ' or '.join(boundary.events))}\n{bullets([boundary_item(boundary)])}"


def _context(_: Ontology, context: Context, level: int) -> str:
    body = f"Context. **{context.title}.** {context.definition} {context.boundary}\n"
    return f"{heading(level, context.code)}\n{body}"


def _sector(_: Ontology, sector: Sector, level: int) -> str:
    body = f"Sector, {sector.group}. **{sector.title}.** {sector.definition} {sector.boundary}\n"
    return f"{heading(level, sector.code)}\n{body}"


def _nonstate(_: Ontology, one: NonState, level: int) -> str:
    return f"{heading(level, one.code)}\nIn place of a country. **{one.title}.** {one.definition}\n"


def _status(ontology: Ontology, status: Status, level: int) -> str:
    rules = [rule for rule in ontology.status.rules.values() if rule.status == status.code]
    plover = f"PLOVER's {code(status.plover)}" if status.plover else "no auxiliary mode of PLOVER's"
    return "\n".join(
        (
            heading(level, status.code),
            f"Status. {status.definition}\n",
            f"{status.export} Written as {plover}.\n",
            bullets(rule_item(rule) for rule in rules),
        )
    )


def _predicate(_: Ontology, one: Predicate, level: int) -> str:
    holds = "holds both ways" if one.symmetric else "holds one way"
    shown = one.example
    negative = ", negative" if shown.polarity == "negative" else ""
    return (
        f"{heading(level, one.code)}\nStanding relation, {holds}. {one.definition} {one.boundary}\n\n"
        f"- {shown.text}\n    - {shown.subject} - {one.code}{negative} - {shown.object}\n"
    )


def _scale(ontology: Ontology, scale: Scale, level: int) -> str:
    traps = [f"{ontology.traps[name].what} {ontology.traps[name].decision}" for name in scale.traps]
    numbers = scale.values.values()
    facts = (
        f"Scale, version {scale.version}. **{scale.title}.** {len(scale.values)} values from {score(min(numbers))} to "
        f"{score(max(numbers))}. Numbering: {scale.numbering}. Source: {scale.source} Licence: {scale.licence}.\n"
    )
    return "\n".join(
        (
            heading(level, scale.name),
            facts,
            bullets(traps),
        )
    )


def _cameo(ontology: Ontology, one: CameoCode, level: int) -> str:
    mapping = ontology.crosswalk.plover(one.code)
    parts = [heading(level, f"CAMEO {one.code}"), f"**{one.label}.** As published: {one.published_label}"]
    parts[-1] += f" ({one.label_source}).{f' {one.note}' if one.note else ''}\n"
    lines = [f"In PLOVER: {mapping_words(mapping)}{f'. {mapping.reason}' if mapping.reason else ' (as published).'}"]
    if mapping.basis == "amended":
        was = f"{mapping.published[0]}/{mapping.published[1]}" if mapping.published[1] else mapping.published[0]
        lines += [f"As published: {was}{f' ({mapping.published[2]})' if mapping.published[2] else ''}."]
    lines += [f"Class {one.gdelt_quad} by GDELT, {one.phoenix_class} by Phoenix."]
    parts += [bullets(lines), table(("scale", "value", "version"), _values(ontology, one.code))]
    below = [f"{code(other.code)} {other.label}" for other in ontology.cameo.values() if other.parent == one.code]
    if below:
        parts += ["Below it:\n", bullets(below)]
    return "\n".join(parts)


def _values(ontology: Ontology, cameo: str) -> Iterable[tuple[str, str, str]]:
    for scale in ontology.scales.values():
        if scale.numbering == "cameo":
            value = scale.of(cameo)
            yield scale.name, "none" if value is None else score(value.value), scale.version


def _stray(_: Ontology, one: StrayCode, level: int) -> str:
    return f"{heading(level, one.code)}\nIn no code list; read as {code(one.read_as)}. {one.reason}\n"


_WRITERS: Final[dict[str, Callable[[Ontology, Any, int], str]]] = {
    "event": _event,
    "mode": mode_section,
    "boundary": _boundary,
    "context": _context,
    "sector": _sector,
    "actor code": _nonstate,
    "status": _status,
    "relation": _predicate,
    "scale": _scale,
    "CAMEO code": _cameo,
    "stray code": _stray,
}
