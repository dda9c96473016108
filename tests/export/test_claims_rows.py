"""CSV and Parquet: the same rows under the same names."""

import csv
from datetime import date

import pyarrow.parquet as pq
import pytest

from dragoman.export import claims_parquet, write_claims
from dragoman.export.reference import TABLES, reference
from dragoman.ledger import CLAIM_COLUMNS, Ledger
from dragoman.records import Rejection
from tests.ledger import factory

NAMES = [column.name for column in CLAIM_COLUMNS]


@pytest.fixture
def items():
    return [factory.coded(), Rejection("sources", "empty", "x.txt"), factory.other()]


def test_csv(tmp_path, items):
    write_claims(items, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == NAMES
    assert [row["event"] for row in rows] == ["CONSULT", "REQUEST", "COERCE", "AGREE", "COERCE", "CONSULT", "REQUEST"]
    first = rows[0]
    assert first["actors"] == "Norwegian Foreign Minister Ida Solvik | her Icelandic counterpart Jon Hallsson"
    assert first["actor_countries"] == "NOR | ISL"
    assert (first["date_start"], first["cameo"], first["mode"]) == ("2024-03-04", "040", "visit")
    assert (rows[1]["date_start"], rows[1]["mode"], rows[1]["place_lat"]) == ("", "", "")
    assert rows[1]["sentence"] == factory.DEMAND


@pytest.mark.parametrize("batch", [1, 3, 10_000])
def test_parquet(tmp_path, items, batch, monkeypatch):
    monkeypatch.setattr(claims_parquet, "BATCH", batch)
    write_claims(items, tmp_path / "out.parquet")
    table = pq.read_table(tmp_path / "out.parquet")
    assert table.column_names == NAMES
    rows = table.to_pylist()
    assert len(rows) == 7
    assert rows[0]["actor_sectors"] == ["GOV", "GOV DIP"]
    assert rows[0]["date_start"] == date(2024, 3, 4)
    assert rows[3]["actor_ids"] == [None]
    assert table.schema.field("event").metadata[b"meaning"].startswith(b"what was done")


def test_parquet_and_frames_agree(tmp_path, items):
    import polars as pl

    write_claims(items, tmp_path / "out.parquet")
    with Ledger.open(":memory:") as ledger:
        ledger.add_many(items)
        frame = ledger.claims().to_polars()
    assert pl.read_parquet(tmp_path / "out.parquet").equals(frame)


@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_no_claims(tmp_path, name):
    write_claims([], tmp_path / name)
    if name.endswith("csv"):
        assert (tmp_path / name).read_text("utf-8").split(",")[0] == "claim_id"
    else:
        assert pq.read_table(tmp_path / name).num_rows == 0


def test_the_page_of_columns_is_up_to_date(root):
    page = reference()
    assert (root / "docs" / "columns.md").read_text("utf-8") == page, (
        "run: python -m dragoman.export.reference > docs/columns.md"
    )
    assert all(f"| `{column.name}` |" in page for table in TABLES.values() for column in table)
