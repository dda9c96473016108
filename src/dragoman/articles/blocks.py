"""A text without mark-up -> its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.articles import tables
from dragoman.articles.foreign import foreign
from dragoman.articles.headings import (
    choose_title,
    heading_kind,
    is_heading,
    is_question,
    is_standfirst,
    is_styled,
    mark_head,
)
from dragoman.articles.labelled import is_byline, is_caption, is_furniture, split_labelled
from dragoman.articles.pieces import Piece, pieces
from dragoman.records import Block, Dateline, Span
from dragoman.text import FoundDateline, dateline

_LOOKED_AT = 6
_FIRST = 3
_LEAD = 3
_LONGEST_STANDFIRST = 30
_SET_OFF = ("furniture", "byline", "caption", "credit")
_PROSE = 8
"""Words of a first paragraph; a shorter sentence before it is a title, a slogan or an order to the reader."""
_SMALL = frozenset("al au da de del des di do du el en es et la le les los of sur the und upon y".split())


class Parts(NamedTuple):
    """The blocks of a text, and what they say of the report."""

    blocks: tuple[Block, ...]
    title: str | None
    standfirst: str | None
    dateline: Dateline | None


def parts(text: str, *, title: str | None = None, language: str = "en") -> Parts:
    """The blocks of a text, in order; they cover all of it that is not white space.

    Args:
        text: its white space made plain by `normalise`.
        title: the title that the source gives beside the text.
        language: ISO 639-1 code of the report's language; pieces in others are furniture.
    """
    found = split_labelled(pieces(text))
    _mark_lines(found, language)
    _extend_related(found)
    lead, opening = _opening(found)
    head = found[:lead]
    chosen = choose_title(head, [piece for piece in found[lead:] if piece.kind is None][:_LEAD], title)
    mark_head(head, chosen, _names(opening))
    _mark_repeats(found, chosen)
    _mark_rest(found[lead:], opening)
    found, filed = _cut_dateline(found, opening)
    blocks = tuple(Block(piece.kind or "body", piece.span, piece.reason, piece.repeats) for piece in found)
    standfirst = " ".join(piece.words for piece in found if piece.kind == "standfirst") or None
    return Parts(blocks, None if chosen is None else chosen.words, standfirst, filed or _place_line(found))


class _Opening(NamedTuple):
    """The paragraph that has the dateline."""

    piece: Piece
    found: FoundDateline


def _mark_lines(found: Sequence[Piece], language: str) -> None:
    """Mark the lines that say themselves what they are."""
    for piece in found:
        if piece.kind is not None:
            continue
        reason = is_furniture(piece, edge=False) or foreign(piece.text, language)
        if reason is not None:
            piece.mark("furniture", reason)
        elif is_byline(piece):
            piece.mark("byline", "it says who wrote the report")


def _extend_related(found: Sequence[Piece]) -> None:
    """Let a label that announces other reports hold for the lines below it, up to a blank one or a sentence."""
    announced = ""
    begun = False
    for before, piece in pairwise(found):
        begun = begun or (before.kind is None and before.spoken)
        if not begun:
            continue
        if before.kind == "furniture" and before.reason == "it announces another report":
            announced = before.bare
        if piece.after_blank and before.kind != "furniture":
            announced = ""
        if announced and piece.kind is None:
            if piece.spoken:
                announced = ""
            else:
                piece.mark("related", f"after {announced!r}")


def _opening(found: Sequence[Piece]) -> tuple[int, _Opening | None]:
    """Where the text of the report begins among the pieces, and the paragraph with its dateline.

    The text begins with the dateline, or before it with a lead that is too long for a standfirst.
    """
    spoken = [place for place, piece in enumerate(found) if piece.kind is None and piece.spoken]
    spoken = [place for place in spoken if is_caption(found[place], beside=_beside(found, place)) is None]
    for number, place in enumerate(spoken[:_LOOKED_AT]):
        opening = dateline(_flat(found[place].text), first=number < _FIRST)
        if opening is None:
            continue
        for earlier in spoken[:number]:
            if not _before_text(found, earlier):
                return earlier, _Opening(found[place], opening)
        return place, _Opening(found[place], opening)
    prose = [place for place in spoken if found[place].size >= _PROSE and not is_heading(found[place])] or spoken
    if len(prose) > 1 and _stands_first(found, prose[0]):
        return prose[1], None
    for place in prose:
        if len(spoken) > 1 and place == 0 and is_heading(found[0]):
            continue
        return place, None
    return _without_sentences(found), None


def _stands_first(found: Sequence[Piece], place: int) -> bool:
    """Whether a short paragraph right below a line that may be the title is set off from the text by other lines."""
    before, following = found[:place], found[place + 1]
    titled = bool(before) and before[-1].kind is None and is_heading(before[-1])
    return titled and found[place].size <= _LONGEST_STANDFIRST and following.kind in _SET_OFF


def _before_text(found: Sequence[Piece], place: int) -> bool:
    """Whether a sentence before the dateline is a title or a standfirst."""
    free = [piece for piece in found[:place] if piece.kind is None]
    if not free:
        return found[place].size <= 20
    before = found[place - 1]
    return is_standfirst(found[place], before)


def _without_sentences(found: Sequence[Piece]) -> int:
    """Where a text begins that has no sentences: after its title, or with its only line."""
    free = [place for place, piece in enumerate(found) if piece.kind is None]
    return free[0] if len(free) == 1 else free[1] if free else len(found)


def _names(opening: _Opening | None) -> frozenset[str]:
    """What the outlet is called, in lower case, as far as the dateline tells."""
    if opening is None or opening.found.agency is None:
        return frozenset()
    agency = opening.piece.text[slice(*opening.found.agency)].strip().lower()
    known = tables.agencies().get(agency)
    return frozenset({agency} | ({known.name.lower(), *map(str.lower, known.aliases)} if known else set()))


def _mark_repeats(found: Sequence[Piece], title: Piece | None) -> None:
    """Mark what stands in the text more than once: captions, a title, or a paragraph."""
    first: dict[str, Piece] = {}
    for piece in found:
        key = piece.bare.casefold().rstrip(".")
        if piece.size < 3 or piece.kind in ("credit", "furniture", "byline"):
            continue
        known = first.setdefault(key, piece)
        if known is piece:
            continue
        if known.kind in ("title", "standfirst") and piece.spoken:
            continue  # a title's words, told in the text
        piece.repeats = known.span
        if known is title:
            piece.mark("furniture", "it repeats the title")
        elif known.kind is None and known.spoken and piece.kind is None:
            piece.mark("furniture", "it repeats a paragraph")
        else:
            for copy in (known, piece):
                if copy.kind in (None, "body", "caption", "standfirst"):
                    copy.mark("caption", copy.reason or "it stands here more than once")


def _mark_rest(rest: Sequence[Piece], opening: _Opening | None) -> None:
    """Say what the pieces from the lead on are."""
    for piece in reversed(rest):
        if piece.kind is None:
            reason = is_furniture(piece, edge=True)
            if reason is None:
                break
            piece.mark("furniture", reason)
    lead = opening.piece if opening else rest[0] if rest else None
    for place, piece in enumerate(rest):
        if piece.kind is None and piece is not lead:
            reason = is_caption(piece, beside=_beside(rest, place))
            if reason is not None:
                piece.mark("caption", reason)
    spoken = [place for place, piece in enumerate(rest) if piece.kind is None and (piece.spoken or piece is lead)]
    last = spoken[-1] if spoken else -1
    loose = _is_loose(rest)
    for place, piece in enumerate(rest):
        if piece.kind is None:
            _mark_paragraph(rest, place, last, loose)


def _mark_paragraph(rest: Sequence[Piece], place: int, last: int, loose: bool) -> None:
    piece = rest[place]
    if 0 < place < last and is_question(piece):
        piece.mark("furniture", "crosshead")
        return
    before = rest[place - 1] if place else None
    following = rest[place + 1] if place + 1 < len(rest) else None
    if piece.spoken or place == 0 or (loose and piece.size >= 8):
        piece.mark("body", "a paragraph")
    elif is_styled(piece):
        piece.mark("furniture", "crosshead")
    elif piece.words.endswith((":", ";")) or (piece.bulleted and piece.size > 2 and place <= last + 12):
        piece.mark("body", "a list and what announces it")
    elif following is not None and following.kind == "credit" and not following.after_blank:
        piece.mark("caption", "a credit follows")
    elif place > last and piece.size < 6:
        piece.mark("furniture", "after the report")
    else:
        kind, reason = heading_kind(piece, following, before)
        piece.mark(kind, reason)


def _is_loose(rest: Sequence[Piece]) -> bool:
    """Whether the text leaves out the full stops at the ends of its paragraphs."""
    long = [piece for piece in rest if piece.kind is None and piece.size >= 20]
    return sum(piece.ended for piece in long) * 2 < len(long)


def _beside(found: Sequence[Piece], place: int) -> bool:
    """Whether a piece stands beside one that belongs to a picture."""
    near = (*found[max(0, place - 1) : place], *found[place + 1 : place + 2])
    return any(piece.kind in ("credit", "caption") for piece in near)


def _cut_dateline(found: Sequence[Piece], opening: _Opening | None) -> tuple[list[Piece], Dateline | None]:
    """The pieces, the dateline cut off the paragraph that it opens, and the dateline itself."""
    if opening is None:
        return list(found), None
    out: list[Piece] = []
    for piece in found:
        if piece is not opening.piece:
            out.append(piece)
            continue
        line, *rest = piece.cut(opening.found.end)
        out.append(line.mark("dateline", "a place, and who filed it when, before the first words"))
        out += [part.mark(piece.kind or "body", piece.reason) for part in rest]
    return out, _dateline(opening)


def _dateline(opening: _Opening) -> Dateline:
    start, text, found = opening.piece.start, opening.piece.text, opening.found
    left = len(text) - len(text.lstrip())

    def placed(part: tuple[int, int] | None) -> tuple[str | None, Span | None]:
        if part is None:
            return None, None
        words = text[slice(*part)]
        inner = words.strip()
        at = start + part[0] + words.index(inner)
        return " ".join(inner.split()), Span(at, at + len(inner))

    place, place_span = placed(found.place)
    agency, agency_span = placed(found.agency)
    date, date_span = placed(found.date)
    return Dateline(
        span=Span(start + left, start + found.end),
        place=place_name(place or ""),
        place_span=place_span or Span(start, start),
        region=placed(found.region)[0],
        agency=agency,
        agency_span=agency_span,
        date=date,
        date_span=date_span,
    )


def _place_line(found: Sequence[Piece]) -> Dateline | None:
    """The dateline that is a line of its own, with nothing but a place."""
    piece = next((piece for piece in found if piece.kind == "dateline"), None)
    if piece is None:
        return None
    place, _, region = piece.text.partition(",")
    span = Span(piece.start, piece.start + len(place))
    return Dateline(piece.span, place_name(place), span, region=region.strip() or None)


def place_name(words: str) -> str:
    """A place as names are written, out of capitals: `Rio de Janeiro`; several are parted by ` / `."""
    names = (" ".join(name.split()) for name in words.split("/"))
    return " / ".join(_capitalised(name) if name.isupper() else name for name in names)


def _capitalised(name: str) -> str:
    if "." in name and " " not in name and len(name) <= 5:
        return name
    parts = re.split(r"([ \-])", name.lower())
    return "".join(
        part if place and part in _SMALL else re.sub(r"(?:^|(?<=\w['’]))\w(?=\w)|^\w", lambda m: m[0].upper(), part)
        for place, part in enumerate(parts)
    )


def _flat(text: str) -> str:
    """The text with a blank for every line feed."""
    return text.replace("\n", " ")
