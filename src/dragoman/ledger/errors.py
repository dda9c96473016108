"""What can go wrong with a ledger."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from dragoman.errors import DragomanError, NameUnknown


@dataclass(eq=False, repr=False)
class LedgerMissing(DragomanError):
    """A ledger that should be read is not there."""

    path: Path

    def __str__(self) -> str:
        return f"there is no ledger at {self.path}; make one with: dragoman add REPORT... --ledger {self.path}"


@dataclass(eq=False, repr=False)
class LedgerUnreadable(DragomanError):
    """A file that is no ledger, or a broken one."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"cannot read the ledger {self.path}: {self.reason}"


@dataclass(eq=False, repr=False)
class LedgerUnwritable(DragomanError):
    """A ledger that cannot be made, or not be written to; what it held before, it holds still."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"cannot write the ledger {self.path}: {self.reason}"


@dataclass(eq=False, repr=False)
class LedgerVersion(DragomanError):
    """A ledger whose schema this Dragoman cannot work with; `known` is the version that it can."""

    path: Path
    found: int
    known: int

    def __str__(self) -> str:
        if self.found > self.known:
            remedy = (
                f"it was made by a newer Dragoman (this one knows {self.known}); upgrade with: pip install -U dragoman"
            )
        else:
            remedy = f"this Dragoman needs {self.known}; open it once for writing, which upgrades it"
        return f"the ledger {self.path} has schema version {self.found}: {remedy}"


@dataclass(eq=False, repr=False)
class LedgerConflict(DragomanError):
    """A ledger is opened in another way than it was made."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"the ledger {self.path} does not fit: {self.reason}"


@dataclass(eq=False, repr=False)
class EntryMissing(DragomanError):
    """A ledger holds nothing with this id, or beginning of an id."""

    id: str
    path: Path

    def __str__(self) -> str:
        return f"nothing in {self.path} has the id {self.id!r}"


@dataclass(eq=False, repr=False)
class EntryAmbiguous(DragomanError):
    """A beginning that several ids of a ledger share; `ids` are some of them."""

    id: str
    ids: tuple[str, ...]

    def __str__(self) -> str:
        return f"several ids begin with {self.id!r}: {', '.join(self.ids)}; write more of it"


@dataclass(eq=False, repr=False)
class FilterInvalid(DragomanError):
    """A value that a filter cannot have."""

    name: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"{self.name} cannot be {self.value}: {self.reason}"


class FilterUnknown(NameUnknown):
    """No filter has this name."""

    kind: ClassVar[str] = "filter"


class StoreUnknown(NameUnknown):
    """No kind of store has this name."""

    kind: ClassVar[str] = "store"


@dataclass(eq=False, repr=False)
class LibraryMissing(DragomanError):
    """What was asked for needs a library that is not installed; `extra` is the extra that brings it."""

    library: str
    extra: str

    def __str__(self) -> str:
        return f"{self.library} is not installed; install it with: pip install 'dragoman[{self.extra}]'"
