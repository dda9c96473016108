"""A document -> an article: its blocks, and what it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from dragoman.articles.blocks import Parts, parts
from dragoman.articles.foreign import Guess, detect, english_share, is_latin
from dragoman.articles.outlet import Outlet, find_outlet
from dragoman.articles.pieces import pieces
from dragoman.articles.published import given_date, infer_date, told_date
from dragoman.records import Article, DateSpan, Document, Rejection
from dragoman.text import normalise

ENGLISH = frozenset({"en"})

_LEAST_SHARE = 0.25
_LEAST_LETTERS = 60
_SAMPLE = 20_000
_PROSE = 0.15
_UNTOLD = 0.15
_UNSURE = 0.3
"""Below this probability a text in Latin letters, such as a list of names, may as well be English."""


def article(
    document: Document,
    published: date | DateSpan | str | None = None,
    outlet: str | None = None,
    language: str | None = None,
    *,
    languages: Collection[str] = ENGLISH,
) -> Article | Rejection:
    """Tell the parts of a report apart and find out who published it, when, and in which language.

    What is given goes before what the source says beside the text, and that before what the text tells. The publication
    date is never the day of reading: where nothing tells it, it is bounded, or None.

    Args:
        document: the report.
        published: its publication date: a day, a span, or words that are a date.
        outlet: who published it.
        language: ISO 639-1 code of its language; then none is detected.
        languages: the languages that there is a model for.

    Returns:
        The article, or a rejection where its language has no model, or where it has no text but furniture.

    Raises:
        DateUnreadable: the publication date given is none.
    """
    given = None if published is None else given_date(published)
    text = normalise(document.text)
    spoken = Guess(language, 1.0) if language is not None else _language(text, languages)
    if spoken.language not in languages:
        return Rejection("articles", _unreadable(text, spoken, languages), document.origin)
    told = document.metadata
    found = parts(text, title=told.title, language=spoken.language)
    if not any(block.kind in ("body", "title", "standfirst") for block in found.blocks):
        return Rejection("articles", "nothing but furniture, no text of a report", document.origin)
    name = _outlet(outlet, told.outlet, text, found)
    filed = given or (None if told.published is None else told_date(told.published, found.dateline))
    filed = filed or infer_date(text, found.blocks, found.dateline, name.name, told.url or document.origin)
    return Article(
        id=document.id,
        document=document.facts,
        text=text,
        blocks=found.blocks,
        title=told.title or found.title,
        standfirst=found.standfirst,
        outlet=name.name,
        outlet_basis=None if name.found is None else name.found.basis,
        published=None if filed is None else filed.span,
        published_basis=None if filed is None else filed.basis,
        published_confidence=None if filed is None else filed.confidence,
        dateline=found.dateline,
        language=spoken.language,
        language_confidence=spoken.probability,
    )


class _Named(NamedTuple):
    """An outlet, or none."""

    found: Outlet | None

    @property
    def name(self) -> str | None:
        return None if self.found is None else self.found.name


def _outlet(given: str | None, told: str | None, text: str, found: Parts) -> _Named:
    if given is not None:
        return _Named(Outlet(given, "given"))
    if told is not None:
        return _Named(Outlet(told, "metadata"))
    return _Named(find_outlet(text, found.blocks, found.dateline))


def _unreadable(text: str, spoken: Guess, languages: Collection[str]) -> str:
    """Why a text in another language cannot be read."""
    if not any(char.isalpha() for char in text):
        return "it has no letters"
    known = f"there are models for: {', '.join(sorted(languages))}"
    if spoken.probability < _UNTOLD:
        return f"in no language that can be told; {known}"
    return f"in a language without a model: {spoken.language} (probability {spoken.probability:.2f}); {known}"


def _language(text: str, languages: Collection[str]) -> Guess:
    """The language of a text: one with a model if a quarter of its prose is in it, else the likeliest.

    So a page that has English beside another language counts as English, and so does a text too short to tell.
    """
    whole = detect(text[:_SAMPLE])
    if whole.language in languages:
        return whole
    letters = dict.fromkeys(languages, 0)
    total = 0
    for piece in pieces(text[:_SAMPLE]):
        size = len(piece.letters)
        if size < _LEAST_LETTERS and total + size < len(text) // 2:
            continue
        guess = detect(piece.text)
        total += size
        if guess.language in letters and (guess.language != "en" or english_share(piece.words) > _PROSE):
            letters[guess.language] += size
    best = max(letters, key=lambda language: letters[language])
    if total and letters[best] >= _LEAST_SHARE * total:
        return Guess(best, letters[best] / total)
    if "en" in languages and whole.probability < _UNSURE and is_latin(text):
        return Guess("en", whole.probability)
    return whole
