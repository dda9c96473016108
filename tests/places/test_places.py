"""Which places names mean, which names are places, and when nothing is said."""

import pytest

from dragoman import places
from dragoman.errors import DataMalformed
from dragoman.places import tables
from dragoman.places.gazetteer import gazetteer
from dragoman.records import Span


@pytest.mark.parametrize(
    ("name", "context", "country", "region", "precision"),
    [
        ("Norway", None, "NOR", None, "country"),
        ("Aden", None, "YEM", "Aden", "city"),
        ("Misrata", None, "LBY", None, "city"),
        ("Kiev", None, "UKR", None, "city"),
        ("Tripoli", None, "LBY", None, "city"),
        ("Tripoli", "The port north of Beirut, Lebanon, was calm.", "LBN", None, "city"),
        ("Paris, Texas", None, "USA", "Texas", "city"),
        ("Georgia", None, "GEO", None, "country"),
        ("Georgia", "He flew from Atlanta and Savannah to Alabama.", "USA", "Georgia", "region"),
        ("Bavaria", None, "DEU", None, "region"),
        ("the Red Sea", None, None, None, "sea"),
        ("Strait of Hormuz", None, None, None, "strait"),
        ("Wash.", None, "USA", "Washington", "region"),
    ],
)
def test_resolve(name, context, country, region, precision):
    place = places.resolve(name, context)
    assert place is not None
    assert (place.country, place.precision) == (country, precision)
    assert region is None or place.region == region
    assert place.lat is not None
    assert place.reason


@pytest.mark.parametrize("name", ["Springfield", "Qwertyuiop", ""])
def test_nothing_is_said_where_nothing_tells(name):
    assert places.resolve(name) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NAIROBI, May 2 - Troops left Goma for Kigali.", ["NAIROBI", "Goma", "Kigali"]),
        ("The delegates met in Kirkland, Wash., on Monday.", ["Kirkland"]),
        ("Actress Paris Hilton met Michael Jordan.", []),
        ("The Aleppo University Hospital said so.", []),
        ("President Lincoln spoke.", []),
        ("Ships entered Libyan territorial waters.", ["Libyan territorial waters"]),
        ("Clashes in northern Syria went on.", ["northern Syria"]),
        ("Fighting in Syria's north and in Iraq", ["Syria", "Iraq"]),
        ("They may march on.", []),
    ],
)
def test_find(text, names):
    found = places.find(text)
    assert [mention.text for mention in found] == names
    assert all(mention.span.of(text) == mention.text for mention in found)


def test_part_of_a_country():
    (mention,) = places.find("in northern Syria")
    assert mention.place is not None
    assert (mention.place.name, mention.place.country, mention.place.precision) == ("northern Syria", "SYR", "part")


def test_what_is_meant_where_others_found_the_names():
    text = "Hamilton and Windsor, both in Ontario, voted; so did the Canadian capital."
    spans = [
        Span(text.index(word), text.index(word) + len(word)) for word in ("Hamilton", "Windsor", "Ontario", "Canadian")
    ]
    found = places.locate(text, spans)
    assert [mention.span for mention in found] == spans
    assert [mention.place.country if mention.place else None for mention in found] == ["CAN"] * 4


def test_alternatives_are_given():
    (mention,) = places.find("He arrived in Tripoli, Lebanon"[:21])
    assert {place.country for place in mention.alternatives} >= {"LBN"}


def test_entities_tell_persons_from_places(stub_analyser):
    text = "Envoy Tripoli Kowalski left."
    assert places.find(text, stub_analyser(text)) == []


def test_the_gazetteer_is_whole():
    made = gazetteer()
    assert made.names == sorted(made.names)
    assert len(made.shown) == len(made.arrays["lat"]) > 170_000


def test_malformed_tables(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("code,lat,lon\nNOR,91,0\n")
    ((line, row),) = tables.rows(path, ("code", "lat", "lon"))
    with pytest.raises(DataMalformed) as caught:
        tables.point(path, line, row)
    assert (caught.value.path, caught.value.line) == (path, 2)
    with pytest.raises(DataMalformed):
        list(tables.rows(path, ("code", "lat")))
