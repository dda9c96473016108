import json

import pytest

from dragoman import evaluate
from dragoman.errors import EvalDataMissing, TaskUnknown
from dragoman.evaluate import language

UNER = "# text = Ada Lund left .\n1\tAda\tB-PER\t-\t-\n2\tLund\tI-PER\t-\t-\n3\tleft\tO\t-\t-\n4\t.\tO\t-\t-\n\n"
VOA = "Sentence #,Word,POS,Tag\n" + "".join(
    f"Sentence: {number},Crew{number},NNS,O\n,met,VBD,O\n,Lund,NNP,B-per\n,.,.,O\n" for number in range(1, 40)
)


@pytest.fixture
def treebanks(write, treebank_text):
    """A folder of tiny data under the names that the task looks for."""
    path = write(language.GUM_DEV, treebank_text)
    write(language.GUM_TEST, treebank_text)
    write(language.EWT, treebank_text)
    write(language.UNER, UNER)
    write(language.VOA, VOA, "latin-1")
    return path.parent


class Given:
    """An analyser by the rules of the stub, also for sentences given in words; counts what it is asked."""

    def __init__(self, stub):
        self.stub = stub
        self.asked = []

    def __call__(self, text):
        return self.stub(text)

    def pipe(self, texts, processes=1):
        return self.stub.pipe(texts, processes)

    def analyse_words(self, sentences):
        from spacy.tokens import Doc

        self.asked += sentences
        docs = []
        for words in sentences:
            names = ["O" if not w.istitle() or not i else "B-PER" for i, w in enumerate(words)]
            docs.append(
                Doc(
                    self.stub("x").vocab,
                    words=list(words),
                    pos=["NOUN"] * len(words),
                    tags=["NN"] * len(words),
                    lemmas=[w.lower() for w in words],
                    heads=[0] * len(words),
                    deps=["root", *["dep"] * (len(words) - 1)],
                    ents=names,
                )
            )
        return docs


@pytest.fixture
def analyser(stub_analyser):
    return Given(stub_analyser)


def test_the_tasks():
    assert evaluate.tasks.table() == {
        task: f"dragoman.evaluate.{task}:run" for task in ("actors", "claims", "dates", "language", "places")
    }


def test_unknown_task():
    with pytest.raises(TaskUnknown):
        evaluate.run("speech")


def test_the_task_measures_everything(treebanks, analyser):
    told = []
    report = evaluate.run("language", treebanks, analyser, told.append)
    assert told
    assert {row.dataset for row in report.rows} == {
        "GUM test",
        "GUM news",
        "EWT test",
        "UNER-EWT test",
        "VOA held out",
        "GUM test names",
        "GUM dev raw",
        "GUM dev joined",
        "wire cases",
    }
    assert len({row.key for row in report.rows}) == len(report.rows)
    assert report.row("entity R/GUM test names/type=PER").value == 0
    assert report.row("entity F1/VOA held out/type=PER").value == 100
    assert report.row("UPOS/GUM test/all").n == 23
    assert report.row("LAS/GUM news/all").n == 2 * 16
    json.dumps(report.to_dict(), allow_nan=False)


def test_every_floor_and_goal_names_a_measure_that_exists(treebanks, analyser):
    from dragoman.evaluate.floors import targets

    report = language.run(treebanks, analyser)
    assert targets("language").keys() <= {row.key for row in report.rows}


def test_a_sentence_is_analysed_once(treebanks, analyser):
    language.run(treebanks, analyser)
    assert len(analyser.asked) == len(set(map(tuple, analyser.asked)))


def test_only_the_held_out_part_of_voa_is_read(treebanks):
    assert [s.number for s in language.read(treebanks).voa] == [12, 24, 26, 38]


def test_an_installed_package_goes_without_the_wire_cases(treebanks, analyser, monkeypatch):
    monkeypatch.setattr("dragoman.evaluate.cases.find", lambda: None)
    report = language.run(treebanks, analyser)
    assert "wire cases" not in {row.dataset for row in report.rows}
    assert any("wire cases were not measured" in note for note in report.notes)


def test_missing_data(tmp_path, analyser):
    with pytest.raises(EvalDataMissing) as error:
        language.run(tmp_path, analyser)
    assert language.GUM_DEV in {path.name for path in error.value.paths}
