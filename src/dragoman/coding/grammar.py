"""Who does what in a clause: passives turned round, shared and understood subjects found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.tree import Word

RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear", "undertake", "offer", "tell"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET", "SYM"})
_FINITE = ("VBD", "VBZ", "VBP")
_OBJECT_MARKS = frozenset({"of", "for", "from", "into", "with"})


@dataclass(slots=True)
class Clause:
    """A verb with its logical arguments: slot -> heads of what fills it, coordination spelled out."""

    verb: Word
    passive: bool
    slots: dict[str, list[Word]] = field(default_factory=dict)
    how: dict[str, str] = field(default_factory=dict)
    """Slot -> how its holder was found, where it does not stand there itself."""

    def add(self, slot: str, words: Iterable[Word], how: str = "") -> None:
        """Fill a slot."""
        held = self.slots.setdefault(slot, [])
        for word in words:
            held.extend(w for w in word.conjuncts() if w not in held and w.upos in NOMINAL)
        if not held:
            del self.slots[slot]
        elif how:
            self.how[slot] = how

    def get(self, slot: str) -> list[Word]:
        """Who fills the slot."""
        return self.slots.get(slot, [])


def lemmas(verb: Word) -> list[str]:
    """The names under which a verb stands in the lexicons, the most exact first: `call off`, `call`."""
    forms = [verb.lemma]
    if verb.low != verb.lemma and verb.upos == "NOUN":
        forms.append(verb.low)
    particles = [kid.low for kid in verb.kids("compound:prt")]
    particles += [kid.low for kid in verb.kids("advmod") if kid.upos in ("ADP", "ADV") and kid.i == verb.i + 1]
    particles += [
        kid.kids("case")[0].low for kid in verb.kids("obl") if kid.kids("case") and kid.kids("case")[0].i == verb.i + 1
    ]
    particles += [kid.low for kid in verb.kids("obj") if kid.upos in ("NOUN", "ADJ") and kid.i <= verb.i + 1]
    if verb.head is not None and verb.dep == "case":
        particles.append(verb.head.low)
    return [*(f"{form} {particle}" for form in forms for particle in particles), *forms]


def is_passive(verb: Word) -> bool:
    """Whether the verb is in the passive, as a reduced relative clause can be without an auxiliary."""
    if any(kid.dep in ("nsubj:pass", "aux:pass", "csubj:pass") for kid in verb.children):
        return True
    if verb.xpos != "VBN" or verb.kids("aux"):
        return False
    if verb.dep in ("acl", "amod", "advcl") and not verb.kids("obj"):
        return True
    if verb.dep == "conj" and not verb.kids("nsubj", "aux") and verb.head is not None:
        return is_passive(verb.head)
    return verb.dep == "xcomp" and not verb.kids("obj")


def antecedent(verb: Word) -> Word | None:
    """The noun that a relative clause with this verb modifies."""
    word = verb
    while word.dep in ("conj", "xcomp", "ccomp") and word.head is not None and word.head.upos in ("VERB", "AUX"):
        word = word.head
    return word.head if word.dep == "acl:relcl" else None


def surface_subject(verb: Word, depth: int = 0) -> tuple[list[Word], str]:
    """The grammatical subject, own or understood, and how it was found."""
    own = verb.kids("nsubj")
    if own:
        named = []
        for word in own:
            noun = antecedent(verb) if word.low in RELATIVE else None
            named.append(noun if noun is not None else word)
        return named, "of a relative clause" if named != own else ""
    head = verb.head
    if head is None or depth > 6 or verb.kids("csubj"):
        return [], ""
    finite = verb.xpos in _FINITE or any(kid.xpos in (*_FINITE, "MD") for kid in verb.kids("aux"))
    if finite and verb.rel in ("advcl", "ccomp") and not verb.cases() & _OBJECT_MARKS:
        return [], ""  # a finite clause has a subject of its own, seen by the analysis or not
    return _understood(verb, head, depth)


def _understood(verb: Word, head: Word, depth: int) -> tuple[list[Word], str]:
    """The subject that a verb without its own takes from the words above it."""
    how = "understood from the clause above"
    marks = verb.cases()
    if verb.rel == "conj" and head.upos in ("VERB", "AUX", "ADJ", "NOUN"):
        found, _ = surface_subject(head, depth + 1)
        return found, "shared with the verb before" if found else ""
    if verb.rel == "xcomp" or (verb.rel in ("advcl", "obl", "ccomp") and marks & _OBJECT_MARKS):
        return controller(verb, head, depth), how
    if verb.dep == "acl:relcl":
        return ([head], "of a relative clause") if not verb.kids("obj") or verb.kids("mark") else ([], "")
    if verb.rel == "acl":
        if "to" in marks or marks & _OBJECT_MARKS or verb.xpos == "VB":
            return owner(head, depth + 1), how
        return [head], "of the noun that it modifies"
    if verb.rel in ("advcl", "ccomp") and head.upos in ("VERB", "AUX", "ADJ", "NOUN"):
        found, _ = surface_subject(head, depth + 1)
        return found, how
    if verb.rel in ("obl", "nmod", "obj") and verb.upos == "VERB":
        found = surface_subject(head, depth + 1)[0] if head.upos in ("VERB", "AUX") else owner(head, depth + 1)
        return found, how
    return [], ""


def controller(verb: Word, head: Word, depth: int = 0) -> list[Word]:
    """Whom the verb above makes the subject: its object where it has one (`urged them to`), else its subject."""
    objects = [*head.kids("obj"), *head.kids("iobj")]
    if head.lemma in ("call", "appeal", "prevail", "rely", "count", "wait", "pray"):
        objects += [kid for kid in head.kids("obl") if kid.case() in ("on", "upon", "to", "for") and kid.i < verb.i]
    if objects and head.lemma not in SUBJECT_CONTROL and objects[0].i < verb.i:
        return objects[:1]
    return surface_subject(head, depth + 1)[0]


def owner(noun: Word, depth: int = 0) -> list[Word]:
    """Whose a plan or a readiness is: the possessor, else the subject of the verb that it is the object of."""
    holders = noun.kids("nmod:poss") or [kid for kid in noun.kids("nmod") if kid.case() in ("by", "of")]
    if holders:
        return holders
    head = noun.head
    if head is not None and noun.rel in ("obj", "obl", "xcomp", "conj", "nmod") and depth <= 6:
        if head.upos in ("VERB", "AUX"):
            by = [kid for kid in head.kids("obl") if kid.case() == "by"]
            return by if is_passive(head) and by else surface_subject(head, depth + 1)[0]
        if head.upos in ("NOUN", "PROPN"):
            return owner(head, depth + 1)
    return [kid for kid in noun.kids("amod", "compound") if kid.ent in ("NORP", "GPE", "ORG")]


def clause(verb: Word) -> Clause:
    """The verb's arguments, passives turned round."""
    passive = is_passive(verb)
    found = Clause(verb, passive)
    subjects, how = surface_subject(verb)
    if passive:
        found.add("obj", subjects, how)
        agents = [kid for kid in verb.kids("obl") if kid.dep == "obl:agent" or kid.case() == "by"]
        agents = [kid for kid in agents if kid.ent != "DATE"]
        found.add("subj", agents, "agent of a passive")
    else:
        found.add("subj", subjects, how)
    found.add("obj", verb.kids("obj"))
    found.add("iobj", verb.kids("iobj"))
    for kid in verb.kids("obl", "nmod"):
        if kid.dep in ("obl:unmarked", "obl:tmod") or (passive and kid.case() == "by"):
            continue
        for preposition in kid.cases():
            found.add(preposition, [kid])
    if not passive and not found.get("obj"):
        _share_object(verb, found)
    _add_attached(found)
    return found


def _add_attached(found: Clause) -> None:
    """What hangs on the object and may as well be the verb's: `recalled its envoy to Oslo`."""
    for noun in found.get("obj")[:2]:
        for kid in noun.kids("nmod"):
            if kid.dep == "nmod:poss":
                continue
            for preposition in kid.cases() - found.slots.keys() - {"of"}:
                found.add(preposition, [kid], f"on '{noun.text}'")


def _share_object(verb: Word, found: Clause) -> None:
    noun = antecedent(verb)
    own = verb.kids("nsubj")
    if noun is not None and own and all(word.low not in RELATIVE for word in own) and not verb.kids("ccomp", "xcomp"):
        found.add("obj", [noun], "of a relative clause")
        return
    for other in verb.kids("conj"):
        if other.upos == "VERB" and other.kids("obj") and not verb.kids("obl", "xcomp", "ccomp"):
            found.add("obj", other.kids("obj"), "shared with the verb after")
            return


def noun_slots(noun: Word) -> Clause:
    """A noun's arguments: poss, adj, and those that prepositions bring."""
    found = Clause(noun, passive=False)
    found.add("poss", noun.kids("nmod:poss"))
    for kid in noun.kids("nmod", "obl"):
        if kid.dep == "nmod:poss":
            continue
        for preposition in kid.cases():
            found.add(preposition, [kid])
    for kid in noun.kids("acl"):
        if kid.xpos == "VBN" and kid.lemma in DONE:
            for agent in kid.kids("obl"):
                if agent.case() == "by":
                    found.add("by", [agent], f"agent of {kid.text}")
                elif agent.case() in ("against", "on"):
                    found.add(agent.case(), [agent])
    found.add("adj", [kid for kid in noun.kids("amod", "compound", "nmod:unmarked", "nmod:desc") if _acts(kid)])
    return found


DONE = frozenset(
    "carry conduct launch lead stage mount perpetrate commit make wage hold claim blame organise organize order".split()
)


def _acts(word: Word) -> bool:
    """Whether a modifier names somebody: `Israeli`, `NATO`."""
    return word.ent in ("NORP", "GPE", "ORG", "PER") and word.upos in ("ADJ", "PROPN", "NOUN")
