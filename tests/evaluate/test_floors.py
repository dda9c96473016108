import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import floors
from dragoman.evaluate.floors import Target


def test_read(write):
    content = "# why\nUPOS/GUM test/all: {floor: 97, goal: 97.6}\nentity F1/VOA held out/type=PER: {floor: 80.5}\n"
    assert floors.read(write("floors.yaml", content)) == {
        "UPOS/GUM test/all": Target(97.0, 97.6),
        "entity F1/VOA held out/type=PER": Target(80.5),
    }


def test_an_empty_file_has_no_targets(write):
    assert floors.read(write("floors.yaml", "# nothing yet\n")) == {}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("- UPOS\n", 1),
        ("UPOS/all: {floor: 90}\n", 1),
        ("a/b/c: {floor: 90}\na/b/c: {floor: 91}\n", 2),
        ("a/b/c: 90\n", 1),
        ("a/b/c: {}\n", 1),
        ("\na/b/c: {minimum: 90}\n", 2),
        ("a/b/c: {floor: 0.9, goal: 101}\n", 1),
        ("a/b/c: {floor: high}\n", 1),
        ("a/b/c: {floor: true}\n", 1),
    ],
)
def test_malformed_files_fail_by_line(write, content, line):
    with pytest.raises(DataMalformed) as error:
        floors.read(write("floors.yaml", content))
    assert error.value.line == line


@pytest.mark.parametrize("task", floors.FOLDERS)
def test_the_shipped_targets_can_be_read(task):
    for key, target in floors.targets(task).items():
        assert target.floor is None or target.goal is None or target.floor <= 100, key


@pytest.mark.slow
@pytest.mark.shared
def test_the_shipped_model_keeps_its_floors(shared, monkeypatch):
    from dragoman import evaluate

    monkeypatch.setenv("DRAGOMAN_SHARED", str(shared))
    report = evaluate.run("language")
    measured = {row.key for row in report.rows}
    assert floors.targets("language").keys() <= measured
    assert [f"{row.key}: {row.value:.2f} < {row.floor}" for row in report.below_floor()] == []
