import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bench.batch import repeat_to
from dragoman.errors import BenchFailed


def words(texts):
    return sum(len(text.split()) for text in texts)


@given(st.lists(st.text(alphabet="a \n"), min_size=1), st.integers(1, 200))
def test_texts_are_repeated_in_turn_until_they_have_enough_words(texts, wanted):
    if words(texts) == 0:
        with pytest.raises(BenchFailed):
            repeat_to(texts, wanted, "code")
        return
    batch = repeat_to(texts, wanted, "code")
    assert words(batch) >= wanted > words(batch[:-1])
    assert all(text == texts[i % len(texts)] for i, text in enumerate(batch))


def test_no_text_at_all():
    with pytest.raises(BenchFailed, match="no word"):
        repeat_to([], 10, "code")
