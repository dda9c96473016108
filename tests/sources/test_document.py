"""What docs/input.md says is so."""

import re

from dragoman.sources import Options, readers
from dragoman.sources.columns import FIELDS, usual_names
from dragoman.sources.readers import ENDINGS


def rows(root, heading):
    part = (root / "docs" / "input.md").read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    found = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| `")]
    return {cells[0].strip(" `"): cells[1:] for cells in found}


def test_readers_and_endings(root):
    told = rows(root, "Kinds of files")
    assert set(told) == set(readers)
    for name, (endings, _) in told.items():
        assert sorted(re.findall(r"\.\w+", endings)) == sorted(e for e, reader in ENDINGS.items() if reader == name)


def test_columns(root):
    told = rows(root, "Columns and names")
    assert set(told) == set(FIELDS)
    for field, (names,) in told.items():
        assert tuple(name.strip() for name in names.split(",")) == usual_names()[field]


def test_limits(root):
    text = " ".join((root / "docs" / "input.md").read_text("utf-8").split())
    options = Options()
    assert f"may have {options.longest:,} characters" in text
    assert f"within {options.fetch_seconds:g} seconds and {options.fetch_bytes // 1_000_000} MB" in text
    assert f"more than {options.longest_bytes:,} bytes" in text
