"""Search by words: FTS5 where SQLite has it, else a scan that finds the same words more slowly.

The indexes hold no text of their own but point at the rows of `reports` and `claims`. A SQLite without FTS5 that
writes to a ledger cannot keep them, and notes so; the next one that can makes them anew.
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, bindparam, func, literal_column, select, text
from sqlalchemy.exc import DBAPIError

from dragoman.ledger import schema
from dragoman.ledger.names import fold

_INDEXES = {"reports": ("title", "text"), "claims": ("sentence",)}
_TOKENS = "unicode61 remove_diacritics 2"
_STATE = "search"
_WORD = re.compile(r"[^\W_]+")


def available(connection: Connection) -> bool:
    """Whether this SQLite has FTS5."""
    try:
        return bool(connection.exec_driver_sql("SELECT sqlite_compileoption_used('ENABLE_FTS5')").scalar())
    except DBAPIError:  # a SQLite that leaves out the diagnostics
        return False


def current(connection: Connection) -> bool:
    """Whether the indexes are there and hold every row."""
    state = select(schema.meta.c.value).where(schema.meta.c.key == _STATE)
    return available(connection) and connection.execute(state).scalar() == "current"


def ready(connection: Connection) -> None:
    """Make the indexes whole, or note that they are not."""
    if current(connection):
        return
    possible = available(connection)
    if possible:
        for name, columns in _INDEXES.items():
            listed = ", ".join(columns)
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {name}_words USING fts5("
                f"{listed}, content='{name}', content_rowid='number', tokenize='{_TOKENS}')"
            )
            connection.exec_driver_sql(f"INSERT INTO {name}_words ({name}_words) VALUES ('rebuild')")  # noqa: S608
    _note(connection, "current" if possible else "stale")


def lost(connection: Connection) -> None:
    """Note that rows were written which the indexes do not hold."""
    _note(connection, "stale")


def _note(connection: Connection, state: str) -> None:
    connection.exec_driver_sql("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (_STATE, state))


def index(connection: Connection, name: str, numbers: Iterable[int]) -> None:
    """Take these rows into the index of the table of this name."""
    listed = ", ".join(_INDEXES[name])
    into = text(
        f"INSERT INTO {name}_words (rowid, {listed}) SELECT number, {listed} FROM {name} WHERE number = :number"  # noqa: S608
    )
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(into, rows)


def forget(connection: Connection, name: str, numbers: Iterable[int]) -> None:
    """Take these rows out of the index, while they are still in their table."""
    listed = ", ".join(_INDEXES[name])
    out = text(
        f"INSERT INTO {name}_words ({name}_words, rowid, {listed}) "  # noqa: S608
        f"SELECT 'delete', number, {listed} FROM {name} WHERE number = :number"
    )
    rows = [{"number": number} for number in numbers]
    if rows:
        connection.execute(out, rows)


def holds(connection: Connection, table: Table, words: str) -> ColumnElement[bool]:
    """The condition that a row of the table has all of these words."""
    wanted = fold(words).split()
    columns = [func.coalesce(table.c[name], "") for name in _INDEXES[table.name]]
    if not wanted:
        return literal_column("0") == literal_column("1")
    if not current(connection):
        either: Any = columns[0] if len(columns) == 1 else columns[0].op("||")(" ").op("||")(columns[1])
        return and_(*(func.dragoman_folded(either).contains(f" {word} ", autoescape=True) for word in wanted))
    phrase = " ".join(f'"{word}"' for word in _WORD.findall(words))
    found = text(f"SELECT rowid FROM {table.name}_words WHERE {table.name}_words MATCH :words")  # noqa: S608
    matching = found.bindparams(bindparam("words", phrase)).columns(literal_column("rowid"))
    return table.c.number.in_(select(matching.subquery().c.rowid))
