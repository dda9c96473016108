"""What is given goes before what the source says, and that before what the text tells."""

from datetime import date

import pytest

from dragoman.articles import article
from dragoman.errors import DateUnreadable
from dragoman.records import Article, DateSpan, Document, Metadata, Rejection

TEXT = """Envoys meet in Rabat

RABAT, May 3 (AFP) - Envoys of Morocco and Spain met in Rabat on Tuesday to discuss the closed crossing, officials said.

They agreed to meet again within a month.
"""
DAY = date(2011, 5, 3)


def read(text=TEXT, metadata=None, **given):
    found = article(Document("a.txt", text, metadata=metadata or Metadata()), **given)
    assert isinstance(found, Article), found
    return found


def test_an_article_knows_its_document():
    document = Document("a.txt", TEXT, "00ff", encoding="utf-8")
    found = article(document)
    assert (found.id, found.document) == (document.id, document.facts)


def test_white_space_is_made_plain_and_lengths_stay():
    text = "Envoys\u00a0meet\r\n\r\nThe envoys of Mali\u00a0and Niger met on Monday in\u2009the capital.\r\n"
    found = read(text)
    assert len(found.text) == len(text)
    assert found.title == "Envoys meet"


@pytest.mark.parametrize(
    ("given", "told", "outlet", "basis"),
    [
        (None, None, "AFP", "dateline"),
        (None, "Le Courrier", "Le Courrier", "metadata"),
        ("Agency", "Le Courrier", "Agency", "given"),
    ],
)
def test_outlet(given, told, outlet, basis):
    found = read(outlet=given, metadata=Metadata(outlet=told))
    assert (found.outlet, found.outlet_basis) == (outlet, basis)


@pytest.mark.parametrize(
    "given",
    [DAY, "2011-05-03", "3 May 2011", "2011-05-03T22:00:00+02:00", DateSpan.of_day(DAY)],
)
def test_a_publication_date_that_is_given(given):
    found = read(published=given, metadata=Metadata(published=DateSpan.of_year(1999)))
    assert (found.published.start, found.published.end, found.published.precision) == (DAY, DAY, "day")
    assert (found.published_basis, found.published_confidence) == ("given", 1.0)


def test_a_month_that_is_given():
    assert read(published="May 2011").published == DateSpan.of_month(2011, 5, "given")


@pytest.mark.parametrize("given", ["", "soon", "31/31/2019", "06/04/2019"])
def test_a_date_that_is_no_date(given):
    with pytest.raises(DateUnreadable) as caught:
        read(published=given)
    assert caught.value.words == given


def test_a_publication_date_that_the_source_tells():
    told = DateSpan.of_day(DAY, "'2011-05-03' in 'date'")
    found = read(metadata=Metadata(published=told))
    assert (found.published, found.published_basis) == (told, "metadata")


def test_the_dateline_settles_day_and_month():
    told = DateSpan(date(2011, 3, 5), DAY, "range", "'03/05/2011' in 'date'")
    found = read(metadata=Metadata(published=told))
    assert found.published == DateSpan.of_day(DAY, "'03/05/2011' in 'date', settled by the dateline")
    assert read(TEXT.replace("May 3", "June 3"), metadata=Metadata(published=told)).published == told


def test_without_any_hint_there_is_no_date():
    found = read("The envoys of Mali and Niger met in the capital and agreed on nothing, officials said.")
    assert (found.published, found.published_basis, found.published_confidence) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Le ministre a déclaré lundi que les négociations continueraient.", "in a language without a model: fr"),
        ("Министр заявил, что переговоры продолжатся в столице завтра утром.", "in a language without a model: ru"),
        ("외교부는 월요일 회담이 계속될 것이라고 밝혔다.", "in a language without a model: ko"),
        ("12 34", "it has no letters"),
        ("Newsfeed\n0\nloader", "nothing but furniture"),
        ("© Agency", "nothing but furniture"),
    ],
)
def test_what_cannot_be_read_says_why(text, reason):
    found = article(Document("a.txt", text))
    assert isinstance(found, Rejection)
    assert (found.stage, found.id) == ("articles", "a.txt")
    assert found.reason.startswith(reason)


def test_a_rejection_names_the_languages_that_there_are():
    found = article(Document("a.txt", TEXT), languages={"ru", "es"})
    assert found.reason.startswith("in a language without a model: en (probability 0.99); there are models for: es, ru")


@pytest.mark.parametrize("text", ["Kyiv denies.", "Lavrov, Kerry, Zarif", "Putin met Xi in Beijing", "TALKS COLLAPSE"])
def test_english_too_short_to_tell(text):
    found = read(text)
    assert found.language == "en"
    assert found.language_confidence < 0.5
    assert [block.kind for block in found.blocks] == ["body"]


def test_a_language_that_is_given_is_not_doubted():
    text = "Le ministre a déclaré lundi que les négociations continueraient."
    found = read(text, language="fr", languages={"fr"})
    assert (found.language, found.language_confidence) == ("fr", 1.0)
    assert [block.kind for block in found.blocks] == ["body"]


FRENCH = (
    "Le ministre a déclaré lundi que les négociations continueraient malgré le départ de la délégation voisine.\n\n"
)
ENGLISH = "The minister said on Monday that the talks would go on although the other delegation had left the town.\n\n"


@pytest.mark.parametrize(
    ("english", "french", "kinds"),
    [
        (3, 1, ["body", "body", "body", "furniture"]),
        (2, 2, ["body", "body", "furniture", "furniture"]),
        (1, 2, ["body", "furniture", "furniture"]),
        (1, 6, None),
    ],
)
def test_a_page_in_two_languages_keeps_its_english(english, french, kinds):
    lines = [f"{i} {ENGLISH}" for i in range(english)] + [f"{i} {FRENCH}" for i in range(french)]
    found = article(Document("a.txt", "".join(lines)))
    if kinds is None:
        assert isinstance(found, Rejection)
    else:
        assert [block.kind for block in found.blocks] == kinds
        assert found.language == "en"
