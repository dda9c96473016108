"""The lines of a file of any size, decoded one by one."""

from collections.abc import Iterator
from io import StringIO
from typing import IO, NamedTuple

from dragoman.sources.decoding import GUESSED, Undecodable, binary_kind, decode, guess, marked
from dragoman.sources.inputs import Input
from dragoman.sources.options import Options

_SAMPLE = 1_000_000


class Line(NamedTuple):
    """A line of a file: number counted from 1, bytes as they stand there, text, or why there is none."""

    number: int
    raw: bytes
    text: str | None
    reason: str = ""


class Lines(NamedTuple):
    """The lines of a file and the encoding that they are read in."""

    encoding: str
    lines: Iterator[Line]


def decoded_lines(given: Input, options: Options) -> Lines:
    """The lines of a file, one in memory at a time; a line that is too long or does not decode says so.

    Raises:
        InputUnreadable: the file is binary, or of no encoding.
    """
    kind = binary_kind(given.head)
    if kind is not None:
        raise given.rejected(f"binary, not text ({kind})", "byte 0")
    mark = marked(given.head)
    if mark is not None and mark != "utf-8-sig":
        return _of_wide(given, options, mark)
    name = options.encoding or given.charset or _fitting(given)
    if not _known(name):
        raise given.rejected(f"no text encoding {name!r}")
    encoding = "utf-8-sig" if mark else name.removesuffix(GUESSED)
    return Lines(name, _decoded(given.stream, encoding, name, options.longest_bytes))


def _known(name: str) -> bool:
    try:
        b"".decode(name.removesuffix(GUESSED))
    except LookupError:
        return False
    return True


def _decoded(stream: IO[bytes], encoding: str, name: str, limit: int) -> Iterator[Line]:
    number = 0
    while raw := stream.readline(limit + 1):
        number += 1
        if len(raw) > limit:
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(limit)
            yield Line(number, b"", None, f"a line of more than {limit:,} bytes, too long for one report")
            continue
        try:
            text = raw.decode(encoding if number == 1 else encoding.removesuffix("-sig"))
        except UnicodeDecodeError as error:
            yield Line(number, raw, None, f"not {name.upper()} (byte {error.start} of the line)")
            continue
        yield Line(number, raw, text)


def _of_wide(given: Input, options: Options, mark: str) -> Lines:
    """The lines of a file in UTF-16 or UTF-32, which is read as a whole."""
    raw = given.whole(64 * options.longest_bytes)
    result = decode(raw, options.encoding)
    if isinstance(result, Undecodable):
        raise given.rejected(result.reason, None if result.byte is None else f"byte {result.byte}")
    pieces = enumerate(StringIO(result.text, newline="\n"), start=1)
    return Lines(mark, (Line(number, text.encode(mark), text) for number, text in pieces))


def _fitting(given: Input) -> str:
    """The encoding of most lines: UTF-8, unless more lines speak against it than for it, then a guess."""
    good = bad = 0
    sample = b""
    for raw in iter(lambda: given.stream.readline(_SAMPLE), b""):
        if raw.isascii():
            continue
        try:
            raw.decode("utf-8")
            good += 1
        except UnicodeDecodeError:
            bad += 1
            sample = sample if len(sample) > _SAMPLE else sample + raw
    given.stream.seek(0)
    if bad <= good:
        return "utf-8"
    encoding = guess(sample)
    if encoding is None:
        raise given.rejected("binary or in an unknown encoding, not UTF-8")
    return encoding.replace("_", "-") + GUESSED
