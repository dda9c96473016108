"""What all records share: each is a dataclass that becomes JSON and comes back the same.

The names of the fields are the names in the JSON, and so a contract: a field that is renamed breaks other people's
scripts. A date becomes its ISO form, a tuple a list, a record an object; None stays, so that an object always has all
of its names.
"""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache
from typing import Any, Literal, Self, Union, cast

from dragoman.errors import DragomanError, RecordInvalid


class Record:
    """Base of every record."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The record in types that JSON knows."""
        return {field.name: _encode(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The record that `to_dict` made `data` of; a name with a default may be absent.

        Raises:
            RecordInvalid: a name is missing or unknown, or a value is of the wrong type or not allowed; its `field`
                is the path of names to it.
            SpanInvalid: a span that is none.
        """
        return cast("Self", _record(cls, data, cls.__name__))

    def invalid(self, field: str, reason: str) -> RecordInvalid:
        """The error that says what is wrong with a field of this record."""
        return RecordInvalid(type(self).__name__, field, repr(getattr(self, field)), reason)


def _encode(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


@cache
def _names(kind: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a record has, and those that it needs."""
    known = [field for field in fields(kind) if field.init]
    needed = [field for field in known if field.default is MISSING and field.default_factory is MISSING]
    return frozenset(field.name for field in known), frozenset(field.name for field in needed)


def _record(kind: Any, data: Any, where: str) -> Any:
    if not isinstance(data, Mapping):
        raise RecordInvalid(kind.__name__, where, _short(data), "an object is needed")
    known, needed = _names(kind)
    for name in sorted(needed - data.keys()):
        raise RecordInvalid(kind.__name__, f"{where}.{name}", "nothing", "the name is missing")
    for name in data:
        if name not in known:
            raise RecordInvalid(kind.__name__, f"{where}.{name}", _short(data[name]), "the name is unknown")
    hints = _hints(kind)
    return kind(**{name: _decode(hints[name], value, f"{where}.{name}") for name, value in data.items()})


def _decode(hint: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, Union):
        return None if value is None else _decode(typing.get_args(hint)[0], value, where)
    if origin is tuple:
        if not isinstance(value, (list, tuple)):
            raise _wrong(where, value, "a list")
        inner = typing.get_args(hint)[0]
        return tuple(_decode(inner, item, f"{where}[{place}]") for place, item in enumerate(value))
    if origin is Literal:
        return value  # the record itself checks it
    if issubclass(hint, Record):
        return _record(hint, value, where)
    if hint is date:
        return _date(value, where)
    return _plain(hint, value, where)


def _plain(hint: type, value: Any, where: str) -> Any:
    """A string, a number or a truth value; a whole number will do for a float."""
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise _wrong(where, value, f"a {hint.__name__}")
    return value


def _date(value: Any, where: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise _wrong(where, value, "a date as YYYY-MM-DD") from None


def _wrong(where: str, value: Any, needed: str) -> DragomanError:
    return RecordInvalid(where.partition(".")[0], where, _short(value), f"{needed} is needed")


def _short(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
