"""Pages: their report, what they say of it, and what they lack."""

from hashlib import sha256

import pytest

LEAD = "The envoys of the two districts met in the border town on Friday to discuss the closed bridge, officials said."
REST = "They agreed to meet again within a month and to exchange lists of prisoners, according to a joint statement."
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Envoys meet at closed bridge - Example Wire</title>
<meta property="og:site_name" content="Example Wire"/>
<meta property="article:published_time" content="2019-04-06T23:30:00-05:00"/>
<link rel="canonical" href="https://example.org/bridge"/></head>
<body><nav><a href="/">Home</a> <a href="/all">All news</a></nav>
<article><h1>Envoys meet at closed bridge</h1><p>{LEAD}</p><p>{REST}</p></article>
<footer>© Example Wire</footer></body></html>
"""


def test_a_page(read):
    (document,), rejected = read("a.html", PAGE)
    assert rejected == []
    assert document.text == f"Envoys meet at closed bridge\n\n{LEAD}\n\n{REST}"
    said = document.metadata
    assert (said.title, said.outlet, said.language) == ("Envoys meet at closed bridge", "Example Wire", "en")
    assert (str(said.published.start), said.published.precision) == ("2019-04-06", "day")
    assert said.url == "https://example.org/bridge"
    assert document.sha256 == sha256(PAGE.encode()).hexdigest()
    assert (document.media_type, document.encoding) == ("text/html", "utf-8")


def test_a_page_saved_as_text(read):
    (document,), _ = read("a.txt", PAGE)
    assert document.media_type == "text/html"


def test_a_page_says_its_encoding(read):
    raw = PAGE.replace("utf-8", "iso-8859-2").replace("joint", "jóint").replace("©", "").encode("iso-8859-2")
    (document,), _ = read("a.html", raw)
    assert "a jóint statement" in document.text
    assert document.encoding == "iso-8859-2"


def test_a_page_without_a_date_gets_none(read):
    page = PAGE.replace('<meta property="article:published_time" content="2019-04-06T23:30:00-05:00"/>', "")
    (document,), _ = read("a.html", page)
    assert document.metadata.published is None


def test_a_page_that_breaks_off_in_a_tag(read):
    cut = PAGE[: PAGE.index("</article>")] + "<p cla"
    (document,), rejected = read("a.html", cut)
    assert LEAD in document.text
    reason = "the HTML breaks off inside a tag; what came after is missing from the report"
    assert rejected == [(f"character {len(cut) - 6}", reason)]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("", "empty"),
        ("<html><body><div", "no text of a report in this HTML, which breaks off inside a tag"),
        ("<html><body><p> </p></body></html>", "no text of a report in this HTML"),
        ("<html>" + "<div>" * 3000, "no text of a report in this HTML"),
        (b"\x89PNG\r\n", "binary, not text (a PNG picture)"),
    ],
)
def test_pages_without_a_report(read, raw, reason):
    documents, ((_, said),) = read("a.html", raw)
    assert (documents, said) == ([], reason)


def test_a_page_that_is_too_long(read):
    documents, rejected = read("a.html", PAGE, longest=200)
    assert (documents, len(rejected)) == ([], 1)
    assert "too long for one report" in rejected[0][1]
