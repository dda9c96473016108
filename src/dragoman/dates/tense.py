"""Does a clause look back or ahead? Told by words around an expression, without a parse."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from dragoman.dates.tables import cues
from dragoman.dates.tokens import Token

PAST: Final = -1
FUTURE: Final = 1
OPEN: Final = 0
_REACH: Final = 14
_COMMA: Final = 4
"""How many words a comma counts for."""
_NO_VERBS: Final = frozenset("united hundred limited sacred naked wicked kindred hatred armed".split())
_UP_TO: Final = frozenset(("by", "until"))
_PASSIVE: Final = frozenset(("be", "being"))
"""Before these a participle says nothing of its time."""
_STOPS: Final = frozenset(';:!?"”“')


@cache
def _words() -> dict[str, tuple[int, int]]:
    """Each cue with its direction and strength."""
    known = cues()
    return {
        **{word: (PAST, strength) for word, strength in known.past.items()},
        **{word: (FUTURE, strength) for word, strength in known.future.items()},
    }


def direction(row: Sequence[Token], first: int, past: int) -> int:
    """PAST, FUTURE or OPEN, for the expression of the tokens from `first` to before `past`.

    The nearest cue of its sentence decides; what stands before the expression counts as nearer.
    """
    if _is_limit(row, first):
        return FUTURE
    best, found = float(_REACH), OPEN
    for step, steps in ((-1, range(first - 1, -1, -1)), (1, range(past, len(row)))):
        away = 0.0 if step < 0 else 1.5
        for i in steps:
            token = row[i]
            away += 1
            if token.kind == "comma":
                away += _COMMA
            if _ends(row, i) or away >= best:
                break
            sign, strength = _cue(row, i, after=step > 0)
            if sign and away + 3 - strength < best:
                best, found = away + 3 - strength, sign
    return found


def _is_limit(row: Sequence[Token], first: int) -> bool:
    """Whether the expression says up to when: `by Friday`, `as soon as Friday`."""
    before = first - 1 if first and row[first - 1].kind != "the" else first - 2
    if before < 0:
        return False
    if row[before].kind in _UP_TO:
        return before == 0 or row[before - 1].kind not in {"up", "not"}
    return before > 1 and [row[i].text.lower() for i in (before - 2, before)] == ["as", "as"]


def _ends(row: Sequence[Token], i: int) -> bool:
    """Whether a sentence, or a quotation, ends with this token."""
    token = row[i]
    if token.kind == "break" or token.text in _STOPS:
        return True
    if token.kind != "dot":
        return False
    following = row[i + 1] if i + 1 < len(row) else None
    before = row[i - 1] if i else None
    if before is not None and before.end == token.start and (len(before.text) == 1 or before.kind.endswith("_short")):
        return False
    return following is None or (following.start > token.end and not following.text[0].islower())


def _cue(row: Sequence[Token], i: int, *, after: bool) -> tuple[int, int]:
    token = row[i]
    if token.kind not in {"other", "after", "since", "ago", "previous"}:
        return OPEN, 0
    word = token.text.lower()
    if i and row[i - 1].text.lower() in _PASSIVE:
        return OPEN, 0
    found = _words().get(word)
    if found is not None:
        return found
    following = row[i + 1].text.lower() if i + 1 < len(row) else ""
    if word in {"is", "are"} and following in {"to", "due", "expected", "scheduled", "planned"}:
        return FUTURE, 3
    if word.endswith("ed") and len(word) > 4 and not word.endswith("eed") and word not in _NO_VERBS:
        return PAST, 2 if after else 3
    return OPEN, 0
