import json
from datetime import date

import pytest

from dragoman import pipeline
from dragoman.cli.add import told
from dragoman.ledger import AddSummary, Ledger
from dragoman.records import DateSpan, Rejection
from tests.ledger import factory

UNREAD = Rejection("sources", "binary, not text", "scan.pdf")


@pytest.fixture
def coding(monkeypatch):
    """Let `pipeline.code` give reports made by hand, and note what it was told."""
    asked = []

    def given(*items):
        def code(documents, **said):
            asked.append(said)
            yield from items

        monkeypatch.setattr(pipeline, "code", code)
        return asked

    return given


@pytest.fixture
def report(tmp_path):
    (tmp_path / "herring.txt").write_text(factory.TEXT, encoding="utf-8")
    return tmp_path / "herring.txt"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.db"


def test_added_once(run, coding, report, path):
    coding(factory.coded(), factory.other())
    result = run("add", report, "--ledger", path)
    assert (result.exit_code, result.stdout) == (0, f"{path}: 2 reports added\n")
    coding(factory.coded())
    assert run("add", report, "--ledger", path).stdout == f"{path}: 0 reports added, 1 unchanged\n"
    coding(factory.recoded())
    assert run("add", report, "-l", path).stdout == f"{path}: 0 reports added, 1 replaced\n"
    with Ledger.open(path, read_only=True) as ledger:
        assert len(ledger.claims()) == 3


def test_what_is_added_can_be_shown(run, coding, report, path):
    coding(factory.coded())
    run("add", report, "--ledger", path)
    claim = factory.coded().claims[0]
    assert json.loads(run("show", claim.id, "--ledger", path, "--json").stdout)["event"] == "CONSULT"


def test_what_the_text_does_not_say(run, coding, report, path):
    asked = coding(factory.coded())
    run("add", report, "-l", path, "--published", "2024-03-04", "--outlet", "Northern Wire", "--lang", "en")
    assert asked[0]["published"] == DateSpan.of_day(date(2024, 3, 4), "given")
    assert [asked[0]["outlet"], asked[0]["language"]] == ["Northern Wire", "en"]


@pytest.mark.parametrize(("items", "code"), [((UNREAD,), 3), ((UNREAD, factory.coded()), 4)])
def test_what_could_not_be_read(run, coding, report, path, items, code):
    coding(*items)
    result = run("add", report, "--ledger", path)
    assert result.exit_code == code
    assert "scan.pdf" in result.stderr
    assert "binary, not text" in result.stderr
    assert "1 input rejected" in result.stdout
    with Ledger.open(path) as ledger:
        assert list(ledger.rejections(stage="sources")) == [UNREAD]


def test_without_text(run, coding, report, path):
    coding(factory.coded())
    assert run("add", report, "--ledger", path, "--without-text").exit_code == 0
    coding(factory.coded())
    assert "1 unchanged" in run("add", report, "--ledger", path).stdout
    with Ledger.open(path) as ledger:
        assert ledger.get(factory.coded().article.id).article.text == ""


def test_a_ledger_with_texts_cannot_lose_them(run, coding, report, path):
    coding(factory.coded())
    run("add", report, "--ledger", path)
    result = run("add", report, "--ledger", path, "--without-text")
    assert result.exit_code == 1
    assert "keeps texts" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--ledger", "herring.txt"], 1, "no database"),
        (["--ledger", "absent/news.db"], 1, "No such file or directory"),
        (["--ledger", "news.db", "--published", "2024-02-30"], 2, "is no date"),
        (["--ledger", "news.db", "--published", "yesterday"], 2, "YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_done(run, coding, report, monkeypatch, arguments, code, words):
    monkeypatch.chdir(report.parent)
    asked = coding(factory.coded())
    result = run("add", report, *arguments)
    assert result.exit_code == code
    assert words in " ".join(result.stderr.replace("│", " ").split())
    assert not asked
    assert report.read_text("utf-8") == factory.TEXT


def test_what_was_added_before_a_failure_stays(run, coding, report, path, monkeypatch):
    def failing(documents, **said):
        yield factory.coded()
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "code", failing)
    assert run("add", report, "--ledger", path).exit_code != 0
    with Ledger.open(path) as ledger:
        assert len(ledger.claims()) == 5


def test_one_line():
    assert told(AddSummary(1, 2, 3, 4), "x.db") == "x.db: 1 report added, 3 replaced, 2 unchanged, 4 inputs rejected"
