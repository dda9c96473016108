"""What holds of every text: blocks reproduce it, cover it, and nothing makes the stage fail."""

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from dragoman.articles import article
from dragoman.articles.blocks import parts
from dragoman.records import Article, Document, Rejection
from dragoman.text import normalise

TESTS = Path(__file__).parents[1]
ODD = yaml.safe_load((TESTS / "cases" / "odd_inputs.yaml").read_text("utf-8"))
TEXTS = [case["text"] for case in yaml.safe_load((TESTS / "cases" / "articles.yaml").read_text("utf-8"))]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})
GAPS = ["\n", "\n\n", "\n \n", "\r\n", " ", "\u2028"]


def text_of(case):
    given = case["text"]
    return given["repeat"] * given["times"] if isinstance(given, dict) else given


def check(text):
    """Blocks follow each other, and all that lies between them is white space."""
    found = parts(text)
    at = 0
    for block in found.blocks:
        assert not text[at : block.span.start].strip()
        words = block.span.of(text)
        assert words
        assert words == words.strip()
        at = block.span.end
        if block.repeats is not None:
            assert block.repeats.end <= block.span.start
    assert not text[at:].strip()
    if found.dateline is not None:
        line = found.dateline
        assert any(block.kind == "dateline" and block.span == line.span for block in found.blocks)
        for span, words in ((line.agency_span, line.agency), (line.date_span, line.date)):
            assert (span is None) == (words is None)
            if span is not None:
                assert line.span.covers(span)
                assert " ".join(span.of(text).split()) == words
        assert line.span.covers(line.place_span)


@given(st.text(alphabet=st.characters()))
@example("© A / B Go to the bankA man walks home - Agency International, 1920, 01.02.2003")
def test_any_text(text):
    check(normalise(text))


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(GAPS)), max_size=20))
def test_lines_of_reports_in_any_order(lines):
    check(normalise("".join(line + gap for line, gap in lines)))


@pytest.mark.parametrize("text", TEXTS)
def test_reports(text):
    check(normalise(text))


@pytest.mark.parametrize("case", ODD, ids=lambda case: case["id"])
def test_odd_inputs(case):
    text = text_of(case)
    check(normalise(text))
    found = article(Document("odd", text))
    assert isinstance(found, Article | Rejection)
    if isinstance(found, Article):
        assert len(found.text) == len(text)


@given(st.text())
def test_the_stage_never_fails(text):
    found = article(Document("any", text))
    if isinstance(found, Article):
        assert found.text == normalise(text)
        assert found.published is None or found.published_basis is not None


@pytest.mark.parametrize(
    "text",
    [
        "The minister said so. " * 40_000,
        "a" * 1_000_000,
        "a" + " " * 900_000 + "b",
        "Talks go on\n" * 20_000,
        '"“' * 300_000,
        "(Photo: A / B) " * 40_000,
    ],
    ids=["one line", "one word", "blanks", "short lines", "marks", "credits"],
)
def test_long_texts_take_no_long_time(text):
    assert isinstance(article(Document("long", text), language="en"), Article | Rejection)


def test_line_ends_do_not_matter():
    for text in TEXTS:
        plain = parts(normalise(text))
        crlf = normalise(text.replace("\n", "\r\n"))
        other = parts(crlf)
        assert [block.kind for block in other.blocks] == [block.kind for block in plain.blocks]
        assert other.title == plain.title
