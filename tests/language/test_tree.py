"""The tree decoder against exhaustive search."""

import itertools

import numpy as np
import pytest

from dragoman.language.tree import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for i in range(1, len(heads) + 1):
        seen, j = set(), i
        while j:
            if j in seen:
                return False
            seen.add(j)
            j = heads[j - 1]
    return True


def exhaustive(scores: np.ndarray) -> float:
    n = len(scores)
    trees = filter(is_tree, itertools.product(range(n + 1), repeat=n))
    return max(float(scores[range(n), tree].sum()) for tree in trees)


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_best_tree_is_the_best(words: int) -> None:
    rng = np.random.default_rng(words)
    for _ in range(60):
        scores = rng.normal(scale=3, size=(words, words + 1))
        heads = best_tree(scores)
        assert is_tree(tuple(heads))
        assert scores[range(words), heads].sum() == pytest.approx(exhaustive(scores))


def test_long_sentences_give_a_tree() -> None:
    rng = np.random.default_rng(0)
    for words in (50, 400):
        heads = best_tree(rng.normal(size=(words, words + 1)).astype(np.float32))
        assert is_tree(tuple(int(h) for h in heads))


def test_a_cycle_of_likely_heads_is_broken() -> None:
    scores = np.array([[0.0, -9, 5], [-1.0, 5, -9]])
    assert best_tree(scores).tolist() == [0, 1]
