"""One row of a table, or one object of JSON, to one report."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from dragoman.records import Document, Metadata, Rejection
from dragoman.sources.options import Options
from dragoman.sources.published import published_span

_NOTHING = frozenset({"", "-", "n/a", "na", "nan", "nat", "none", "null"})


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of one report, and where."""

    origin: str
    """The file."""
    place: str
    """Where in the file, for people: `line 7`."""
    fragment: str
    """The same as part of the report's origin: `7`."""
    raw: bytes
    media_type: str
    encoding: str
    values: Mapping[str, Any]
    """By column name."""

    def rejected(self, reason: str) -> Rejection:
        """The row, given up."""
        return Rejection("sources", reason, self.origin, self.place)


def document(row: Row, bound: Mapping[str, str], options: Options) -> Document | Rejection:
    """The report of a row; `bound` names the column of each field."""
    text = _text(row.values.get(bound["text"]))
    if text is None:
        return row.rejected(f"{bound['text']!r} holds no text")
    if not text.strip():
        return row.rejected(f"empty: nothing in {bound['text']!r}")
    if len(text) > options.longest:
        return row.rejected(f"{len(text):,} characters, too long for one report")
    said = {field: _value(row.values.get(name)) for field, name in bound.items() if field != "text"}
    published = None
    if words := said.pop("published", None):
        published = published_span(words, repr(bound["published"]))
        if published is None:
            return row.rejected(f"{words!r} in {bound['published']!r} is no date")
    metadata = Metadata(published=published, **said)
    origin = f"{row.origin}:{row.fragment}"
    return Document(origin, text, sha256(row.raw).hexdigest(), row.media_type, row.encoding, metadata)


def _text(value: Any) -> str | None:
    """A string, or a list of paragraphs as one; None for anything else."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return "" if value is None else value if isinstance(value, str) else None


def _value(value: Any) -> str | None:
    """What a field beside the text says; None where it says nothing."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    words = " ".join(str(value).split())
    return None if words.lower() in _NOTHING else words
