"""What the rules put right in a tree before they read it: attachments that the grammar of news decides."""

from __future__ import annotations

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.tree import Sentence, Word

_HELD = frozenset(
    "hold convene sign reach mediate broker host conclude stage conduct launch carry arrange schedule".split()
)
_REACH = 8
_BETWEEN = frozenset({"ADP", "PROPN", "DET", "PUNCT", "NOUN", "ADJ", "NUM"})
_BLAME = frozenset({"accuse", "praise"})
"""Families of verbs that say of somebody that they did something: `accused the army of shelling`."""


def repair(sentence: Sentence, lexicon: Lexicon) -> None:
    """Put a tree right in place."""
    for word in sentence.words:
        if word.upos == "VERB":
            _active(word, sentence)
        if word.xpos == "VBN" and word.dep in ("advcl", "acl") and word.lemma in _HELD:
            _held(word, sentence, lexicon)
        if word.rel in ("acl", "nmod", "advcl") and word.case() in ("of", "for", "with", "over"):
            _blamed(word, lexicon)
        if word.lemma in _SEAT and word.xpos == "VBN" and word.rel == "acl":
            _nearest(word, sentence)
        if word.dep == "acl:relcl":
            _thing(word)
        if word.dep == "appos" and word.ent == "PER" and word.head is not None and word.head.rel == "obl":
            _subject(word)
        if word.dep == "appos" and word.head is not None and word.head.dep == "obl:agent":
            _opened(word)
        if word.dep == "advcl" and word.xpos == "VBG" and sentence.quoted and not sentence.quoted[word.i]:
            _unquoted(word, sentence)


def _move(word: Word, head: Word, dep: str) -> None:
    if word.head is not None and not head.below(word):
        word.head.children.remove(word)
        word.head = head
        word.dep = dep
        head.children.append(word)


def _active(verb: Word, sentence: Sentence) -> None:
    """A finite verb without an auxiliary of the passive is active, outside headlines."""
    subjects = verb.kids("nsubj:pass")
    if not subjects or verb.kids("aux:pass") or sentence.block == "title":
        return
    head = verb.head
    shared = verb.rel in ("conj", "xcomp") and head is not None and bool(head.kids("aux:pass", "nsubj:pass"))
    if not shared and verb.rel in ("root", "ccomp", "parataxis", "acl", "advcl", "conj"):
        for subject in subjects:
            subject.dep = "nsubj"


def _held(word: Word, sentence: Sentence, lexicon: Lexicon) -> None:
    """Hang a participle after an event's noun on that noun: `their meeting in Rome, held last week`."""
    if word.kids("nsubj", "obj", "mark"):
        return
    for before in reversed(sentence.words[max(0, word.i - _REACH) : word.i]):
        if before.upos == "NOUN" and before.lemma in lexicon.nouns:
            if word.head is not before:
                _move(word, before, "acl")
            return
        if before.upos not in _BETWEEN:
            return


def _blamed(word: Word, lexicon: Lexicon) -> None:
    """Hang what somebody is accused of on the verb: `accused the army of the attack`, `of having shelled it`."""
    noun = word.head
    if noun is None or noun.upos in ("VERB", "AUX", "ADJ"):
        return
    first = noun.first_conjunct()
    verb = first.head
    if verb is None or not (first.rel == "obj" or first.dep == "nsubj:pass"):
        return
    families = lexicon.families.get(("verbs", verb.lemma), ())
    if any(family.name in _BLAME for family in families):
        if word.upos in ("VERB", "AUX"):
            _move(word, verb, "advcl")
        elif word.lemma in lexicon.nouns:
            _move(word, verb, "obl")


_SEAT = frozenset({"base", "headquarter", "seat", "head", "lead", "back"})


def _nearest(word: Word, sentence: Sentence) -> None:
    """`governments, namely the assembly based in Lille`: what is based is the noun right before."""
    before = sentence.words[word.i - 1] if word.i else None
    if before is None or before.upos not in ("NOUN", "PROPN") or word.head is before:
        return
    while before.rel in ("flat", "compound", "nmod") and before.head is not None and before.head.i < word.i:
        if before.head is word.head:
            return
        if before.head.upos not in ("NOUN", "PROPN"):
            break
        before = before.head
    if word.head is not None and before is not word.head and word.head.upos in ("NOUN", "PROPN"):
        _move(word, before, "acl")


def _thing(verb: Word) -> None:
    """`the council headed by Jane Doe, which sits in Lille`: what `which` refers to is no person."""
    if not any(kid.low == "which" for kid in verb.kids("nsubj")):
        return
    head = verb.head
    while head is not None and (head.ent == "PER" or head.upos in ("VERB", "AUX")):
        head = head.head
    if head is not None and head is not verb.head and head.upos in ("NOUN", "PROPN"):
        _move(verb, head, "acl:relcl")


def _subject(name: Word) -> None:
    """A name after an opening phrase is the subject, no apposition: `At the talks Minister Doe received`."""
    phrase = name.head
    verb = phrase.head if phrase is not None else None
    if phrase is None or verb is None or verb.upos != "VERB" or verb.kids("nsubj") or not phrase.i < name.i < verb.i:
        return
    if not name.kids("punct"):
        _move(name, verb, "nsubj")


def _opened(noun: Word) -> None:
    """After an opening participle with its doer comes the subject: `Backed by Oslo, the council met`."""
    agent = noun.head
    participle = agent.head if agent is not None else None
    verb = participle.head if participle is not None else None
    if agent is None or participle is None or verb is None or verb.upos != "VERB" or verb.kids("nsubj"):
        return
    opens = participle.dep == "advcl" and participle.xpos == "VBN" and not participle.kids("nsubj", "mark")
    if opens and participle.i < agent.i < noun.i < verb.i and any(kid.text == "," for kid in noun.kids("punct")):
        _move(noun, verb, "nsubj")


def _unquoted(word: Word, sentence: Sentence) -> None:
    """What follows a quotation is its teller's: `"We shall not go," he said, accusing Oslo of deceit`."""
    inside = word.head
    if inside is None or not sentence.quoted[inside.i] or not inside.i < word.i:
        return
    teller = next((w for w in inside.ancestors() if not sentence.quoted[w.i]), None)
    if teller is not None and teller.upos == "VERB" and inside.i < teller.i < word.i:
        _move(word, teller, "advcl")
