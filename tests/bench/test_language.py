import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.bench.language import bench, repeat_to
from dragoman.bench.probe import peak_memory
from dragoman.errors import BenchFailed


def words(texts):
    return sum(len(text.split()) for text in texts)


@given(st.lists(st.text(alphabet="a \n"), min_size=1), st.integers(1, 200))
def test_texts_are_repeated_in_turn_until_they_have_enough_words(texts, wanted):
    if words(texts) == 0:
        with pytest.raises(BenchFailed):
            repeat_to(texts, wanted)
        return
    batch = repeat_to(texts, wanted)
    assert words(batch) >= wanted > words(batch[:-1])
    assert all(text == texts[i % len(texts)] for i, text in enumerate(batch))


def test_no_text_at_all():
    with pytest.raises(BenchFailed, match="no word"):
        repeat_to([], 10)


def test_this_process_has_a_size():
    size = peak_memory()
    assert size is None or 1e6 < size < 1e11


@pytest.mark.slow
@pytest.mark.bench
def test_every_figure_is_measured():
    told = []
    report = bench(["The envoys met in Geneva on Friday."], words=50, repeats=2, progress=told.append)
    assert len(told) == 3
    assert report.subject.startswith("8 documents, 56 words, 64 tokens")
    assert [figure.name for figure in report.figures if figure.value is None or figure.value <= 0] == []
    assert all(len(figure.measured) == 2 for figure in report.figures if figure.unit != "MB")
