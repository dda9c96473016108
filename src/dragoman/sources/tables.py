"""CSV and its kin: a report a row, the columns named in the first one."""

import csv
from collections.abc import Iterator

from dragoman.records import Document, Rejection
from dragoman.sources.inputs import Input
from dragoman.sources.lines import Line, decoded_lines
from dragoman.sources.options import Options
from dragoman.sources.rows import Row, document

_DELIMITERS = ",;\t|"
_LOST = ("unexpected end of data", "field larger")
"""What the csv module says where a quotation mark is never closed."""


def read(given: Input, options: Options) -> Iterator[Document | Rejection]:
    """A report for each row; a row of another length than the header, or without text, is rejected.

    The delimiter is the one of comma, semicolon, tab and bar that stands in the header most often. Where quotation
    marks leave no doubt that the rest of the file is lost, the rest is rejected as one.

    Raises:
        InputUnreadable: the file is binary, in another encoding, or has no header or no column for the text.
    """
    encoding, lines = decoded_lines(given, options)
    taken = _Taken(lines)
    first = next((line for line in lines if line.text is None or line.text.strip()), None)
    if first is None:
        raise given.rejected("empty")
    if first.text is None:
        raise given.rejected(first.reason, f"line {first.number}")
    csv.field_size_limit(max(csv.field_size_limit(), options.longest_bytes))
    taken.push(first)
    rows = csv.reader(taken, delimiter=max(_DELIMITERS, key=first.text.count), strict=True)
    names = _next(rows, taken, given)
    bound, wrong = options.columns.bind(names)
    if wrong is not None:
        raise given.rejected(wrong, f"line {first.number}")
    while True:
        taken.begin()
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield from taken.rejections(given)
            lost = any(words in str(error) for words in _LOST)
            reason = f"invalid CSV: {error}{'; the rest of the file is not read' if lost else ''}"
            yield Rejection("sources", reason, given.origin, f"line {taken.first}")
            if lost:
                return
            continue
        yield from taken.rejections(given)
        if cells is None:
            return
        if not any(cell.strip() for cell in cells):
            continue
        row = Row(
            origin=given.origin,
            place=f"line {taken.first}",
            fragment=str(taken.first),
            raw=taken.raw,
            media_type="text/csv",
            encoding=encoding,
            values=dict(zip(names, cells, strict=False)),
        )
        if len(cells) >= len(names) and not any(cells[len(names) :]):
            yield document(row, bound, options)
        else:
            yield row.rejected(f"{len(cells)} cells where the header has {len(names)}")


def _next(rows: Iterator[list[str]], taken: "_Taken", given: Input) -> list[str]:
    try:
        return [name.strip() for name in next(rows)]
    except csv.Error as error:
        raise given.rejected(f"invalid CSV: {error}", f"line {taken.first}") from error


class _Taken:
    """Lines as the csv module takes them; remembers which it took, and passes over those that cannot be read."""

    def __init__(self, lines: Iterator[Line]) -> None:
        self._lines = lines
        self._pushed: list[Line] = []
        self._bad: list[Line] = []
        self._raw: list[bytes] = []
        self.first = 0

    def push(self, line: Line) -> None:
        """Give this line again."""
        self._pushed.append(line)

    def begin(self) -> None:
        """A row begins with the next line."""
        self._raw = []
        self.first = 0

    @property
    def raw(self) -> bytes:
        """The bytes of the row."""
        return b"".join(self._raw)

    def rejections(self, given: Input) -> Iterator[Rejection]:
        """The lines that could not be read since it was last asked."""
        bad, self._bad = self._bad, []
        for line in bad:
            yield Rejection("sources", line.reason, given.origin, f"line {line.number}")

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            line = self._pushed.pop() if self._pushed else next(self._lines)
            if line.text is None:
                self._bad.append(line)
                continue
            self.first = self.first or line.number
            self._raw.append(line.raw)
            return line.text
