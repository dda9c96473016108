"""Lines that say themselves what they are: labels, bylines, credits, captions with a credit, furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.articles import tables
from dragoman.articles.pieces import Piece
from dragoman.records import BlockKind

_LONGEST_LINE = 400
_SEGMENTS = re.compile(r" {2,}| ?[|•·] ?")
_LINKS = re.compile(r" ?[|•·›»>] ?| / ")
_WIDE_GAPS = re.compile(r" {2,}")
_LONGEST_LINK = 4
_STAMP = r"(?:, ?\d{3,4})?(?:, ?\d{1,2}[./]\d{1,2}[./]\d{4})?"
_NAME = r"[A-Z\u00c0-\u024f][\w.'’&\-]*"
_SUFFIX = re.compile(rf"\s+[-–—]\s+(?P<outlet>{_NAME}(?: {_NAME}){{0,3}}){_STAMP}\Z")
_STAMPED = re.compile(r"\d[./]\d{1,2}[./]\d{4}\Z")
_BRACKETED = re.compile(r"\s*(?P<credit>[(\[]\s*(?P<inner>[^()\[\]]{2,90}?)\s*[)\]])\W{0,2}\Z")
_PLAIN_CREDIT = re.compile(
    r"(?:(?<=[.!?)\]\"”])\s*|\s+)"
    r"(?P<credit>(?i:photo(?:graph)?s?(?: by| credit)?|credits?|image|picture by|via)\s*:?\s+"
    rf"(?:{_NAME}|/|,|and|via|of|the|for|de|\s){{2,14}})\Z"
)
_SLASHED = re.compile(rf"{_NAME}(?: {_NAME}){{0,3}}(?: ?/ ?{_NAME}(?: {_NAME}){{0,3}}){{1,2}}\Z")
_UPDATE = re.compile(
    r"(?:UPDATE|WRAP ?UP|CORRECTED|REFILE|RPT|REPEAT|EXCLUSIVE|BREAKING|ANALYSIS|FACTBOX|URGENT|ALERT|RECAST|LEAD)"
    r"(?:[ -]?\d{1,2})?(?:-| ?: |/)(?=\S)"
)
_END_MARK = re.compile(
    r"(?<=[.!?\"”’)])\s+(?:(?i:enditem|end item)|ENDS?|==\w+|\(ENDS?\)|\[ENDS?\]|#{2,4}|-30-|[-–]0[-–]"
    r"|[A-Z]{2,5}(?: [A-Z]{2,4}){1,4})\W{0,2}\Z"
)
_DESK_NOTE = re.compile(
    r"(?<=[.!?\"”’])\s*\({1,2}(?:Reporting|Additional reporting|Writing|Editing|Compiled|Written|With reporting)\b"
    r"[^()]*\){1,2}\Z"
)
_QUOTED = re.compile(r"[\"“”«]|(?<!\w)['‘]\w")
_SAID = re.compile(r"\b(?:said|says|told|according to|announced|denied|accused|warned|added)\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z\"“])")
_MOST_SENTENCES = 2
_SHORTEST_GLUED = 3
_LONGEST_CREDIT = 60
_LONGEST_CAPTION = 90
_LONGEST_MARKED = 50
_LONGEST_LOOKED_AT = 1500
"""Characters of a line that may end in a credit or say the same twice."""


def split_labelled(found: Sequence[Piece]) -> list[Piece]:
    """The pieces, those that hold a label, a credit or a caption cut where these begin and end, and marked."""
    out: list[Piece] = []
    for place, piece in enumerate(found):
        following = found[place + 1].words if place + 1 < len(found) else ""
        for part in _without_end(piece):
            titled = any(earlier.kind is None and is_furniture(earlier, edge=True) is None for earlier in out)
            out += [part] if part.kind is not None else _split(part, following, titled=titled)
    return out


def is_furniture(piece: Piece, *, edge: bool) -> str | None:
    """Why a line is furniture; None where it is not.

    Args:
        piece: the line.
        edge: whether it lies before or after the text of the report.
    """
    if len(piece.words) > _LONGEST_LINE:
        return None
    for line in (piece.words, piece.bare):
        reason = _line(line, edge)
        if reason is not None:
            return reason
    if not any(char.isalnum() for char in piece.text):
        return "nothing but marks"
    segments = [part for part in _SEGMENTS.split(piece.text) if part.strip()]
    if len(segments) > 1 and all(_line(" ".join(part.split()), edge=True) for part in segments):
        return "several links in one line"
    links = [part.split() for part in _LINKS.split(piece.words) if part.strip()]
    if len(links) > 2 and not piece.ended and max(map(len, links)) <= _LONGEST_LINK - 1:
        return "several links in one line"
    wide = [part.split() for part in _WIDE_GAPS.split(piece.text) if part.strip()]
    if len(wide) > 2 and not piece.ended and max(map(len, wide)) <= _LONGEST_LINK:
        return "several links in one line"
    return None


def is_byline(piece: Piece) -> bool:
    """Whether a line says who wrote the report."""
    return len(piece.words) < 160 and tables.bylines()["byline"].fullmatch(piece.words) is not None


def is_caption(piece: Piece, *, beside: bool) -> str | None:
    """Why a paragraph reads like a caption; None where it does not.

    Args:
        piece: the paragraph.
        beside: whether it stands beside a credit or a caption.
    """
    table = tables.captions()
    if table.openings.match(piece.words):
        return "it opens like a caption"
    if len(_SENTENCE_END.findall(piece.words)) + 1 > _MOST_SENTENCES or _SAID.search(piece.words):
        return None
    if piece.size <= _LONGEST_MARKED and table.marks.search(piece.words):
        return "it says who is where in a picture"
    if (beside or not piece.ended) and table.phrases.search(piece.words) and not _QUOTED.search(piece.words):
        return "it speaks like a caption"
    return None


def _line(line: str, edge: bool) -> str | None:
    for sort in tables.furniture():
        if (edge or not sort.edges) and sort.lines.fullmatch(line):
            return sort.reason
    return None


def _split(piece: Piece, following: str, *, titled: bool) -> list[Piece]:
    """A paragraph, cut and marked if it says what it is; else itself, unmarked.

    Args:
        piece: the paragraph.
        following: the words of the next one.
        titled: whether a line that may be the title has come; `FACTBOX-` before the title announces no other report.
    """
    words = tables.labels()
    announced = words["related"].match(piece.text) if titled else None
    if announced and not piece.text[announced.end() :].strip():
        return _related(piece, announced.end())
    if tables.bylines()["credit"].fullmatch(piece.words):
        return [piece.mark("credit", "it says who made the report")]
    if _line(piece.words, edge=False) is not None:
        return [piece]  # `Comments: 3` is no label
    if piece.size <= _LONGEST_CREDIT and (match := words["credit"].match(piece.text)):
        return _credit(piece, match.end(), following)
    if piece.size <= _LONGEST_CAPTION and (match := words["caption"].match(piece.text)):
        return _captioned(piece, match.end())
    if announced:
        return _related(piece, announced.end())
    if titled and not piece.spoken and words["offer"].match(piece.text):
        return [piece.mark("related", "it says what else the page offers")]
    if (half := _doubled(piece.text)) is not None:
        return [part for copy in piece.cut(half) for part in _with_credit(copy, "it stands here twice")]
    if match := _UPDATE.match(piece.text):
        label, *rest = piece.cut(match.end())
        return [label.mark("furniture", "service line"), *rest]
    return _with_credit(piece, None)


def _without_end(piece: Piece) -> list[Piece]:
    """A paragraph without the end mark or the desk's note that closes it, and these."""
    marks: tuple[tuple[re.Pattern[str], BlockKind, str], ...] = (
        (_END_MARK, "furniture", "end mark"),
        (_DESK_NOTE, "credit", "it says who made the report"),
    )
    for pattern, kind, reason in marks:
        if match := pattern.search(piece.text):
            head, *rest = piece.cut(match.start())
            if rest:
                return [*_without_end(head), *(part.mark(kind, reason) for part in rest)]
    return [piece]


def _related(piece: Piece, end: int) -> list[Piece]:
    parts = piece.cut(end)
    parts[0].mark("furniture", "it announces another report")
    for part in parts[1:]:
        part.mark("related", f"after {parts[0].bare!r}")
    return parts


def _credit(piece: Piece, start: int, following: str) -> list[Piece]:
    """A line that opens as a credit; where mark-up was lost, a caption may be glued to it."""
    at = _glued(piece.text, start, following)
    if at is None:
        return [piece.mark("credit", "it opens like a credit")]
    credit, caption = piece.cut(at)
    return [credit.mark("credit", "it opens like a credit"), *_with_credit(caption, "it is glued to a credit")]


def _glued(text: str, start: int, following: str) -> int | None:
    """Where a caption begins in a line that opens as a credit; None where it holds none.

    It is where the next line goes on in the same words, else where a capital follows a small letter without a blank and
    at least three words come after it.
    """
    boundaries = [i for i in range(start + 1, len(text)) if text[i].isupper() and not text[i - 1].isspace()]
    for i in boundaries:
        if text[i - 1].isalnum() and len(text) - i >= 12 and following.startswith(" ".join(text[i:].split())):
            return i
    small = [i for i in boundaries if text[i - 1].islower() and len(text[i:].split()) >= _SHORTEST_GLUED]
    return small[-1] if small else None


def _captioned(piece: Piece, end: int) -> list[Piece]:
    """A line that opens with `Photo:` or the like: a caption, or a credit if it is only names."""
    rest = piece.text[end:].strip()
    if _SLASHED.fullmatch(rest) or rest.lower() in tables.agencies():
        return [piece.mark("credit", "it opens like a credit")]
    if not piece.text.startswith("["):
        return _with_credit(piece, f"it opens with {piece.text[:end].strip(' :')!r}")
    label, *parts = piece.cut(end)
    label.mark("furniture", "it announces a caption")
    return [label, *(new for part in parts for new in _with_credit(part, f"after {label.bare!r}"))]


def _doubled(text: str) -> int | None:
    """Where the second copy begins of a line that says the same twice; None where it does not."""
    if len(text) > _LONGEST_LOOKED_AT:
        return None
    middle = len(text) // 2
    for at in range(middle, min(middle + 3, len(text))):
        first = text[:at].strip()
        if len(first.split()) >= _SHORTEST_GLUED and first == text[at:].strip():
            return at
    return None


def _with_credit(piece: Piece, caption: str | None) -> list[Piece]:
    """A caption without the credit that ends it, and the credit.

    Args:
        piece: a line.
        caption: why it is a caption; None where only a credit at its end could tell.
    """
    found = _ending_credit(piece)
    if found is not None:
        at, reason = found
        head, *rest = piece.cut(at)
        if rest:
            head.mark("caption", caption or reason)
            return [head, *(part.mark("credit", "it ends a caption") for part in rest)]
    if caption is not None:
        return [piece.mark("caption", caption)]
    if piece.size <= 6 and _SLASHED.fullmatch(piece.words):
        return [piece.mark("credit", "nothing but names with a slash")]
    return [piece]


def _ending_credit(piece: Piece) -> tuple[int, str] | None:
    """Where the credit begins that ends a caption, and how it tells one; None where there is none."""
    if piece.size > _LONGEST_CAPTION or len(piece.text) > _LONGEST_LOOKED_AT or piece.bulleted:
        return None
    if (match := _BRACKETED.search(piece.text)) and _is_credit(match["inner"]):
        return match.start("credit"), "it ends in a picture's credit"
    if match := _PLAIN_CREDIT.search(piece.text):
        return match.start("credit"), "it ends in a picture's credit"
    match = _SUFFIX.search(piece.text)
    if match and match.start() > 0:
        known = match["outlet"].lower() in tables.agencies()
        if _STAMPED.search(piece.text) or (known and piece.title_case() < 0.9 and not _SAID.search(piece.words)):
            return match.start(), f"it ends in {match['outlet']!r}"
    return None


def _is_credit(inner: str) -> bool:
    """Whether words in brackets name who made a picture, not merely an agency or a thing."""
    lower = inner.lower()
    parts = [part.strip() for part in re.split(r"/| - | – | — |, ", inner)]
    if re.match(r"(?:file )?(?:photo|picture|image|credit)s?\b ?(?::|by|credit|courtesy)", lower):
        return True
    names = all(part and (part[0].isupper() or part in tables.captions().desks) for part in parts)
    if len(parts) < 2 or not names:
        return lower.endswith((" photo", " photos", " pool")) and lower.split()[0] in tables.agencies()
    return "/" in inner or any(part.lower() in tables.agencies() for part in parts)
