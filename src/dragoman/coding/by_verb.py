"""Deeds that a verb, or an adjective with a clause, names."""

from __future__ import annotations

from dragoman.coding.carrying import definite, noun_frame, ways_of
from dragoman.coding.content import IDLE, best_frame, clause_words, contents, event_of, inner_cast, reached
from dragoman.coding.deed import SAID, Deed, Reading, compose
from dragoman.coding.grammar import Clause, clause, surface_subject
from dragoman.coding.lexicon import Family, Frame
from dragoman.coding.mention import Filler
from dragoman.coding.naming import Naming
from dragoman.coding.roles import Cast, cast_verb
from dragoman.coding.tree import Word, cover, phrase


def by_verb(verb: Word, naming: Naming, reading: Reading) -> list[Deed]:
    """The deed that a verb names, if any; the reading is told why not where it came close."""
    found = clause(verb)
    if found.passive and "request" in ways_of(verb, naming) and any(_asked_for(w, naming) for w in found.get("obj")):
        return []  # who asked for the talks: an attribute of them
    outer = _outer(verb, found, naming)
    if outer is not None:
        return [outer]
    best, reasons = best_frame(verb, found, naming)
    if best is None:
        if reasons:
            reading.rejected.append((verb, reasons[0]))
        return []
    cast = cast_verb(best, found, naming)
    problem = cast.problem
    if best.event == "ACCUSE" and verb.rel in ("acl", "amod") and not cast.actors:
        problem = "it says of whom it speaks, not that somebody accused"
    if problem is not None:
        reading.rejected.append((verb, problem))
        return []
    deed = Deed(
        best.event, best.cameo, verb, verb, cast, best.prior, best.mode, best.contexts,
        host=naming.fillers([w for slot in best.host for w in found.get(slot)], "host"),
        verbal=best.event in SAID, stative=best.stative,
        reasons=[f"verb '{verb.lemma}' as {best.event} (verbs.yaml, line {best.line})"],
    )  # fmt: skip
    deed.content = [w for w in found.get("obj") if best.object and naming.has_event(w)]
    if best.event == "ASSAULT" and best.mode is None:
        _by_instrument(deed, found, naming)
    _content_of_frame(deed, best, found, naming)
    return [deed]


def _by_instrument(deed: Deed, found: Clause, naming: Naming) -> None:
    """The mode that the weapon tells: of `a car bomb wounded`, `killed by shelling`, `killed in an air raid`."""
    for word in (*found.get("subj"), *found.get("in"), *found.get("with")):
        frame = noun_frame(word, naming) if naming.has_event(word) else None
        if frame is not None and frame.event == "ASSAULT" and frame.mode is not None:
            deed.mode, deed.cameo, deed.contexts = frame.mode, frame.cameo, frame.contexts
        elif word.lemma in naming.lexicon.instruments:
            made = naming.lexicon.instruments[word.lemma]
            deed.mode, deed.cameo = made.mode, made.cameo
        else:
            continue
        deed.reasons.append(f"mode by '{word.text}'")
        return


def _asked_for(noun: Word, naming: Naming) -> bool:
    return naming.has_event(noun) and definite(noun)


def _content_of_frame(deed: Deed, frame: Frame, found: Clause, naming: Naming) -> None:
    """What is demanded, rejected, condemned or accused of: the code and the topics that follow from it."""
    inside = contents(deed.start, naming)
    for content, family in inside:
        if family.event == frame.event:
            if content.upos in ("VERB", "AUX", "ADJ") or frame.event != "ACCUSE":
                compose(deed, family, event_of(content, naming))
            deed.about = (*deed.about, cover(clause_words(content)))
    if frame.event in ("REQUEST", "REJECT", "ACCUSE", "SUPPORT") and not inside:
        for noun in found.get("obj"):
            if not naming.is_actor(noun):
                deed.about = (*deed.about, cover(phrase(noun)))
    if frame.event == "CONSULT" and frame.lemmas[0] == "discuss":
        deed.about = tuple(cover(phrase(noun)) for noun in found.get("obj"))


def _outer(verb: Word, found: Clause, naming: Naming) -> Deed | None:
    """A deed whose content is another: an agreement, a threat, a refusal, a request."""
    for content, family in contents(verb, naming):
        if family.event is None or family.name in ("accuse", "praise"):
            continue
        inner = event_of(content, naming)
        if family.only and inner not in family.only:
            continue
        if inner is None and content.lemma in IDLE and _idle(family, found):
            continue
        if verb.lemma == "call" and not ({"for", "on", "upon"} & found.slots.keys()):
            continue
        actors = naming.fillers([w for w in found.get("subj") if naming.is_actor(w)], "subject")
        if found.get("subj") and not actors:
            continue
        recipients = _addressed(family, found, content, inner, naming)
        recipients = tuple(f for f in recipients if not any(f.span.overlaps(a.span) for a in actors))
        if not actors and not recipients:
            continue
        deed = Deed(
            family.event, family.cameo, verb, verb,
            Cast(actors, recipients, family.event == "AGREE" and len(actors) > 1),
            0.85 if inner else 0.65, family.mode, verbal=True,
            reasons=[f"verb '{verb.lemma}' with content as {family.event} ({family.name})"],
        )  # fmt: skip
        compose(deed, family, inner)
        deed.content = [content, *content.conjuncts()] if content.upos in ("NOUN", "PROPN") else []
        deed.about = (cover(clause_words(content)),)
        return deed
    return None


def _idle(family: Family, found: Clause) -> bool:
    """Whether an idle content makes the outer deed idle: `declined to comment`, `asked not to be named`."""
    if family.name in ("refuse", "agree"):
        return True
    return family.name in ("appeal", "demand") and not (found.get("obj") or found.get("on"))


def _addressed(family: Family, found: Clause, content: Word, inner: str | None, naming: Naming) -> tuple[Filler, ...]:
    """To whom it is said, or whom the deed inside would meet."""
    if family.subject == "object":
        held = [w for slot in family.recipient for w in found.get(slot) if naming.is_actor(w)]
        if held:
            return naming.fillers(held, "addressed")
        if content.upos in ("VERB", "AUX", "ADJ"):
            subjects = [w for w in surface_subject(content)[0] if naming.is_actor(w)]
            subjects = [w for w in subjects if w not in found.get("subj")]
            return naming.fillers(subjects, "of whom it is asked")
        owners = naming.owners(content)
        return naming.fillers(owners, f"whose '{content.text}' it is about") if owners else ()
    held = [w for slot in family.recipient for w in found.get(slot) if naming.is_actor(w)]
    if held:
        return naming.fillers(held, "addressed")
    if family.event == "REJECT" and content.upos in ("NOUN", "PROPN"):
        return naming.fillers(naming.owners(content), f"whose '{content.text}' it is")
    cast = None if inner is None else inner_cast(content, naming)
    spans = [w.span for w in found.get("subj")]
    others = [] if cast is None else [*cast.recipients, *(cast.actors if cast.reciprocal else ())]
    met = tuple(f for f in others if not any(f.span.covers(s) for s in spans))
    return met or reached(content, naming)


def by_adjective(word: Word, naming: Naming) -> list[Deed]:
    """`is ready to send`, `is willing to meet`."""
    for content, family in contents(word, naming):
        if family.event is None or content.lemma in IDLE:
            continue
        subjects = [w for w in surface_subject(word)[0] if naming.is_actor(w)]
        actors = naming.fillers(subjects, "subject")
        inner = event_of(content, naming)
        if not actors or inner is None:
            continue
        cast = inner_cast(content, naming)
        recipients = () if cast is None else cast.recipients
        deed = Deed(
            family.event, family.cameo, word, word,
            Cast(actors, recipients or reached(content, naming)), 0.65, verbal=True,
            reasons=[f"adjective '{word.text}' with content as {family.event} ({family.name})"],
        )  # fmt: skip
        compose(deed, family, inner)
        deed.about = (cover(clause_words(content)),)
        return [deed]
    return []
