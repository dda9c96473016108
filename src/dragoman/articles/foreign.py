"""Which language a text, or a piece of it, is in."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, NamedTuple

_SHORTEST = 12
_SURE = 0.85
_LOOKED_AT = 2000
_ENGLISH = frozenset(
    "the of and to that said for was with by has from at it be on in his their which were will had its have not but "
    "after who been is are as they would more about also than".split()
)
_FAMILIES = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic", "GREEK": "Greek", "HEBREW": "Hebrew"}


class Guess(NamedTuple):
    """A language and how likely it is."""

    language: str
    """ISO 639-1 code, or 639-2 where there is none."""
    probability: float


def detect(text: str) -> Guess:
    """The language that a text is most likely in."""
    language, probability = _identifier().classify(text)
    return Guess(language, float(probability))


def foreign(text: str, language: str) -> str | None:
    """Which other language, or script, a piece of a text in `language` is in; None where it is in this one.

    A piece too short to tell is in the text's language, unless its script is another one. English is recognised by its
    small words too, which names from everywhere do not outweigh.
    """
    text = text[:_LOOKED_AT]
    letters = [char for char in text if char.isalpha()]
    if not letters:
        return None
    script = _script(letters)
    if language == "en" and script != "LATIN":
        return f"in {_FAMILIES.get(script, script.title())} script"
    if len(letters) < _SHORTEST or (language == "en" and _has_english(text)):
        return None
    guess = detect(text)
    if guess.language in {language, "zxx", "und", "pcm"} or guess.probability < _SURE:
        return None
    return f"in another language ({guess.language})"


def english_share(text: str) -> float:
    """Which part of the words of a text is small words of English, 0 to 1; English prose has a third."""
    words = text.lower().split()
    return sum(word.strip(".,;:\"'()“”’") in _ENGLISH for word in words) / len(words) if words else 0.0


def is_latin(text: str) -> bool:
    """Whether most letters of a text, as far as they are looked at, are Latin."""
    letters = [char for char in text[:_LOOKED_AT] if char.isalpha()]
    return bool(letters) and _script(letters) == "LATIN"


def _has_english(text: str) -> bool:
    return english_share(text) > 0.15


def _script(letters: list[str]) -> str:
    """The script of most letters, by the first word of their Unicode names."""
    counts: dict[str, int] = {}
    for char in letters[:400]:
        name = "LATIN" if char.isascii() else unicodedata.name(char, "UNKNOWN").partition(" ")[0]
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
