"""Parquet: one row a claim, the columns of docs/columns.md; lists stay lists, dates dates."""

from typing import Any, BinaryIO

from dragoman.export.claims import Items, WriteOptions
from dragoman.ledger import CLAIM_COLUMNS, FoundClaim
from dragoman.ledger.columns import table
from dragoman.records import Rejection

BATCH = 10_000
"""Claims in a row group."""


def write(items: Items, stream: BinaryIO, options: WriteOptions) -> None:  # noqa: ARG001 - the same in every format
    """Write the claims; each column's meaning stands in its metadata as `meaning`."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds: dict[str, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "texts": pa.list_(pa.string()),
    }
    schema = pa.schema([pa.field(c.name, kinds[c.kind], metadata={"meaning": c.meaning}) for c in CLAIM_COLUMNS])
    waiting: list[FoundClaim] = []
    with parquet.ParquetWriter(stream, schema, compression="zstd") as file:
        for item in items:
            if isinstance(item, Rejection):
                continue
            waiting += [FoundClaim(claim, item.article) for claim in item.claims]
            if len(waiting) >= BATCH:
                file.write_table(pa.table(table(CLAIM_COLUMNS, waiting), schema=schema))
                waiting.clear()
        if waiting:
            file.write_table(pa.table(table(CLAIM_COLUMNS, waiting), schema=schema))
