"""A ledger in a SQLite file: opening, transactions, and what goes wrong with files."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool, StaticPool

from dragoman.ledger import migrations, reading, schema, search, writing
from dragoman.ledger.errors import (
    LedgerConflict,
    LedgerMissing,
    LedgerUnreadable,
    LedgerUnwritable,
    LedgerVersion,
)
from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.ledger.names import folded
from dragoman.ledger.query import ClaimQuery, RejectionQuery, RelationQuery, ReportQuery
from dragoman.ledger.store import AddResult
from dragoman.records import Claim, CodedArticle, Rejection, Relation

MEMORY = Path(":memory:")
"""The path of a ledger that lives only as long as it is open."""

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""


def open_store(path: Path, *, read_only: bool = False, store_text: bool | None = None) -> "SqliteStore":
    """Open the ledger at a path; made where there is none, unless it is to be read only.

    Raises:
        LedgerMissing: there is none, and it is to be read only.
        LedgerUnreadable: the file is no ledger, or broken.
        LedgerUnwritable: it can be neither made nor written.
        LedgerVersion: it was made by a newer Dragoman; or by an older one, and it is to be read only.
        LedgerConflict: `store_text` is not how it was made.
    """
    if path != MEMORY:
        _look(path, read_only)
    store = SqliteStore(path, read_only)
    try:
        store.prepare(store_text)
    except BaseException:
        store.close()
        raise
    return store


class SqliteStore:
    """Keeps a ledger in one file, in WAL mode: readers and one writer do not wait for each other."""

    store_text: bool

    def __init__(self, path: Path, read_only: bool) -> None:
        self.path = path
        self._read_only = read_only
        self._engine = _engine(path, read_only)

    def prepare(self, store_text: bool | None) -> None:
        """Check what the file is; make the tables, or bring them up to date."""
        with self._reading() as connection:
            found = _version(connection, self.path)
        known = len(migrations.MIGRATIONS)
        if found > known or (self._read_only and found < known):
            raise LedgerVersion(self.path, found, known)
        if not self._read_only:
            with self._writing() as connection:
                found = _version(connection, self.path)  # another process may have been faster
                if found < known:
                    connection.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
                    migrations.migrate(connection, found)
                if found == 0:
                    first = "no" if store_text is False else "yes"
                    connection.execute(schema.meta.insert().values(key="store_text", value=first))
                search.ready(connection)
        with self._reading() as connection:
            kept = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "store_text")).scalar()
        self.store_text = kept != "no"
        if store_text is not None and store_text != self.store_text:
            how = "keeps texts" if self.store_text else "keeps no texts"
            raise LedgerConflict(self.path, f"it {how}; open it so, or make another one")

    def add(self, coded: CodedArticle) -> AddResult:
        """Add a report, in one transaction."""
        with self._writing() as connection:
            return writing.add(connection, coded if self.store_text else writing.without_text(coded), _now())

    def reject(self, rejection: Rejection) -> AddResult:
        """Add a rejection of input that never became a report."""
        with self._writing() as connection:
            return writing.reject(connection, rejection)

    def claims(self, query: ClaimQuery) -> Sequence[FoundClaim]:
        """The claims that pass every filter."""
        with self._reading() as connection:
            return reading.claims(connection, query)

    def relations(self, query: RelationQuery) -> Sequence[FoundRelation]:
        """The relations that pass every filter."""
        with self._reading() as connection:
            return reading.relations(connection, query)

    def reports(self, query: ReportQuery) -> Sequence[ReportSummary]:
        """The reports that pass every filter."""
        with self._reading() as connection:
            return reading.reports(connection, query)

    def rejections(self, query: RejectionQuery) -> Sequence[Rejection]:
        """The rejections that pass every filter."""
        with self._reading() as connection:
            return reading.rejections(connection, query)

    def get(self, id_: str) -> Claim | Relation | CodedArticle:
        """What has this id, or the one thing whose id begins so."""
        with self._reading() as connection:
            return reading.get(connection, id_, self.path)

    def report_of(self, id_: str) -> CodedArticle:
        """The whole report that this is the id of, or that what has this id is from."""
        with self._reading() as connection:
            return reading.report_of(connection, id_, self.path)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerUnreadable(self.path, _reason(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(immediate=True) as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise LedgerUnwritable(self.path, _reason(error)) from error


def _look(path: Path, read_only: bool) -> None:
    """Say what is wrong with a path better than SQLite would.

    A file that is there is not opened for it: closing it again would let go of every lock that SQLite holds on it for
    this process, and another process could then write beside it.
    """
    if os.path.isdir(path):  # noqa: PTH112 - pathlib raises where nobody may look
        raise LedgerUnreadable(path, "a folder")
    kind = LedgerUnreadable if read_only else LedgerUnwritable
    try:
        if not read_only:
            with suppress(FileExistsError):
                path.open("xb").close()
        size = path.stat().st_size
    except FileNotFoundError as error:
        if read_only:
            raise LedgerMissing(path) from None
        raise LedgerUnwritable(path, error.strerror or str(error)) from error
    except OSError as error:
        raise kind(path, error.strerror or str(error)) from error
    if not os.access(path, os.R_OK if read_only else os.R_OK | os.W_OK):
        raise kind(path, os.strerror(errno.EACCES))
    if read_only and not size:
        raise LedgerUnreadable(path, "it is empty")


def _engine(path: Path, read_only: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        connection = _connect(path, read_only)
        connection.isolation_level = None  # transactions begin where `begin` says, tables included
        connection.execute("PRAGMA foreign_keys = ON")
        connection.create_function("dragoman_folded", 1, folded, deterministic=True)
        return connection

    pool: Any = StaticPool if path == MEMORY else QueuePool
    engine = create_engine("sqlite://", creator=connect, poolclass=pool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _connect(path: Path, read_only: bool) -> sqlite3.Connection:
    if path == MEMORY:
        return sqlite3.connect(":memory:", check_same_thread=False)
    address = path.absolute().as_uri()
    mode = "ro" if read_only else "rw"
    connection = sqlite3.connect(f"{address}?mode={mode}", uri=True, timeout=PATIENCE, check_same_thread=False)
    try:
        if read_only:
            connection.execute("PRAGMA schema_version")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.OperationalError:
        connection.close()
        if not read_only or path.with_name(f"{path.name}-wal").exists():
            raise
        # In a folder where nothing can be written SQLite cannot share a WAL file; nobody else can write it either.
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: Connection, path: Path) -> int:
    """The version of the schema; 0 for a file without tables.

    Raises:
        LedgerUnreadable: it is a database, but no ledger.
    """
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if application == schema.APPLICATION_ID:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if application or connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        raise LedgerUnreadable(path, "it is a database, but no ledger of Dragoman's")
    return 0


def _reason(error: DBAPIError) -> str:
    """What SQLite says, in words for the user."""
    said = str(error.orig)
    if "locked" in said:
        return f"another process has been writing to it for {PATIENCE:.0f} s"
    return "it is no database" if "not a database" in said else said


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
