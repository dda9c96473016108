"""CSV and JSON: one report a row, line or item; what is wrong names its place and stops nothing."""

import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import ColumnsInvalid
from dragoman.sources import Columns
from dragoman.sources.columns import FIELDS, usual_names

FULL = {
    "id": "7",
    "title": "Envoys meet",
    "text": "They met.",
    "published": "2019-04-06",
    "outlet": "Agency",
    "url": "https://example.org/7",
    "language": "en",
}


def facts(document):
    said = document.metadata
    published = said.published and str(said.published.start)
    return {
        "id": said.id,
        "title": said.title,
        "text": document.text,
        "published": published,
        "outlet": said.outlet,
        "url": said.url,
        "language": said.language,
    }


def csv_of(names, *rows, delimiter=","):
    return "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in (names, *rows))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(read, delimiter):
    raw = csv_of(FULL, FULL.values(), delimiter=delimiter)
    (document,), rejected = read("a.csv", raw)
    assert (facts(document), rejected) == (FULL, [])
    assert document.origin.endswith("a.csv:2")
    assert document.sha256 == sha256(raw.splitlines(keepends=True)[1].encode()).hexdigest()
    assert (document.media_type, document.encoding) == ("text/csv", "utf-8")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
def test_json_lines(read, name):
    line = json.dumps(FULL)
    (document,), rejected = read(name, f"{line}\n\n")
    assert (facts(document), rejected) == (FULL, [])
    assert document.origin.endswith(f"{name}:1")


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: items[0]])
def test_a_whole_json_file(read, wrap):
    (document,), rejected = read("a.json", json.dumps(wrap([FULL]), indent=1))
    assert (facts(document), rejected) == (FULL, [])


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "text"])
def test_a_field_that_says_nothing(read, field):
    for nothing in ("", " ", "NA", "null", "-"):
        (document,), _ = read("a.csv", csv_of(FULL, {**FULL, field: nothing}.values()))
        assert facts(document) == {**FULL, field: None}
    (document,), _ = read("a.jsonl", json.dumps({**FULL, field: None}))
    assert facts(document) == {**FULL, field: None}


@pytest.mark.parametrize("field", FIELDS)
def test_usual_names(read, field):
    for name in usual_names()[field]:
        names = [name.upper() if name == name.lower() else name, *(other for other in FULL if other != field)]
        values = [FULL[field], *(value for other, value in FULL.items() if other != field)]
        (document,), rejected = read("a.csv", csv_of(names, values))
        assert (facts(document), rejected) == (FULL, [])


def test_names_of_other_spelling(read):
    (document,), _ = read("a.csv", csv_of(["Full-Text", "Pub Date"], ["They met.", "6 April 2019"]))
    assert (document.text, str(document.metadata.published.start)) == ("They met.", "2019-04-06")


def test_objects_within_objects_and_lists_of_paragraphs(read):
    line = {
        "content": ["One.", "Two."],
        "source": {"id": None, "name": "Agency"},
        "publishedAt": "2019-04-06T10:00:00Z",
    }
    (document,), _ = read("a.jsonl", json.dumps(line))
    assert (document.text, document.metadata.outlet) == ("One.\n\nTwo.", "Agency")


def test_columns_that_the_user_names(read):
    columns = Columns.parse(["text=Lead para", " outlet = Body "])
    raw = csv_of(["text", "lead para", "Body"], ["no", "They met.", "Agency"])
    (document,), _ = read("a.csv", raw, columns=columns)
    assert (document.text, document.metadata.outlet) == ("They met.", "Agency")


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        (["txt=body"], "the fields are id, title, text"),
        (["text"], "write FIELD=COLUMN"),
        (["=body"], "write FIELD=COLUMN"),
        (["text="], "write FIELD=COLUMN"),
        (["text=a", "text=b"], "text is named twice"),
    ],
)
def test_mappings_that_cannot_be(pairs, words):
    with pytest.raises(ColumnsInvalid) as caught:
        Columns.parse(pairs)
    assert words in str(caught.value)


def test_a_date_that_can_be_read_in_two_ways(read):
    (document,), _ = read("a.csv", csv_of(["text", "date"], ["They met.", "06/04/2019"]))
    published = document.metadata.published
    assert (str(published.start), str(published.end), published.precision) == ("2019-04-06", "2019-06-04", "range")
    assert published.reason == "'06/04/2019' in 'date'; day and month may stand in either order"


GOOD = b'{"text": "Fine."}\n'


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b'{"text": "Fi', "invalid JSON: Unterminated string starting at column 10"),
        (b'{"text": ', "invalid JSON: Expecting value at column 9"),
        (b"[1]", "no JSON object"),
        (b"[" * 100_000, "invalid JSON: nested too deeply"),
        (b'{"txt": "Fine."}', "none of its names is one for the text (it has 'txt'); say which with text=NAME"),
        (b"{}", "none of its names is one for the text (it has no names); say which with text=NAME"),
        (b'{"text": 7}', "'text' holds no text"),
        (b'{"text": null}', "empty: nothing in 'text'"),
        (b'{"text": " \\n"}', "empty: nothing in 'text'"),
        (b'{"text": "Fine.", "date": "31/31/2019"}', "'31/31/2019' in 'date' is no date"),
        (b'{"text": "\xff"}', "not UTF-8 (byte 10 of the line)"),
        (b'{"text": "' + b"a" * 300 + b'"}', "a line of more than 200 bytes, too long for one report"),
        (b'{"text": "' + b"a" * 90 + b'"}', "90 characters, too long for one report"),
    ],
)
def test_one_bad_line_of_json(read, bad, reason):
    if len(bad) > 100_000 - 1:
        documents, rejected = read("a.jsonl", GOOD * 6 + bad + b"\n" + GOOD)
    else:
        documents, rejected = read("a.jsonl", GOOD * 5 + '{"text": "Ça."}\n'.encode() + bad + b"\n" + GOOD, longest=50)
    assert (len(documents), rejected) == (7, [("line 7", reason)])


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"\x1f\x8b\x08\x00", "binary, not text (compressed by gzip)"),
        (b"\x81" + bytes(range(1, 256)) * 9, "binary or in an unknown encoding, not UTF-8"),
    ],
)
def test_files_without_rows(read, name, raw, reason):
    documents, ((_, said),) = read(name, raw)
    assert (documents, said) == ([], reason)


@pytest.mark.parametrize(
    ("raw", "place", "reason"),
    [
        ('{"text": "a"', "line 1", "invalid JSON: Expecting ',' delimiter at column 13"),
        ('[{"text": "a"}, 7]', "item 2", "no JSON object"),
        ('[{"text": "a"}, {"text": ""}]', "item 2", "empty: nothing in 'text'"),
    ],
)
def test_bad_json_files(read, raw, place, reason):
    assert read("a.json", raw)[1] == [(place, reason)]


@pytest.mark.parametrize(
    ("raw", "found", "rejected"),
    [
        ("text,title\na,b\nc\nd,e\n", ["a", "d"], [("line 3", "1 cells where the header has 2")]),
        ("text,title\na,b,c\nd,e,,\n", ["d"], [("line 2", "3 cells where the header has 2")]),
        ('text,title\n"two\nlines",b\n,x\nd,e\n', ["two\nlines", "d"], [("line 4", "empty: nothing in 'text'")]),
        (
            'text,title\n"a" b,c\nd,e\n',
            ["d"],
            [("line 2", "invalid CSV: ',' expected after '\"'")],
        ),
        (
            'text,title\na,b\n"c,d\ne,f\n',
            ["a"],
            [("line 3", "invalid CSV: unexpected end of data; the rest of the file is not read")],
        ),
        ("\n\ntext\n\na\n", ["a"], []),
        ("\ufefftext,title\na,b\n", ["a"], []),
        (
            "name,title\na,b\n",
            [],
            [("line 1", "none of its names is one for the text (it has 'name', 'title'); say which with text=NAME")],
        ),
    ],
)
def test_rows_of_csv(read, raw, found, rejected):
    documents, said = read("a.csv", raw)
    assert [document.text for document in documents] == found
    assert said == rejected


def test_a_column_that_is_not_there(read):
    assert read("a.csv", "text\na\n", columns=Columns.parse(["title=Head"])) == (
        [],
        [("line 1", "there is no 'Head' for title (it has 'text')")],
    )


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_line_of_fifty_megabytes(read, name):
    huge = b"a" * 50_000_000
    rows = b'{"text": "a"}\n{"text": "%b"}\n{"text": "b"}\n' if name == "a.jsonl" else b"text\na\n%b\nb\n"
    documents, rejected = read(name, rows % huge)
    assert [document.text for document in documents] == ["a", "b"]
    reason = "a line of more than 4,000,000 bytes, too long for one report"
    assert rejected == [("line 2" if name == "a.jsonl" else "line 3", reason)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1252"])
def test_tables_in_other_encodings(read, encoding):
    (document,), rejected = read("a.csv", 'text\n"Côte d’Ivoire\u00a0–\nréport"\n'.encode(encoding))
    assert (document.text, rejected) == ("Côte d’Ivoire\u00a0–\nréport", [])
    (document,), rejected = read("a.jsonl", '{"text": "Côte d’Ivoire"}\n'.encode(encoding))
    assert (document.text, rejected) == ("Côte d’Ivoire", [])


def test_the_encoding_of_most_lines_wins(read):
    lines = ["text", *(f"Müller {i}" for i in range(5))]
    raw = "\n".join(lines).encode() + b"\nM\xfcller\n"
    documents, rejected = read("a.csv", raw)
    assert [document.text for document in documents] == lines[1:]
    assert rejected == [("line 7", "not UTF-8 (byte 1 of the line)")]


def test_the_encoding_given(read):
    (document,), _ = read("a.csv", "text\nMüller\n".encode("cp437"), encoding="cp437")
    assert (document.text, document.encoding) == ("Müller", "cp437")
    assert read("a.csv", b"text\nM\xfcller\n", encoding="utf-8")[1] == [("line 2", "not UTF-8 (byte 1 of the line)")]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1))
def test_json_text_comes_back(tmp_path_factory, texts):
    from dragoman.sources import documents

    path = tmp_path_factory.mktemp("json") / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    found = list(documents([path]))
    assert [item.text for item in found if hasattr(item, "text")] == [text for text in texts if text.strip()]
    assert len(found) == len(texts)
