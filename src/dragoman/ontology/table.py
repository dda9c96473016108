"""Tables of knowledge: things by their codes, in the order of their file."""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from dragoman.ontology.errors import CodeUnknown

T = TypeVar("T")


class Table(Mapping[str, T], Generic[T]):
    """Things of one kind by their codes; nothing is ever added to it or taken away.

    Args:
        things: code to thing.
        unknown: the error that an unknown code raises; its `kind` is what the things are called.
    """

    __slots__ = ("_things", "_unknown")

    def __init__(self, things: Mapping[str, T], unknown: type[CodeUnknown] = CodeUnknown) -> None:
        self._things = dict(things)
        self._unknown = unknown

    def __getitem__(self, code: str) -> T:
        """The thing of this code.

        Raises:
            CodeUnknown: (the table's own kind of it) there is no such code; it names the nearest.
        """
        try:
            return self._things[code]
        except KeyError:
            raise self._unknown(code, tuple(self._things)) from None

    def __contains__(self, code: object) -> bool:
        return code in self._things

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def __repr__(self) -> str:
        return f"Table({', '.join(self._things)})"
