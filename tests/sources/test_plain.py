"""Plain text in many encodings, and what is no text."""

import os
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import EncodingUnknown
from dragoman.records import Metadata
from dragoman.sources import Options
from dragoman.sources.decoding import Decoded, decode

ENGLISH = "The president of Côte d’Ivoire met “his” counterpart from São Tomé; they spoke for an hour."
RUSSIAN = "Министр заявил, что переговоры продолжатся в столице завтра утром. " * 3


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (b"Talks.\n", "Talks.\n", "utf-8"),
        (b"Line\r\nends stay\r", "Line\r\nends stay\r", "utf-8"),
        (b"\xef\xbb\xbfMark goes", "Mark goes", "utf-8"),
        ("Москва \u00a0 الرياض 😀".encode(), "Москва \u00a0 الرياض 😀", "utf-8"),
        ("Übersicht".encode("utf-16"), "Übersicht", "utf-16"),
        ("Übersicht".encode("utf-32"), "Übersicht", "utf-32"),
        (ENGLISH.encode("windows-1252"), ENGLISH, "windows-1252 (guessed)"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8-r (guessed)"),
        (RUSSIAN.encode("windows-1251"), RUSSIAN, "cp1251 (guessed)"),
    ],
)
def test_text_is_decoded_as_it_is(read, raw, text, encoding):
    (document,), rejected = read("a.txt", raw)
    assert (document.text, document.encoding, rejected) == (text, encoding, [])
    assert document.sha256 == sha256(raw).hexdigest()
    assert (document.media_type, document.metadata) == ("text/plain", Metadata())


@pytest.mark.parametrize(
    ("raw", "place", "reason"),
    [
        (b"", None, "empty"),
        (b" \r\n\t\xc2\xa0", None, "empty"),
        (b"\xef\xbb\xbf", None, "empty"),
        (b"PK\x03\x04\x00\x00", "byte 0", "binary, not text (a ZIP archive, such as DOCX or ODT)"),
        (b"%PDF-1.7\n", "byte 0", "binary, not text (a PDF file)"),
        (b"\x89PNG\r\n\x00\xff", "byte 0", "binary, not text (a PNG picture)"),
        (b"Some text\x00more", "byte 9", "binary, not text"),
        (b"\xff\xfeab\x00", "byte 4", "not UTF-16"),
        (bytes(range(256)) * 9, "byte 128", "binary or in an unknown encoding, not UTF-8"),
    ],
)
def test_what_is_no_text_says_why(read, raw, place, reason):
    assert read("a.txt", raw) == ([], [(place, reason)])


def test_the_encoding_given_is_the_one_used(read):
    raw = "Übersicht".encode("latin-1")
    (document,), _ = read("a.txt", raw, encoding="latin-1")
    assert (document.text, document.encoding) == ("Übersicht", "latin-1")
    assert read("a.txt", raw, encoding="UTF-8") == ([], [("byte 0", "not UTF-8")])
    (document,), _ = read("a.txt", b"\xef\xbb\xbfMark", encoding="UTF-8")
    assert document.text == "Mark"


def test_an_encoding_nobody_knows():
    with pytest.raises(EncodingUnknown) as caught:
        Options(encoding="utf-88")
    assert caught.value.name == "utf-88"


def test_a_report_that_is_too_long(read):
    assert read("a.txt", b"a" * 50, longest=10) == ([], [(None, "more than 40 bytes, too long for one report")])
    assert read("a.txt", b"a" * 40, longest=10) == ([], [(None, "40 characters, too long for one report")])
    assert len(read("a.txt", b"a" * 10, longest=10)[0]) == 1


def test_fifty_megabytes_in_one_line(read):
    assert read("a.txt", b"a" * 50_000_000) == ([], [(None, "more than 4,000,000 bytes, too long for one report")])


def test_an_encoding_that_input_declares_is_tried_first():
    raw = "Ärger".encode("latin-1")
    assert decode(raw, declared="iso-8859-1") == Decoded("Ärger", "iso-8859-1")
    assert decode("Ärger".encode(), declared="no-such") == Decoded("Ärger", "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_comes_back(text):
    result = decode(text.encode())
    assert not isinstance(result, Decoded) or result == Decoded(text, "utf-8")
    assert isinstance(result, Decoded) or result.reason.startswith("binary, not text (")


@given(st.binary())
def test_no_bytes_make_it_fail(raw):
    decode(raw)


def test_random_bytes_are_no_text(read):
    documents, rejected = read("a.txt", b"\x00" + os.urandom(20_000))
    assert documents == []
    assert len(rejected) == 1
