"""Which reader an input is for."""

from io import BytesIO

import pytest

from dragoman.errors import ReaderUnknown
from dragoman.sources import Input, Options, documents, readers
from dragoman.sources.readers import ENDINGS, MEDIA_TYPES, reader_name


def chosen(origin, head=b"Talks.", media_type=None, **options):
    return reader_name(Input(origin, BytesIO(head), head, media_type), Options(**options))


@pytest.mark.parametrize(
    ("origin", "head", "media_type", "name"),
    [
        ("a.txt", b"Talks.", None, "text"),
        ("a.md", b"Talks.", None, "text"),
        ("-", b"Talks.", None, "text"),
        ("A.HTM", b"Talks.", None, "html"),
        ("a.jsonl", b"", None, "jsonl"),
        ("a.ndjson", b"", None, "jsonl"),
        ("a.json", b"", None, "json"),
        ("a.tsv", b"", None, "csv"),
        ("https://example.org/a.csv?x=1.html", b"", None, "csv"),
        ("https://example.org/a.csv", b"", "text/html", "html"),
        ("https://example.org/a", b"", "text/plain", "text"),
        ("-", b"\xef\xbb\xbf <!DOCTYPE html><p>", None, "html"),
        ("a.txt", b"\n<!-- saved -->\n<html lang=en>", None, "html"),
        ("a.txt", b"<?xml version='1.0'?><html>", None, "html"),
        ("-", b'{"text": "a"}\n{"text"', None, "jsonl"),
        ("-", b'[\n {"text": "a"}', None, "json"),
        ("-", b"[1] A footnote", None, "text"),
        ("-", b"{Update} Talks", None, "text"),
        ("-", b"<p>", None, "text"),
    ],
)
def test_the_reader_chosen(origin, head, media_type, name):
    assert chosen(origin, head, media_type) == name


def test_the_reader_asked_for_goes_first():
    assert chosen("a.html", reader="text") == "text"


def test_a_reader_nobody_knows(tmp_path):
    (tmp_path / "a.txt").write_text("Talks.")
    with pytest.raises(ReaderUnknown) as caught:
        list(documents([tmp_path / "a.txt"], Options(reader="txt")))
    assert caught.value.known == ("csv", "html", "json", "jsonl", "text")


def test_every_reader_named_exists():
    assert {*ENDINGS.values(), *MEDIA_TYPES.values()} <= set(readers)
