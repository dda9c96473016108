"""A registry is one visible table of the things of a kind that can be exchanged: engines, tasks, formats."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from typing import Generic, TypeVar, cast

from dragoman.errors import NameTaken, NameUnknown, TargetUnloadable

T = TypeVar("T")


class Registry(Generic[T]):
    """Names to things of one kind, each imported only when it is asked for.

    Args:
        table: name to import path, written `package.module:attribute`.
        unknown: the error that an unknown name raises; its `kind` is what the things are called.
        group: entry-point group through which other installed packages add names; None where they cannot.
    """

    def __init__(
        self, table: Mapping[str, str], *, unknown: type[NameUnknown] = NameUnknown, group: str | None = None
    ) -> None:
        self._own = dict(table)
        self._unknown = unknown
        self._group = group

    def table(self) -> dict[str, str]:
        """Every name with its import path, sorted by name, those of other packages included.

        Raises:
            NameTaken: another package registers a name that is taken.
        """
        table = dict(self._own)
        for point in entry_points(group=self._group) if self._group else ():
            if table.setdefault(point.name, point.value) != point.value:
                raise NameTaken(self._unknown.kind, point.name, point.value)
        return dict(sorted(table.items()))

    def names(self) -> tuple[str, ...]:
        """Every name, sorted."""
        return tuple(self.table())

    def get(self, name: str) -> T:
        """Import and return the thing of this name.

        Raises:
            NameUnknown: (the registry's own kind of it) there is no such name.
            TargetUnloadable: the name's import path leads nowhere.
        """
        table = self.table()
        if name not in table:
            raise self._unknown(name, tuple(table))
        module, _, attribute = table[name].partition(":")
        try:
            return cast("T", getattr(import_module(module), attribute))
        except (ImportError, AttributeError) as error:
            raise TargetUnloadable(self._unknown.kind, name, table[name], str(error)) from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __contains__(self, name: object) -> bool:
        return name in self.table()

    def __len__(self) -> int:
        return len(self.table())
