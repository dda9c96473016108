"""Bytes to text, saying which encoding was used and whether it was a guess."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import NamedTuple

GUESSED = " (guessed)"
"""What the name of an encoding ends in where it is a guess."""

_MARKS = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_BINARY = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive, such as DOCX or ODT"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"BZh", "compressed by bzip2"),
    (b"\xfd7zXZ", "compressed by xz"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_SAMPLE = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")


class Undecodable(NamedTuple):
    """Why bytes are no text, and the byte, counted from 0, that shows it; None where none does."""

    reason: str
    byte: int | None = None


class Decoded(NamedTuple):
    """A text, without byte-order mark, and its encoding, with `GUESSED` where it is one."""

    text: str
    encoding: str


def decode(raw: bytes, given: str | None = None, declared: str | None = None) -> Decoded | Undecodable:
    """Decode by the encoding given, else a byte-order mark, the input's own word, UTF-8 or a guess, in this order.

    Args:
        raw: the bytes.
        given: the encoding that the user names, which Python must know; then no other is tried.
        declared: the encoding that the input names itself; one that does not fit is passed over.
    """
    kind = binary_kind(raw)
    if kind is not None:
        return Undecodable(f"binary, not text ({kind})", 0)
    result = _decode(raw, given, declared)
    if isinstance(result, Decoded):
        nul = result.text.find("\0")
        if nul >= 0:
            return Undecodable("binary, not text", nul)
    return result


def binary_kind(raw: bytes) -> str | None:
    """What sort of binary file the bytes open; None where they do not look like one."""
    return next((kind for mark, kind in _BINARY if raw.startswith(mark)), None)


def marked(raw: bytes) -> str | None:
    """The encoding that a byte-order mark tells; None where there is no mark."""
    if raw.startswith(BOM_UTF8):
        return "utf-8-sig"
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _decode(raw: bytes, given: str | None, declared: str | None) -> Decoded | Undecodable:
    mark = marked(raw)
    if given is not None:
        same = mark is not None and mark.removesuffix("-sig") == given.lower().replace("_", "-").removesuffix("-sig")
        return _strictly(raw, mark if same and mark else given, given)
    if mark is not None:
        return _strictly(raw, mark, mark.removesuffix("-sig"))
    for encoding in (declared, "utf-8"):
        if encoding is not None:
            result = _strictly(raw, encoding, encoding)
            if isinstance(result, Decoded):
                return result
    return _guessed(raw)


def _strictly(raw: bytes, encoding: str, name: str) -> Decoded | Undecodable:
    try:
        return Decoded(raw.decode(encoding), name.lower())
    except UnicodeDecodeError as error:
        return Undecodable(f"not {name.upper()}", error.start)
    except (LookupError, UnicodeError):
        return Undecodable(f"no text encoding {name!r}")


def guess(raw: bytes) -> str | None:
    """The encoding that bytes which are not UTF-8 most likely have; None for bytes that are no text.

    English with an accent or a curly quotation mark here and there is taken for Windows-1252, which statistics on
    so few characters would miss.
    """
    if b"\0" in raw[:_SAMPLE] and _by_statistics(raw) not in {"utf_16", "utf_16_be", "utf_16_le", "utf_32"}:
        return None
    if len(_HIGH.findall(raw)) * 10 <= len(raw):
        western = _strictly(raw, "windows-1252", "")
        if isinstance(western, Decoded) and not _controls(western.text):
            return "windows-1252"
    encoding = _by_statistics(raw)
    if encoding is None:
        return None
    decoded = _strictly(raw, encoding, "")
    return encoding if isinstance(decoded, Decoded) and not _controls(decoded.text) else None


def _controls(text: str) -> bool:
    """Whether a text has more control characters than any text has."""
    return len(_CONTROL.findall(text[:_SAMPLE])) * 200 > min(len(text), _SAMPLE)


def _by_statistics(raw: bytes) -> str | None:
    import logging

    from charset_normalizer import from_bytes

    logging.getLogger("charset_normalizer").addHandler(logging.NullHandler())
    first = _HIGH.search(raw)
    start = max(0, (first.start() if first else 0) - _SAMPLE // 2)
    best = from_bytes(raw[start : start + _SAMPLE]).best()
    return None if best is None else best.encoding


def _guessed(raw: bytes) -> Decoded | Undecodable:
    encoding = guess(raw)
    if encoding is None:
        utf8 = _strictly(raw, "utf-8", "utf-8")
        byte = utf8.byte if isinstance(utf8, Undecodable) else None
        return Undecodable("binary or in an unknown encoding, not UTF-8", byte)
    name = encoding.replace("_", "-")
    return Decoded(raw.decode(encoding), name + GUESSED)
