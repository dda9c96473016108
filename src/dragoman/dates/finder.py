"""Finding the expressions of time in a text, and telling when each is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from dragoman.dates.expression import Base, Expression
from dragoman.dates.grammar import Match, grammar
from dragoman.dates.mention import DateMention, Relation
from dragoman.dates.reading import read
from dragoman.dates.tense import direction
from dragoman.dates.tokens import Token, tokens
from dragoman.records import DateSpan, Span

_RELATIONS: Final[dict[str, Relation]] = {
    "since": "since",
    "until": "until",
    "by": "by",
    "before": "before",
    "after": "after",
    "from": "from",
}
_LEADING: Final = frozenset(("the", "in", "over", "approximate"))
"""Words that a rule may take in to know the expression by, and that are no part of it."""
_KEEPS_ARTICLE: Final = frozenset(("point", "span", "quarter", "century", "later", "weekend", "decade", "season"))
_NO_YEAR_BEFORE: Final = frozenset(("money", "approximate", "vague", "more", "number", "dash", "quantity", "numbered"))
_NO_YEAR_AFTER: Final = frozenset(("counted", "units", "money", "number", "quantity"))
_EARLIEST: Final = 1700
"""Earlier numbers are years only after a word that says so."""
_YEAR_BEFORE: Final = frozenset(("in", "since", "from", "until", "early", "year_unit", "by", "before", "after"))
_PARAGRAPH: Final = 1
_JOINS: Final = frozenset(("and", "to", "dash", "comma", "or", "until", "the", "between"))


def find(text: str, reference: date | str | DateSpan | None = None) -> list[DateMention]:
    """Every expression of a text that names a time, in order, with its days.

    Args:
        text: any text; offsets count its characters.
        reference: the day of publication; of a span, its last day. Without one, what needs it has no value.

    Raises:
        ValueError: the reference is a string and no ISO date.
    """
    day = _day_of(reference)
    row = tokens(text)
    matches = [match for match in grammar().matches(row) if not (_is_number(row, match) or _is_title(row, match))]
    years = _years_beside(row, matches)
    found: list[DateMention] = []
    for match, year in zip(matches, years, strict=True):
        expression = Expression(
            match.kind, tuple(row[match.first : match.past]), direction(row, match.first, match.past), year
        )
        mention = _mention(text, row, match, expression, day, found)
        if mention is not None:
            found.append(mention)
    return _joined(text, found)


def resolve(phrase: str, reference: date | str | DateSpan | None = None) -> DateSpan | None:
    """The days that a phrase names, its preposition included: `since 2014` is a range without end.

    None where it names none, names several unrelated ones, or needs a reference and there is none.

    Raises:
        ValueError: the reference is a string and no ISO date.
    """
    mentions = find(phrase, reference)
    periods = {mention.period for mention in mentions}
    return periods.pop() if len(periods) == 1 else None


def _day_of(reference: date | str | DateSpan | None) -> date | None:
    if isinstance(reference, str):
        return date.fromisoformat(reference)
    if isinstance(reference, DateSpan):
        return reference.end or reference.start
    return reference


def _is_number(row: Sequence[Token], match: Match) -> bool:
    """Whether what looks like a year counts something."""
    if match.kind not in {"year", "year_range"} or match.past - match.first > 3:
        return False
    before = row[match.first - 1] if match.first else None
    after = row[match.past] if match.past < len(row) else None
    if after is not None and after.kind in _NO_YEAR_AFTER:
        return True
    if after is not None and after.text in {"%", ":"} and after.start == row[match.past - 1].end:
        return after.text == "%"
    if before is None or row[match.first].kind != "year":
        return False
    if int(row[match.first].value) < _EARLIEST and before.kind not in _YEAR_BEFORE:
        return True
    touching = before.end == row[match.first].start
    return before.kind in _NO_YEAR_BEFORE and (before.kind != "dash" or touching)


def _is_title(row: Sequence[Token], match: Match) -> bool:
    """Whether the words are part of a name, as in `VOA Today` and `"This Week"`."""
    if match.kind not in {"deictic", "point"}:
        return False
    if match.past - match.first > 1:
        return row[match.past - 1].text[0].isupper() and not row[match.past - 1].text.isupper()
    before = row[match.first - 1] if match.first else None
    return (
        row[match.first].text[0].isupper() and before is not None and before.kind == "other" and before.text.isupper()
    )


def _years_beside(row: Sequence[Token], matches: Sequence[Match]) -> list[int | None]:
    """For each expression the year that a later one of the same list has: `May 3 and June 4, 2011`."""
    years: list[int | None] = [None] * len(matches)
    for i in range(len(matches) - 2, -1, -1):
        match, following = matches[i], matches[i + 1]
        if {match.kind, following.kind} - {"day", "month", "day_range"}:
            continue
        between = row[match.past : following.first]
        if len(between) <= 3 and between and all(token.kind in _JOINS for token in between):
            own = [token.value for token in row[following.first : following.past] if token.kind == "year"]
            years[i] = int(own[0]) if own else years[i + 1]
    return years


def _mention(
    text: str,
    row: Sequence[Token],
    match: Match,
    expression: Expression,
    reference: date | None,
    before: Sequence[DateMention],
) -> DateMention | None:
    first = match.first
    while first + 1 < match.past and row[first].kind in _LEADING and not _keeps(row, first, match.kind):
        first += 1
    past = match.past
    while past > first + 1 and row[past - 1].kind == "comma":
        past -= 1
    span = Span(row[first].start, row[past - 1].end)
    anchor = _anchor(text, span, before)
    reading = read(expression, Base(reference, None if anchor is None else anchor.value))
    if reading is None:
        return None
    relation: Relation = _RELATIONS.get(_kind_before(row, first), "on")
    return DateMention(
        span=span,
        text=span.of(text),
        value=reading.value,
        relation=relation,
        period=_period(reading.value, relation),
        anchor=anchor.span if reading.anchored and anchor is not None else None,
        kind=match.kind,
        reason=reading.reason,
    )


def _keeps(row: Sequence[Token], first: int, kind: str) -> bool:
    """Whether an article is part of the expression, as in `the end of May` and `the past week`."""
    if row[first].kind != "the":
        return False
    return kind in _KEEPS_ARTICLE or row[first + 1].kind in {"part", "early", "unit", "half"}


def _kind_before(row: Sequence[Token], first: int) -> str:
    """The class of the word before an expression, articles and the like passed over."""
    i = first - 1
    while i >= 0 and row[i].kind in {"the", "approximate", "early"}:
        i -= 1
    return row[i].kind if i >= 0 else ""


def _anchor(text: str, span: Span, before: Sequence[DateMention]) -> DateMention | None:
    """The last earlier expression with days, in the same paragraph or the one before it."""
    for mention in reversed(before):
        if text.count("\n\n", mention.span.end, span.start) > _PARAGRAPH:
            return None
        if mention.value is not None and mention.value.start is not None and mention.kind != "span":
            return mention
    return None


def _period(value: DateSpan | None, relation: Relation) -> DateSpan | None:
    """The days that a preposition makes of a time."""
    if value is None or relation in {"on", "from", "to"}:
        return value
    start, end = value.start, value.end
    if relation == "since":
        return value if start is None else DateSpan(start, None, "range", value.reason)
    if relation in {"until", "by"}:
        return value if end is None else DateSpan(None, end, "range", value.reason)
    if relation == "after":
        return value if end is None else DateSpan(end, None, "range", value.reason)
    return value if start is None else DateSpan(None, start, "range", value.reason)


def _joined(text: str, found: list[DateMention]) -> list[DateMention]:
    """The two ends of each range told of each other."""
    for i, (left, right) in enumerate(pairwise(found)):
        words = text[left.span.end : right.span.start].lower().split()
        between = words in (["to"], ["until"], ["till"], ["through"], ["-"], ["–"]) and left.relation in {"from", "on"}
        paired = words == ["and"] and text[: left.span.start].lower().rstrip().endswith(("between", "between the"))
        if not (between or paired) or left.value is None or right.value is None:
            continue
        start, end = left.value.start, right.value.end
        if start is None or end is None or end < start:
            continue
        whole = DateSpan(start, end, "range", "both ends are named")
        found[i] = replace(left, relation="from", period=whole)
        found[i + 1] = replace(right, relation="to", period=whole)
    return found
