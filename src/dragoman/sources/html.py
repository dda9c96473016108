"""HTML pages: trafilatura finds the report's text and what the page says of it."""

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from dragoman.records import DateSpan, Document, Metadata, Rejection
from dragoman.sources.decoding import Decoded, Undecodable, decode
from dragoman.sources.inputs import Input
from dragoman.sources.options import Options
from dragoman.sources.published import published_span

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.\-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_LANGUAGE = re.compile(r"<html\b[^>]*?\blang\s*=\s*[\"']?\s*([a-z]{2,3})\b", re.IGNORECASE)
_OPEN_TAG = re.compile(r"<[a-z/!][^<>]*\Z", re.IGNORECASE)
_PAGE_BYTES = 8


def read(given: Input, options: Options) -> Iterator[Document | Rejection]:
    """The report of a page: its title, a blank line, and its text, in which a blank line parts the paragraphs.

    A page that breaks off inside a tag gives what there is of the report, and a rejection of the rest.

    Raises:
        InputUnreadable: the page cannot be decoded, is too long, or has no text of a report.
    """
    raw = given.whole(_PAGE_BYTES * options.longest_bytes)
    page = _decoded(given, raw, options)
    if not page.text.strip():
        raise given.rejected("empty")
    found = _extract(page.text, given.url)
    body = "" if found is None else _paragraphs(found.text or "")
    cut = _OPEN_TAG.search(page.text)
    if not body:
        reason = "no text of a report in this HTML"
        raise given.rejected(f"{reason}, which breaks off inside a tag" if cut else reason)
    metadata = _metadata(found, page.text, given.url)
    title = metadata.title or ""
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    if len(text) > options.longest:
        raise given.rejected(f"{len(text):,} characters, too long for one report")
    yield Document(given.origin, text, sha256(raw).hexdigest(), "text/html", page.encoding, metadata)
    if cut:
        reason = "the HTML breaks off inside a tag; what came after is missing from the report"
        yield Rejection("sources", reason, given.origin, f"character {cut.start()}")


def _decoded(given: Input, raw: bytes, options: Options) -> Decoded:
    """The page as text, by the encoding given, the server's word or the page's own."""
    declared = given.charset
    if declared is None:
        match = _DECLARED.search(raw[:_DECLARED_WITHIN])
        declared = None if match is None else match[1].decode("ascii").lower()
    result = decode(raw, options.encoding, declared)
    if isinstance(result, Undecodable):
        raise given.rejected(result.reason, None if result.byte is None else f"byte {result.byte}")
    return result


def _extract(page: str, url: str | None) -> Any:
    """What trafilatura finds; None for nothing."""
    import logging

    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura.bare_extraction(
        page,
        url=url,
        with_metadata=True,
        include_comments=False,
        fast=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )


def _paragraphs(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _metadata(found: Any, page: str, url: str | None) -> Metadata:
    language = _LANGUAGE.search(page)
    return Metadata(
        title=_plain(found.title),
        outlet=_plain(found.sitename),
        published=_published(found.date),
        url=url or _plain(found.url),
        language=language[1].lower() if language else None,
    )


def _plain(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _published(words: str | None) -> DateSpan | None:
    return published_span(words, "the page's own mark-up") if words else None
