import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import EvalDataMissing, TaskUnknown
from dragoman.registry import Registry


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """Two tasks, `stub`, which reports, and `bare`, which lacks its data; returns the folders asked for."""
    folders = []

    def stub(data, analyser=None, progress=None):
        folders.append(data)
        return SimpleNamespace(render=lambda: "UPOS 97.6", to_dict=lambda: {"upos": 97.6})

    def bare(data, analyser=None, progress=None):
        raise EvalDataMissing("bare", (Path("gum"),))

    monkeypatch.setitem(sys.modules, "stub_tasks", SimpleNamespace(stub=stub, bare=bare))
    tasks = Registry({"stub": "stub_tasks:stub", "bare": "stub_tasks:bare"}, unknown=TaskUnknown)
    monkeypatch.setattr("dragoman.evaluate.tasks", tasks)
    return folders


def test_without_a_task_the_tasks_are_listed(run):
    assert run("eval").stdout == "bare\nstub\n"


def test_a_report_for_people(run, asked):
    assert run("eval", "stub").stdout == "UPOS 97.6\n"
    assert asked == [None]


def test_json_and_a_folder(run, asked):
    assert json.loads(run("eval", "stub", "--json", "--data", "somewhere").stdout) == {"upos": 97.6}
    assert asked == [Path("somewhere")]


def test_missing_data(run):
    result = run("eval", "bare")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "gum not found" in result.stderr


def test_unknown_task(run):
    result = run("eval", "stup")
    assert result.exit_code == 2
    assert "no evaluation task 'stup'; did you mean 'stub'?" in result.stderr
