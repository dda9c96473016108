"""A text as a row of words, each with the class that the grammar knows it by.

Classes of form: `iso` (2017-07-25), `slashed` (25.07.2017, 7/25/17), `compact` (20170725), `year` (a number of four
digits that can be one), `dom` (1 to 31: a day of a month, or a count), `number` (another number), `nth` (25th),
`decade` (1990s), `q_quarter` (Q3), `comma`, `dot`, `dash`, `apostrophe`, `break` (the end of a paragraph). All else
is a word of the vocabulary or `other`.
"""

import re
from typing import Final, NamedTuple

from dragoman.dates.tables import vocabulary

_TOKEN: Final = re.compile(
    r"(?P<iso>\b\d{4}-\d{2}-\d{2}(?!\d))|(?P<slashed>\b\d{1,2}([./])\d{1,2}\3(?:\d{4}|\d{2})(?!\d|[./]\d))"
    r"|(?P<thousands>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<q_quarter>\b[Qq][1-4]\b)|(?P<digits>\d+)(?P<tail>[A-Za-z]*)"
    r"|(?P<word>[^\W\d_]+)|(?P<break>\n[ \t]*\n\s*)|(?P<mark>[^\w\s])"
)
_MARKS: Final = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "'": "apostrophe",
    "’": "apostrophe",
    "‘": "apostrophe",
    "`": "apostrophe",
    "$": "money",
    "£": "money",
    "€": "money",
    "#": "money",
}
_NEEDS_CAPITAL: Final = frozenset(("month", "month_name", "month_short", "weekday", "weekday_short", "holiday"))
_BEFORE_MONTH: Final = frozenset(
    (
        *("in", "of", "since", "until", "by", "early", "mid", "last", "last_of", "next", "this", "that", "from"),
        *("dom", "nth", "previous", "following", "weekday", "between", "to", "late", "before", "after", "on"),
    )
)
_DATED: Final = frozenset(("dom", "nth", "month", "month_name", "month_short"))
_AFTER_MONTH: Final = frozenset(("dom", "nth", "year"))


class Token(NamedTuple):
    """A word, number or mark where it stands in the text."""

    start: int
    end: int
    text: str
    kind: str
    value: str


def tokens(text: str) -> list[Token]:
    """The words, numbers and marks of a text with their classes; those of doubtful class told by their neighbours."""
    known = vocabulary()
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        group = match.lastgroup
        if group == "word":
            kind, value = known.get(word.lower(), ("other", ""))
            if kind in _NEEDS_CAPITAL and not word[0].isupper():
                kind = "other"
        elif group == "mark":
            kind, value = _MARKS.get(word, "other"), ""
        elif group in {"tail", "digits"}:
            kind, value = _number(match["digits"], match["tail"] or "")
        elif group == "thousands":
            kind, value = "quantity", word
        else:
            kind, value = group or "other", word[1:] if group == "q_quarter" else word
        found.append(Token(match.start(), match.end(), word, kind, value))
    _settle(found)
    return found


def _number(digits: str, tail: str) -> tuple[str, str]:
    number = int(digits) if len(digits) < 9 else 0
    if tail in {"st", "nd", "rd", "th"}:
        return ("nth", digits) if 1 <= number <= 31 else ("other", "")
    if tail == "s":
        fits = (len(digits) == 4 and 1000 <= number <= 2090) or (len(digits) == 2 and number % 10 == 0)
        return ("decade", digits) if fits else ("other", "")
    if tail:
        return "other", ""
    if len(digits) == 8 and 19000101 <= number <= 21001231:
        return "compact", digits
    if len(digits) == 4 and 1400 <= number <= 2100:
        return "year", digits
    if len(digits) <= 2 and 1 <= number <= 31:
        return "dom", digits
    return "number", digits


def _settle(found: list[Token]) -> None:
    """Decide, by their neighbours, which short or ambiguous names of months and weekdays are such."""
    for i, token in enumerate(found):
        if token.kind not in {"month_name", "month_short", "weekday_short"}:
            continue
        before = found[i - 1].kind if i else "break"
        after = found[i + 1].kind if i + 1 < len(found) else "break"
        kind = "other"
        if token.kind == "month_name":
            certain = token.value == "8" or before in _BEFORE_MONTH or after in _AFTER_MONTH
            kind = "month" if certain or _of_year(found, i) else "other"
        elif token.kind == "month_short":
            dotted = after == "dot" and found[i + 1].start == token.end
            kind = "month_short" if dotted or after in _AFTER_MONTH or before in {"dom", "nth", "dash"} else "other"
        elif after in _DATED or (after in {"dot", "comma"} and i + 2 < len(found) and found[i + 2].kind in _DATED):
            kind = "weekday_short"
        found[i] = token._replace(kind=kind)


def _of_year(found: list[Token], i: int) -> bool:
    """Whether `May, 2011` follows."""
    return i + 2 < len(found) and found[i + 1].kind == "comma" and found[i + 2].kind == "year"
