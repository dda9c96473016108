"""The tables of a ledger as queries see them; `migrations` makes them.

Records are kept whole as JSON, under the names of the public contract; the other columns are what is searched by.
Dates are ISO text, so that they sort; columns named `folded` hold words as `names.folded` gives them.
"""

from sqlalchemy import Column, Float, Integer, MetaData, Table, Text

APPLICATION_ID = 0x44524147
"""Marks a SQLite file as a ledger: `DRAG`."""

tables = MetaData()

meta = Table("meta", tables, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))
"""Facts about the ledger itself: `store_text`, `search`."""

reports = Table(
    "reports",
    tables,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("outlet_folded", Text, nullable=False),
    Column("published_start", Text),
    Column("published_end", Text),
    Column("language", Text),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("added", Text, nullable=False),
    Column("dragoman", Text, nullable=False),
)
"""One row a report; `record` is the article without its text, `added` a time in UTC, `dragoman` the version."""

origins = Table(
    "origins",
    tables,
    Column("report", Integer, primary_key=True),
    Column("origin", Text, primary_key=True),
    Column("sha256", Text),
    Column("media_type", Text, nullable=False),
    Column("encoding", Text),
)
"""Every place that a report was read from."""

claims = Table(
    "claims",
    tables,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("quad", Integer),
    Column("score", Float, nullable=False),
    Column("date_start", Text),
    Column("date_end", Text),
    Column("place_country", Text),
    Column("sentence", Text),
    Column("record", Text, nullable=False),
)

parties = Table(
    "parties",
    tables,
    Column("claim", Integer, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text),
    Column("country", Text),
    Column("folded", Text, nullable=False),
)
"""Who takes part in a claim; `part` is the name of the claim's field, `actor` an id."""

voices = Table(
    "voices",
    tables,
    Column("claim", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("actor", Text),
    Column("folded", Text, nullable=False),
)

relations = Table(
    "relations",
    tables,
    Column("number", Integer, primary_key=True),
    Column("report", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("subject_actor", Text),
    Column("subject_folded", Text, nullable=False),
    Column("predicate", Text, nullable=False),
    Column("object_actor", Text),
    Column("object_folded", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("valid_start", Text),
    Column("valid_end", Text),
    Column("voices_folded", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("record", Text, nullable=False),
)

rejections = Table(
    "rejections",
    tables,
    Column("number", Integer, primary_key=True),
    Column("report", Integer),
    Column("position", Integer),
    Column("stage", Text, nullable=False),
    Column("id", Text, nullable=False),
    Column("record", Text, nullable=False),
)
"""What was given up: in a report, or (without one) input that never became a report."""
