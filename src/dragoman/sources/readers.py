"""The readers of input: one visible table, and which of them reads what."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from urllib.parse import urlsplit

from dragoman.errors import ReaderUnknown
from dragoman.records import Document, Rejection
from dragoman.registry import Registry
from dragoman.sources.inputs import Input, is_address
from dragoman.sources.options import Options

Reader = Callable[[Input, Options], Iterator[Document | Rejection]]
"""Reports from an input, in its order; what cannot be used is a rejection, or `InputUnreadable` ends the input."""

readers: Registry[Reader] = Registry(
    {
        "csv": "dragoman.sources.tables:read",
        "html": "dragoman.sources.html:read",
        "json": "dragoman.sources.jsonl:read_array",
        "jsonl": "dragoman.sources.jsonl:read",
        "text": "dragoman.sources.plain:read",
    },
    unknown=ReaderUnknown,
    group="dragoman.readers",
)

ENDINGS = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".tsv": "csv",
    ".txt": "text",
    ".xhtml": "html",
}
"""Endings of files, in lower case, and the reader for each; a folder stands for its files with one of these."""

MEDIA_TYPES = {
    "application/json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/xhtml+xml": "html",
    "text/csv": "csv",
    "text/html": "html",
    "text/tab-separated-values": "csv",
}
"""What servers call things, and the reader for each."""

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def reader_name(given: Input, options: Options) -> str:
    """Which reader an input is for: the one asked for, else by the server's word, the ending, or the content.

    Text whose content is plainly HTML or JSON is taken for that, whatever its ending.
    """
    if options.reader is not None:
        return options.reader
    name = MEDIA_TYPES.get(given.media_type or "")
    path = urlsplit(given.origin).path if is_address(given.origin) else given.origin
    name = name or ENDINGS.get(PurePath(path).suffix.lower(), "text")
    return name if name != "text" else _by_content(given.head.removeprefix(b"\xef\xbb\xbf"))


def _by_content(head: bytes) -> str:
    if _HTML.match(head):
        return "html"
    start = head.lstrip()
    if re.match(rb"\[\s*\{\s*\"", start):
        return "json"
    if start.startswith(b"{") and _is_object(start.partition(b"\n")[0]):
        return "jsonl"
    return "text"


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
