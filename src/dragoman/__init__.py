"""Dragoman reads political and diplomatic newswire and records who said that who did what to whom.

Importing the package loads nothing: each part named below is imported when it is first touched, and its
libraries when they are first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    from dragoman import (
        articles,
        bench,
        coder,
        errors,
        evaluate,
        export,
        language,
        ledger,
        pipeline,
        records,
        registry,
        sources,
        tables,
        text,
        voices,
    )
    from dragoman.coder import Coder, load
    from dragoman.ledger import Ledger

__version__ = "0.1.0"

_ATTRIBUTES = {"Coder": "dragoman.coder", "Ledger": "dragoman.ledger", "load": "dragoman.coder"}
"""What stands at the top, and the module that it is in."""

__all__ = [
    "Coder",
    "Ledger",
    "__version__",
    "actors",
    "articles",
    "bench",
    "claims",
    "coder",
    "coding",
    "dates",
    "errors",
    "evaluate",
    "export",
    "language",
    "ledger",
    "load",
    "ontology",
    "pipeline",
    "places",
    "records",
    "registry",
    "sources",
    "tables",
    "text",
    "voices",
]


def __getattr__(name: str) -> "ModuleType | Any":
    """Import a part of the package on first use, so that `dragoman.language` needs no import of its own."""
    if name in _ATTRIBUTES:
        return getattr(import_module(_ATTRIBUTES[name]), name)
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
