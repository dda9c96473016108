import json

import pytest

from dragoman.ledger import Ledger
from tests.ledger import factory


@pytest.fixture
def ledger(tmp_path):
    path = tmp_path / "news.db"
    with Ledger.open(path) as opened:
        opened.add(factory.coded())
    return path


def test_a_claim(run, ledger):
    claim = factory.coded().claims[2]
    result = run("show", claim.id, "--ledger", ledger)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"COERCE  denied  {claim.id}\n")
    assert "⟦deed seize⟧ ⟦to whom the trawler Ægir⟧ ⟦when last week⟧" in result.stdout


def test_a_report_by_the_beginning_of_its_id(run, ledger):
    result = run("show", "report-", "-l", ledger)
    assert "⟦deed 1 met⟧" in result.stdout
    assert "Standing relations" in result.stdout


def test_json(run, ledger):
    claim = factory.coded().claims[0]
    assert json.loads(run("show", claim.id, "--ledger", ledger, "--json").stdout) == claim.to_dict()


def test_the_ledger_can_be_named_once_for_all(run, ledger, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(ledger))
    assert run("show", "report-").exit_code == 0


@pytest.mark.parametrize(
    ("id_", "words"), [("claim-0000", "nothing in"), ("claim-", "several ids begin with 'claim-'"), ("", "nothing in")]
)
def test_an_id_that_is_none(run, ledger, id_, words):
    result = run("show", id_, "--ledger", ledger)
    assert (result.exit_code, result.stdout) == (1, "")
    assert words in result.stderr


def test_no_ledger(run, tmp_path):
    result = run("show", "claim-1", "--ledger", tmp_path / "absent.db")
    assert result.exit_code == 1
    assert "there is no ledger at" in result.stderr
    assert not (tmp_path / "absent.db").exists()


def test_no_ledger_named(run, monkeypatch):
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    assert run("show", "claim-1").exit_code == 2
