"""Who a word of a tree names: the phrase, its kind, whom a pronoun stands for, whose a thing is."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.coding.grammar import DONE, RELATIVE, noun_slots
from dragoman.coding.lexicon import EVENTS, Lexicon
from dragoman.coding.mention import Filler
from dragoman.coding.tree import Sentence, Word, cover, entities, phrase, trimmed

NAMES = frozenset({"PER", "ORG", "GPE", "NORP"})
HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "theirs", "both"})
WE = frozenset({"we", "us", "our", "ourselves", "i", "me", "my", "myself", "ours"})
_PEOPLE_PRONOUNS = HE | THEY | WE | {"who", "whom", "everyone", "someone", "anyone", "everybody"}
_COUNTED = frozenset(
    {"dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "score", "scores", "many", "several", "some"}
)


@dataclass(slots=True)
class Naming:
    """Names the parties of one article's sentences, in their order; remembers them for the pronouns."""

    lexicon: Lexicon
    text: str
    past: list[tuple[Sentence, list[Word]]] = field(default_factory=list)
    """The sentences before, with the heads of the phrases in them that name somebody."""

    def remember(self, sentence: Sentence) -> None:
        """Keep who a sentence names."""
        heads = [word for word in sentence.words if word.upos in ("NOUN", "PROPN") and self.is_head(word)]
        self.past.append((sentence, [word for word in heads if self.is_actor(word)]))

    @staticmethod
    def is_head(word: Word) -> bool:
        """Whether the word heads a phrase of its own."""
        return word.rel not in ("flat", "compound", "fixed", "goeswith", "amod") and word.dep != "nmod:desc"

    def is_actor(self, word: Word) -> bool:
        """Whether the word heads a phrase that names somebody."""
        if word.upos in ("PRON", "DET") and word.low in _PEOPLE_PRONOUNS | IT:
            return True
        if word.ent in NAMES or self.has("actor_nouns", word) or any(map(self.is_actor, counted(word))):
            return True
        if any(kid.ent in ("PER", "ORG") and kid.rel in ("flat", "appos") for kid in word.children):
            return True
        return word.upos == "PROPN" and not word.ent and not self.has_event(word) and word.text[:1].isupper()

    def is_person(self, word: Word) -> bool:
        """Whether it names a person or people."""
        if word.ent == "PER" or (word.upos == "PRON" and word.low in _PEOPLE_PRONOUNS) or self.has("people", word):
            return True
        return any(kid.ent == "PER" and kid.rel in ("flat", "appos") for kid in word.children)

    def is_place(self, word: Word) -> bool:
        """Whether it names a place."""
        return word.ent in ("GPE", "LOC")

    def has(self, name: str, word: Word) -> bool:
        """Whether its noun belongs to a class."""
        words = self.lexicon.classes[name]
        return word.lemma in words or word.low in words

    def has_event(self, word: Word) -> bool:
        """Whether its noun names deeds."""
        return word.lemma in self.lexicon.nouns or word.low in self.lexicon.nouns

    def belongs(self, word: Word, name: str) -> bool:
        """Whether the word, or what it counts (`some of its troops`), belongs to a class of a frame."""
        return any(self._belongs(one, name) for one in (word, *counted(word)))

    def _belongs(self, word: Word, name: str) -> bool:
        """Whether it belongs to a class: told by tags, listed, an event's nouns, or the noun itself."""
        if name == "actor":
            return self.is_actor(word)
        if name == "person":
            return self.is_person(word)
        if name == "place":
            return self.is_place(word)
        if name == "numbers":
            return word.upos == "NUM" or word.low in _COUNTED
        if name in EVENTS:
            return any(f.event == name for f in self.lexicon.nouns.get(word.lemma, ()))
        if name in self.lexicon.classes:
            return self.has(name, word)
        return name in (word.lemma, word.low)

    def filler(self, word: Word, how: str) -> Filler | None:
        """The words that name the holder of a role; None for a pronoun that nobody is found for."""
        if word.low in WE and word.upos in ("PRON", "DET"):
            return Filler(word.span, word.span, f"{how}: {word.text}, the speaker", speaker=True)
        if word.upos in ("PRON", "DET") and word.low in HE | IT | THEY:
            found = self.referent(word)
            if found is None:
                return None
            made = self.filler(found, how)
            return made and Filler(made.span, made.core, f"{how}: {word.text} stands for it", made.named)
        if word.upos == "PRON" or word.low in RELATIVE:
            return None
        named = None if self._person(word) else self._name_after(word)
        words = trimmed(phrase(word)) if named is None else trimmed(_run(named, phrase(named), word))
        core = next((run for run in entities(words) if run[0].ent == "PER"), None) or words
        return Filler(cover(words), cover(core), how, self.is_actor(word) or self.is_place(word) or named is not None)

    def _name_after(self, word: Word) -> Word | None:
        """The name after an office: an apposition, or a name without a preposition: `envoy for Mali Ann Lee`."""
        for kid in word.kids("appos"):
            if kid.ent == "PER":
                return kid
        if not self.has("people", word):
            return None
        names = (k for k in word.children if k.dep in ("nmod", "appos") and k.upos == "PROPN" and k.i > word.i)
        return next((k for k in names if not k.kids("case", "punct", "det") and len(_run(k, [k], word)) > 1), None)

    def _person(self, word: Word) -> bool:
        return word.ent == "PER" or any(k.ent == "PER" for k in word.kids("flat"))

    def fillers(self, words: list[Word], how: str) -> tuple[Filler, ...]:
        """The holders, each once; of two heads where one is the other's title, the name."""
        found: list[Filler] = []
        for word in self.expand(words):
            made = self.filler(word, how)
            if made is None or any(other.span.overlaps(made.span) for other in found):
                continue
            if found and 0 <= made.span.start - found[-1].span.end <= 1 and word.ent == "PER":
                # "Representative for the region" + "Jane Doe", told as two heads of one phrase
                last = found.pop()
                made = Filler(cover([*_at(last), *_at(made)]), made.core, how)
            found.append(made)
        return tuple(found)

    def expand(self, words: list[Word]) -> list[Word]:
        """A plural pronoun becomes all whom it stands for."""
        found: list[Word] = []
        for word in words:
            if word.low in THEY and word.upos in ("PRON", "DET"):
                referent = self.referent(word)
                found.extend(referent.conjuncts() if referent is not None else [])
            else:
                found.append(word)
        return found

    def referent(self, pronoun: Word) -> Word | None:
        """Whom a pronoun stands for: the subject before it in its sentence, else the one named last that fits."""
        before_it = pronoun.head.children if pronoun.head is not None else []
        if any(word.text == "[" and word.i == pronoun.i - 1 for word in before_it):
            return None  # an editor's pronoun, which nobody in the text is sure to be meant by
        fits = self._fits(pronoun)
        here = pronoun
        while here.head is not None:
            here = here.head
        before = [w for w in here.subtree() if w.i < pronoun.i and fits(w) and not pronoun.below(w)]
        subjects = [w for w in before if w.rel == "nsubj"]
        if subjects:
            return subjects[-1]
        if before:
            return before[-1]
        for sentence, heads in reversed(self.past[-3:]):
            del sentence
            found = [w for w in heads if fits(w)]
            if found:
                return min(found, key=lambda w: (w.rel != "nsubj", w.rel not in ("obj", "iobj"), w.i))
        return None

    def _fits(self, pronoun: Word):  # type: ignore[no-untyped-def]  # noqa: ANN202
        def he(word: Word) -> bool:
            one = word.xpos in ("NN", "NNP") and len(word.conjuncts()) == 1
            known = self._person_name(word) or (one and self.has("people", word) and not self.has("forces", word))
            return word.upos in ("PROPN", "NOUN") and self.is_head(word) and known

        def it(word: Word) -> bool:
            singular = word.xpos in ("NN", "NNP") and len(word.conjuncts()) == 1
            return singular and self.is_head(word) and self.is_actor(word) and not self.is_person(word)

        def they(word: Word) -> bool:
            if word.upos not in ("PROPN", "NOUN") or word.rel == "conj" or not self.is_head(word):
                return False
            plural = len(word.conjuncts()) > 1 or word.xpos in ("NNS", "NNPS")
            return plural and self.is_actor(word)

        return he if pronoun.low in HE else it if pronoun.low in IT else they

    def _person_name(self, word: Word) -> bool:
        return word.ent == "PER" or any(k.ent == "PER" and k.rel in ("flat", "appos") for k in word.children)

    def owners(self, word: Word) -> list[Word]:
        """Whose a thing or a deed is: its possessor, doer, or the adjective that names a people or body."""
        slots = noun_slots(word)
        for slot in ("by", "poss", "from", "of", "adj"):
            held = [w for w in slots.get(slot) if self.is_actor(w) or self.is_place(w)]
            if held:
                return held
        held = [kid for kid in word.kids("compound") if self.has("forces", kid) or self.has("state_nouns", kid)]
        if held:
            return held
        for kid in word.kids("acl"):
            agents = [k for k in kid.kids("obl") if k.case() == "by"]
            held = [w for agent in agents for w in agent.conjuncts() if self.is_actor(w)]
            if held:
                return held
        for kid in word.kids("acl:relcl"):
            held = [k for k in kid.kids("nsubj") if kid.lemma in DONE and self.is_actor(k) and k.low not in RELATIVE]
            if held:
                return held
        for inner in slots.get("of"):
            held = self.owners(inner)
            if held:
                return held
        return []


def counted(word: Word) -> list[Word]:
    """What a number or quantity is of: the troops in `some of its troops`, the prisoners in `dozens of prisoners`."""
    if word.upos not in ("NUM", "DET", "PRON") and word.low not in _COUNTED | _PARTS:
        return []
    return [kid for kid in word.kids("nmod") if kid.case() == "of"]


_PARTS = frozenset(
    {
        "group",
        "number",
        "part",
        "most",
        "rest",
        "majority",
        "handful",
        "couple",
        "total",
        "half",
        "member",
        "members",
        "wave",
    }
)


@dataclass(eq=False, slots=True)
class _Edge:
    start: int
    end: int


def _at(filler: Filler) -> list[Word]:
    """The edges of a filler, to be covered together with others."""
    return [_Edge(filler.span.start, filler.span.end)]  # type: ignore[list-item]


def _run(name: Word, words: list[Word], office: Word) -> list[Word]:
    """The words of a name after an office, with the capitals that follow, wherever the tree hangs them."""
    found = list(words)
    for word in office.subtree():
        if word.i == found[-1].i + 1 and word.upos == "PROPN" and word.text[:1].isupper() and name.i <= word.i:
            found.append(word)
    return found
