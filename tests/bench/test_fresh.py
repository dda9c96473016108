import sys

import pytest

from dragoman.bench.fresh import ask
from dragoman.errors import BenchFailed


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Writes a module that a fresh interpreter can run, and gives its name."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))

    def write(code):
        (tmp_path / "stub_probe.py").write_text(f"import json, sys\n{code}\n", encoding="utf-8")
        return "stub_probe"

    return write


def test_a_question_is_answered(module):
    echo = module("json.dump({'asked': json.load(sys.stdin), 'by': sys.executable}, sys.stdout)")
    assert ask("code", echo, {"texts": ("é",)}) == {"asked": {"texts": ["é"]}, "by": sys.executable}


@pytest.mark.parametrize(
    ("code", "reason"),
    [("raise RuntimeError('no room')", "RuntimeError: no room"), ("sys.exit(7)", "exit code 7")],
)
def test_the_last_word_of_a_process_that_fails_is_the_reason(module, code, reason):
    with pytest.raises(BenchFailed) as caught:
        ask("code", module(code), {})
    assert (caught.value.name, caught.value.reason) == ("code", reason)
