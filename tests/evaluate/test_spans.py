import numpy as np
import pytest

from dragoman.evaluate import spans

GOLD = [[(0, 2, "PER"), (3, 4, "ORG")], []]


@pytest.mark.parametrize(
    ("predicted", "per", "org"),
    [
        (GOLD, [1, 1, 1], [1, 1, 1]),
        ([[], []], [0, 0, 1], [0, 0, 1]),
        ([[(0, 1, "PER"), (3, 4, "ORG")], []], [0, 1, 1], [1, 1, 1]),  # too short
        ([[(0, 2, "ORG"), (3, 4, "ORG")], []], [0, 0, 1], [1, 2, 1]),  # of another type
        ([[], GOLD[0]], [0, 1, 1], [0, 1, 1]),  # in another sentence
        ([[*GOLD[0], (4, 5, "DATE")], []], [1, 1, 1], [1, 1, 1]),  # another type is ignored
    ],
)
def test_entities(predicted, per, org):
    found = spans.entities(GOLD, predicted, ("PER", "ORG"))
    assert {kind: [int(c.sum()) for c in counts] for kind, counts in found.items()} == {"PER": per, "ORG": org}


def test_micro_adds_types_up_per_sentence():
    found = spans.entities(GOLD, [[(0, 2, "PER")], [(0, 1, "ORG")]], ("PER", "ORG"))
    assert [c.tolist() for c in spans.micro(found, ("PER", "ORG"))] == [[1, 0], [1, 1], [2, 0]]


@pytest.mark.parametrize(
    ("predicted", "right", "found"),
    [
        ([(0, 5), (6, 9)], [1, 1], [1, 1]),
        ([(0, 9)], [0, 0], [1, 0]),  # not split
        ([(0, 3), (3, 5), (6, 9)], [0, 1], [2, 1]),  # split once too often
        ([], [0, 0], [0, 0]),
    ],
)
def test_ranges(predicted, right, found):
    gold = spans.as_ranges([(0, 5), (6, 9)])
    counts = spans.ranges(gold, spans.as_ranges(predicted), np.array([0, 6]))
    assert [c.tolist() for c in counts] == [right, found, [1, 1]]


def test_a_range_before_the_first_sentence_counts_in_it():
    counts = spans.ranges(spans.as_ranges([(2, 5)]), spans.as_ranges([(0, 5)]), np.array([2]))
    assert [c.tolist() for c in counts] == [[0], [1], [1]]


def test_empty_ranges_are_left_out():
    assert spans.as_ranges([(3, 3), (4, 6)]).tolist() == [[4, 6]]


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 6, (1, 5)), (1, 5, (1, 5)), (2, 3, (3, 3)), (5, 6, (6, 6)), (3, 3, (3, 3))]
)
def test_trimmed(start, end, expected):
    assert spans.trimmed(" a b. ", start, end) == expected
