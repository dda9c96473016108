"""Light verbs: which verb carries a noun's deed, how, and what it adds to the noun's own arguments."""

from __future__ import annotations

from dragoman.coding.grammar import Clause, clause, is_passive, lemmas, noun_slots
from dragoman.coding.lexicon import Frame
from dragoman.coding.naming import Naming
from dragoman.coding.tree import Word

_TRANSPARENT_PREPOSITIONS = frozenset({"of"})


_STANCES = frozenset({"position", "stance", "statement", "line", "declaration", "voice", "vote", "word", "remark"})


_CARRIED_SLOTS = ("with", "between", "on", "against", "to", "among", "for", "into", "over", "about", "from", "in", "at")


_OBJECT_WAYS = (
    "carry",
    "express",
    "announce",
    "cancel",
    "postpone",
    "revoke",
    "host",
    "join",
    "undergo",
    "prolong",
    "request",
)


def noun_frame(noun: Word, naming: Naming) -> Frame | None:
    """The frame of a noun: the one whose compound fits before the plain ones."""
    frames = naming.lexicon.nouns.get(noun.lemma) or naming.lexicon.nouns.get(noun.low) or ()
    modifiers = {kid.low for kid in noun.kids("compound", "amod", "nmod:unmarked", "nummod")}
    modifiers |= {part for word in modifiers for part in word.split("-")}
    fitting = []
    for frame in frames:
        if frame.compound and not modifiers & set(frame.compound):
            continue
        if frame.of_class and not _of_class(noun, frame, modifiers, naming):
            continue
        fitting.append(frame)
    return max(fitting, key=lambda f: (bool(f.compound), bool(f.of_class), f.prior), default=None)


def _of_class(noun: Word, frame: Frame, modifiers: set[str], naming: Naming) -> bool:
    held = [w for slot in ("of", "poss", "on") for w in noun_slots(noun).get(slot)]
    if any(naming.belongs(w, name) for w in held for name in frame.of_class):
        return True
    classes = naming.lexicon.classes
    return any(m in classes[name] or m == name for m in modifiers for name in frame.of_class if name in classes)


def definite(noun: Word) -> bool:
    """Whether a noun points back to what was told or is known."""
    return any(kid.rel == "det" and kid.low in ("the", "this", "that", "these", "those") for kid in noun.children)


def top_of(noun: Word, naming: Naming) -> Word:
    """The noun that stands for it in the clause: `launch` for the offensive in `the launch of an offensive`."""
    top = noun.first_conjunct()
    while top.rel == "nmod" and top.head is not None:
        head = top.head
        families = naming.lexicon.families.get(("nouns", head.lemma), ())
        through = bool(top.cases() & _TRANSPARENT_PREPOSITIONS) and any(f.name == "transparent" for f in families)
        if not through and not (top.case() == "in" and head.lemma in _STANCES):
            break
        top = head.first_conjunct()
    return top


def ways_of(verb: Word, naming: Naming) -> frozenset[str]:
    """The ways in which a verb carries the deeds of nouns."""
    for lemma in lemmas(verb):
        ways = naming.lexicon.light.get(lemma)
        if ways:
            return ways
    return frozenset()


def carrier_of(noun: Word, naming: Naming) -> tuple[Word | None, str]:
    """The light verb that carries a noun, and how; (None, "") where none does."""
    head = noun.head
    if head is not None and head.upos in ("VERB", "AUX"):
        way = _way(noun, head, naming)
        if way:
            return head, way
    for kid in noun.kids("acl", "acl:relcl"):
        if kid.xpos == "VBN" and is_passive(kid):
            way = _choose(ways_of(kid, naming), noun, naming)
            if way in ("carry", "host", "announce", "cancel", "postpone"):
                return kid, way
    return None, ""


def _way(noun: Word, head: Word, naming: Naming) -> str:
    """How the verb above a noun carries it."""
    ways = ways_of(head, naming)
    if noun.rel == "obj" or noun.dep == "nsubj:pass" or (noun.rel == "nsubj" and is_passive(head)):
        return _choose(ways, noun, naming)
    if noun.rel == "nsubj":
        return "happen" if "happen" in ways else ""
    return _way_of_oblique(noun, head, ways) if noun.rel == "obl" else ""


def _way_of_oblique(noun: Word, head: Word, ways: frozenset[str]) -> str:
    """`came under attack`, `took part in talks`, `entered into talks`, `spoke in support of`."""
    case = noun.case()
    if case == "under" and head.lemma in ("come", "be"):
        return "undergo"
    if case == "in" and (head.lemma in ("participate", "engage") or "take part" in lemmas(head)):
        return "join"
    if case in ("into", "for") and head.lemma in ("enter", "gather", "sit", "convene", "assemble"):
        return "carry"
    says = "express" in ways or head.lemma in ("speak", "vote", "come", "rally")
    return "express" if case == "in" and says and noun.lemma in _FAVOUR else ""


_FAVOUR = frozenset({"support", "favour", "favor", "solidarity"})


def _choose(ways: frozenset[str], noun: Word, naming: Naming) -> str:
    frame = noun_frame(noun, naming)
    if frame is not None and frame.verbal and "express" in ways:
        return "express"
    return next((way for way in _OBJECT_WAYS if way in ways), "")


def carried(noun: Word, top: Word, way: str, carrier: Word | None = None) -> Clause:
    """The noun's slots, with those that the words which carry it add."""
    found = noun_slots(noun)
    if top is not noun:
        for slot, held in noun_slots(top).slots.items():
            if slot != "of":
                found.add(slot, held)
    first = noun.first_conjunct()
    if first is not noun:
        for slot, held in noun_slots(first).slots.items():
            if slot not in found.slots:
                found.add(slot, held, "shared with the noun before")
    if carrier is None or not way:
        return found
    held_by = clause(carrier)
    if way == "undergo":
        found.add(
            "obj", held_by.get("subj") if not held_by.passive else held_by.get("obj"), f"suffers it ('{carrier.text}')"
        )
    elif way not in ("happen", "host", "request") and not (
        way in ("cancel", "postpone") and {"of", "between", "with"} & found.slots.keys()
    ):
        subjects = [w for w in held_by.get("subj") if w not in (noun, top)]
        found.add("subj", subjects, held_by.how.get("subj", "") or f"of '{carrier.text}'")
    for slot in _CARRIED_SLOTS:
        if slot not in found.slots:
            held = [w for w in held_by.get(slot) if w is not noun and w.ent != "DATE"]
            found.add(slot, held, f"of '{carrier.text}'")
    return found
