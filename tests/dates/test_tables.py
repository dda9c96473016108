"""A malformed table fails, naming file and line."""

import pytest

from dragoman.dates import grammar, tables
from dragoman.dates.reading import READERS
from dragoman.errors import DataMalformed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("word,kind\n", 1),
        ("word,class,value\njune,month\n", 2),
        ("word,class,value\nJune,month,6\n", 2),
        ("word,class,value\njune,month,6\njune,month,6\n", 3),
    ],
)
def test_a_malformed_vocabulary(tmp_path, text, line):
    path = tmp_path / "vocabulary.csv"
    path.write_text(text)
    with pytest.raises(DataMalformed) as caught:
        tables.read_vocabulary(path)
    assert (caught.value.path, caught.value.line) == (path, line)
    assert f"line {line}" in str(caught.value)


@pytest.mark.parametrize("row", ["went,back,1", "went,past,much"])
def test_malformed_cues(tmp_path, row):
    path = tmp_path / "cues.csv"
    path.write_text(f"word,direction,strength\n{row}\n")
    with pytest.raises(DataMalformed):
        tables.read_cues(path)


@pytest.mark.parametrize("rule", ["{kind: day}", "{kind: day, pattern: nonsense}", '{kind: day, pattern: "(dom"}'])
def test_a_malformed_grammar(tmp_path, rule):
    path = tmp_path / "grammar.yaml"
    path.write_text(f"parts: {{}}\nrules:\n  - {rule}\n")
    with pytest.raises(DataMalformed) as caught:
        grammar.compiled(path)
    assert caught.value.line == 3


def test_each_rule_has_a_reader():
    assert set(grammar.grammar().kinds) == set(READERS)
