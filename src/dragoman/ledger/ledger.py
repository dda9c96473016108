"""The ledger as people use it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self, Unpack

from dragoman.ledger.query import (
    ClaimFilters,
    ClaimQuery,
    RejectionFilters,
    RejectionQuery,
    RelationFilters,
    RelationQuery,
    ReportFilters,
    ReportQuery,
)
from dragoman.ledger.results import Claims, Rejections, Relations, Reports
from dragoman.ledger.store import AddResult, Store, stores
from dragoman.records import Claim, CodedArticle, Rejection, Relation


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What adding many did: how many reports each way, and how many inputs were no reports at all."""

    added: int = 0
    unchanged: int = 0
    replaced: int = 0
    rejected: int = 0

    def plus(self, item: CodedArticle | Rejection, result: AddResult) -> "AddSummary":
        """The summary with one more."""
        name = "rejected" if isinstance(item, Rejection) else result.change
        return replace(self, **{name: getattr(self, name) + 1})


class Ledger:
    """Claims, relations and rejections of many reports, kept in a file.

    What is added stays, whatever happens: one transaction a report, all of it or nothing.

        with dragoman.Ledger.open("news.db") as ledger:
            ledger.add(coded)
            frame = ledger.claims(actor="Haftar", event="CONSULT").to_polars()
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def open(
        cls,
        path: str | PathLike[str],
        *,
        read_only: bool = False,
        store_text: bool | None = None,
        store: str = "sqlite",
    ) -> Self:
        """Open the ledger at a path (`:memory:` is one that is never written to disk).

        It is made where there is none; one of an older Dragoman is brought up to date.

        Args:
            path: the file.
            read_only: the file must be there, and nothing of it may change, its version included.
            store_text: False makes a new ledger that keeps no texts: titles, the names of parties and voices and all
                offsets stay, the text and standfirst of reports do not. None is as the ledger is.
            store: the kind of store, a name in `dragoman.ledger.stores`.

        Raises:
            LedgerMissing: there is none, and it is to be read only.
            LedgerUnreadable: the file is no ledger, or broken.
            LedgerUnwritable: it can be neither made nor written.
            LedgerVersion: it was made by a newer Dragoman; or by an older one, and it is to be read only.
            LedgerConflict: `store_text` is not how it was made.
            StoreUnknown: there is no such kind of store.
        """
        return cls(stores.get(store)(Path(path), read_only=read_only, store_text=store_text))

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._store.path

    @property
    def store_text(self) -> bool:
        """Whether it keeps the texts of its reports."""
        return self._store.store_text

    def add(self, item: CodedArticle | Rejection) -> AddResult:
        """Add a coded report, or what could not be read, in one transaction.

        The same report, coded alike, changes nothing, and the result says so; coded otherwise, it takes the place of
        what was there. A copy read from elsewhere is the same report, with one more origin.

        Raises:
            LedgerUnwritable: it cannot be written; it holds what it held before.
        """
        if isinstance(item, Rejection):
            return self._store.reject(item)
        return self._store.add(item)

    def add_many(self, items: Iterable[CodedArticle | Rejection]) -> AddSummary:
        """Add one after the other, each in a transaction of its own.

        Raises:
            LedgerUnwritable: it cannot be written; what was added up to there is kept.
        """
        summary = AddSummary()
        for item in items:
            summary = summary.plus(item, self.add(item))
        return summary

    def claims(self, **filters: Unpack[ClaimFilters]) -> Claims:
        """The claims that pass every filter; `dragoman.ledger.ClaimFilters` tells what each filter means.

        Raises:
            FilterUnknown: there is no filter of a name.
            FilterInvalid: a filter cannot have its value.
        """
        return Claims(self._store.claims(ClaimQuery.of(**filters)))

    def relations(self, **filters: Unpack[RelationFilters]) -> Relations:
        """The relations that pass every filter; `dragoman.ledger.RelationFilters` tells what each means.

        Raises:
            FilterUnknown: there is no filter of a name.
            FilterInvalid: a filter cannot have its value.
        """
        return Relations(self._store.relations(RelationQuery.of(**filters)))

    def reports(self, **filters: Unpack[ReportFilters]) -> Reports:
        """The reports that pass every filter; `dragoman.ledger.ReportFilters` tells what each means.

        Raises:
            FilterUnknown: there is no filter of a name.
            FilterInvalid: a filter cannot have its value.
        """
        return Reports(self._store.reports(ReportQuery.of(**filters)))

    def rejections(self, **filters: Unpack[RejectionFilters]) -> Rejections:
        """What could not be used; `dragoman.ledger.RejectionFilters` tells what each filter means.

        Raises:
            FilterUnknown: there is no filter of a name.
            FilterInvalid: a filter cannot have its value.
        """
        return Rejections(self._store.rejections(RejectionQuery.of(**filters)))

    def get(self, id: str) -> Claim | Relation | CodedArticle:  # noqa: A002 - the name in the contract
        """The claim, relation or whole report with this id; the beginning of an id will do where only one begins so.

        Raises:
            EntryMissing: nothing has it.
            EntryAmbiguous: several ids begin so.
        """
        return self._store.get(id)

    def report_of(self, id: str) -> CodedArticle:  # noqa: A002
        """The whole report that the claim or relation with this id is from, or that has this id itself.

        Raises:
            EntryMissing: nothing has it.
            EntryAmbiguous: several ids begin so.
        """
        return self._store.report_of(id)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
