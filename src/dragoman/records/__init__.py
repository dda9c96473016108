"""The types that cross stages: frozen, slotted, standard library only; each becomes JSON and comes back the same."""

from dragoman.records.actor import Actor, Party, Role
from dragoman.records.article import Article, Block, BlockKind, Dateline, OutletBasis, PublishedBasis
from dragoman.records.claim import Claim, Polarity, Relation, ScaleValue
from dragoman.records.coded_article import CodedArticle
from dragoman.records.date_span import DateSpan, Precision
from dragoman.records.document import Document, DocumentFacts, Metadata
from dragoman.records.ids import content_id
from dragoman.records.place import Place
from dragoman.records.record import Record
from dragoman.records.rejection import Rejection
from dragoman.records.span import Span
from dragoman.records.voice import Manner, Stance, Voice

__all__ = [
    "Actor",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "CodedArticle",
    "DateSpan",
    "Dateline",
    "Document",
    "DocumentFacts",
    "Manner",
    "Metadata",
    "OutletBasis",
    "Party",
    "Place",
    "Polarity",
    "Precision",
    "PublishedBasis",
    "Record",
    "Rejection",
    "Relation",
    "Role",
    "ScaleValue",
    "Span",
    "Stance",
    "Voice",
    "content_id",
]
