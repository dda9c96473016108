"""A text as it came in."""

from dataclasses import dataclass

from dragoman.records.date_span import DateSpan
from dragoman.records.ids import content_id
from dragoman.records.record import Record


@dataclass(frozen=True, slots=True)
class Metadata(Record):
    """What the source itself says of a report, beside its text; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: DateSpan | None = None
    """Publication date, its reason the words of the source."""
    url: str | None = None
    language: str | None = None
    """ISO 639 code, as given."""
    id: str | None = None
    """The source's own identifier of the report."""


@dataclass(frozen=True, slots=True)
class DocumentFacts(Record):
    """All of a document but its text."""

    id: str
    origin: str
    sha256: str | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    metadata: Metadata = Metadata()


@dataclass(frozen=True, slots=True)
class Document(Record):
    """One report, read and decoded but otherwise as given: all offsets count characters of `text`.

    Raises:
        RecordInvalid: without origin.
    """

    origin: str
    """Where it came from: the path as the user gave it (and in it the line or row), an address, or `-`."""
    text: str
    sha256: str | None = None
    """Of the raw bytes that the report was read from, hexadecimal; None where there were none, only a string."""
    media_type: str = "text/plain"
    """What the raw bytes were: `text/plain`, `text/html`, `application/json`, `text/csv`."""
    encoding: str | None = None
    """Of the raw bytes; ends in ` (guessed)` where it is a guess; None where there were none."""
    metadata: Metadata = Metadata()
    id: str = ""
    """Made from the text and the metadata where it is left out: copies of a report have the same."""

    def __post_init__(self) -> None:
        if not self.origin:
            raise self.invalid("origin", "a document needs one")
        if not self.id:
            object.__setattr__(self, "id", self._identify())

    @property
    def facts(self) -> DocumentFacts:
        """All but the text."""
        return DocumentFacts(self.id, self.origin, self.sha256, self.media_type, self.encoding, self.metadata)

    def _identify(self) -> str:
        said = self.metadata
        published = None if said.published is None else f"{said.published.start} {said.published.end}"
        return content_id("report", self.text, said.title, said.outlet, published, said.url, said.language, said.id)
