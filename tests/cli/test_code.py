import json

import pytest

from dragoman.cli import code as module
from dragoman.records import Article, Block, Claim, CodedArticle, Rejection, Span

TEXT = "Mali recalled its ambassador."


@pytest.fixture
def coded(monkeypatch):
    """Let the pipeline give one claim for each document, and remember what it was asked for."""
    asked = {}

    def code(items, **options):
        asked.update(options)
        for item in items:
            if isinstance(item, Rejection):
                yield item
                continue
            article = Article(item.id, item.facts, item.text, (Block("body", Span(0, len(TEXT))),))
            claim = Claim("claim-1", "SANCTION", "asserted", Span(5, 13), Span(0, len(TEXT)), 0.9)
            yield CodedArticle(article, (claim,))

    monkeypatch.setattr("dragoman.pipeline.code", code)
    return asked


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_pipe_gets_json_lines(run, coded, report):
    result = run("code", report, "--published", "2021-06-09", "--outlet", "Example Wire", "--lang", "en")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["claims"][0]["event"] == "SANCTION"
    assert str(coded["published"].start) == "2021-06-09"
    assert coded["outlet"] == "Example Wire"
    assert coded["language"] == "en"


@pytest.mark.parametrize("ending", ["jsonl", "csv", "html", "parquet"])
def test_the_ending_of_the_file_chooses_the_format(run, coded, report, tmp_path, ending):
    target = tmp_path / f"claims.{ending}"
    assert run("code", report, "-o", target).exit_code == 0
    assert target.stat().st_size > 0


def test_standard_output_by_a_hyphen(run, coded, report):
    result = run("code", report, "-o", "-")
    assert json.loads(result.stdout)["article"]["text"] == TEXT


def test_what_cannot_be_read_is_listed_and_the_rest_done(run, coded, report, tmp_path):
    result = run("code", report, tmp_path / "absent.txt")
    assert result.exit_code == 4
    assert "absent.txt" in result.stderr
    assert result.stderr.splitlines()[-1] == "1 claim of 1 report; 1 input rejected"
    assert len(result.stdout.splitlines()) == 1
    assert run("code", tmp_path / "absent.txt").exit_code == 3


def test_options_that_make_no_sense(run, coded, report, tmp_path):
    assert run("code", report, "--published", "yesterday").exit_code == 2
    assert run("code", report, "-o", tmp_path / "claims.doc").exit_code == 2


def test_a_terminal_gets_a_table(monkeypatch):
    monkeypatch.setattr(module.sys.stdout, "isatty", lambda: True, raising=False)
    assert module._target(None, None)[1] == "table"
    assert module._target(None, "csv") == (module.STDOUT, "csv")


@pytest.mark.slow
def test_explain(run):
    result = run("explain", "Mali recalled its ambassador to Paris.")
    assert result.exit_code == 0
    for part in ("Tree", "SANCTION withdraw", "asserted", "actor", "recipient", "verbs.yaml"):
        assert part in result.stdout
    assert "Tree" not in run("explain", "Mali recalled its ambassador.", "--no-tree").stdout
    assert "No claim." in run("explain", "It rained.").stdout
