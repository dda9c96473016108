"""One address of the web, fetched once, within limits of size and time."""

import string
import time
import zlib
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple, cast
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from dragoman.errors import InputUnreadable

_CHUNK = 65_536
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, application/json;q=0.8, text/csv;q=0.8, */*;q=0.1"


class Page(NamedTuple):
    """What lies at an address."""

    raw: bytes
    media_type: str | None
    charset: str | None
    url: str
    """Where it lay at last, after any redirection."""


def fetch(url: str, *, seconds: float, largest: int) -> Page:
    """Get what lies at an address of http or https; redirections within these are followed.

    Args:
        url: the address.
        seconds: time in which all of it must have come.
        largest: bytes that it may have, unpacked.

    Raises:
        InputUnreadable: the address is none, nobody answers, the answer is no success, or a limit is exceeded.
    """
    deadline = time.monotonic() + seconds
    try:
        with _opener().open(_question(url), timeout=seconds) as opened:
            answer = cast("HTTPResponse", opened)
            raw = _read(answer, url, deadline, seconds, largest)
            if answer.headers.get("Content-Encoding", "").strip().lower() in {"gzip", "x-gzip"}:
                raw = _unpacked(raw, url, largest)
            media_type = answer.headers.get_content_type() if "Content-Type" in answer.headers else None
            return Page(raw, media_type, answer.headers.get_content_charset(), answer.geturl())
    except HTTPError as error:
        with error:
            raise InputUnreadable(url, f"the server answers {error.code} {error.reason}".rstrip()) from error
    except TimeoutError as error:
        raise InputUnreadable(url, _late(seconds)) from error
    except URLError as error:
        late = isinstance(error.reason, TimeoutError)
        raise InputUnreadable(url, _late(seconds) if late else f"no answer: {error.reason}") from error
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise InputUnreadable(url, f"no usable answer: {str(error) or type(error).__name__}") from error


def _question(url: str) -> request.Request:
    """The request for an address, whose letters beyond ASCII are encoded as browsers do."""
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
        raise InputUnreadable(url, "no address of the web")
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    rest = (quote(part, safe=string.punctuation) for part in (parts.path, parts.query))
    plain = urlunsplit((parts.scheme, host, *rest, ""))
    headers = {"User-Agent": "dragoman", "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    return request.Request(plain, headers=headers)  # noqa: S310 - the scheme was looked at


def _opener() -> request.OpenerDirector:
    """What opens http and https and nothing else: no files, no ftp, not by redirection either."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler,
        request.UnknownHandler,
        request.HTTPHandler,
        request.HTTPSHandler,
        request.HTTPDefaultErrorHandler,
        request.HTTPRedirectHandler,
        request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener


def _late(seconds: float) -> str:
    return f"not fetched within {seconds:g} s"


def _read(answer: HTTPResponse, url: str, deadline: float, seconds: float, largest: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > largest:
            raise InputUnreadable(url, f"more than {largest:,} bytes")
        if time.monotonic() > deadline:
            raise InputUnreadable(url, _late(seconds))
    if answer.length:  # what the server announced and did not send
        raise InputUnreadable(url, f"the answer breaks off after {size:,} of {size + answer.length:,} bytes")
    return b"".join(chunks)


def _unpacked(raw: bytes, url: str, largest: int) -> bytes:
    unpacker = zlib.decompressobj(wbits=31)
    text = unpacker.decompress(raw, largest + 1)
    if len(text) > largest:
        raise InputUnreadable(url, f"more than {largest:,} bytes, unpacked")
    return text
