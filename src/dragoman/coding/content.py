"""The deed inside another: what is agreed to, refused, asked for or threatened."""

from __future__ import annotations

from dragoman.coding.carrying import carried, noun_frame, ways_of
from dragoman.coding.grammar import Clause, clause, lemmas
from dragoman.coding.lexicon import Family, Frame
from dragoman.coding.mention import Filler
from dragoman.coding.naming import Naming
from dragoman.coding.roles import Cast, cast_noun, cast_verb, misfit
from dragoman.coding.standing import family_of
from dragoman.coding.tree import Word

IDLE = frozenset(
    "comment say name elaborate answer speak identify give disclose tell explain be know see believe think remain make "
    "look go wait confirm reveal specify discuss respond become provide take put use call note consider continue "
    "describe add get do have let keep come happen differ disagree withhold quote attribute".split()
)
"""What is refused or agreed to without being an act towards anybody: `declined to comment`."""


def best_frame(verb: Word, found: Clause, naming: Naming) -> tuple[Frame | None, list[str]]:
    """The frame that fits the verb best, and why others do not."""
    reasons: list[str] = []
    for lemma in lemmas(verb):
        fitting = []
        for frame in naming.lexicon.verbs.get(lemma, ()):
            why = misfit(frame, found, naming)
            if why is None:
                fitting.append(frame)
            else:
                reasons.append(f"'{lemma}' is no {frame.event}: {why}")
        if fitting:
            return max(fitting, key=lambda frame: (bool(frame.object), frame.prior)), reasons
    return None, reasons


def contents(verb: Word, naming: Naming) -> list[tuple[Word, Family]]:
    """What hangs on a verb as the content of one of its families."""
    found = []
    for child in verb.children:
        family = family_of(verb, child, naming)
        if family is not None:
            found.append((child, family))
    return found


def event_of(word: Word, naming: Naming, depth: int = 0) -> str | None:
    """The event that a content names: its frame's, or that of the noun which its light verb carries."""
    if depth > 3:
        return None
    if word.upos in ("VERB", "AUX"):
        found = clause(word)
        frame, _ = best_frame(word, found, naming)
        if frame is not None:
            return frame.event
        for content, family in contents(word, naming):
            if family.event is not None:
                return family.event
            if family.status in ("same", "future", "asserted") and (inner := event_of(content, naming, depth + 1)):
                return inner
        ways = ways_of(word, naming)
        for noun in (*found.get("obj"), *found.get("in"), *found.get("to")):
            if ways and naming.has_event(noun) and (known := noun_frame(noun, naming)) is not None:
                revoked = naming.lexicon.revoked.get(known.event)
                return revoked.event if "revoke" in ways and "carry" not in ways and revoked else known.event
        return None
    frame = noun_frame(word, naming)
    return None if frame is None else frame.event


def inner_cast(word: Word, naming: Naming) -> Cast | None:
    """The roles of the deed that a content names."""
    if word.upos == "VERB":
        found = clause(word)
        frame, _ = best_frame(word, found, naming)
        if frame is not None:
            return cast_verb(frame, found, naming)
        for noun in found.get("obj"):
            if naming.has_event(noun):
                return inner_cast(noun, naming)
        return None
    frame = noun_frame(word, naming)
    return None if frame is None else cast_noun(frame, carried(word, word, ""), naming)


def reached(content: Word, naming: Naming) -> tuple[Filler, ...]:
    """Whom or what place the deed inside would reach: `agreed to send a mission to Juba`."""
    if content.upos not in ("VERB", "AUX"):
        return ()
    held = clause(content)
    for slot in ("iobj", "to", "against", "on", "for", "from"):
        ends = [w for w in held.get(slot) if w.ent in ("GPE", "ORG", "PER", "NORP") or naming.has("people", w)]
        if ends:
            return naming.fillers(ends, f"'{slot}' of '{content.text}'")
    return ()


def clause_words(word: Word) -> list[Word]:
    """The words of a content, without the marker that it hangs by."""
    return [w for w in word.subtree() if (w.upos != "PUNCT" and w.rel not in ("mark", "case")) or w.head is not word]
