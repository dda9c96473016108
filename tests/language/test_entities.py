"""Entity tags follow one another as BIO allows."""

import itertools

import numpy as np
import pytest

from dragoman.language.entities import TagDecoder, tag_spans

TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def allowed(path: tuple[int, ...]) -> bool:
    before = "O"
    for tag in (TAGS[i] for i in path):
        if tag[0] == "I" and (before == "O" or before[2:] != tag[2:]):
            return False
        before = tag
    return True


@pytest.mark.parametrize("length", [1, 2, 3, 4])
def test_best_allowed_path(length: int) -> None:
    decoder, rng = TagDecoder(TAGS), np.random.default_rng(length)
    for _ in range(40):
        scores = rng.normal(size=(length, len(TAGS)))
        best = max(
            filter(allowed, itertools.product(range(len(TAGS)), repeat=length)),
            key=lambda path: scores[range(length), path].sum(),
        )
        assert decoder.best(scores).tolist() == list(best)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ([], []),
        (["O", "O"], []),
        (["B-PER", "I-PER", "O"], [(0, 2, "PER")]),
        (["B-PER", "B-PER"], [(0, 1, "PER"), (1, 2, "PER")]),
        (["B-ORG", "O", "B-PER", "I-PER"], [(0, 1, "ORG"), (2, 4, "PER")]),
        (["B-ORG", "I-PER"], [(0, 1, "ORG")]),
    ],
)
def test_spans(tags: list[str], spans: list[tuple[int, int, str]]) -> None:
    assert tag_spans(tags) == spans
