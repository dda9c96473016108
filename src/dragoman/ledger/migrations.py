"""How a ledger of any version becomes one of this version.

The version of a file is the number of migrations that it has seen, in SQLite's `user_version`. A migration is never
changed once it is released: what it says is how files of its time look. The next one is added at the end.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

Migration = Callable[["Connection"], None]


def _first(connection: "Connection") -> None:
    """Reports with all that was found in them."""
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)


_FIRST = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, fingerprint TEXT NOT NULL, outlet_folded TEXT NOT NULL,
    published_start TEXT, published_end TEXT, language TEXT, title TEXT, text TEXT NOT NULL, record TEXT NOT NULL,
    added TEXT NOT NULL, dragoman TEXT NOT NULL
);
CREATE TABLE origins (
    report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, origin TEXT NOT NULL, sha256 TEXT,
    media_type TEXT NOT NULL, encoding TEXT, PRIMARY KEY (report, origin)
) WITHOUT ROWID;
CREATE INDEX origins_origin ON origins (origin);
CREATE TABLE claims (
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, event TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, quad INTEGER, score REAL NOT NULL,
    date_start TEXT, date_end TEXT, place_country TEXT, sentence TEXT, record TEXT NOT NULL, UNIQUE (report, position)
);
CREATE INDEX claims_id ON claims (id);
CREATE INDEX claims_event ON claims (event);
CREATE INDEX claims_date ON claims (date_start, date_end);
CREATE TABLE parties (
    claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, part TEXT NOT NULL, position INTEGER NOT NULL,
    actor TEXT, country TEXT, folded TEXT NOT NULL, PRIMARY KEY (claim, part, position)
) WITHOUT ROWID;
CREATE INDEX parties_actor ON parties (actor);
CREATE INDEX parties_country ON parties (country);
CREATE TABLE voices (
    claim INTEGER NOT NULL REFERENCES claims ON DELETE CASCADE, position INTEGER NOT NULL, actor TEXT,
    folded TEXT NOT NULL, PRIMARY KEY (claim, position)
) WITHOUT ROWID;
CREATE TABLE relations (
    number INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, position INTEGER NOT NULL,
    id TEXT NOT NULL, subject_actor TEXT, subject_folded TEXT NOT NULL, predicate TEXT NOT NULL, object_actor TEXT,
    object_folded TEXT NOT NULL, polarity TEXT NOT NULL, valid_start TEXT, valid_end TEXT, voices_folded TEXT NOT NULL,
    score REAL NOT NULL, record TEXT NOT NULL, UNIQUE (report, position)
);
CREATE INDEX relations_id ON relations (id);
CREATE INDEX relations_predicate ON relations (predicate);
CREATE TABLE rejections (
    number INTEGER PRIMARY KEY, report INTEGER REFERENCES reports ON DELETE CASCADE, position INTEGER,
    stage TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL
);
CREATE INDEX rejections_report ON rejections (report);
CREATE INDEX rejections_id ON rejections (id);
"""

MIGRATIONS: tuple[Migration, ...] = (_first,)


def migrate(connection: "Connection", found: int, migrations: Sequence[Migration] | None = None) -> int:
    """Bring a ledger of version `found` (0 is a new one) to the newest, within the connection's transaction.

    Returns:
        The version that it has then.
    """
    steps = MIGRATIONS if migrations is None else migrations
    for step in steps[found:]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {len(steps)}")
    return len(steps)
