"""What the encoder reads of a word: word pieces, the shape of its letters, whether it is glued to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

CLS, SEP, UNK, MASK = 101, 102, 100, 103
"""Identifiers of the special pieces in the BERT uncased vocabulary."""

MAX_PIECES_PER_WORD = 12
MAX_PIECES = 512

LOWER, CAPITALISED, UPPER, MIXED, DIGITS, WITH_DIGITS, NO_LETTERS, SPECIAL = range(8)
"""Shapes of a word; `SPECIAL` marks the pieces that stand for no word."""

SPACED, GLUED, UNKNOWN = range(3)
"""How a word follows the one before: after white space, directly, or not known (words without their text)."""

CONTINUATION = 8
GLUE = 16
FEATURES = 48
"""A feature is shape + 8 for a word's later pieces + 16 times the glue: 48 values."""

CACHED_WORDS = 200_000


def shape(word: str) -> int:
    """Shape of a non-empty word, one of the eight constants above."""
    if word.islower():
        return LOWER
    if word.isdigit():
        return DIGITS
    if any(c.isdigit() for c in word):
        return WITH_DIGITS
    if not any(c.isalpha() for c in word):
        return NO_LETTERS
    if len(word) > 1 and word.isupper():
        return UPPER
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return CAPITALISED
    return MIXED


def read_vocabulary(path: Path) -> Tokenizer:
    """The BERT uncased word-piece tokenizer over the vocabulary file at `path`, one piece a line."""
    tokenizer = Tokenizer(WordPiece.from_file(str(path), unk_token="[UNK]"))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


@dataclass(frozen=True, slots=True)
class Encoded:
    """The encoder's input for a run of words, [CLS] and [SEP] included.

    `first` has one entry a word: the index of its first piece.
    """

    pieces: list[int]
    features: list[int]
    first: list[int]


class WordPieces:
    """Turns words into the encoder's input; remembers the pieces of the words it has seen."""

    def __init__(self, vocabulary: Path) -> None:
        self._tokenizer = read_vocabulary(vocabulary)
        self._seen: dict[str, tuple[list[int], int]] = {}

    def word(self, word: str) -> tuple[list[int], int]:
        """Pieces (1 to 12) and shape of one word."""
        known = self._seen.get(word)
        if known is None:
            pieces = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_PER_WORD] or [UNK]
            known = pieces, shape(word)
            if len(self._seen) >= CACHED_WORDS:
                self._seen.clear()
            self._seen[word] = known
        return known

    def encode(self, words: Sequence[str], glue: Sequence[int]) -> Encoded:
        """Input for `words`; `glue` has SPACED, GLUED or UNKNOWN for each."""
        pieces, features, first = [CLS], [SPECIAL], []
        for word, how in zip(words, glue, strict=True):
            ids, form = self.word(word)
            first.append(len(pieces))
            pieces += ids
            feature = form + GLUE * how
            features.append(feature)
            if len(ids) > 1:
                features += [feature + CONTINUATION] * (len(ids) - 1)
        pieces.append(SEP)
        features.append(SPECIAL)
        return Encoded(pieces, features, first)
