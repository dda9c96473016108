"""Which column (CSV) or name (JSON) of a file is which field of a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import ColumnsInvalid

FIELDS = ("id", "title", "text", "published", "outlet", "url", "language")
"""The fields of a report, as `data/sources/columns.yaml` and `Columns` name them."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns that a user names; the others go by their usual names, listed in `data/sources/columns.yaml`.

    Raises:
        ColumnsInvalid: a field that reports do not have, or one named twice.
    """

    named: tuple[tuple[str, str], ...] = ()
    """Pairs of field and column."""

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for field, column in self.named:
            if field not in FIELDS:
                raise ColumnsInvalid(f"{field}={column}", f"the fields are {', '.join(FIELDS)}")
            if field in seen:
                raise ColumnsInvalid(f"{field}={column}", f"{field} is named twice")
            seen.add(field)

    @classmethod
    def parse(cls, pairs: Iterable[str]) -> "Columns":
        """Columns from pairs written `text=body`: the field, then the file's name for it.

        Raises:
            ColumnsInvalid: a pair of another form, and as the class does.
        """
        named: list[tuple[str, str]] = []
        for pair in pairs:
            field, equals, column = (part.strip() for part in pair.partition("="))
            if not (field and equals and column):
                raise ColumnsInvalid(pair, "write FIELD=COLUMN, such as text=body")
            named.append((field, column))
        return cls(tuple(named))

    def bind(self, names: Sequence[str]) -> tuple[dict[str, str], str | None]:
        """The name of each field among the names that a file has, and what is wrong, or None.

        Wrong is a column named by the user that is not there, or that there is none for the text.
        """
        by_key = {_key(name): name for name in reversed(names)}
        bound: dict[str, str] = {}
        for field, column in self.named:
            if column not in names and _key(column) not in by_key:
                return {}, f"there is no {column!r} for {field} ({_listed(names)})"
            bound[field] = column if column in names else by_key[_key(column)]
        for field, usual in usual_names().items():
            found = next((by_key[key] for key in map(_key, usual) if key in by_key), None)
            if field not in bound and found is not None and found not in bound.values():
                bound[field] = found
        if "text" not in bound:
            return {}, f"none of its names is one for the text ({_listed(names)}); say which with text=NAME"
        return bound, None


USUAL_COLUMNS = Columns()
"""Every column goes by one of its usual names."""


@cache
def usual_names() -> Mapping[str, tuple[str, ...]]:
    """The usual names of each field, the likeliest first.

    Raises:
        DataInvalid: the table of the package has another form.
    """
    import yaml

    from dragoman.errors import DataInvalid

    path = files("dragoman") / "data" / "sources" / "columns.yaml"
    table = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(table, dict) or set(table) != set(FIELDS):
        raise DataInvalid(str(path), f"it needs exactly the names {', '.join(FIELDS)}")
    return {field: tuple(names) for field, names in table.items()}


def _key(name: str) -> str:
    """What of a name counts."""
    return "".join(char for char in name.casefold() if char not in " _-\ufeff")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(map(repr, names[:12]))
    return f"it has {shown}{' and more' if len(names) > 12 else ''}" if names else "it has no names"
