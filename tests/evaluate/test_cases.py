import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import cases

CASE = """\
- id: one
  manner: plain
  text: "Go. Go!\\nStay."
  sentences: ["Go.", "Go!", "Stay."]
"""


def test_read(write):
    (case,) = cases.read(write("cases.yaml", CASE))
    assert (case.id, case.manner) == ("one", "plain")
    assert case.sentences == ((0, 3), (4, 7), (8, 13))


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("one: two\n", 1),
        (CASE + CASE, 5),
        (CASE.replace("manner", "maner"), 1),
        (CASE.replace('"Go!", ', ""), 1),
        (CASE.replace(', "Stay."', ""), 1),
        (CASE.replace('"Go!"', '"Go?"'), 1),
    ],
)
def test_malformed_cases_fail_by_line(write, content, line):
    with pytest.raises(DataMalformed) as error:
        cases.read(write("cases.yaml", content))
    assert error.value.line == line


def test_the_cases_of_the_checkout(root):
    path = cases.find()
    assert path == root / cases.FILE
    assert len(cases.read(path)) > 100
