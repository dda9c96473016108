"""Claims of many reports, kept: a `Ledger` is opened, added to and asked. Only this package speaks SQL."""

from dragoman.ledger.columns import CLAIM_COLUMNS, RELATION_COLUMNS, Column
from dragoman.ledger.errors import (
    EntryAmbiguous,
    EntryMissing,
    FilterInvalid,
    FilterUnknown,
    LedgerConflict,
    LedgerMissing,
    LedgerUnreadable,
    LedgerUnwritable,
    LedgerVersion,
    LibraryMissing,
    StoreUnknown,
)
from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.ledger.ledger import AddSummary, Ledger
from dragoman.ledger.query import ClaimFilters, RejectionFilters, RelationFilters, ReportFilters
from dragoman.ledger.results import Claims, Rejections, Relations, Reports, Results
from dragoman.ledger.store import AddResult, Reader, Store, Writer, stores

__all__ = [
    "CLAIM_COLUMNS",
    "RELATION_COLUMNS",
    "AddResult",
    "AddSummary",
    "ClaimFilters",
    "Claims",
    "Column",
    "EntryAmbiguous",
    "EntryMissing",
    "FilterInvalid",
    "FilterUnknown",
    "FoundClaim",
    "FoundRelation",
    "Ledger",
    "LedgerConflict",
    "LedgerMissing",
    "LedgerUnreadable",
    "LedgerUnwritable",
    "LedgerVersion",
    "LibraryMissing",
    "Reader",
    "RejectionFilters",
    "Rejections",
    "RelationFilters",
    "Relations",
    "ReportFilters",
    "ReportSummary",
    "Reports",
    "Results",
    "Store",
    "StoreUnknown",
    "Writer",
    "stores",
]
