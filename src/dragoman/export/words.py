"""The words of a Doc as files want them: white-space tokens, which spaCy keeps, left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def sentences(doc: "Doc") -> Iterator[list["Token"]]:
    """The words of each sentence that has any."""
    for sentence in doc.sents if len(doc) else ():
        words = [token for token in sentence if not token.is_space]
        if words:
            yield words


def head(word: "Token") -> "Token | None":
    """The word that a word depends on, passing over white space; None for a root."""
    above = word.head
    while above.is_space and above.head.i != above.i:
        above = above.head
    return None if above.i == word.i or above.is_space else above


def deprel(word: "Token") -> str:
    """The relation of a word to its head; `root`, in UD's spelling, where it has none."""
    return "root" if head(word) is None else word.dep_


def root(words: list["Token"]) -> "Token | None":
    """The first root among the words of a sentence."""
    return next((word for word in words if head(word) is None), None)
