import json

import pytest

from dragoman.bench import Figure, Report
from dragoman.cli.bench import shown


@pytest.fixture
def asked(monkeypatch):
    calls = []

    def bench(texts, *, words, repeats, progress=None):
        calls.append((texts, words, repeats))
        return Report(
            "language",
            "some words",
            (Figure("speed", 7000.4, "words/s", (7000.4,)), Figure("load time", 0.5, "s")),
        )

    monkeypatch.setattr("dragoman.bench.language.bench", bench)
    return calls


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Talks end.", encoding="utf-8")
    return tmp_path


def test_without_a_name_the_benchmarks_are_listed(run):
    assert run("bench").stdout == "code\nlanguage\n"


def test_a_table(run, asked, folder):
    result = run("bench", "language", "--texts", folder, "--words", 9, "--repeats", 2)
    assert asked == [(["Talks end."], 9, 2)]
    assert "7,000" in result.stdout
    assert "0.50" in result.stdout
    assert result.exit_code == 0


def test_json(run, asked, folder):
    record = json.loads(run("bench", "language", "--texts", folder, "--json").stdout)
    assert record["figures"]["speed"]["value"] == 7000.4


def test_unreadable_texts_are_told(run, asked, folder):
    (folder / "b.txt").write_bytes(b"\0")
    result = run("bench", "language", "--texts", folder)
    assert result.exit_code == 0
    assert "binary" in result.stderr


def test_no_text(run, asked, tmp_path):
    assert run("bench", "language", "--texts", tmp_path / "absent").exit_code == 3
    assert asked == []


def test_unknown_name(run):
    result = run("bench", "lang")
    assert result.exit_code == 2
    assert "did you mean 'language'?" in result.stderr


@pytest.mark.parametrize(
    ("unit", "text"), [("s", "12.35"), ("%", "12.3"), ("reports/s", "12.3"), ("sentences/s", "12.3"), ("words/s", "12")]
)
def test_digits_that_mean_something(unit, text):
    assert shown(12.346, Figure("", 12.346, unit)) == text
