from io import BytesIO

import pytest

from dragoman.export import WriteOptions
from dragoman.export.claims_table import SHOWN, write
from dragoman.records import Rejection
from tests.ledger import factory

UNREAD = Rejection("sources", "no JSON", "a.jsonl", "line 7")


@pytest.fixture
def table(monkeypatch):
    def made(items, width=160, **options):
        monkeypatch.setenv("COLUMNS", str(width))
        stream = BytesIO()
        write(items, stream, WriteOptions(**options))
        assert not stream.closed
        return stream.getvalue().decode()

    return made


def test_wide(table):
    text = table([factory.coded()])
    heads = next(line for line in text.splitlines() if "to whom" in line)
    assert heads.split("  ")[0].strip() == "who"
    for words in ("on whose word", "CONSULT · visit", "historical", "2024-03-04", "Oslo (NOR)", "denied", "1976"):
        assert words in text
    assert factory.TITLE in text
    assert "Northern Wire · 2024-03-04 · herring.txt · 5 claims · 2 relations" in text
    assert "5 claims and 2 relations in 1 report" in text


def test_the_head_stands_once(table):
    assert table([factory.coded(), factory.other()]).count("on whose word") == 1


def test_narrow(table):
    text = table([factory.coded()], width=70)
    assert "on whose word" not in text
    assert "  Jon Hallsson (ISL) → Norway\n" in "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    assert max(len(line) for line in text.splitlines()) <= 70
    assert "  the daily Strandposten › a spokeswoman for the ministry" in text


def test_what_was_rejected_and_why(table):
    text = table([UNREAD, factory.coded()])
    assert "Not read: 1\n  a.jsonl, line 7: no JSON" in text
    assert (
        "Read but not used: 1\n  “Ida Solvik and Jon Hallsson in Oslo. Photo: Northern Wire”: a caption makes no"
        in text
    )


def test_many_rejections_are_counted(table):
    coded = factory.coded()
    text = table([type(coded)(coded.article, rejections=coded.rejections * (SHOWN + 3))])
    assert "and 3 more" in text


def test_how_to_go_on(table):
    text = table([factory.coded()], next_steps=("dragoman show ID --ledger news.db",))
    assert text.rstrip().endswith("How to go on\n  dragoman show ID --ledger news.db")


def test_nothing_at_all(table):
    assert table([]).strip() == "0 claims and 0 relations in 0 reports"


def test_a_text_that_is_withheld(table):
    coded = factory.coded()
    from dragoman.ledger.writing import without_text

    assert "(text withheld)" in table([without_text(coded)])


def test_a_long_sentence_is_cut_around_the_deed(table):
    from dataclasses import replace

    coded = factory.coded()
    long = replace(coded.claims[3], span=factory.Span(0, len(factory.TEXT)))
    text = " ".join(table([replace(coded, claims=(long,))]).split())
    assert "… " in text
    assert "will sign" in text


def test_text_cannot_steer_the_terminal(table):
    text = table([factory.coded(title="Red \x1b[31m alert [bold]now[/bold] \x9b2J \u202eback")], width=300)
    assert not any(character in text for character in "\x1b\x9b\u202e")
    assert "[bold]now[/bold]" in text
