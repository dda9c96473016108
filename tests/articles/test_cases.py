"""Reports in many manners, written for this, and what their parts are."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from dragoman.articles import article
from dragoman.records import Article, Document, Metadata

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "articles.yaml").read_text("utf-8"))


def read(case):
    document = Document("case", case["text"], metadata=Metadata(**case.get("metadata", {})))
    found = article(document)
    assert isinstance(found, Article), found
    return found


def squeezed(block, text):
    return " ".join(block.span.of(text).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_blocks(case):
    found = read(case)
    got = [f"{block.kind}: {squeezed(block, found.text)}" for block in found.blocks]
    wanted = [f"{kind}: {words}" for part in case["blocks"] for kind, words in part.items()]
    patterns = [re.escape(words).replace("…", ".+") for words in wanted]
    assert len(got) == len(wanted), "\n".join(got)
    for line, pattern in zip(got, patterns, strict=True):
        assert re.fullmatch(pattern, line), "\n".join(got)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.keys() & {"title", "standfirst", "outlet"}], ids=lambda case: case["id"]
)
def test_facts(case):
    found = read(case)
    for name in case.keys() & {"title", "standfirst", "outlet"}:
        assert getattr(found, name) == case[name]


@pytest.mark.parametrize("case", [case for case in CASES if "dateline" in case], ids=lambda case: case["id"])
def test_datelines(case):
    found = read(case).dateline
    assert found is not None
    assert {name: getattr(found, name) for name in case["dateline"]} == case["dateline"]


@pytest.mark.parametrize("case", [case for case in CASES if "published" in case], ids=lambda case: case["id"])
def test_published(case):
    found = read(case)
    wanted = case["published"]
    assert (found.published.start, found.published.end) == (wanted["start"], wanted["end"])
    assert found.published_basis == wanted["basis"]
    assert isinstance(found.published.start, date)
