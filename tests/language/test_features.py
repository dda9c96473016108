"""Shapes of words and the encoder's input."""

from pathlib import Path

import pytest

from dragoman.language import features
from dragoman.language.features import (
    GLUE,
    GLUED,
    MAX_PIECES_PER_WORD,
    SPACED,
    SPECIAL,
    UNKNOWN,
    WordPieces,
    shape,
)

VOCABULARY = [f"[unused{i}]" for i in range(200)]
VOCABULARY[100:104] = ["[UNK]", "[CLS]", "[SEP]", "[MASK]"]
VOCABULARY += ["the", "envoy", "##s", "un", "##believ", ".", *"abc", *(f"##{c}" for c in "abc")]


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    path = tmp_path / "vocab.txt"
    path.write_text("\n".join(VOCABULARY), encoding="utf-8")
    return WordPieces(path)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("talks", "LOWER"),
        ("Mali", "CAPITALISED"),
        ("I", "CAPITALISED"),
        ("NATO", "UPPER"),
        ("U.N.", "UPPER"),
        ("McDonald", "MIXED"),
        ("al-Shabab", "MIXED"),
        ("2019", "DIGITS"),
        ("7th", "LOWER"),
        ("T-72", "WITH_DIGITS"),
        ("--", "NO_LETTERS"),
        ("🕊", "NO_LETTERS"),
        ("مالي", "MIXED"),
    ],
)
def test_shape(word: str, form: str) -> None:
    assert shape(word) == getattr(features, form)


def test_encode(pieces: WordPieces) -> None:
    encoded = pieces.encode(["The", "envoys", "."], [SPACED, SPACED, GLUED])
    ids = {p: i for i, p in enumerate(VOCABULARY)}
    assert encoded.pieces == [101, ids["the"], ids["envoy"], ids["##s"], ids["."], 102]
    assert encoded.first == [1, 2, 4]
    first, rest = features.LOWER, features.LOWER + features.CONTINUATION
    assert encoded.features == [
        SPECIAL,
        features.CAPITALISED,
        first,
        rest,
        features.NO_LETTERS + GLUE * GLUED,
        SPECIAL,
    ]


def test_words_that_have_no_pieces_and_long_ones(pieces: WordPieces) -> None:
    assert pieces.word("\u200d")[0] == [features.UNK]
    assert len(pieces.word("abc" * 20)[0]) == MAX_PIECES_PER_WORD
    assert pieces.encode(["a"], [UNKNOWN]).features[1] == features.LOWER + GLUE * UNKNOWN


def test_the_cache_is_bounded(pieces: WordPieces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "CACHED_WORDS", 2)
    words = ["the", "envoy", "envoys", "the"]
    assert [pieces.word(w) for w in words] == [pieces.word(w) for w in words]
    assert len(pieces._seen) <= 2
