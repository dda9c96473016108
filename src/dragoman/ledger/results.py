"""Answers of a ledger: sequences that become tables."""

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from dragoman.ledger.columns import (
    CLAIM_COLUMNS,
    REJECTION_COLUMNS,
    RELATION_COLUMNS,
    REPORT_COLUMNS,
    Column,
    frame,
)
from dragoman.ledger.errors import LibraryMissing
from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.records import Claim, Rejection, Relation

if TYPE_CHECKING:
    from polars import DataFrame

F = TypeVar("F")
T = TypeVar("T")


class Results(Sequence[T], Generic[F, T]):
    """An answer: a sequence of records; `found` has each with the report it is from."""

    columns: ClassVar[Sequence[Column[Any]]]
    """The columns of its tables; docs/columns.md tells what they mean."""

    def __init__(self, found: Sequence[F]) -> None:
        self.found = tuple(found)

    @cached_property
    def _records(self) -> tuple[T, ...]:
        return tuple(self._record(one) for one in self.found)

    def _record(self, found: F) -> T:
        return found  # type: ignore[return-value]  # those without a record of their own are their own

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._records[place]

    def __len__(self) -> int:
        return len(self.found)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    def to_polars(self) -> "DataFrame":
        """A polars frame, a row each; lists stay lists."""
        return frame(self.columns, self.found)

    def to_pandas(self) -> Any:
        """A pandas frame, a row each.

        Raises:
            LibraryMissing: pandas is not installed.
        """
        if find_spec("pandas") is None:
            raise LibraryMissing("pandas", "pandas")
        return self.to_polars().to_pandas()


class Claims(Results[FoundClaim, Claim]):
    """Claims, in the order in which their reports were added, then of their texts."""

    columns = CLAIM_COLUMNS

    def _record(self, found: FoundClaim) -> Claim:
        return found.claim


class Relations(Results[FoundRelation, Relation]):
    """Relations, in the order in which their reports were added, then of their texts."""

    columns = RELATION_COLUMNS

    def _record(self, found: FoundRelation) -> Relation:
        return found.relation


class Reports(Results[ReportSummary, ReportSummary]):
    """Reports, in the order in which they were added."""

    columns = REPORT_COLUMNS


class Rejections(Results[Rejection, Rejection]):
    """What could not be used: first inputs that never became reports, then words within reports."""

    columns = REJECTION_COLUMNS
