"""Importing the ledger and the formats costs nothing until they are used."""

import subprocess
import sys

import pytest

HEAVY = {"jinja2", "pandas", "polars", "pyarrow", "rich", "spacy", "sqlalchemy", "sqlite3"}


@pytest.mark.parametrize("part", ["dragoman.ledger", "dragoman.export", "dragoman.export.page", "dragoman.cli.show"])
def test_import_is_light(part):
    code = f"import sys; before = set(sys.modules); import {part}; print(*(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in run.stdout.split()}
    assert loaded & HEAVY <= ({"rich"} if ".cli" in part else set())
