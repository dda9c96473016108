import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SpanInvalid
from dragoman.records import Span


@st.composite
def texts_with_ranges(draw):
    text = draw(st.text())
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(texts_with_ranges())
def test_span_cuts_exactly_its_characters(case):
    text, start, end = case
    cut = Span(start, end).of(text)
    assert len(cut) == end - start
    assert text[:start] + cut + text[end:] == text


@given(st.integers(), st.integers())
def test_only_half_open_ranges_are_spans(start, end):
    if 0 <= start <= end:
        assert (Span(start, end).start, Span(start, end).end) == (start, end)
    else:
        with pytest.raises(SpanInvalid) as caught:
            Span(start, end)
        assert (caught.value.start, caught.value.end) == (start, end)


def test_a_span_beyond_the_text_is_an_error():
    assert Span(2, 4).of("abcd") == "cd"
    with pytest.raises(SpanInvalid) as caught:
        Span(2, 5).of("abcd")
    assert caught.value.length == 4


def test_characters_are_code_points():
    assert Span(2, 5).of("😀 Мир") == "Мир"


def test_spans_sort_by_where_they_start():
    assert sorted([Span(3, 4), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 4)]
