"""How a deed stands in its sentence: done, denied, planned, supposed, asked for; and in whose words."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.attribution import Saying
from dragoman.coding.grammar import is_passive, lemmas
from dragoman.coding.lexicon import Family
from dragoman.coding.naming import Naming
from dragoman.coding.tree import Sentence, Word

_RANK = {"asserted": 0, "historical": 0, "future": 1, "hypothetical": 2, "asked": 3, "negated": 4, "denied": 5}
_CONTENT_MARKS = frozenset(
    {"of", "for", "from", "against", "about", "on", "upon", "to", "into", "with", "at", "over", "in"}
)
_NOUN_CONTENT = frozenset({"of", "for", "on", "to", "about", "that", "against", "over", "upon"})
_PRESUPPOSED = frozenset(
    {"after", "before", "when", "since", "because", "as", "while", "once", "although", "though", "where"}
)
_SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_INSTEAD = frozenset({"without", "instead of", "rather than"})


@dataclass(slots=True)
class Standing:
    """The status of a deed, why, and the sayings that it stands in, innermost first."""

    status: str = "asserted"
    reasons: list[str] = field(default_factory=list)
    uncoded: str | None = None
    """Why it is not coded as a deed of its own: the content of another, a purpose."""
    sayings: list[Saying] = field(default_factory=list)
    orderer: Word | None = None
    """The verb whose subject orders the deed, and so acts."""
    weight: float = 1.0
    background: bool = False
    condition: bool = False
    """Whether it stands in a condition: then it is supposed, whatever else is said of it."""

    def turn(self, status: str, reason: str) -> None:
        """Give it a status, unless it has a stronger one."""
        if _RANK[status] > _RANK[self.status]:
            self.status = status
            self.reasons.append(f"{status}: {reason}")


def standing(
    start: Word, trigger: Word, event: str, sentence: Sentence, said: list[Saying], naming: Naming
) -> Standing:
    """How the deed stands that `trigger` names and `start` carries (the light verb, or the trigger itself)."""
    found = Standing()
    found.sayings = _sayings(start, said)
    if trigger is not start:
        _noun_signs(trigger, found, naming)
    _signs(start, found, naming)
    if start.xpos in ("VBZ", "VBP") and sentence.block == "body" and event not in _SAID and not start.kids("aux"):
        found.weight *= 0.6
        found.reasons.append("the simple present: a habit or a state rather than a deed")
    live = True
    if trigger is start and start.upos == "NOUN":
        _goal(start, found, naming)
    for child, head in _path(start):
        if not live:
            break
        effect = family_of(head, child, naming)
        if effect is not None:
            _apply(effect, head, event, found)
        live = _passes(child, head, found, naming)
    if found.condition:
        found.status = "hypothetical"
    if sentence.asks and not (sentence.quoted and all(sentence.quoted)):
        found.turn("asked", "the sentence asks")
    return found


def _goal(noun: Word, found: Standing, naming: Naming) -> None:
    """What a noun without article, or with `a`, takes from the verb that it depends on."""
    points_back = any(k.dep == "nmod:poss" or (k.rel == "det" and k.low not in ("a", "an")) for k in noun.children)
    head = noun.head
    if points_back or head is None or head.upos not in ("VERB", "AUX"):
        return
    if noun.rel == "obl" and noun.case() in ("to", "for", "toward", "towards"):
        found.turn("hypothetical", f"what '{head.text}' leads to")
    if noun.rel in ("obj", "obl", "nsubj"):
        _modality(head, found, naming)
        _negation(head, found, naming)


def _path(start: Word) -> list[tuple[Word, Word]]:
    path = []
    word = start
    while word.head is not None:
        path.append((word, word.head))
        word = word.head
    return path


def _sayings(word: Word, said: list[Saying]) -> list[Saying]:
    """The sayings whose content the word lies in, innermost first."""
    found = []
    for saying in said:
        if word.below(saying.word) and all(not word.below(part) or saying.word.below(part) for part in saying.content):
            continue
        heads = [part for part in saying.content if word.below(part)]
        if heads and not (saying.word.below(heads[0]) and word.below(saying.word)):
            found.append((len(list(saying.word.ancestors())), saying.word.below(heads[0]), saying))
    found.sort(key=lambda item: (not item[1], item[0]), reverse=False)
    asides = [saying for depth, aside, saying in found if aside]
    inner = [saying for depth, aside, saying in sorted(found, key=lambda i: -i[0]) if not aside]
    return [*inner, *asides]


def _signs(word: Word, found: Standing, naming: Naming) -> None:
    """What the verb's, or the noun's, own dependents say."""
    if word.upos in ("NOUN", "PROPN") and word.rel != "root":
        _noun_signs(word, found, naming)
    _negation(word, found, naming)
    _modality(word, found, naming)
    marks = word.cases()
    cues = naming.lexicon.status
    if word.upos in ("VERB", "AUX", "ADJ", "NOUN") and word.rel in ("advcl", "ccomp", "acl"):
        condition = marks & cues["markers"]["condition"]
        if condition and not (word.rel == "ccomp" and "that" in marks):
            found.turn("hypothetical", f"a condition ({min(condition)})")
            found.condition = True
        if marks & _INSTEAD:
            found.turn("negated", f"'{min(marks & _INSTEAD)}'")
        if word.rel == "advcl" and "to" in marks and word.upos == "VERB":
            head = word.head
            if head is not None and family_of(head, word, naming) is None:
                found.uncoded = f"a purpose of '{head.text}', not told as done"


def _negation(word: Word, found: Standing, naming: Naming) -> None:
    cues = naming.lexicon.status["negation"]
    for kid in word.children:
        if kid.low in cues["adverbs"] and kid.rel in ("advmod", "cc", "det", "aux"):
            found.turn("negated", f"'{kid.text}'")
        if kid.rel in ("nsubj", "obj") and (
            kid.low in cues["subjects"] or any(d.low in cues["determiners"] for d in kid.kids("det"))
        ):
            found.turn("negated", f"'no' at '{kid.text}'")
        if kid.rel == "advmod" and kid.low == "longer" and any(k.low == "no" for k in kid.children):
            found.turn("negated", "'no longer'")


def _modality(word: Word, found: Standing, naming: Naming) -> None:
    cues = naming.lexicon.status
    if word.upos in ("NOUN", "PROPN") and word.rel != "root" and not word.kids("cop"):
        return
    if _supposed(word, naming):
        found.turn("hypothetical", "what would follow from a condition")
    for kid in word.children:
        if kid.rel == "aux":
            for status, key in (
                ("future", "future"),
                ("future", "reported_future"),
                ("hypothetical", "hypothetical"),
                ("hypothetical", "needed"),
            ):
                if kid.low in cues["modal"][key]:
                    found.turn(status, f"'{kid.text}'")
        elif kid.rel == "advmod":
            if kid.low in cues["adverbs"]["hypothetical"]:
                found.turn("hypothetical", f"'{kid.text}'")
            elif kid.low in cues["adverbs"]["history"]:
                found.background = True
            elif kid.low in cues["adverbs"]["habit"]:
                found.weight *= 0.6
                found.reasons.append(f"a habit ('{kid.text}')")


def _supposed(word: Word, naming: Naming) -> bool:
    """Whether a verb tells what would be, on a condition that stands beside it or is past: `would have left`."""
    cues = naming.lexicon.status
    helpers = {kid.low for kid in word.kids("aux")}
    modal = helpers & (cues["modal"]["future"] | cues["modal"]["reported_future"])
    if modal & cues["modal"]["reported_future"] and "have" in helpers:
        return True
    conditions = (kid for kid in word.kids("advcl") if kid.upos in ("VERB", "AUX", "ADJ", "NOUN"))
    return bool(modal) and any(kid.cases() & cues["markers"]["condition"] for kid in conditions)


def _noun_signs(noun: Word, found: Standing, naming: Naming) -> None:
    cues = naming.lexicon.status
    for kid in noun.children:
        if kid.rel == "det" and kid.low in cues["negation"]["determiners"]:
            found.turn("negated", f"'{kid.text}'")
        if kid.rel not in ("amod", "compound"):
            continue
        for status in ("hypothetical", "future", "negated"):
            if kid.low in cues["adjectives"][status]:
                found.turn(status, f"'{kid.text}'")
        if kid.low in cues["adjectives"]["historical"]:
            found.background = True
        if kid.low in cues["adjectives"]["alleged"]:
            found.weight *= 0.6
            found.reasons.append(f"on hearsay ('{kid.text}')")


def _passes(child: Word, head: Word, found: Standing, naming: Naming) -> bool:
    """Whether what is said of the head holds of the child too; its own signs are taken over where they do."""
    if child.dep == "acl:relcl" or child.rel in ("appos", "parataxis", "root"):
        return False
    marks = child.cases()
    if child.rel == "advcl" and marks & _PRESUPPOSED:
        return False
    if child.rel == "obl" and child.case() in _PRESUPPOSED | {"during", "following", "amid", "at", "despite"}:
        return False
    if head.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
        return child.upos != "VERB"
    if child.rel == "conj":
        if not child.kids("nsubj", "aux"):
            _shared(head, found, naming)
        return True
    if child.rel == "xcomp" or (child.rel == "advcl" and not marks and child.xpos == "VBG"):
        _complement(head, marks, found, naming)
    named = child.rel == "acl" and "to" in marks and head.upos in ("NOUN", "PROPN")
    if named and family_of(head, child, naming) is None:
        found.turn("hypothetical", f"'to' after '{head.text}'")
    return True


def _shared(head: Word, found: Standing, naming: Naming) -> None:
    """What a verb shares with the one that it is coordinated with."""
    _modality(head, found, naming)
    if head.rel != "advcl":
        return
    marker = head.cases() & naming.lexicon.status["markers"]["condition"]
    if marker:
        found.turn("hypothetical", f"a condition ({min(marker)})")
        found.condition = True
    if "to" in head.cases() and head.head is not None and family_of(head.head, head, naming) is None:
        found.uncoded = "a purpose, not told as done"


def _complement(head: Word, marks: set[str], found: Standing, naming: Naming) -> None:
    """What a verb says of its infinitive or participle."""
    _negation(head, found, naming)
    _modality(head, found, naming)
    if head.lemma in ("have", "need", "remain") and "to" in marks:
        yet = any(kid.low == "yet" for kid in head.children)
        found.turn("negated" if yet else "hypothetical", f"'{head.text} to'")
    if head.lemma in ("go", "be") and "to" in marks:
        found.turn("future", f"'{head.text} to'")


def family_of(head: Word, child: Word, naming: Naming) -> Family | None:
    """The family by which the head embeds the child as its content; None where it does not."""
    families = naming.lexicon.families
    if head.upos in ("VERB", "AUX"):
        for lemma in lemmas(head):
            for family in families.get(("verbs", lemma), ()):
                if _is_content(family, child, naming):
                    return family
    elif head.upos in ("NOUN", "PROPN"):
        if child.rel == "acl" or (child.rel == "nmod" and child.cases() & _NOUN_CONTENT):
            for family in families.get(("nouns", head.lemma), ()):
                if child.rel == "acl" or naming.has_event(child) or child.upos == "VERB":
                    return family
    elif head.upos == "ADJ" and child.rel in ("xcomp", "ccomp", "advcl"):
        return next(iter(families.get(("adjectives", head.low), ())), None)
    return None


def _is_content(family: Family, child: Word, naming: Naming) -> bool:
    marks = child.cases()
    nominal = child.upos in ("NOUN", "PROPN")
    if family.name == "ask":
        return child.rel == "ccomp" and bool(marks & {"whether", "if"})
    if family.name == "appeal" and marks & {"whether", "if"}:
        return False
    if child.rel in ("xcomp", "csubj") or (child.rel == "ccomp" and not nominal):
        # "was accused of", "asked that", "threatened to"; "urged ... saying" is a saying of its own
        return not (family.name == "transparent" and nominal and not naming.has_event(child))
    if family.name == "stress" and nominal:
        return child.rel == "obj" and child.lemma in family.only_nouns
    if child.rel == "advcl" and not nominal:
        return bool(marks & _CONTENT_MARKS) and (
            "to" not in marks or family.name in ("appeal", "cause", "agree", "demand", "permit", "plan", "threaten")
        )
    if child.rel == "ccomp":
        return True
    if nominal and (naming.has_event(child) or (family.name in ("deny", "refuse") and naming.has("charges", child))):
        object_like = child.rel == "obj" or child.dep == "nsubj:pass"
        wanted = _NOMINAL_MARKS.get(family.name, _CONTENT_MARKS)
        return object_like or (child.rel == "obl" and bool(marks & wanted) and family.name not in _OBJECT_ONLY)
    if nominal and child.rel == "obj":
        return (("nouns", child.lemma) in naming.lexicon.families) and family.name != "transparent"
    return False


_NOMINAL_MARKS = {"appeal": frozenset({"for"}), "demand": frozenset({"on", "for"}), "warn": frozenset({"of"})}
"""Prepositions of a noun that is the content; other families take all."""
_OBJECT_ONLY = frozenset({"transparent", "fail", "deny", "refuse", "cause"})


def _apply(family: Family, head: Word, event: str, found: Standing) -> None:
    if family.status == "same":
        return
    if family.status == "own":
        if family.only and event not in family.only:
            found.turn("future", f"foretold by '{head.text}'")
            return
        found.uncoded = f"the content of '{head.text}', not told as done"
        return
    if family.name == "attempt":
        if event in family.keeps:
            found.weight *= 0.8
            found.reasons.append(f"an attempt ('{head.text}')")
            return
        found.turn("hypothetical", f"an attempt ('{head.text}')")
        return
    if family.name == "cause":
        if event in family.orders:
            found.orderer = head
            found.reasons.append(f"ordered ('{head.text}')")
        else:
            found.turn("future", f"ordered ('{head.text}')")
        return
    if family.name == "deny" and is_passive(head) and not head.kids("obl"):
        found.turn("denied", f"'{head.text}'")
        return
    found.turn(family.status, f"'{head.text}'")
