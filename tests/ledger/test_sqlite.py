"""The SQLite store: the conformance suite, and what is SQLite's own."""

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.ledger import (
    Ledger,
    LedgerMissing,
    LedgerUnreadable,
    LedgerUnwritable,
    LedgerVersion,
    LibraryMissing,
    StoreUnknown,
    migrations,
    schema,
    search,
    sqlite,
    stores,
)
from tests.ledger import factory
from tests.ledger.conformance import StoreConformance, dump


class TestFile(StoreConformance):
    @pytest.fixture
    def open_ledger(self, tmp_path):
        return lambda **how: Ledger.open(tmp_path / "news.db", **how)


class TestWithoutSearchIndex(StoreConformance):
    """A SQLite that was built without FTS5."""

    @pytest.fixture
    def open_ledger(self, tmp_path, monkeypatch):
        monkeypatch.setattr(search, "available", lambda connection: False)
        return lambda **how: Ledger.open(tmp_path / "news.db", **how)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.db"


@pytest.fixture
def filled(path):
    with Ledger.open(path) as ledger:
        ledger.add_many([factory.coded(), factory.other()])
    return path


def test_stores():
    assert stores.table() == {"sqlite": "dragoman.ledger.sqlite:open_store"}
    assert callable(stores.get("sqlite"))
    with pytest.raises(StoreUnknown):
        Ledger.open("x.db", store="sqlit")


def test_in_memory():
    with Ledger.open(":memory:") as ledger:
        ledger.add(factory.coded())
        assert len(ledger.claims()) == 5
        assert ledger.path == Path(":memory:")
    assert not Path(":memory:").exists()


def test_what_is_added_stays(filled):
    with Ledger.open(str(filled)) as ledger:
        assert len(ledger.claims()) == 7


def test_wal(filled):
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_reading_only(filled):
    with Ledger.open(filled, read_only=True) as ledger:
        assert len(ledger.claims()) == 7
        with pytest.raises(LedgerUnwritable, match="readonly"):
            ledger.add(factory.recoded())
        assert len(ledger.claims()) == 7


def test_reading_where_nothing_can_be_written(filled, monkeypatch):
    """A folder closed to writing, where SQLite cannot make the file that readers share."""
    connect = sqlite3.connect

    class Closed(sqlite3.Connection):
        def execute(self, *arguments):
            raise sqlite3.OperationalError("unable to open database file")

    def refusing(address, **options):
        return connect(address, **options, **({} if "immutable" in address else {"factory": Closed}))

    monkeypatch.setattr(sqlite.sqlite3, "connect", refusing)
    with Ledger.open(filled, read_only=True) as ledger:
        assert len(ledger.claims()) == 7
    filled.with_name("news.db-wal").touch()  # somebody is writing: what they wrote must not be overlooked
    with pytest.raises(LedgerUnreadable, match="unable to open"):
        Ledger.open(filled, read_only=True)


def test_reading_what_is_absent(path):
    with pytest.raises(LedgerMissing, match="dragoman add"):
        Ledger.open(path, read_only=True)
    assert not path.exists()


def test_an_absent_folder(tmp_path):
    with pytest.raises(LedgerUnwritable, match="No such file"):
        Ledger.open(tmp_path / "absent" / "news.db")


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Date,Event\n2024-03-04,CONSULT\n", "no database"),
        (b"SQLite format 3\0" + b"\xff" * 4096, "database"),
        (None, "a folder"),
    ],
)
def test_what_is_no_ledger(path, content, words, read_only):
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises((LedgerUnreadable, LedgerUnwritable), match=words):
        Ledger.open(path, read_only=read_only)
    if content is not None:
        assert path.read_bytes() == content


def test_a_database_of_others(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claims (id)")
    for read_only in (True, False):
        with pytest.raises(LedgerUnreadable, match="no ledger"):
            Ledger.open(path, read_only=read_only)


def test_an_empty_file(path):
    path.touch()
    with pytest.raises(LedgerUnreadable, match="empty"):
        Ledger.open(path, read_only=True)
    with Ledger.open(path) as ledger:
        assert len(ledger.reports()) == 0


def test_a_broken_file(filled):
    with Ledger.open(filled) as ledger:
        ledger.add_many(factory.many(40))
    raw = bytearray(filled.read_bytes())
    raw[8192:] = b"\x5a" * (len(raw) - 8192)
    filled.write_bytes(raw)
    with pytest.raises((LedgerUnreadable, LedgerUnwritable)), Ledger.open(filled) as ledger:
        ledger.claims()


def test_somebody_else_is_writing(filled, monkeypatch):
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    with Ledger.open(filled) as ledger, closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerUnwritable, match="another process"):
            ledger.add(factory.recoded())
        assert len(ledger.claims()) == 7  # readers do not wait
        other.execute("ROLLBACK")
        assert ledger.add(factory.recoded()).change == "replaced"


def test_readers_beside_a_writer(path):
    """Every reader sees whole reports, at any moment."""
    with Ledger.open(path) as writer, ThreadPoolExecutor(4) as pool:

        def read(_):
            with Ledger.open(path, read_only=True) as reader:
                return [(report.claims, report.relations) for report in reader.reports()]

        writer.add(factory.coded())
        waiting = []
        for coded in factory.many(20):
            waiting.append(pool.submit(read, None))
            writer.add(coded)
        seen = [future.result() for future in waiting]
    assert all(set(reports) == {(5, 2)} for reports in seen)


def test_threads_share_a_ledger(filled):
    with Ledger.open(filled) as ledger, ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: len(ledger.claims()), range(12))) == [7] * 12


def test_two_writers(path):
    with Ledger.open(path) as one, Ledger.open(path) as other, ThreadPoolExecutor(2) as pool:
        reports = factory.many(10)
        list(pool.map(lambda pair: pair[0].add(pair[1]), [(one if n % 2 else other, r) for n, r in enumerate(reports)]))
        assert len(one.reports()) == len(other.reports()) == 10


KILLED = """
import os, signal, sys
from dragoman.ledger import Ledger, schema, writing
from tests.ledger import factory

whole = writing._insert_all

def killed(connection, table, rows):
    whole(connection, table, rows)
    if table is schema.relations:
        os.kill(os.getpid(), signal.SIGKILL)

with Ledger.open(sys.argv[1]) as ledger:
    writing._insert_all = killed
    ledger.add(eval(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("coded", ["factory.recoded()", "factory.many(1)[0]"])
def test_a_killed_write_leaves_nothing(root, filled, coded):
    with Ledger.open(filled) as ledger:
        before = dump(ledger)
    run = subprocess.run(
        [sys.executable, "-c", KILLED, str(filled), coded],
        cwd=root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    with Ledger.open(filled) as ledger:
        assert dump(ledger) == before
        assert len(ledger.claims(words="trawler")) == 1
        assert ledger.add(factory.many(1)[0]).change == "added"


def test_a_failing_write_leaves_nothing(filled, monkeypatch):
    def fail(*_):
        raise KeyboardInterrupt

    with Ledger.open(filled) as ledger:
        before = dump(ledger)
        monkeypatch.setattr("dragoman.ledger.writing._relation_row", fail)
        with pytest.raises(KeyboardInterrupt):
            ledger.add(factory.recoded())
        assert dump(ledger) == before


# Versions


def test_an_old_ledger_is_upgraded(filled, monkeypatch):
    def second(connection):
        connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN note TEXT")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, second))
    with pytest.raises(LedgerVersion, match="upgrades it"):
        Ledger.open(filled, read_only=True)
    with Ledger.open(filled) as ledger:
        assert len(ledger.claims()) == 7
    assert version(filled) == len(migrations.MIGRATIONS)
    with Ledger.open(filled, read_only=True) as ledger:
        assert ledger.add is not None


def test_a_failing_upgrade_leaves_all_as_it_was(filled, monkeypatch):
    def second(connection):
        connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN note TEXT")
        connection.exec_driver_sql("ALTER TABLE absent ADD COLUMN note TEXT")

    before = version(filled)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, second))
        with pytest.raises(LedgerUnwritable, match="absent"):
            Ledger.open(filled)
    assert version(filled) == before
    with Ledger.open(filled) as ledger:
        assert len(ledger.claims()) == 7


def test_a_newer_ledger(filled):
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(LedgerVersion, match="newer Dragoman") as caught:
        Ledger.open(filled)
    assert (caught.value.found, caught.value.known) == (99, len(migrations.MIGRATIONS))


def test_migrations_make_the_tables_that_queries_expect(filled):
    with closing(sqlite3.connect(filled)) as connection:
        made = {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in schema.tables.tables
        }
    assert made == {name: [column.name for column in table.columns] for name, table in schema.tables.tables.items()}


def version(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


# Search


def test_an_index_that_others_could_not_keep_is_made_anew(path, monkeypatch):
    with Ledger.open(path) as ledger:
        ledger.add(factory.coded())
        with monkeypatch.context() as patch:
            patch.setattr(search, "available", lambda connection: False)
            ledger.add(factory.other())
            assert len(ledger.claims(words="urged norway")) == 2
    with Ledger.open(path) as ledger:
        assert len(ledger.claims(words="urged norway")) == 2
        ledger.add(factory.recoded())
        assert len(ledger.claims(words="urged norway")) == 1


def test_pandas_is_optional(filled, monkeypatch):
    monkeypatch.setattr("dragoman.ledger.results.find_spec", lambda name: None)
    with Ledger.open(filled) as ledger, pytest.raises(LibraryMissing, match=r"dragoman\[pandas\]"):
        ledger.claims().to_pandas()


def test_to_pandas(filled):
    pytest.importorskip("pandas")
    with Ledger.open(filled) as ledger:
        assert ledger.claims().to_pandas()["event"].tolist()[:2] == ["CONSULT", "REQUEST"]


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_opening_a_ledger_again_keeps_the_locks_of_the_first(tmp_path: Path) -> None:
    """A second opening in one process must not let go of the first one's locks: another process would not see it."""
    path = tmp_path / "ledger.db"
    with Ledger.open(path) as first:
        first.claims()
        with Ledger.open(path):
            pass
        other = "import sys; from dragoman import Ledger; Ledger.open(sys.argv[1]).close()"
        subprocess.run([sys.executable, "-c", other, str(path)], check=True, timeout=60)
        assert path.with_name("ledger.db-wal").exists(), "the other process took itself for the last one"
        assert len(first.claims()) == 0
