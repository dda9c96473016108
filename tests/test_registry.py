from importlib.metadata import EntryPoint

import pytest

from dragoman import registry
from dragoman.bench import benches
from dragoman.errors import EngineUnknown, NameTaken, TargetUnloadable
from dragoman.evaluate import tasks
from dragoman.export import analysis_formats
from dragoman.language import engines
from dragoman.registry import Registry
from dragoman.sources import readers

REGISTRIES = {
    "analysis_formats": analysis_formats,
    "benches": benches,
    "engines": engines,
    "readers": readers,
    "tasks": tasks,
}


@pytest.fixture
def functions():
    return Registry({"upper": "string:capwords", "join": "os.path:join"}, unknown=EngineUnknown, group="dragoman.test")


def installed(monkeypatch, *points):
    monkeypatch.setattr(registry, "entry_points", lambda group: [point for point in points if point.group == group])


@pytest.mark.parametrize(
    ("name", "table"),
    [
        (
            "analysis_formats",
            {"conllu": "dragoman.export.conllu:conllu", "jsonl": "dragoman.export.jsonl:jsonl"},
        ),
        ("benches", {bench: f"dragoman.bench.{bench}:bench" for bench in ("code", "language")}),
        (
            "readers",
            {
                "csv": "dragoman.sources.tables:read",
                "html": "dragoman.sources.html:read",
                "json": "dragoman.sources.jsonl:read_array",
                "jsonl": "dragoman.sources.jsonl:read",
                "text": "dragoman.sources.plain:read",
            },
        ),
        (
            "tasks",
            {task: f"dragoman.evaluate.{task}:run" for task in ("actors", "claims", "dates", "language", "places")},
        ),
    ],
)
def test_snapshot(name, table):
    assert REGISTRIES[name].table() == table


@pytest.mark.parametrize("name", REGISTRIES)
def test_every_name_leads_somewhere(name):
    assert all(callable(REGISTRIES[name].get(known)) for known in REGISTRIES[name])


def test_names_are_sorted(functions):
    assert functions.names() == ("join", "upper")
    assert list(functions) == ["join", "upper"]
    assert len(functions) == 2
    assert "join" in functions
    assert "split" not in functions


def test_get_imports_what_the_name_stands_for(functions):
    assert functions.get("upper")("a b") == "A B"


def test_nothing_is_imported_before_it_is_asked_for():
    names = Registry({"absent": "no_such_module:thing"})
    assert names.names() == ("absent",)


def test_unknown_name_raises_the_kind_s_own_error(functions):
    with pytest.raises(EngineUnknown) as caught:
        functions.get("joyn")
    assert caught.value.name == "joyn"
    assert caught.value.known == ("join", "upper")


@pytest.mark.parametrize("target", ["no_such_module:thing", "string:no_such_thing", "string"])
def test_a_name_that_leads_nowhere(target):
    with pytest.raises(TargetUnloadable) as caught:
        Registry({"x": target}, unknown=EngineUnknown).get("x")
    assert (caught.value.kind, caught.value.name, caught.value.target) == ("engine", "x", target)


def test_another_package_adds_a_name(monkeypatch, functions):
    installed(monkeypatch, EntryPoint("base", "os.path:basename", "dragoman.test"), EntryPoint("no", "x:y", "other"))
    assert functions.names() == ("base", "join", "upper")
    assert functions.get("base")("a/b") == "b"


def test_another_package_cannot_take_a_name(monkeypatch, functions):
    installed(monkeypatch, EntryPoint("join", "elsewhere:join", "dragoman.test"))
    with pytest.raises(NameTaken) as caught:
        functions.get("upper")
    assert (caught.value.name, caught.value.target) == ("join", "elsewhere:join")
