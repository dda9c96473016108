import time

import pytest

from dragoman.cli import progress
from dragoman.cli.progress import tracked


@pytest.fixture
def count(monkeypatch):
    """Track three items; on a terminal, and with as much patience, as asked for."""

    def run(*, terminal, patience, show=True):
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
        monkeypatch.setattr(progress, "PATIENCE", patience)
        return "".join(tracked(iter("abc"), 3, "analysing", show=show))

    return run


def test_a_bar_on_standard_error_once_it_takes_long(count, capsys):
    assert count(terminal=True, patience=-1) == "abc"
    captured = capsys.readouterr()
    assert "analysing" in captured.err
    assert captured.out == ""


def test_a_bar_before_the_first_item_is_done(monkeypatch, capsys):
    def slow():
        time.sleep(0.5)
        yield "a"

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0.05)
    items = tracked(slow(), 1, "analysing", show=True)
    assert next(items) == "a"
    assert "analysing" in capsys.readouterr().err
    items.close()


@pytest.mark.parametrize(
    "case",
    [
        {"terminal": True, "patience": 2},  # what is quick
        {"terminal": False, "patience": -1},  # where nobody looks
        {"terminal": True, "patience": -1, "show": False},  # where results appear
    ],
)
def test_no_bar(count, capsys, case):
    assert count(**case) == "abc"
    assert "analysing" not in capsys.readouterr().err
