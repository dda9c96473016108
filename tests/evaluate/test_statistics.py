import math

import numpy as np
import pytest

from dragoman.evaluate.statistics import FEWEST_DOCUMENTS, Sample


def test_ratio_counts_words_not_sentences():
    sample = Sample.without_documents(2)
    assert sample.ratio(np.array([1.0, 0.0]), np.array([1.0, 3.0])).value == 25


def test_f1():
    found = Sample.without_documents(1).f1(np.array([2.0]), np.array([4.0]), np.array([3.0]))
    assert found.value == pytest.approx(100 * 2 * 2 / 7)
    assert found.n == 3


def test_harmonic_mean_of_other_numerators():
    counts = [np.array([value]) for value in (3.0, 4.0, 1.0, 2.0)]
    found = Sample.without_documents(1).harmonic(*counts)
    assert found.value == pytest.approx(100 * 2 * 0.75 * 0.5 / 1.25)
    assert found.n == 2
    nothing = Sample.without_documents(1).harmonic(*(np.array([value]) for value in (0.0, 4.0, 0.0, 2.0)))
    assert nothing.value == 0


def test_interval_holds_the_value_and_shrinks_with_more_data():
    widths = []
    for count in (50, 800):
        right = (np.arange(count) % 5 > 0).astype(float)
        found = Sample.without_documents(count).ratio(right, np.ones(count))
        assert found.low < found.value < found.high
        widths.append(found.high - found.low)
    assert widths[1] < widths[0] / 3


def test_interval_is_about_that_of_the_normal_approximation():
    right = (np.arange(400) % 4 > 0).astype(float)
    found = Sample.without_documents(400).ratio(right, np.ones(400))
    half = 100 * 1.96 * math.sqrt(0.75 * 0.25 / 400)
    assert found.high - found.low == pytest.approx(2 * half, rel=0.1)


def test_the_same_data_give_the_same_interval():
    right, total = np.arange(30.0), np.full(30, 30.0)
    first, second = (Sample(np.arange(30)).ratio(right, total) for _ in range(2))
    assert first == second


def test_documents_are_resampled_as_wholes():
    documents = np.repeat(np.arange(FEWEST_DOCUMENTS), 40)
    right = (documents % 2).astype(float)  # a document is wholly right or wholly wrong
    by_document = Sample(documents).ratio(right, np.ones(len(documents)))
    by_sentence = Sample.without_documents(len(documents)).ratio(right, np.ones(len(documents)))
    assert (by_document.unit, by_sentence.unit) == ("document", "sentence")
    assert by_document.value == by_sentence.value == 50
    assert by_document.high - by_document.low > 3 * (by_sentence.high - by_sentence.low)


def test_few_documents_are_not_resampled():
    documents = np.repeat(np.arange(FEWEST_DOCUMENTS - 1), 5)
    assert Sample(documents).ratio(np.ones(45), np.ones(45)).unit == "sentence"


def test_a_mask_leaves_the_rest_out():
    sample = Sample(np.arange(20))
    right = np.concatenate([np.ones(10), np.zeros(10)])
    found = sample.ratio(right, np.ones(20), np.arange(20) < 10)
    assert (found.value, found.low, found.high, found.n, found.unit) == (100, 100, 100, 10, "document")


@pytest.mark.parametrize("where", [None, np.zeros(3, dtype=bool)])
def test_nothing_counted_is_no_number(where):
    found = Sample.without_documents(3).ratio(np.zeros(3), np.zeros(3), where)
    assert found.n == 0
    assert all(map(math.isnan, (found.value, found.low, found.high)))


def test_resamples_in_which_nothing_is_counted_are_left_out():
    found = Sample.without_documents(3).ratio(np.array([1.0, 0, 0]), np.array([1.0, 0, 0]))
    assert (found.value, found.low, found.high) == (100, 100, 100)
