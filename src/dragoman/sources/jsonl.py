"""JSON: a report a line (JSON Lines), or one array or object for the whole file."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from dragoman.records import Document, Rejection
from dragoman.sources.decoding import Undecodable, decode
from dragoman.sources.inputs import Input
from dragoman.sources.lines import decoded_lines
from dragoman.sources.options import Options
from dragoman.sources.rows import Row, document

_MEDIA_TYPE = "application/json"
_FILE_BYTES = 64


def read(given: Input, options: Options) -> Iterator[Document | Rejection]:
    """A report for each line that is a JSON object; other lines are rejected, blank ones passed over.

    Raises:
        InputUnreadable: the file is binary, in another encoding, or has no line.
    """
    encoding, lines = decoded_lines(given, options)
    seen = False
    for line in lines:
        if line.text is not None and not line.text.strip():
            continue
        seen = True
        row = Row(given.origin, f"line {line.number}", str(line.number), line.raw, _MEDIA_TYPE, encoding, {})
        value = _parsed(line.text) if line.text is not None else line.reason
        yield row.rejected(value) if isinstance(value, str) else _report(row, value, options)
    if not seen:
        raise given.rejected("empty")


def read_array(given: Input, options: Options) -> Iterator[Document | Rejection]:
    """A report for each object of a JSON array, or for the one object that the file is; JSON Lines pass too.

    Raises:
        InputUnreadable: the file is binary, in another encoding, too long, empty, or no JSON.
    """
    raw = given.whole(_FILE_BYTES * options.longest_bytes)
    result = decode(raw, options.encoding, given.charset)
    if isinstance(result, Undecodable):
        raise given.rejected(result.reason, None if result.byte is None else f"byte {result.byte}")
    if not result.text.strip():
        raise given.rejected("empty")
    try:
        whole = json.loads(result.text)
    except (json.JSONDecodeError, RecursionError) as error:
        given.stream.seek(0)
        first = result.text.lstrip().partition("\n")[0]
        if not isinstance(_parsed(first), str):
            yield from read(given, options)
            return
        raise given.rejected(_no_json(error), f"line {getattr(error, 'lineno', 1)}") from error
    for number, value in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        piece = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
        row = Row(given.origin, f"item {number}", str(number), piece, _MEDIA_TYPE, result.encoding, {})
        if isinstance(value, Mapping):
            yield _report(row, value, options)
        else:
            yield row.rejected("no JSON object")


def _parsed(text: str) -> Mapping[str, Any] | str:
    """The object that a line is, or why it is none."""
    try:
        value = json.loads(text.rstrip())
    except (json.JSONDecodeError, RecursionError) as error:
        return _no_json(error)
    return value if isinstance(value, Mapping) else "no JSON object"


def _no_json(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"invalid JSON: {error.msg.removesuffix(' at')} at column {error.colno}"
    return "invalid JSON: nested too deeply"


def _report(row: Row, value: Mapping[str, Any], options: Options) -> Document | Rejection:
    flat = _flat(value)
    bound, wrong = options.columns.bind(list(flat))
    if wrong is not None:
        return row.rejected(wrong)
    return document(replace(row, values=flat), bound, options)


def _flat(value: Mapping[str, Any]) -> dict[str, Any]:
    """The names of an object; those of an object within it follow its own name and a full stop."""
    flat: dict[str, Any] = {}
    for name, inner in value.items():
        if isinstance(inner, Mapping):
            flat |= {f"{name}.{below}": leaf for below, leaf in inner.items()}
        else:
            flat[name] = inner
    return flat
