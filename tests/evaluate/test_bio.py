import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluate import bio


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("", []),
        ("O O", []),
        ("B-PER", [(0, 1, "PER")]),
        ("B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O I-ORG I-ORG", [(1, 3, "ORG")]),
        ("B-PER I-ORG", [(0, 1, "PER"), (1, 2, "ORG")]),
        ("I-LOC B-LOC O B-GPE", [(0, 1, "LOC"), (1, 2, "LOC"), (3, 4, "GPE")]),
    ],
)
def test_entities(tags, expected):
    assert bio.entities(tags.split()) == expected


def test_of_overlapping_spans_the_longer_stays():
    assert bio.tags([(0, 1, "PER"), (0, 3, "ORG"), (2, 4, "LOC")], 4) == ["B-ORG", "I-ORG", "I-ORG", "O"]


def test_of_equal_spans_the_earlier_stays():
    assert bio.tags([(1, 3, "LOC"), (0, 2, "ORG")], 3) == ["B-ORG", "I-ORG", "O"]


def test_retype_leaves_out():
    kinds = {"LOC": "GPE"}
    assert bio.retype([(0, 1, "LOC"), (2, 3, "ART")], lambda e: kinds.get(e[2])) == [(0, 1, "GPE")]


@given(st.lists(st.sampled_from(["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]), max_size=12))
def test_spans_and_tags_agree(marks):
    spans = bio.entities(marks)
    again = bio.tags(spans, len(marks))
    assert bio.entities(again) == spans
    assert [mark == "O" for mark in again] == [mark == "O" for mark in marks]
