"""Identifiers made from content: the same content has the same identifier on every machine, at any time."""

from hashlib import sha256

_DIGITS = 16


def content_id(prefix: str, *parts: str | int | None) -> str:
    """`prefix`, a hyphen and sixteen hexadecimal digits (64 bits) of the SHA-256 of the parts.

    The parts are told apart: ("ab", "c") and ("a", "bc") differ, and so do None, "" and 0.
    """
    digest = sha256()
    for part in parts:
        raw = b"" if part is None else str(part).encode("utf-8", "surrogatepass")
        kind = {type(None): "n", int: "i"}.get(type(part), "s")
        digest.update(f"{kind}{len(raw)}:".encode())
        digest.update(raw)
    return f"{prefix}-{digest.hexdigest()[:_DIGITS]}"
