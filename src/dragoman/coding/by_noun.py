"""Deeds that a noun names, alone or carried by a light verb."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.carrying import carried, carrier_of, definite, noun_frame, top_of
from dragoman.coding.content import clause_words, event_of
from dragoman.coding.deed import SAID, Deed, Reading, compose
from dragoman.coding.grammar import Clause, clause, is_passive, noun_slots
from dragoman.coding.lexicon import Frame
from dragoman.coding.naming import Naming
from dragoman.coding.roles import NOUN_ACTOR, Cast, cast_noun
from dragoman.coding.standing import family_of
from dragoman.coding.tree import Word, cover, phrase

_NAMES = frozenset({"ORG", "PER", "GPE", "LOC", "DATE"})
_PARTS = frozenset({"compound", "flat", "amod", "fixed"})


def by_noun(noun: Word, naming: Naming, reading: Reading) -> list[Deed]:
    """The deed that a noun names, if any; the reading is told why not where it came close."""
    if noun.rel in _PARTS or noun.dep == "nmod:desc" or noun.ent in _NAMES:
        return []
    top = top_of(noun, naming)
    carrier, way = carrier_of(top, naming)
    found = carried(noun, top, way, carrier)
    frame = _frame_by_actor(noun, found, naming) or noun_frame(noun, naming)
    if frame is None or not _fits(frame, noun, found, way, naming):
        return []
    cast = cast_noun(frame, found, naming)
    if way == "undergo" and not cast.reciprocal:
        struck = [w for w in found.get("obj") if naming.is_actor(w) or naming.is_place(w)]
        cast = replace(cast, recipients=naming.fillers(struck, f"suffers it ('{noun.text}')"))
    why = _problem(frame, noun, cast, way)
    if why is not None:
        reading.rejected.append((noun, why))
        return []
    start = carrier if carrier is not None else noun
    deed = Deed(
        frame.event, frame.cameo, start, noun, cast, frame.prior, frame.mode, frame.contexts, way=way,
        verbal=frame.event in SAID, definite=definite(noun),
        reasons=[f"noun '{noun.lemma}' as {frame.event} (nouns.yaml, line {frame.line})"],
    )  # fmt: skip
    if carrier is not None:
        deed.reasons.append(f"carried by '{carrier.text}' ({way})")
    if not _fit_way(deed, carrier, naming):
        return []
    _noun_content(deed, noun, naming)
    return [deed]


def _fits(frame: Frame, noun: Word, found: Clause, way: str, naming: Naming) -> bool:
    """Whether the noun has what its frame needs."""
    if frame.actor_class and not _acted_by(frame, found, naming):
        return False
    if any(slot not in found.slots for slot in frame.needs if slot != "arguments"):
        return False
    return "arguments" not in frame.needs or bool(way) or bool(noun_slots(noun).slots)


def _problem(frame: Frame, noun: Word, cast: Cast, way: str) -> str | None:
    """Why a noun that could name a deed names none here."""
    if frame.verbal and way in ("", "happen"):
        return f"'{noun.text}' without a verb that makes it a deed"
    if not cast.actors and not cast.recipients and way != "request":
        return f"nobody is named who took part in '{noun.text}'"
    if frame.parties and frame.event == "CONSULT" and way in ("", "happen") and len(cast.actors) < 2:
        return f"only one party is named of '{noun.text}'"
    return None


def _acted_by(frame: Frame, found: Clause, naming: Naming) -> bool:
    order = NOUN_ACTOR if frame.actor == ("subj",) else frame.actor
    return any(naming.belongs(w, name) for slot in order for w in found.get(slot) for name in frame.actor_class)


def _frame_by_actor(noun: Word, found: Clause, naming: Naming) -> Frame | None:
    """The frame that who acts decides: a strike by dockers is no air strike."""
    frames = [
        f for f in naming.lexicon.nouns.get(noun.lemma, ()) if f.actor_class and not f.compound and not f.of_class
    ]
    return next((frame for frame in frames if _acted_by(frame, found, naming)), None)


def _noun_content(deed: Deed, noun: Word, naming: Naming) -> None:
    for child in noun.children:
        family = family_of(noun, child, naming)
        if family is not None and family.event is not None:
            compose(deed, family, event_of(child, naming))
            deed.about = (*deed.about, cover(clause_words(child)))
    if deed.event == "CONSULT":
        slots = noun_slots(noun)
        topics = [w for slot in ("on", "about", "over", "regarding", "concerning") for w in slots.get(slot)]
        deed.about = (*deed.about, *(cover(phrase(w)) for w in topics if w.ent != "DATE"))


def _fit_way(deed: Deed, carrier: Word | None, naming: Naming) -> bool:
    """What the light verb makes of the noun's deed; False where nothing is left to code."""
    if deed.way == "revoke":
        made = naming.lexicon.revoked.get(deed.event)
        if made is None:
            return False
        deed.event, deed.cameo, deed.mode = made.event or deed.event, made.cameo, made.mode
        deed.contexts = made.contexts
        deed.reasons.append("undone")
    elif deed.way == "host" and carrier is not None:
        hosts = [w for w in clause(carrier).get("subj") if naming.is_actor(w)]
        deed.host = naming.fillers(hosts, "host")
    elif deed.way == "request" and carrier is not None:
        found = clause(carrier)
        askers = naming.fillers([w for w in found.get("subj") if naming.is_actor(w)], f"subject of '{carrier.text}'")
        if not askers:
            return False
        deed.requested_by = askers
        deed.refers = deed.definite or is_passive(carrier)
        deed.cast = replace(deed.cast, actors=()) if deed.refers else deed.cast
        return deed.refers
    return True
