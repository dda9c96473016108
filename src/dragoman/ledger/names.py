"""Names as a search compares them."""

import re
import unicodedata

_NO_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """The words of a text in one form: lower case, no accents, no punctuation, single blanks between."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _NO_WORD.sub(" ", plain).strip()


def folded(*texts: str | None) -> str:
    """Several texts as one to look in: each between blanks, so that ` word ` finds whole words only."""
    return "|".join(f" {fold(text)} " for text in texts if text)
