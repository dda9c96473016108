"""A report, its parts told apart."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args

from dragoman.errors import SpanInvalid
from dragoman.records.date_span import DateSpan
from dragoman.records.document import DocumentFacts
from dragoman.records.record import Record
from dragoman.records.span import Span

BlockKind = Literal["title", "standfirst", "dateline", "byline", "body", "caption", "credit", "related", "furniture"]
PublishedBasis = Literal["given", "metadata", "dateline", "inferred"]
OutletBasis = Literal["given", "metadata", "dateline", "credit"]


@dataclass(frozen=True, slots=True)
class Block(Record):
    """A part of an article's text and what it is.

    Raises:
        RecordInvalid: an unknown kind, or a span without characters.
    """

    kind: BlockKind
    """`related` is the headline of another report, `furniture` what the page adds for its own sake."""
    span: Span
    """Without the white space around it."""
    reason: str = ""
    """Why it is of this kind."""
    repeats: Span | None = None
    """The block before that says the same, as a caption that a page repeats; its span."""

    def __post_init__(self) -> None:
        if self.kind not in get_args(BlockKind):
            raise self.invalid("kind", f"one of {', '.join(get_args(BlockKind))} is needed")
        if not len(self.span):
            raise self.invalid("span", "a block has characters")


@dataclass(frozen=True, slots=True)
class Dateline(Record):
    """Where, for whom and when a report was filed, as its opening says: `ROME, May 2 (Agency) -`."""

    span: Span
    """All of it, up to and with the dash or full stop that ends it."""
    place: str
    """The place or places, written as names are: `Rome`; several are parted by ` / `."""
    place_span: Span
    region: str | None = None
    """The state or country named after the place, as written."""
    agency: str | None = None
    agency_span: Span | None = None
    date: str | None = None
    """As written, without white space around it: `May 2`."""
    date_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article(Record):
    """A report ready to be read: what it is, who published it when, and which of its words are whose.

    Raises:
        RecordInvalid: without id, a publication date without its basis, blocks that overlap or are out of order, or a
            confidence that is not from 0 to 1.
        SpanInvalid: a span that reaches beyond the text.
    """

    id: str
    """The document's."""
    document: DocumentFacts
    text: str
    """The document's text, white space made plain, its length unchanged: offsets hold in both."""
    blocks: tuple[Block, ...]
    """In the order of the text, none overlapping; they cover all of it but white space."""
    title: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    """Who published it, as its own name is written."""
    outlet_basis: OutletBasis | None = None
    published: DateSpan | None = None
    """When it was published; never the day of reading; None where nothing bounds it."""
    published_basis: PublishedBasis | None = None
    published_confidence: float | None = None
    """How likely it is that the day lies in `published`, 0 to 1."""
    dateline: Dateline | None = None
    language: str | None = None
    """ISO 639-1 code of the body's language."""
    language_confidence: float | None = None
    """How likely it is that the body is in this language, 0 to 1; 1 where it was given."""

    def __post_init__(self) -> None:
        if not self.id:
            raise self.invalid("id", "an article needs one")
        if (self.published is None) != (self.published_basis is None):
            raise self.invalid("published_basis", "a publication date and its basis go together")
        for field in ("published_confidence", "language_confidence"):
            value = getattr(self, field)
            if value is not None and not 0 <= value <= 1:
                raise self.invalid(field, "a confidence lies between 0 and 1")
        self._check_spans()

    def _check_spans(self) -> None:
        for block, following in pairwise(self.blocks):
            if following.span.start < block.span.end:
                raise self.invalid("blocks", f"{following.span} does not follow {block.span}")
        spans = [block.span for block in self.blocks[-1:]]
        if self.dateline is not None:
            spans.append(self.dateline.span)
        for span in spans:
            if self.text and span.end > len(self.text):
                raise SpanInvalid(span.start, span.end, len(self.text))

    def of_kind(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """The blocks of these kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    def block_at(self, offset: int) -> Block | None:
        """The block that the character at this offset lies in; None between blocks."""
        return next((block for block in self.blocks if block.span.start <= offset < block.span.end), None)
