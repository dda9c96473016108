"""Reads YAML and CSV so that whatever is wrong with them is told with file and line.

Values are read from the text, not from what YAML makes of it: `no` is the word no, 041 keeps its zero.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from dragoman.errors import InputUnreadable
from dragoman.ontology.errors import OntologyMalformed, near_names

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Ten times as fast where PyYAML has its C library."""

_NULL = "tag:yaml.org,2002:null"
_TRUTH: Final = {"true": True, "false": False, "yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file, with its place."""

    path: Path
    line: int
    raw: Any
    """PyYAML's node."""

    def wrong(self, reason: str) -> OntologyMalformed:
        """The error that says what is wrong here."""
        return OntologyMalformed(self.path, self.line, reason)

    def _inner(self, raw: Any) -> "Node":
        return Node(self.path, raw.start_mark.line + 1, raw)

    def items(self) -> list["Node"]:
        """The items of a list."""
        if not isinstance(self.raw, yaml.SequenceNode):
            raise self.wrong("a list is needed")
        return [self._inner(raw) for raw in self.raw.value]

    def fields(self, needed: Iterable[str], allowed: Iterable[str] = ()) -> "Fields":
        """The values of a mapping, which has all of the keys `needed` and beyond them only those `allowed`."""
        if not isinstance(self.raw, yaml.MappingNode):
            raise self.wrong("a mapping is needed")
        needed = tuple(needed)
        known = (*needed, *allowed)
        found: dict[str, Node] = {}
        for key, value in self.raw.value:
            where, name = self._inner(key), str(key.value)
            if name not in known:
                near = near_names(name, known, limit=1)
                raise where.wrong(f"the key {name!r} is unknown" + (f"; did you mean {near[0]!r}?" if near else ""))
            if name in found:
                raise where.wrong(f"the key {name!r} stands here twice")
            found[name] = self._inner(value)
        for name in needed:
            if name not in found:
                raise self.wrong(f"the key {name!r} is missing")
        return Fields(self, found)

    def key(self, name: str) -> "Node":
        """The value of one key of a mapping, whose other keys are not looked at."""
        pairs = self.raw.value if isinstance(self.raw, yaml.MappingNode) else ()
        for key, value in pairs:
            if key.value == name:
                return self._inner(value)
        raise self.wrong(f"the key {name!r} is missing")

    def null(self) -> bool:
        """Whether this is an explicit nothing: null, ~ or no value at all."""
        return isinstance(self.raw, yaml.ScalarNode) and self.raw.tag == _NULL

    def text(self) -> str:
        """A text that is not empty, white space as single blanks."""
        if not isinstance(self.raw, yaml.ScalarNode) or self.null():
            raise self.wrong("a text is needed")
        words = " ".join(str(self.raw.value).split())
        if not words:
            raise self.wrong("the text is empty")
        return words

    def texts(self) -> tuple[str, ...]:
        """A list of texts, none of them twice."""
        found: list[str] = []
        for item in self.items():
            text = item.text()
            if text in found:
                raise item.wrong(f"{text!r} stands here twice")
            found.append(text)
        return tuple(found)

    def number(self) -> float:
        """A number."""
        try:
            return float(self.text())
        except ValueError:
            raise self.wrong(f"{self.text()!r} is no number") from None

    def truth(self) -> bool:
        """True or false."""
        text = self.text().lower()
        if text not in _TRUTH:
            raise self.wrong(f"{text!r} is neither true nor false")
        return _TRUTH[text]

    def day(self) -> date:
        """A date, YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.wrong(f"{self.text()!r} is no date as YYYY-MM-DD") from None

    def one_of(self, known: Iterable[str], what: str) -> str:
        """A text that is among those known; `what` says in the error what they are."""
        known = tuple(known)
        text = self.text()
        if text not in known:
            near = near_names(text, known, limit=1)
            raise self.wrong(f"{text!r} is no {what}" + (f"; did you mean {near[0]!r}?" if near else ""))
        return text


@dataclass(frozen=True, slots=True)
class Fields:
    """The values of a mapping by their keys; what may be absent is asked for with its default."""

    node: Node
    found: Mapping[str, Node]

    def __getitem__(self, name: str) -> Node:
        return self.found[name]

    def __contains__(self, name: object) -> bool:
        return name in self.found and not self.found[str(name)].null()

    def text(self, name: str, default: str = "") -> str:
        """A text, or the default where it is absent or null."""
        return self.found[name].text() if name in self else default

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where it is absent."""
        return self.found[name].texts() if name in self else ()

    def items(self, name: str) -> list[Node]:
        """The items of a list, none where it is absent."""
        return self.found[name].items() if name in self else []


def read_yaml(path: Path) -> Node:
    """Read a YAML file.

    Raises:
        InputUnreadable: it is not there, or no UTF-8.
        OntologyMalformed: it is no YAML, or empty.
    """
    try:
        raw = yaml.compose(_text(path), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise OntologyMalformed(path, mark.line + 1 if mark else 1, f"no YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise OntologyMalformed(path, 1, f"no YAML: {error}") from error
    if raw is None:
        raise OntologyMalformed(path, 1, "the file is empty")
    return Node(path, raw.start_mark.line + 1, raw)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a CSV file, with its place."""

    path: Path
    line: int
    cells: Mapping[str, str]

    def wrong(self, reason: str) -> OntologyMalformed:
        """The error that says what is wrong here."""
        return OntologyMalformed(self.path, self.line, reason)

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def text(self, column: str) -> str:
        """A cell that is not empty."""
        if not self.cells[column]:
            raise self.wrong(f"the column {column!r} is empty")
        return self.cells[column]

    def parts(self, column: str) -> tuple[str, ...]:
        """The parts of a cell between semicolons; none where it is empty."""
        return tuple(self.cells[column].split(";")) if self.cells[column] else ()

    def number(self, column: str) -> float:
        """A number."""
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.wrong(f"{self.cells[column]!r} in the column {column!r} is no number") from None

    def truth(self, column: str) -> bool:
        """`yes` or `no`."""
        if self.cells[column] not in {"yes", "no"}:
            raise self.wrong(f"{self.cells[column]!r} in the column {column!r} is neither yes nor no")
        return self.cells[column] == "yes"

    def one_of(self, column: str, known: Iterable[str], what: str) -> str:
        """A cell that is among those known; `what` says in the error what they are."""
        if self.cells[column] not in (known := tuple(known)):
            near = near_names(self.cells[column], known, limit=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise self.wrong(f"{self.cells[column]!r} in the column {column!r} is no {what}{hint}")
        return self.cells[column]


def read_table(path: Path, columns: tuple[str, ...]) -> list[Row]:
    """Read a CSV file whose first row names exactly these columns.

    Raises:
        InputUnreadable: it is not there, or no UTF-8.
        OntologyMalformed: it has other columns, a row with more or fewer cells, or blanks around a cell.
    """
    reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
    rows: list[Row] = []
    try:
        if tuple(next(reader, ())) != columns:
            raise OntologyMalformed(path, 1, f"the columns are not {', '.join(columns)}")
        for cells in reader:
            if len(cells) != len(columns):
                reason = f"{len(cells)} cells where {len(columns)} are needed"
                raise OntologyMalformed(path, reader.line_num, reason)
            row = Row(path, reader.line_num, dict(zip(columns, cells, strict=True)))
            for column, cell in row.cells.items():
                if cell != cell.strip():
                    raise row.wrong(f"there are blanks around {cell!r} in the column {column!r}")
            rows.append(row)
    except csv.Error as error:
        raise OntologyMalformed(path, reader.line_num, f"no CSV: {error}") from error
    return rows


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputUnreadable(str(path), error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise InputUnreadable(str(path), "not UTF-8") from error
