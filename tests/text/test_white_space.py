"""Normalisation keeps lengths."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import normalise


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("plain text\nstays", "plain text\nstays"),
        ("no\u00a0break", "no break"),
        ("tab\tand\x0bfeed\x0c", "tab and feed "),
        ("one\r\ntwo\rthree", "one \ntwo\nthree"),
        ("line\u2028paragraph\u2029next\u0085", "line\nparagraph\nnext\n"),
        ("nul\x00bell\x07", "nul bell "),
        ("half \ud83d pair", "half \ufffd pair"),
        ("\ufeffmark and zero\u200bwidth", " mark and zero width"),
        (
            "emoji \U0001f1f2\U0001f1f1 and soft\u00adhyphen",
            "emoji \U0001f1f2\U0001f1f1 and soft\u00adhyphen",
        ),
    ],
)
def test_normalise(raw: str, plain: str) -> None:
    assert normalise(raw) == plain


@given(st.text(alphabet=st.characters()))
def test_normalise_keeps_length_and_settles(text: str) -> None:
    once = normalise(text)
    assert len(once) == len(text)
    assert normalise(once) == once
    once.encode("utf-8")
