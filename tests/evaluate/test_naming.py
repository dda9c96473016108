import pytest

from dragoman.evaluate import naming


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Norway", "GPE"),
        ("U.S.", "GPE"),
        ("Burma", "GPE"),
        ("Port-au-Prince", "GPE"),
        ("The Hague", "GPE"),
        ("Soviet Union", "GPE"),
        ("Bohuslan Province", "GPE"),
        ("West Bank", "LOC"),
        ("Black Sea", "LOC"),
        ("Sea of Tranquility", "LOC"),
        ("Lake Vattern", "LOC"),
        ("Mount Tarn", "LOC"),
        ("Kebnekaise Mountains", "LOC"),
        ("Sahara", "LOC"),
        ("Grimstad", "PLACE"),
        ("Hill", "PLACE"),
    ],
)
def test_place_label(name, label):
    assert naming.place_label(name.split()) == label


@pytest.mark.parametrize(
    ("name", "marked", "expected"),
    [
        ("Norwegian", False, True),
        ("Norwegians", False, True),
        ("South Korean", False, True),
        ("Shi'ite", False, True),
        ("Kurds", False, True),
        ("kurds", False, False),
        ("Norway", False, False),
        ("Karen", False, False),
        ("Karen", True, True),
        ("The Norwegian", False, False),
    ],
)
def test_is_people(name, marked, expected):
    assert naming.is_people(name.split(), marked=marked) is expected


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Ada Lund", "Ada Lund"),
        ("Mr. Lund", "Lund"),
        ("President Ada Lund", "Ada Lund"),
        ("Prime Minister Ada Lund", "Ada Lund"),
        ("former Vice President Lund", "Lund"),
        ("Deputy Foreign Minister Ada Lund", "Ada Lund"),
        ("Lieutenant General Lund", "Lund"),
        ("Norwegian Prime Minister Ada Lund", "Ada Lund"),
        ("U.S. Secretary of State Ada Lund", "Ada Lund"),
        ("President of Norway Ada Lund", "Ada Lund"),
        ("House Speaker Ada Lund", "Ada Lund"),
        ("King Harald", "Harald"),
        ("Pope Pius", "Pius"),
        ("Ada King", "Ada King"),
        ("Prime Minister", ""),
        ("Ada Lund , president", "Ada Lund , president"),
    ],
)
def test_after_titles(mention, name):
    words = mention.split()
    assert " ".join(words[naming.after_titles(words) :]) == name


@pytest.mark.parametrize(
    ("mention", "date"),
    [
        ("Tuesday", "Tuesday"),
        ("on Tuesday night", "Tuesday night"),
        ("since early 2003", "early 2003"),
        ("March 4 , 1994", "March 4 , 1994"),
        ("the 1990s", "1990s"),
        ("the 19th century", "19th century"),
        ("between 1998 and 2000", "1998 and 2000"),
        ("last week", "last week"),
        ("this year", "this year"),
        ("three years", "three years"),
        ("two decades ago", "two decades ago"),
        ("more than two years", "two years"),
        ("mid-September", "mid-September"),
        ("today", "today"),
        ("our last day in sunny Grimstad", "last day"),
        ("Lund Wednesday", "Wednesday"),
        ("two", None),
        ("later", None),
        ("20", None),
        ("midnight", None),
        ("two hours", None),
        ("three-day", None),
        ("end of", None),
        ("may", None),
        ("the war", None),
        ("", None),
    ],
)
def test_date_span(mention, date):
    words = mention.split()
    found = naming.date_span(words)
    assert (None if found is None else " ".join(words[slice(*found)])) == date


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Netherlands", "Netherlands"),
        ("The U.S.", "U.S."),
        ("The Hague", "The Hague"),
        ("southern Norway", "Norway"),
        ("Northern Norway", "Norway"),
        ("Northern Ireland", "Northern Ireland"),
        ("South Korea", "South Korea"),
        ("Vest-Agder province", "Vest-Agder"),
        ("Caspian sea", "Caspian sea"),
        ('" Lund "', "Lund"),
        ("Norway 's", "Norway"),
        ("bin Saud", "bin Saud"),
        ("prison", "prison"),
    ],
)
def test_trim_name(mention, name):
    words = mention.split()
    assert " ".join(words[slice(*naming.trim_name(words))]) == name


@pytest.mark.parametrize(
    ("name", "expected"), [("State", True), ("B", True), ("Congress", False), ("State Street", False)]
)
def test_is_generic(name, expected):
    assert naming.is_generic(name.split()) is expected
