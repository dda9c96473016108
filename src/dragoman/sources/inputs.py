"""What readers read: bytes from a file, standard input or an address, and what is known of them beforehand."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from dragoman.errors import InputUnreadable
from dragoman.sources.fetching import fetch
from dragoman.sources.options import Options

STDIN = "-"
"""The name that means standard input."""

_HEAD = 65_536
_IN_MEMORY = 16_000_000


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to read and what is known of them."""

    origin: str
    """The path as the user gave it, the address, or `-`."""
    stream: IO[bytes]
    """At its start, and able to go back there."""
    head: bytes
    """The first bytes, up to 65,536."""
    media_type: str | None = None
    """What a server called it, lower case, without parameters; None for files."""
    charset: str | None = None
    """The encoding that a server named."""
    url: str | None = None
    """Where it lay at last, after any redirection; None for files."""

    def rejected(self, reason: str, place: str | None = None) -> InputUnreadable:
        """The error to raise where nothing of the input, or nothing more of it, can be used."""
        return InputUnreadable(self.origin, reason, place)

    def whole(self, limit: int) -> bytes:
        """All bytes.

        Raises:
            InputUnreadable: there are more than `limit`.
        """
        raw = self.stream.read(limit + 1)
        if len(raw) > limit:
            raise self.rejected(f"more than {limit:,} bytes, too long for one report")
        return raw


def is_address(name: str) -> bool:
    """Whether a name is one of the web."""
    return name.lower().startswith(("http://", "https://"))


@contextmanager
def opened(name: str, options: Options) -> Iterator[Input]:
    """Open a file, standard input (`-`) or an address of the web.

    Raises:
        InputUnreadable: it cannot be opened or fetched.
    """
    if is_address(name):
        page = fetch(name, seconds=options.fetch_seconds, largest=options.fetch_bytes)
        with SpooledTemporaryFile(_IN_MEMORY) as stream:
            stream.write(page.raw)
            stream.seek(0)
            yield Input(name, stream, page.raw[:_HEAD], page.media_type, page.charset, page.url)
    elif name == STDIN:
        with SpooledTemporaryFile(_IN_MEMORY) as stream:
            while chunk := sys.stdin.buffer.read(_HEAD):
                stream.write(chunk)
            stream.seek(0)
            yield Input(name, stream, _peeked(stream))
    else:
        with _file(name) as stream:
            yield Input(name, stream, _peeked(stream))


def _peeked(stream: IO[bytes]) -> bytes:
    head = stream.read(_HEAD)
    stream.seek(0)
    return head


def _file(name: str) -> IO[bytes]:
    path = Path(name)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise InputUnreadable(name, "no regular file")
        return path.open("rb")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise InputUnreadable(name, reason or str(error)) from error
