"""Every error Dragoman raises: one tree, each class with its facts as attributes.

The message of an error says what happened and, where there is something to do about it, what. Facts are
compared, logged and tested; messages may change. All errors survive pickling, since stages run in processes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from dragoman.records import Rejection


@dataclass(eq=False, repr=False)
class DragomanError(Exception):
    """The root: catch this one to catch everything that Dragoman raises on purpose."""

    def __post_init__(self) -> None:
        """Keep the facts as `args` too, which is what pickle and `repr` of an exception go by."""
        super().__init__(*(getattr(self, field.name) for field in fields(self)))


@dataclass(eq=False, repr=False)
class ModelMissing(DragomanError):
    """A model that should be on disk is not there, whole or in part."""

    path: Path
    name: str

    def __str__(self) -> str:
        return f"the model {self.name!r} is not here, or not whole: {self.path} is missing"


@dataclass(eq=False, repr=False)
class ModelMismatch(DragomanError):
    """A model's files are of another version or content than the code, or the model's own record, expects."""

    path: Path
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path} does not fit: expected {self.expected}, found {self.found}"


@dataclass(eq=False, repr=False)
class NameUnknown(DragomanError):
    """A name that a registry does not hold; `known` are those it does, sorted."""

    kind: ClassVar[str] = "name"

    name: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        near = get_close_matches(self.name, self.known, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else ""
        return f"no {self.kind} {self.name!r}{meant} (known: {', '.join(self.known) or 'none'})"


class EngineUnknown(NameUnknown):
    """No engine of language analysis has this name."""

    kind = "engine"


class TaskUnknown(NameUnknown):
    """No evaluation task has this name."""

    kind = "evaluation task"


class BenchUnknown(NameUnknown):
    """No benchmark has this name."""

    kind = "benchmark"


class ReaderUnknown(NameUnknown):
    """No reader of input has this name."""

    kind = "reader"


class FormatUnknown(NameUnknown):
    """No export format has this name."""

    kind = "format"


@dataclass(eq=False, repr=False)
class NameTaken(DragomanError):
    """An installed package registers a name that is taken already."""

    kind: str
    name: str
    target: str

    def __str__(self) -> str:
        return f"{self.target} registers the {self.kind} {self.name!r}, but that name is taken; uninstall it"


@dataclass(eq=False, repr=False)
class TargetUnloadable(DragomanError):
    """A registered name points at an object that cannot be imported."""

    kind: str
    name: str
    target: str
    reason: str

    def __str__(self) -> str:
        return f"the {self.kind} {self.name!r} cannot be loaded from {self.target}: {self.reason}"


@dataclass(eq=False, repr=False)
class EngineUnavailable(DragomanError):
    """An engine that exists but cannot run here; `extra` is the optional extra it needs, or empty."""

    name: str
    extra: str
    reason: str

    def __str__(self) -> str:
        remedy = f"; install it with: pip install 'dragoman[{self.extra}]'" if self.extra else ""
        return f"the engine {self.name!r} is not available: {self.reason}{remedy}"


@dataclass(eq=False, repr=False)
class InputUnreadable(DragomanError):
    """Input that yields no report, or none beyond `place`; `origin` is a path, an address, or `-` (standard input)."""

    origin: str
    reason: str
    place: str | None = None

    def __str__(self) -> str:
        where = "" if self.place is None else f", {self.place}"
        return f"cannot read {self.origin}{where}: {self.reason}"


@dataclass(eq=False, repr=False)
class EncodingUnknown(DragomanError):
    """No text encoding has this name."""

    name: str

    def __str__(self) -> str:
        return f"no encoding {self.name!r}; usual ones are utf-8, windows-1252, iso-8859-1, utf-16"


@dataclass(eq=False, repr=False)
class ColumnsInvalid(DragomanError):
    """A mapping of columns to the fields of a report that cannot be; `mapping` as the user wrote it."""

    mapping: str
    reason: str

    def __str__(self) -> str:
        return f"{self.mapping!r} maps no column: {self.reason}"


@dataclass(eq=False, repr=False)
class DataMalformed(DragomanError):
    """A file of data, of the package or to measure on, is not as its format says; `line` counts from 1, if known."""

    path: Path
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = "" if self.line is None else f", line {self.line}"
        return f"{self.path}{where}: {self.reason}"


@dataclass(eq=False, repr=False)
class DataInvalid(DragomanError):
    """A table of the package's data is malformed; `place` names file and line or key."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"malformed data, {self.place}: {self.reason}"


@dataclass(eq=False, repr=False)
class DateUnreadable(DragomanError):
    """Words that should be a date and are none, or are one that can be read in two ways."""

    words: str
    reason: str = "it is no date"

    def __str__(self) -> str:
        return f"{self.words!r}: {self.reason}; write it as YYYY-MM-DD"


@dataclass(eq=False, repr=False)
class OutputUnwritable(DragomanError):
    """A file that results should go to cannot be written."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"cannot write {self.path}: {self.reason}"


@dataclass(eq=False, repr=False)
class EvalDataMissing(DragomanError):
    """An evaluation task lacks the data it measures on; `paths` are the files or folders looked for."""

    task: str
    paths: tuple[Path, ...]

    def __str__(self) -> str:
        looked = ", ".join(str(path) for path in self.paths)
        return f"the task {self.task!r} lacks its data: {looked} not found; name its folder with --data"


@dataclass(eq=False, repr=False)
class WordsChanged(DragomanError):
    """An analyser that was given words gave back others, so that nothing can be compared."""

    given: tuple[str, ...]
    got: tuple[str, ...]

    def __str__(self) -> str:
        return f"given the words {self.given}, the analyser gave back {self.got}"


@dataclass(eq=False, repr=False)
class Uncodable(DragomanError):
    """A text that cannot be coded; `rejection` says which stage gave it up and why."""

    rejection: Rejection

    def __str__(self) -> str:
        return str(self.rejection)


@dataclass(eq=False, repr=False)
class BenchFailed(DragomanError):
    """A benchmark's measuring process ended without a result."""

    name: str
    reason: str

    def __str__(self) -> str:
        return f"the benchmark {self.name!r} gave no result: {self.reason}"


@dataclass(eq=False, repr=False)
class SpanInvalid(DragomanError):
    """Offsets that are no half-open range of characters, or reach beyond a text of `length` characters."""

    start: int
    end: int
    length: int | None = None

    def __str__(self) -> str:
        if self.length is None:
            return f"[{self.start}, {self.end}) is no span: it needs 0 <= start <= end"
        return f"[{self.start}, {self.end}) reaches beyond a text of {self.length} characters"


@dataclass(eq=False, repr=False)
class SpanMismatch(DragomanError):
    """A span of a text does not reproduce the words that are said to stand there."""

    start: int
    end: int
    expected: str
    found: str

    def __str__(self) -> str:
        return f"[{self.start}, {self.end}) should read {self.expected!r} and reads {self.found!r}"


@dataclass(eq=False, repr=False)
class RecordInvalid(DragomanError):
    """A record's field has a value that it may not have; `field` is its name, or the path of names to it."""

    record: str
    field: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"{self.record} cannot have {self.value} as {self.field}: {self.reason}"
