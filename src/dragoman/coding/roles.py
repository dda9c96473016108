"""Which frame a verb or noun has, and who holds its roles."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.grammar import Clause
from dragoman.coding.lexicon import Frame
from dragoman.coding.mention import Filler
from dragoman.coding.naming import Naming
from dragoman.coding.tree import Word

NOUN_ACTOR = ("subj", "by", "poss", "adj", "from")
NOUN_RECIPIENT = ("on", "against", "upon", "at", "obj")
_PLURAL = frozenset({"NNS", "NNPS"})
_TO = ("to", "toward", "towards", "on", "into", "for", "at", "near", "within", "across", "through", "around")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does it, to whom, and who must not be anybody."""

    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    reciprocal: bool = False
    problem: str | None = None


def misfit(frame: Frame, found: Clause, naming: Naming) -> str | None:
    """Why a verb's frame does not fit its clause; None where it does."""
    slots = found.slots
    for slot in frame.needs:
        if slot == "xcomp":
            if not found.verb.kids("xcomp"):
                return "needs a clause"
        elif slot not in slots:
            return f"needs {slot}"
    for slot in frame.without:
        if slot in slots or found.verb.kids(slot):
            return f"has {slot}"
    if frame.passive and not found.passive:
        return "needs the passive"
    return _misfit_classes(frame, found, naming) or _misfit_shape(frame, found, naming)


def _misfit_classes(frame: Frame, found: Clause, naming: Naming) -> str | None:
    for role, wanted, barred in (
        ("obj", frame.object, frame.object_not),
        ("subj", frame.subject, frame.subject_not),
    ):
        held = found.get(role)
        if wanted and held and not any(naming.belongs(word, name) for word in held for name in wanted):
            return f"{role} '{held[0].text}' is none of {', '.join(wanted)}"
        if barred and any(naming.belongs(word, name) for word in held[:1] for name in barred):
            return f"{role} '{held[0].text}' is one of {', '.join(barred)}"
    return None


def _misfit_shape(frame: Frame, found: Clause, naming: Naming) -> str | None:
    verb = found.verb
    if frame.plural and not _plural(found.get("subj")):
        return "needs several"
    if frame.requires_word and not ({w.low for w in verb.subtree()} | {w.low for w in _objects(found)}) & set(
        frame.requires_word
    ):
        return f"needs one of {', '.join(frame.requires_word)}"
    if frame.purpose and not _purpose(frame, found, naming):
        return "needs a purpose"
    if frame.goes and not _goes(found, naming):
        return "leads to no place"
    if frame.reaches:
        ends = [w for slot in frame.recipient or () for w in found.get(slot)]
        if not (frame.event == "ASSAULT" and ends) and not any(
            naming.is_actor(w) or naming.is_place(w) or naming.owners(w) for w in ends
        ):
            return "reaches nobody"
    return None


def _objects(found: Clause) -> list[Word]:
    return [w for head in found.get("obj") for w in head.subtree()]


def _plural(subjects: list[Word]) -> bool:
    return len(subjects) > 1 or any(
        w.xpos in _PLURAL or w.low in ("they", "both") or w.kids("nummod") for w in subjects
    )


def _purpose(frame: Frame, found: Clause, naming: Naming) -> bool:
    for word in found.verb.subtree():
        frames = (*naming.lexicon.nouns.get(word.lemma, ()), *naming.lexicon.verbs.get(word.lemma, ()))
        if word is not found.verb and any(f.event in frame.purpose for f in frames):
            return True
    return False


def _goes(found: Clause, naming: Naming) -> bool:
    ends = [*found.get("obj"), *(w for slot in _TO for w in found.get(slot))]
    return any(naming.is_place(w) or naming.has("positions", w) for w in ends)


def cast_verb(frame: Frame, found: Clause, naming: Naming) -> Cast:
    """The roles of a verb's frame."""
    actors = _first(frame.actor, found, naming, strict=True)
    partners = _all(frame.parties, found, naming)
    recipients: tuple[Filler, ...] = ()
    wanted = ("obj",) if frame.recipient is None else frame.recipient
    recipients = _first(wanted, found, naming, strict=False)
    reciprocal = bool(partners) or frame.plural or frame.plural_parties or bool(frame.parties)
    subject = found.get("subj")
    problem = None
    if not recipients and frame.event in _ON_THINGS:
        recipients = _things(wanted, found, naming)
    if subject and not actors and not any(naming.has(name, w) for w in subject for name in ("instruments", "weapons")):
        problem = f"'{subject[0].text}' is nobody who acts"
    return Cast(_unique((*actors, *partners)), _without(recipients, (*actors, *partners)), reciprocal, problem)


def cast_noun(frame: Frame, found: Clause, naming: Naming) -> Cast:
    """The roles of a noun's frame; the slots of the verb that carries it are among the clause's."""
    partners = _all(frame.parties, found, naming)
    order = NOUN_ACTOR if frame.actor == ("subj",) else frame.actor
    actors = _first(order, found, naming, strict=True)
    if frame.parties and "between" in found.slots:
        actors = () if not actors else actors if "subj" in found.slots else ()
    wanted = NOUN_RECIPIENT if frame.recipient is None else frame.recipient
    recipients = _first(wanted, found, naming, strict=False)
    if not recipients and actors and frame.event in ("ASSAULT", "COERCE"):
        recipients = _things(wanted, found, naming)
    return Cast(
        _unique((*actors, *partners)),
        _without(recipients, (*actors, *partners)),
        bool(frame.parties) and bool(partners),
    )


def _first(slots: tuple[str, ...], found: Clause, naming: Naming, *, strict: bool) -> tuple[Filler, ...]:
    """The holders of the first slot in which somebody stands; else those to whom the things in them belong."""
    for slot in slots:
        held = [w for w in found.get(slot) if naming.is_actor(w) or (not strict and naming.is_place(w))]
        held = [w for w in held if w.ent != "DATE"]
        if held or (not strict and any(naming.belongs(w, "numbers") for w in found.get(slot))):
            words = held or [w for w in found.get(slot) if naming.belongs(w, "numbers")]
            if made := naming.fillers(words, _how(slot, found)):
                return made
    for slot in slots:
        if slot == "adj":
            continue
        for word in found.get(slot):
            if strict and not any(
                (naming.has_event(word), naming.has("instruments", word), naming.has("weapons", word))
            ):
                continue
            if word.upos == "PRON":
                continue
            owned = naming.fillers(naming.owners(word), f"{_how(slot, found)}, by '{word.text}'")
            if owned:
                return owned
    return ()


_ON_THINGS = frozenset({"ASSAULT", "COERCE", "SANCTION", "REJECT", "ACCUSE"})
"""Events that are done to things as well, to which nobody need belong."""


def _things(slots: tuple[str, ...], found: Clause, naming: Naming) -> tuple[Filler, ...]:
    """The things in the first slot that has any, where nobody is named."""
    for slot in slots:
        words = [w for w in found.get(slot) if w.upos in ("NOUN", "PROPN") and w.ent != "DATE"]
        if words:
            return naming.fillers(words[:2], f"{_how(slot, found)}, a thing")
    return ()


def _all(slots: tuple[str, ...], found: Clause, naming: Naming) -> tuple[Filler, ...]:
    made: list[Filler] = []
    for slot in slots:
        held = [w for w in found.get(slot) if (naming.is_actor(w) or naming.is_place(w)) and w.ent != "DATE"]
        made += naming.fillers(held, _how(slot, found))
    return tuple(made)


def _how(slot: str, found: Clause) -> str:
    named = {"subj": "subject", "obj": "object", "iobj": "indirect object", "poss": "possessor", "adj": "adjective"}
    how = found.how.get(slot)
    return named.get(slot, f"'{slot}'") + (f" ({how})" if how else "")


def _unique(fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
    found: list[Filler] = []
    for filler in fillers:
        if not any(other.span.overlaps(filler.span) for other in found):
            found.append(filler)
    return tuple(found)


def _without(fillers: tuple[Filler, ...], others: tuple[Filler, ...]) -> tuple[Filler, ...]:
    return tuple(f for f in _unique(fillers) if not any(f.span.overlaps(o.span) for o in others))
