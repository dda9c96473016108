"""Lines that are no sentences: titles, standfirsts, letterheads, crossheads and headlines of other reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.articles.labelled import is_furniture
from dragoman.articles.pieces import Piece
from dragoman.records import BlockKind

_INSTITUTION = (
    r"(?:Ministry|Embassy|Office|Government|Republic|Kingdom|Mission|Council|Commission|Department|Secretariat|Presidency"
    r"|Bureau|Service|Nations|Union|Organi[sz]ation|Cent(?:er|re)|Headquarters|Cabinet|Parliament|Administration|State)"
)
_NAMES = r"[A-Z\u00c0-\u024f][\w.'’\-]*(?:,? (?:(?:and|of|the|for|And|Of|The|For) )*[A-Z\u00c0-\u024f][\w.'’\-]*)*"
_LETTERHEAD = re.compile(
    rf"(?:The )?(?:[A-Z][\w.'’\-]* ){{0,5}}{_INSTITUTION}"
    rf"(?:,? (?:of|for|to|in|on|at|Of|For)(?: [Tt]he)? {_NAMES}|, {_NAMES})*"
)
_STYLED = re.compile(r"(?:[-–—*=~]+ ?)\S.*\S(?: ?[-–—*=~]+)")
_PLACE_LINE = re.compile(r"(?:[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’\-]+ ?){1,4}(?:[,/] ?[A-Z][\w.'’\- ]{1,30})?")
_TOLD = re.compile(r"\b(?:was|were|has|have|had|been|said|told|reported|announced)\b|\bthe\b.*\bthe\b|,$")
"""What sentences have and headlines leave out."""
_WORDS = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_QUESTION = re.compile(r"[?!…]['\"”’)]*$")
_LONGEST_TITLE = 35
_LONGEST_STANDFIRST = 45
_LONGEST_LEADLESS = 30
_LONGEST_CROSSHEAD = 6
_LEAST_TITLE = 4
_LEAST_SHARED = 2
_LONGEST_QUESTION = 8
_MOST_STANDFIRSTS = 4
_LONGEST_SMALL_HEADLINE = 12
"""Words of a headline that is not capitalised throughout."""


def is_heading(piece: Piece) -> bool:
    """Whether a line may be a title: it is no sentence, or a question or an exclamation."""
    return piece.size <= _LONGEST_TITLE and (not piece.ended or _QUESTION.search(piece.words) is not None)


def is_letterhead(piece: Piece) -> bool:
    """Whether a line is nothing but the name of an institution."""
    words = piece.words.title() if piece.words.isupper() else piece.words
    return piece.size <= 14 and _LETTERHEAD.fullmatch(words) is not None


def is_place_line(piece: Piece) -> bool:
    """Whether a line is a place in capitals, with or without its country."""
    return piece.size <= 5 and _PLACE_LINE.fullmatch(piece.words) is not None and piece.words[:4].isupper()


def choose_title(head: Sequence[Piece], lead: Sequence[Piece], known: str | None) -> Piece | None:
    """The title among the lines before the report's text; None where there is none.

    It is the first line that can be one and shares words with the first paragraphs, as titles do; else the first that
    can be one.

    Args:
        head: these lines, those that were found to be something else marked.
        lead: the first paragraphs.
        known: the title that the source gives beside the text.
    """
    free = [piece for piece in head if piece.kind is None]
    if known is not None:
        same = next((piece for piece in free if _letters(piece.words) == _letters(known)), None)
        if same is not None:
            return same
    headings = [piece for piece in free if is_heading(piece) and is_furniture(piece, edge=True) is None]
    headings = [piece for piece in headings if not is_letterhead(piece)]
    long = [piece for piece in headings if piece.size >= _LEAST_TITLE]
    if long:
        told = _stems(piece.words for piece in lead)
        shared = [len(told & _stems([piece.words])) for piece in long]
        enough = max(_LEAST_SHARED, max(shared) / 2)
        return next((piece for piece, number in zip(long, shared, strict=True) if number >= enough), long[0])
    short = [piece for piece in headings if piece.size >= 2]
    if short:
        return short[0]
    ended = [piece for piece in free if piece.size <= 20]
    return ended[0] if ended and ended[0] is head[0] and len(head) > 1 else None


def _stems(lines: Iterable[str]) -> set[str]:
    """The beginnings of the longer words of lines."""
    return {word[:5].casefold() for line in lines for word in _WORDS.findall(line) if len(word) >= 4}


def mark_head(head: Sequence[Piece], title: Piece | None, names: frozenset[str]) -> None:
    """Say what the lines before the report's text are.

    Args:
        head: these lines, up to the first paragraph.
        title: the one that is the title.
        names: what the outlet is called, in lower case.
    """
    seen = title is None
    before: Piece | None = None
    standfirsts = 0
    for place, piece in enumerate(head):
        if piece is title:
            piece.mark("title", "it can be the title")
            seen = True
        elif piece.kind is None:
            last = all(later.kind is not None for later in head[place + 1 :])
            _mark_head_line(piece, before, seen and standfirsts < _MOST_STANDFIRSTS, names, last=last)
            standfirsts += piece.kind == "standfirst"
        before = piece


def _mark_head_line(piece: Piece, before: Piece | None, seen: bool, names: frozenset[str], *, last: bool) -> None:
    """Say what one line is; `seen` tells whether it may be a standfirst, `last` whether the first paragraph follows."""
    reason = is_furniture(piece, edge=True)
    byline = before is not None and before.kind == "byline" and not piece.after_blank and not piece.spoken
    if reason is not None:
        piece.mark("furniture", reason)
    elif is_place_line(piece) and (last or byline):
        piece.mark("dateline", "a place alone in its line")
    elif byline:
        piece.mark("byline", "it follows a byline")
    elif is_letterhead(piece):
        piece.mark("furniture", "letterhead")
    elif not seen:
        piece.mark("furniture", "before the title")
    elif piece.size <= 10 and not piece.ended and names & _phrases(piece.words):
        piece.mark("furniture", "service line")
    elif piece.size < _LEAST_TITLE and not piece.bulleted:
        piece.mark("furniture", "between title and text")
    elif piece.size <= _LONGEST_STANDFIRST:
        piece.mark("standfirst", "between title and text")
    else:
        piece.mark("body", "a paragraph")


def _phrases(words: str) -> set[str]:
    """Every run of up to four words of a line, in lower case."""
    found = _WORDS.findall(words.lower())
    return {" ".join(found[i : i + n]) for n in range(1, 5) for i in range(len(found) - n + 1)}


def is_standfirst(piece: Piece, before: Piece | None) -> bool:
    """Whether a paragraph before the dateline is a standfirst, and not the lead: short, and right after the title."""
    return piece.size <= _LONGEST_LEADLESS and before is not None and before.kind in (None, "title", "standfirst")


def is_styled(piece: Piece) -> bool:
    """Whether a line stands between dashes, as crossheads do."""
    return not piece.ended and _STYLED.fullmatch(piece.words) is not None


def is_question(piece: Piece) -> bool:
    """Whether a line of its own is a short question in nobody's mouth, as crossheads may be."""
    return piece.after_blank and piece.words.endswith("?") and piece.size <= _LONGEST_QUESTION


def heading_kind(piece: Piece, following: Piece | None, before: Piece | None) -> tuple[BlockKind, str]:
    """What a line between the paragraphs is that has no full stop: kind and reason.

    A headline of another report is longer than a crosshead, or is capitalised as titles are; a crosshead is short and
    in capitals, in small letters, or between dashes.
    """
    if is_styled(piece) or piece.words.isupper():
        return "furniture", "crosshead"
    glued = following is not None and not following.after_blank
    beside = before is not None and before.kind == "related" and not piece.after_blank
    if piece.size > _LONGEST_CROSSHEAD:
        broken = glued and piece.size > _LONGEST_SMALL_HEADLINE
        if piece.title_case() < 0.8 and (broken or _TOLD.search(piece.words)):
            return "body", "a sentence without its full stop"
        return "related", "a title between the paragraphs"
    if piece.size >= _LEAST_TITLE and piece.title_case() > 0.8 and (glued or beside):
        return "related", "a title between the paragraphs"
    return "furniture", "crosshead"


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalnum())
