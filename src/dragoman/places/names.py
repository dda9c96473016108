"""Names of places made comparable."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ʿ": "", "ʼ": ""}
)
_QUOTES: Final = re.compile(r"['’‘`.]")
_BREAKS: Final = re.compile(r"[\s\-–/_]+")
_SAINT: Final = re.compile(r"\bst(?=\s)")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """A name as compared: lower case, without accents, apostrophes and full stops, its parts parted by spaces."""
    flat = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    plain = "".join(char for char in flat if not unicodedata.combining(char)).translate(_LETTERS)
    spaced = _BREAKS.sub(" ", _QUOTES.sub("", plain)).strip()
    return _SAINT.sub("saint", spaced)
