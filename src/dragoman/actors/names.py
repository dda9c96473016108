"""Names made comparable: how a phrase becomes words, and what different spellings of a name share."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]\.){2,}")
_WORD: Final = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_POSSESSIVE: Final = re.compile(r"['’]s?(?![^\W_])")
_PARTICLE: Final = re.compile(r"\b(?:[Aa][lnsd]|[Aa][st]h|[Ee]l|[Aa]r|[Aa]z|[Uu]l)-(?=[^\W_])|(?<=\s)[ae]l\s(?=[A-Z])")
_PLAIN: Final = re.compile(r"[A-Za-z]+(?: [A-Z][a-z]+)*")
"""What has neither marks nor particles."""
_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ʿ": "", "ʼ": ""}
)
_SOUNDS: Final = (
    ("tch", "c"), ("sch", "s"), ("dh", "d"), ("gh", "g"), ("kh", "k"), ("ph", "f"), ("sh", "s"), ("th", "t"),
    ("zh", "j"), ("ch", "c"), ("dj", "j"), ("q", "k"), ("g", "k"), ("w", "v"), ("x", "ks"), ("z", "s"), ("y", "i"),
)  # fmt: skip
_VOWELS: Final = re.compile(r"(?<!^)[aeiouh]")
_DOUBLE: Final = re.compile(r"(.)\1+")


class Word(NamedTuple):
    """A word of a phrase: as written, and as compared."""

    text: str
    key: str
    start: int
    end: int


def words(phrase: str) -> list[Word]:
    """The words of a phrase; the possessive ending and the article of Arabic names are left out."""
    plain = _ABBREVIATION.sub(lambda match: match.group().replace(".", "").ljust(len(match.group())), phrase)
    plain = _POSSESSIVE.sub(lambda match: " " * len(match.group()), plain)
    plain = _PARTICLE.sub(lambda match: " " * len(match.group()), plain)
    return [Word(m.group(), fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(plain)]


def key(phrase: str) -> str:
    """A phrase as compared: its words in lower case without accents."""
    if phrase.isascii() and _PLAIN.fullmatch(phrase):
        return phrase.lower()
    return " ".join(word.key for word in words(phrase))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word in lower case without accents."""
    lower = word.lower()
    if lower.isascii():
        return lower
    flat = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    return "".join(char for char in flat if not unicodedata.combining(char)).translate(_LETTERS)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What spellings of a name share: its consonants, those of one sound written alike (`haftar`, `hifter`: `hftr`)."""
    sound = word
    for spelling, letter in _SOUNDS:
        if spelling in sound:
            sound = sound.replace(spelling, letter)
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", sound))


def is_acronym(name: str) -> bool:
    """Whether a name is written in capitals, so that in small letters it would be another word."""
    letters = [char for char in name if char.isalpha()]
    return len(letters) <= 6 and len(letters) > 1 and " " not in name and sum(map(str.isupper, letters)) >= 2
