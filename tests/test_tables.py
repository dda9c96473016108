"""A malformed table fails, naming file and line."""

import pytest

from dragoman import tables
from dragoman.errors import DataMalformed


def test_rows_by_column_with_their_lines(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('name,place\nAda,"Oslo,\nNorway"\nBo,Bern\n')
    assert list(tables.rows(path, ("name", "place"))) == [
        (3, {"name": "Ada", "place": "Oslo,\nNorway"}),
        (4, {"name": "Bo", "place": "Bern"}),
    ]


def test_the_digest_is_of_content():
    assert tables.digest() == tables.digest()
    assert len(tables.digest()) == 12


@pytest.mark.parametrize(("text", "line"), [("", 1), ("name\nAda\n", 1), ("name,place\nAda\n", 2)])
def test_a_malformed_table(tmp_path, text, line):
    path = tmp_path / "a.csv"
    path.write_text(text)
    with pytest.raises(DataMalformed) as caught:
        list(tables.rows(path, ("name", "place")))
    assert (caught.value.path, caught.value.line) == (path, line)
