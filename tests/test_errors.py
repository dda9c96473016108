import importlib
import pickle
import pkgutil
from dataclasses import fields
from pathlib import Path

import pytest

import dragoman
from dragoman import errors
from dragoman.records import Rejection

EXAMPLES = [
    (errors.ModelMissing(Path("m/en.onnx"), "en"), "en.onnx is missing"),
    (
        errors.ModelMismatch(Path("m/meta.json"), expected="format 1", found="format 2"),
        "expected format 1, found format 2",
    ),
    (errors.NameUnknown("x", ()), "no name 'x' (known: none)"),
    (
        errors.EngineUnknown("dragomn", ("dragoman", "stanza")),
        "did you mean 'dragoman'? (known: dragoman, stanza)",
    ),
    (errors.TaskUnknown("x", ("language",)), "no evaluation task 'x' (known: language)"),
    (errors.BenchUnknown("x", ("language",)), "no benchmark 'x'"),
    (errors.FormatUnknown("xml", ("conllu",)), "no format 'xml'"),
    (errors.NameTaken("engine", "dragoman", "other:make"), "other:make registers the engine 'dragoman'"),
    (errors.TargetUnloadable("engine", "x", "a.b:c", "no module a"), "from a.b:c: no module a"),
    (
        errors.EngineUnavailable("stanza", "stanza", "stanza is not installed"),
        "pip install 'dragoman[stanza]'",
    ),
    (errors.InputUnreadable("a.txt", "empty"), "cannot read a.txt: empty"),
    (errors.InputUnreadable("a.csv", "a quotation mark is never closed", "line 7"), "cannot read a.csv, line 7: a quo"),
    (errors.EncodingUnknown("utf-88"), "no encoding 'utf-88'"),
    (errors.ColumnsInvalid("txt=body", "the fields are text"), "'txt=body' maps no column"),
    (errors.DataMalformed(Path("a.csv"), 7, "two fields"), "a.csv, line 7: two fields"),
    (errors.DataMalformed(Path("a.yaml"), None, "no mapping"), "a.yaml: no mapping"),
    (errors.WordsChanged(("a", "b"), ("ab",)), "given the words ('a', 'b'), the analyser gave back ('ab',)"),
    (errors.Uncodable(Rejection("articles", "no text", "a.txt")), "no text"),
    (errors.DataInvalid("columns.yaml", "no names"), "malformed data, columns.yaml: no names"),
    (errors.ReaderUnknown("xml", ("csv",)), "no reader 'xml'"),
    (errors.DateUnreadable("31/31/2019"), "'31/31/2019': it is no date; write it as YYYY-MM-DD"),
    (errors.OutputUnwritable(Path("b"), "Is a directory"), "cannot write b: Is a directory"),
    (errors.EvalDataMissing("language", (Path("gum"), Path("voa"))), "gum, voa not found"),
    (errors.BenchFailed("language", "killed"), "no result: killed"),
    (errors.SpanInvalid(3, 2), "[3, 2) is no span"),
    (errors.SpanInvalid(0, 9, length=4), "beyond a text of 4 characters"),
    (errors.SpanMismatch(0, 4, "Oslo", "Bern"), "[0, 4) should read 'Oslo' and reads 'Bern'"),
    (errors.RecordInvalid("Claim", "quad", "7", "a quad class is 1, 2, 3 or 4"), "Claim cannot have 7 as quad"),
]


def subclasses(kind):
    return {kind}.union(*(subclasses(below) for below in kind.__subclasses__()))


def test_every_error_has_an_example_here():
    defined = {kind for kind in subclasses(errors.DragomanError) if kind.__module__ == "dragoman.errors"}
    assert defined - {errors.DragomanError} == {type(error) for error, _ in EXAMPLES}


@pytest.mark.parametrize(("error", "words"), EXAMPLES)
def test_message_says_what_happened(error, words):
    assert words in str(error)


@pytest.mark.parametrize("error", [error for error, _ in EXAMPLES])
def test_facts_survive_a_process_boundary(error):
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert [getattr(copy, f.name) for f in fields(copy)] == [getattr(error, f.name) for f in fields(error)]
    assert str(copy) == str(error)


def test_errors_stand_where_they_are_looked_for():
    for module in pkgutil.walk_packages(dragoman.__path__, "dragoman."):
        if not module.name.startswith("dragoman.__main__"):
            importlib.import_module(module.name)
    places = {kind.__module__ for kind in subclasses(errors.DragomanError) if kind.__module__.startswith("dragoman.")}
    assert places == {"dragoman.errors", "dragoman.ledger.errors", "dragoman.ontology.errors"}


def test_one_clause_catches_all():
    assert all(isinstance(error, errors.DragomanError) for error, _ in EXAMPLES)


def test_no_suggestion_where_nothing_is_near():
    assert "did you mean" not in str(errors.EngineUnknown("xyz", ("dragoman",)))


def test_no_remedy_where_there_is_no_extra():
    assert "install" not in str(errors.EngineUnavailable("spacy", "", "no pipeline of this name"))
