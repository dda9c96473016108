"""Raw text made readable without changing a single offset."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_LINE_ENDS = "\u0085\u2028\u2029"
_HIDDEN = "\u200b\u2060\ufeff"


def _replacement(code: int) -> str | None:
    """What a character becomes, None where it stays."""
    char = chr(code)
    if char == "\n":
        return None
    if char in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    if category in ("Zs", "Cc") or char in _HIDDEN:
        return " " if char != " " else None
    return None


@cache
def _replaced() -> tuple[re.Pattern[str], dict[int, str]]:
    """What to look for, and the table of what each becomes."""
    table = {code: new for code in range(0x10000) if (new := _replacement(code)) is not None}
    return re.compile("[" + "".join(re.escape(chr(c)) for c in table) + "]"), table


_RETURN = re.compile(r"\r(?!\n)")


def normalise(text: str) -> str:
    """White space, control characters and lone surrogates made plain, one character for one.

    A no-break space or a tab becomes a space, a lone carriage return or a Unicode line separator a line feed, half
    of a surrogate pair U+FFFD. The result has the length of `text`, so that offsets hold in both.
    """
    if "\r" in text:
        text = _RETURN.sub("\n", text)
    pattern, table = _replaced()
    return text.translate(table) if pattern.search(text) else text
