"""The page: all of it in one file, whatever stands in the reports."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.export import WriteOptions
from dragoman.export.claims_html import FOLDER, write
from dragoman.export.page import page
from dragoman.ledger.writing import without_text
from dragoman.records import CodedArticle, Rejection
from tests.ledger import factory
from tests.records.test_round_trip import STRATEGIES

VOID = {"meta", "input", "link", "br", "hr", "img"}


class Reader(HTMLParser):
    """What a browser would see: elements with their attributes, and the text in them."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.open, self.texts = [], [], []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, text):
        if self.open and self.open[-1][0] not in ("script", "style", "title"):
            self.texts.append((text, [attributes.get("class") or "" for _, attributes in self.open]))

    def all(self, tag=None, **wanted):
        return [
            attributes
            for name, attributes in self.elements
            if tag in (None, name) and all(attributes.get(key.rstrip("_")) == value for key, value in wanted.items())
        ]

    def text_in(self, kind):
        return "".join(text for text, classes in self.texts if any(kind in one.split() for one in classes))


def html(items, **options):
    stream = BytesIO()
    write(items, stream, WriteOptions(**options))
    return stream.getvalue().decode()


@pytest.fixture(scope="module")
def source():
    return html([factory.coded(), Rejection("sources", "empty", "<b>x</b>.txt"), factory.other()])


@pytest.fixture(scope="module")
def read(source):
    return Reader(source)


def test_nothing_is_loaded(read, source):
    for tag, attributes in read.elements:
        assert tag not in {"img", "iframe", "link", "object", "embed", "base", "form"}
        assert "src" not in attributes
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    assert "url(" not in source
    assert "@import" not in source
    assert [a["href"] for a in read.all("a") if not a["href"].startswith("#")] == ["https://example.org/herring"] * 2


def test_only_our_own_script_and_style_may_run(read):
    policy = next(a["content"] for a in read.all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for name in ("page.css", "page.js"):
        digest = b64encode(sha256((FOLDER / name).read_bytes()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert len(read.all("script")) == len(read.all("style")) == 1


def test_script_and_style_stand_word_for_word(source):
    # A policy goes by the digest of what the page holds; an escaped character would shut the script out.
    for name, tag in (("page.css", "style"), ("page.js", "script")):
        (found,) = re.findall(rf"<{tag}>(.*?)</{tag}>", source, re.DOTALL)
        assert found == (FOLDER / name).read_text("utf-8")


def test_every_claim_leads_to_its_words_and_back(read):
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {a["href"] for a in read.all("a") if a["href"].startswith("#")}
    assert {link.removeprefix("#") for link in links} <= set(ids)
    for number in range(1, 8):
        assert {f"c{number}", f"w{number}"} <= set(ids)
        assert {f"#c{number}", f"#w{number}"} <= links


def test_the_words_are_marked_with_their_roles(read):
    marked = {(a["class"], a["data-m"]) for a in read.all("span") if a.get("data-m")}
    assert ("m m-actor", "c1:actor c1:host r1:relation") in marked or ("m m-actor", "c1:actor r1:relation") in marked
    assert ("m m-trigger", "c3:trigger") in marked
    assert {"m m-date", "m m-place", "m m-voice", "m m-cue", "m m-recipient"} <= {kind for kind, _ in marked}
    assert read.text_in("m-trigger").startswith("the deedmet")


def test_sentences_only(read):
    text = read.text_in("report")
    for words in factory.BODY:
        assert plain(words) in plain(text)
    assert "Subscribe" not in text
    assert "Photo" not in text
    assert "…" in text


def test_full_text():
    read = Reader(html([factory.coded()], full_text=True))
    text = plain(read.text_in("report"))
    for words in (*factory.BODY, factory.CAPTION, factory.FURNITURE, factory.DATELINE):
        assert plain(words) in text
    assert plain(factory.FURNITURE) in plain(read.text_in("b-furniture"))
    assert plain(factory.CAPTION) in plain(read.text_in("b-caption"))
    assert read.text_in("b-title") == ""  # the heading says it


def plain(text):
    """Without white space and the numbers of claims."""
    return re.sub(r"[\s\d]", "", text)


def test_html_in_a_report_is_text(source):
    nasty = "</script><script>alert(1)</script><img src=x onerror=alert(1)>'\"&<!--"
    coded = factory.coded(title=nasty, outlet=nasty)
    made = html([coded, Rejection("sources", nasty, nasty)], title=nasty, full_text=True)
    read = Reader(made)
    assert len(read.all("script")) == 1
    assert not read.all("img")
    assert nasty in read.text_in("report")
    assert "<b>x</b>" not in source


def test_an_address_that_is_no_web_address_is_no_link():
    from dataclasses import replace

    coded = factory.coded()
    facts = coded.article.document
    nasty = replace(facts, metadata=replace(facts.metadata, url="javascript:alert(1)"))
    read = Reader(html([replace(coded, article=replace(coded.article, document=nasty))]))
    assert all(a["href"].startswith("#") for a in read.all("a"))


def test_filters(read):
    options = [a["value"] for a in read.all("option")]
    assert {"CONSULT", "COERCE", "denied", "future", "NOR", "ISL"} <= set(options)
    claim = read.all("tbody", id_="c3")[0]
    assert claim["data-countries"] == "ISL NOR"
    assert claim["data-status"] == "denied"
    made = page([factory.coded()], full_text=False)
    voices = {option.value: option.name for option in made.voices}
    assert [voices[number] for number in made.rows[1].voice_numbers.split()] == [
        "the daily Strandposten",
        "a spokeswoman for the ministry",
    ]
    assert voices[made.rows[3].voice_numbers] == "the outlet alone"


def test_what_was_not_used(read):
    text = read.text_in("given-up")
    assert "<b>x</b>.txt: empty" in text
    assert "a caption makes no claim" in text


def test_no_claims():
    read = Reader(html([]))
    assert "No claims were found." in read.text_in("empty")
    assert "0 claims" in read.text_in("counts")


def test_a_text_that_is_withheld():
    read = Reader(html([without_text(factory.coded())]))
    assert "The text is withheld." in read.text_in("report")
    assert len([a for a in read.all("a") if a.get("class") == "ref"]) == 5


def test_two_thousand_claims():
    made = html(factory.many(400))
    assert len(re.findall(r'<tbody id="c\d+"', made)) == 2000
    assert len(made) < 8_000_000


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(STRATEGIES[CodedArticle])
def test_any_report(coded):
    for full_text in (False, True):
        read = Reader(html([coded], full_text=full_text))
        ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
        assert {f"{kind}{n}" for kind in "cw" for n in range(1, len(coded.claims) + 1)} <= ids
