"""What tests of sources share."""

import pytest

from dragoman.records import Document, Rejection
from dragoman.sources import Options, documents, find


@pytest.fixture
def read(tmp_path):
    """Write bytes to a file and read it: the documents, and the rejections as (place, reason)."""

    def run(name, raw, **options):
        path = tmp_path / name
        path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
        items = list(documents(find([path]), Options(**options)))
        found = [item for item in items if isinstance(item, Document)]
        rejected = [item for item in items if isinstance(item, Rejection)]
        assert all(item.stage == "sources" and item.id == str(path) for item in rejected)
        return found, [(item.place, item.reason) for item in rejected]

    return run
