"""The deeds that a sentence tells, each happening once."""

from __future__ import annotations

from dragoman.coding.by_noun import by_noun
from dragoman.coding.by_verb import by_adjective, by_verb
from dragoman.coding.deed import Deed, Reading
from dragoman.coding.naming import Naming
from dragoman.coding.roles import Cast
from dragoman.coding.tree import Sentence

_PHONE = frozenset({"phone", "telephone", "telephonic", "telephonically", "videoconference", "phone-call", "hotline"})


HARM = frozenset({"kill", "wound", "injure", "hurt", "maim"})


def deeds(sentence: Sentence, naming: Naming) -> Reading:
    """Every deed of a sentence, in the order of its words."""
    reading = Reading()
    spoken_for: set[int] = set()
    for word in sentence.words:
        if word.upos == "VERB" or (word.upos in ("AUX", "ADJ") and word.kids("obj", "xcomp") and word.xpos[:2] == "VB"):
            for deed in by_verb(word, naming, reading):
                reading.deeds.append(deed)
                spoken_for.update(w.i for w in (*deed.content, deed.start))
        elif word.upos == "ADJ" and word.kids("cop", "xcomp", "advcl"):
            reading.deeds += by_adjective(word, naming)
    for word in sentence.words:
        if word.upos in ("NOUN", "PROPN") and word.i not in spoken_for:
            reading.deeds += by_noun(word, naming, reading)
    for deed in reading.deeds:
        _add_circumstances(deed, naming)
    reading.deeds = _fold(reading.deeds)
    reading.deeds.sort(key=lambda deed: deed.trigger.i)
    return reading


def _add_circumstances(deed: Deed, naming: Naming) -> None:
    """Who asked for it, and by what means."""
    nearby = [*deed.start.kids("obl", "nmod", "advmod"), *deed.trigger.kids("nmod", "obl")]
    for obj in deed.start.kids("obj", "obl", "xcomp", "advcl"):
        nearby += obj.kids("nmod", "obl")
        nearby += [k for inner in obj.kids("xcomp", "advcl", "obj") for k in inner.kids("obl", "nmod")]
    for word in nearby:
        if word.lemma in ("request", "initiative", "invitation", "behest", "insistence") and word.case() in (
            "at",
            "on",
            "upon",
        ):
            owners = naming.owners(word)
            if owners and not deed.requested_by:
                deed.requested_by = naming.fillers(owners, f"'{word.case()} the {word.text} of'")
                deed.content.append(word)
    if deed.event == "CONSULT" and deed.mode is None:
        words = {
            w.low
            for w in (*deed.trigger.subtree(), *(k for o in deed.start.kids("obl", "advmod") for k in o.subtree()))
        }
        if words & _PHONE and len(words) < 40:
            deed.mode, deed.cameo = "phone", "041"


def _fold(found: list[Deed]) -> list[Deed]:
    """One happening told by two words of a sentence becomes one deed: `the attack killed`, `attacked, killing`."""
    kept: list[Deed] = []
    for deed in sorted(found, key=lambda d: d.trigger.upos != "VERB"):
        twin = next((other for other in kept if _same(other, deed)), None)
        if twin is None:
            kept.append(deed)
            continue
        cast, more = twin.cast, deed.cast
        suffered = cast.recipients or more.recipients
        if deed.trigger.rel == "conj":
            suffered = (*cast.recipients, *(f for f in more.recipients if f not in cast.recipients))
        twin.cast = Cast(cast.actors or more.actors, suffered, cast.reciprocal or more.reciprocal)
        twin.mode = twin.mode or deed.mode
        if twin.mode == deed.mode and deed.mode is not None:
            twin.cameo = deed.cameo
        twin.requested_by = twin.requested_by or deed.requested_by
        twin.host = twin.host or deed.host
        twin.about = twin.about or deed.about
        twin.reasons.append(f"told with '{deed.trigger.text}' too")
    return kept


def _same(one: Deed, other: Deed) -> bool:
    if one.event != other.event or one.trigger is other.trigger:
        return one.trigger is other.trigger
    verb, word = one.start, other.start if other.start is other.trigger else other.trigger
    linked = word.head is verb and word.rel in ("nsubj", "obj", "obl")
    if word.head is verb and word.rel == "conj" and one.event == "ASSAULT" and word.lemma in HARM:
        linked = bool(one.cast.actors)
    if not linked and word.rel == "advcl" and word.head is verb and word.xpos == "VBG":
        linked = True
    if word.rel == "advcl" and word.head is verb and one.event == "ASSAULT" and word.cases() & {"when", "as"}:
        return not one.cast.actors and verb.lemma in HARM  # `were killed when troops fired`
    if not linked:
        return False
    spans = [f.span for f in one.cast.actors]
    return (
        not other.cast.actors
        or not spans
        or any(f.span in spans for f in other.cast.actors)
        or (one.trigger is not one.start)
        or word.rel in ("nsubj", "obl")
    )
