"""What is wrong with a file is told with its line."""

from datetime import date

import pytest

from dragoman.errors import InputUnreadable
from dragoman.ontology import OntologyMalformed
from dragoman.ontology.files import read_table, read_yaml


def yaml_node(tmp_path, text):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path)


def table(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    return read_table(path, ("code", "value"))


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the file is empty"),
        ("# nothing\n", 1, "the file is empty"),
        ("a: 1\nb: [1, 2\n", 3, "no YAML"),
        ("a: 1\nb: x: y\n", 2, "no YAML"),
        ("a: \x07\n", 1, "no YAML"),
        ("a: *nowhere\n", 1, "no YAML"),
    ],
)
def test_no_yaml(tmp_path, text, line, words):
    with pytest.raises(OntologyMalformed, match=words) as caught:
        yaml_node(tmp_path, text)
    assert caught.value.line == line
    assert caught.value.path.name == "a.yaml"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- a\n- b\n", 1, "a mapping is needed"),
        ("code: A\nvalues: 1\n", 2, "the key 'values' is unknown; did you mean 'value'"),
        ("code: A\nvalue: 1\nqqq: 2\n", 3, "the key 'qqq' is unknown$"),
        ("code: A\ncode: B\n", 2, "the key 'code' stands here twice"),
        ("value: 1\n", 1, "the key 'code' is missing"),
    ],
)
def test_keys(tmp_path, text, line, words):
    with pytest.raises(OntologyMalformed, match=words) as caught:
        yaml_node(tmp_path, text).fields(("code", "value"))
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("value", "reader", "words"),
    [
        ("", "text", "a text is needed"),
        ("~", "text", "a text is needed"),
        ("'  '", "text", "the text is empty"),
        ("[a]", "text", "a text is needed"),
        ("text", "texts", "a list is needed"),
        ("[a, a]", "texts", "'a' stands here twice"),
        ("much", "number", "'much' is no number"),
        ("maybe", "truth", "'maybe' is neither true nor false"),
        ("2026-02-30", "day", "'2026-02-30' is no date"),
    ],
)
def test_values(tmp_path, value, reader, words):
    fields = yaml_node(tmp_path, f"# a comment\nx: {value}\n").fields(("x",))
    with pytest.raises(OntologyMalformed, match=words) as caught:
        getattr(fields["x"], reader)()
    assert caught.value.line == 2


def test_good_values(tmp_path):
    text = "no: no\ncode: 041\nlong: >-\n  two\n  lines\nday: 2026-11-21\nyes: true\nempty: null\n"
    fields = yaml_node(tmp_path, text).fields(("no", "code", "long", "day", "yes", "empty"))
    assert fields["no"].text() == "no"
    assert fields["code"].text() == "041"
    assert fields["long"].text() == "two lines"
    assert fields["day"].day() == date(2026, 11, 21)
    assert fields["yes"].truth() is True
    assert "empty" not in fields
    assert fields.text("empty", "default") == "default"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "the columns are not code, value"),
        ("code,values\nA,1\n", 1, "the columns are not code, value"),
        ("code,value\nA,1\nB\n", 3, "1 cells where 2 are needed"),
        ("code,value\nA,1,2\n", 2, "3 cells where 2 are needed"),
        ("code,value\nA, 1\n", 2, "there are blanks around ' 1'"),
        ('code,value\nA,"1\n', 2, "no CSV"),
        ('code,value\nA,"1"x\n', 2, "no CSV"),
    ],
)
def test_no_table(tmp_path, text, line, words):
    with pytest.raises(OntologyMalformed, match=words) as caught:
        table(tmp_path, text)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("cell", "call", "words"),
    [
        ("much", lambda row: row.number("value"), "'much' in the column 'value' is no number"),
        ("", lambda row: row.text("value"), "the column 'value' is empty"),
        ("maybe", lambda row: row.truth("value"), "neither yes nor no"),
        ("ASAULT", lambda row: row.one_of("value", ["ASSAULT"], "event"), "is no event; did you mean 'ASSAULT'"),
    ],
)
def test_cells(tmp_path, cell, call, words):
    row = table(tmp_path, f"code,value\nA,{cell}\n")[0]
    with pytest.raises(OntologyMalformed, match=words) as caught:
        call(row)
    assert caught.value.line == 2


def test_rows_over_several_lines(tmp_path):
    rows = table(tmp_path, 'code,value\nA,"x\ny"\nB,1;2\nC,\n')
    assert [row.line for row in rows] == [3, 4, 5]
    assert [row.parts("value") for row in rows[1:]] == [("1", "2"), ()]


@pytest.mark.parametrize("reader", [read_yaml, lambda path: read_table(path, ("a",))])
def test_files_that_cannot_be_read(tmp_path, reader):
    with pytest.raises(InputUnreadable, match="No such file"):
        reader(tmp_path / "absent")
    (tmp_path / "latin").write_bytes(b"\xe9\n")
    with pytest.raises(InputUnreadable, match="not UTF-8"):
        reader(tmp_path / "latin")
