"""Sentences as trees of words: what the rules of coding walk over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LOOSE = ("acl:relcl", "parataxis", "appos", "conj", "cc", "dep", "discourse", "advcl", "reparandum", "ccomp")
"""Children that are no part of the phrase that names somebody."""
_ASIDE = frozenset(
    {"near", "outside", "during", "after", "before", "amid", "since", "until", "following", "despite", "around"}
)
"""Prepositions that part what follows from a name."""
_QUOTES = {'"', "“", "”", "''", "``", "«", "»"}


@dataclass(eq=False, slots=True, repr=False)
class Word:
    """A token of a sentence with its place in the tree; `start` and `end` count characters of the article."""

    i: int
    text: str
    lemma: str
    upos: str
    xpos: str
    dep: str
    start: int
    end: int
    ent: str = ""
    ent_starts: bool = False
    head: Word | None = None
    children: list[Word] = field(default_factory=list)

    @property
    def rel(self) -> str:
        """The universal part of the relation to the head."""
        return self.dep.partition(":")[0]

    @property
    def low(self) -> str:
        """The form in lower case."""
        return self.text.lower()

    @property
    def span(self) -> Span:
        """Where the word is."""
        return Span(self.start, self.end)

    def __repr__(self) -> str:
        return f"<{self.text}/{self.dep}>"

    def kids(self, *deps: str) -> list[Word]:
        """Children with one of these relations, named in full or by their universal part."""
        return [child for child in self.children if child.dep in deps or child.rel in deps]

    def kid(self, *deps: str) -> Word | None:
        """The first child with one of these relations."""
        return next((child for child in self.children if child.dep in deps or child.rel in deps), None)

    def ancestors(self) -> Iterator[Word]:
        """The head, its head, and so on."""
        word = self.head
        while word is not None:
            yield word
            word = word.head

    def subtree(self) -> list[Word]:
        """The word and all below it, in order."""
        found = [self]
        for word in found:
            found.extend(word.children)
        return sorted(found, key=lambda word: word.i)

    def below(self, other: Word) -> bool:
        """Whether the word is the other or lies under it."""
        return self is other or any(word is other for word in self.ancestors())

    def case(self) -> str:
        """The preposition or marker that the word carries, fixed expressions whole: `because of`."""
        marker = self.kid("case", "mark")
        if marker is None:
            return ""
        return " ".join([marker.low, *(word.low for word in marker.kids("fixed"))])

    def cases(self) -> set[str]:
        """All prepositions and markers that the word carries."""
        return {" ".join([m.low, *(word.low for word in m.kids("fixed"))]) for m in self.kids("case", "mark")}

    def conjuncts(self) -> list[Word]:
        """The word and those coordinated with it."""
        found = [self]
        for word in found:
            found.extend(kid for kid in word.children if kid.dep == "conj" and kid not in found)
        return found

    def first_conjunct(self) -> Word:
        """The first of the words that this one is coordinated with; itself where it is with none."""
        word = self
        while word.dep == "conj" and word.head is not None:
            word = word.head
        return word


@dataclass(eq=False, slots=True)
class Sentence:
    """A sentence of an article: its words in order, white space left out."""

    words: list[Word]
    span: Span
    block: str
    """The kind of block that it stands in."""
    paragraph: int
    """Counts the blocks."""
    asks: bool = False
    """Whether it ends in a question mark."""
    quoted: list[bool] = field(default_factory=list)
    """For each word whether it stands in quotation marks."""

    @property
    def roots(self) -> list[Word]:
        """The words without a head."""
        return [word for word in self.words if word.head is None]

    def text(self, text: str) -> str:
        """Its words as the article has them."""
        return self.span.of(text)


def sentences(
    doc: Doc, offset: int, block: str, paragraph: int, lemma: Callable[[str, str, str], str]
) -> list[Sentence]:
    """The sentences of a block that was analysed on its own and starts at `offset` of the article's text.

    The relation of a word that hangs on white space is passed up; `lemma` has the last word on lemmas, given form,
    lemma and part of speech.
    """
    found = []
    is_open = False
    for sentence in doc.sents if len(doc) else ():
        tokens = [token for token in sentence if not token.is_space]
        if not tokens:
            continue
        words = [
            Word(
                place, token.text, lemma(token.text, token.lemma_, token.pos_), token.pos_, token.tag_,
                token.dep_ or "dep", token.idx + offset, token.idx + len(token.text) + offset,
                token.ent_type_, token.ent_iob_ == "B",
            )
            for place, token in enumerate(tokens)
        ]  # fmt: skip
        at = {token.i: place for place, token in enumerate(tokens)}
        for word, token in zip(words, tokens, strict=True):
            above = token.head
            while above.is_space and above.head.i != above.i:
                above = above.head
            if above.i != token.i and above.i in at:
                word.head = words[at[above.i]]
                word.head.children.append(word)
            else:
                word.dep = "root"
        quoted, is_open = _quotation(words, is_open)
        span = Span(words[0].start, words[-1].end)
        asks = any(word.text == "?" for word in words[-2:])
        found.append(Sentence(words, span, block, paragraph, asks, quoted))
    return found


def _quotation(words: list[Word], is_open: bool) -> tuple[list[bool], bool]:
    """Which words stand in quotation marks, given whether marks are open, and whether they still are at the end."""
    marks = []
    for word in words:
        if word.text in _QUOTES:
            opens, closes = word.text in {"“", "``", "«"}, word.text in {"”", "»"}
            is_open = opens or (not closes and not is_open)
            marks.append(True)
        else:
            marks.append(is_open)
    return marks, is_open


def phrase(word: Word) -> list[Word]:
    """The words of the noun phrase that the word heads, as they name somebody.

    Relative clauses, appositions set off by commas, coordinated phrases, its preposition and the punctuation at its
    edges are left out. They are contiguous.
    """
    taken = {word.i: word}
    stack = [word]
    while stack:
        for child in stack.pop().children:
            top = child.head is word
            if child.rel in ("punct", "case", "mark") and top and child.i < word.i:
                continue
            beside = child.dep == "appos" and child.i == word.i + 1
            if top and not beside and (child.dep in _LOOSE or child.rel in _LOOSE or _is_clause(child)):
                continue
            if not top and child.dep in ("acl:relcl", "parataxis"):
                continue
            if top and child.rel == "nmod" and (child.ent == "DATE" or child.case() in _ASIDE):
                continue
            taken[child.i] = child
            stack.append(child)
    first = last = word.i
    while first - 1 in taken:
        first -= 1
    while last + 1 in taken:
        last += 1
    found = [taken[i] for i in range(first, last + 1)]
    while len(found) > 1 and (found[-1].upos in ("PUNCT", "CCONJ") or found[-1].low in ("'s", "’s", "'", "’")):
        found.pop()
    while len(found) > 1 and found[0].upos in ("PUNCT", "CCONJ", "ADP", "SCONJ") and found[0] is not word:
        if found[0].low == "at" and found[1].low in ("least", "most"):
            break
        found.pop(0)
    return found


def _is_clause(child: Word) -> bool:
    return child.rel == "acl" and child.upos in ("VERB", "AUX")


def cover(words: Iterable[Word]) -> Span:
    """From the first to the last of the words."""
    found = list(words)
    return Span(min(word.start for word in found), max(word.end for word in found))


def trimmed(words: list[Word]) -> list[Word]:
    """The words without a leading article."""
    if (
        len(words) > 1
        and words[0].upos in ("DET", "PRON")
        and words[0].low in ("the", "a", "an", "these", "those", "this", "whose")
    ):
        return words[1:]
    return words


def entities(words: Iterable[Word]) -> Iterator[list[Word]]:
    """The runs of words that are one named entity."""
    run: list[Word] = []
    for word in words:
        if word.ent and not word.ent_starts and run and run[-1].ent == word.ent and run[-1].i == word.i - 1:
            run.append(word)
            continue
        if run:
            yield run
        run = [word] if word.ent else []
    if run:
        yield run
