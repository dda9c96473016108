"""What keeps a ledger: the contract of a store, and the table of those there are.

A store is opened with a path, speaks no language but these methods, and passes `tests/ledger/conformance.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from dragoman.ledger.errors import StoreUnknown
from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.ledger.query import ClaimQuery, RejectionQuery, RelationQuery, ReportQuery
from dragoman.records import Claim, CodedArticle, Rejection, Relation
from dragoman.registry import Registry

Change = Literal["added", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class AddResult:
    """What adding a coded report, or a rejection, did to the ledger."""

    change: Change
    """`replaced` where the ledger held another coding of the same report."""
    id: str
    """The report's, or that of what was rejected."""
    claims: int = 0
    """How many the report has, whatever the change."""
    relations: int = 0
    rejections: int = 0
    new_origin: bool = False
    """Whether a report that the ledger knew was found at a place that it did not know: a copy."""


class Reader(Protocol):
    """The reading half of a store."""

    path: Path

    def claims(self, query: ClaimQuery) -> Sequence[FoundClaim]:
        """The claims that pass every filter, by report in the order of adding, then in the order of the text."""

    def relations(self, query: RelationQuery) -> Sequence[FoundRelation]:
        """The relations that pass every filter, in the same order."""

    def reports(self, query: ReportQuery) -> Sequence[ReportSummary]:
        """The reports that pass every filter, in the order of adding."""

    def rejections(self, query: RejectionQuery) -> Sequence[Rejection]:
        """The rejections that pass every filter: first inputs that never became reports, then words in reports."""

    def get(self, id_: str) -> Claim | Relation | CodedArticle:
        """What has this id, or the one thing whose id begins so.

        Raises:
            EntryMissing: nothing has it.
            EntryAmbiguous: several ids begin so.
        """

    def report_of(self, id_: str) -> CodedArticle:
        """The whole report with this id, or that the claim or relation with this id is from.

        Raises:
            EntryMissing: nothing has it.
            EntryAmbiguous: several ids begin so.
        """

    def close(self) -> None:
        """Let go of what is held open."""


class Writer(Protocol):
    """The writing half of a store: each call is one transaction, all of it or nothing."""

    def add(self, coded: CodedArticle) -> AddResult:
        """Add a report; the same again changes nothing, another coding of it takes the place of the first."""

    def reject(self, rejection: Rejection) -> AddResult:
        """Add a rejection of input that never became a report; the same again changes nothing."""


class Store(Reader, Writer, Protocol):
    """Both halves, and whether texts are kept."""

    store_text: bool


class OpenStore(Protocol):
    """Opens a store; made where there is none, unless it is to be read only.

    Args:
        path: where it is.
        read_only: whether it must be there and nothing may be written, an upgrade of its schema included.
        store_text: whether a new ledger keeps the texts of its reports; None is as it is, and True for a new one.
    """

    def __call__(self, path: Path, *, read_only: bool = False, store_text: bool | None = None) -> Store:
        """Open the store at a path."""


stores: Registry[OpenStore] = Registry(
    {"sqlite": "dragoman.ledger.sqlite:open_store"}, unknown=StoreUnknown, group="dragoman.stores"
)
