"""Who phrases mean, as of a day."""

import pytest

from dragoman import actors
from dragoman.actors import tables
from dragoman.actors.names import key, skeleton
from dragoman.errors import DataMalformed
from dragoman.records import Actor

CASES = [
    # countries and their people, by name, adjective, capital
    ("Norway", "2016-01-01", "Norway", "NOR", ()),
    ("the Norwegians", "2016-01-01", None, "NOR", ()),
    ("Beijing", "2016-01-01", "China", "CHN", ("GOV",)),
    ("ABUJA", "2016-01-01", "Nigeria", "NGA", ("GOV",)),
    ("South Ossetia", "2016-01-01", "Georgia", "GEO", ("PRE",)),
    ("ordinary Norwegians", "2016-01-01", None, "NOR", ("CVL",)),
    # kinds of people
    ("Benghazi police", "2019-04-06", None, "LBY", ("COP",)),
    ("Kenyan farmers", "2016-01-01", None, "KEN", ("AGR",)),
    ("two Chilean warships", "2016-01-01", None, "CHL", ("MIL",)),
    ("a Niger-based militia", "2016-01-01", None, "NER", ("UAF",)),
    ("Turkish-backed rebels", "2016-01-01", None, None, ("REB",)),
    ("gunmen", "2016-01-01", None, None, ("UAF",)),
    ("rebel soldiers", "2016-01-01", None, None, ("REB",)),
    ("opposition lawmakers", "2016-01-01", None, None, ("OPP", "LEG")),
    ("a former Peruvian minister", "2016-01-01", None, "PER", ("ELI",)),
    ("a spokesman for the Houthi rebels", "2016-01-01", None, "YEM", ("REB",)),
    ("the Libyan side", "2016-01-01", None, "LBY", ()),
    ("the Danish ambassador to Mali", "2016-01-01", None, "DNK", ("GOV",)),
    ("EU legislators", "2016-01-01", None, "EUR", ("LEG",)),
    # bodies
    ("the Security Council", "2016-01-01", "United Nations Security Council", "UNO", ()),
    ("the Kremlin", "2016-01-01", "Kremlin", "RUS", ("GOV",)),
    ("Taliban", "2005-01-01", "Taliban", "AFG", ("REB",)),
    ("Taliban", "2022-01-01", "Taliban", "AFG", ("GOV",)),
    ("the LNA", "2018-01-01", "Libyan National Army", "LBY", ("MIL",)),
    ("the government in Tripoli", "2018-01-01", "Government of National Accord", "LBY", ("GOV",)),
    ("the government in Tripoli", "2012-06-01", None, "LBY", ("GOV",)),
    ("the Russian Security Council", "2016-01-01", None, "RUS", ("GOV",)),
    ("the Knesset", "2018-01-01", "Knesset", "ISR", ("LEG",)),
    # persons, as of the day
    ("Emmanuel Macron", "2015-05-05", "Emmanuel Macron", "FRA", ("GOV",)),
    ("former Chancellor Angela Merkel", "2023-01-01", "Angela Merkel", "DEU", ("ELI",)),
    ("Bush", "1991-02-01", "George H. W. Bush", "USA", ("GOV",)),
    ("Bush", "2004-02-01", "George W. Bush", "USA", ("GOV",)),
    ("Bush", "2019-02-01", None, "USA", ("ELI",)),
    ("Commander of the Quds Force Qasem Suleimani", "2018-01-01", "Qassem Soleimani", "IRN", ("MIL",)),
    ("Moammar Khadafi", "2005-01-01", "Muammar Gaddafi", "LBY", ("GOV",)),
    ("Field Marshal Hifter", "2018-01-01", "Khalifa Haftar", "LBY", ("MIL",)),
    ("UN Special Envoy for Libya Ghassan Salamé", "2018-01-01", "Ghassan Salame", "UNO", ()),
    # somebody new, with a title
    ("Finnish Defence Minister Aatu Virtala", "2016-01-01", "Aatu Virtala", "FIN", ("GOV", "MIL")),
]


@pytest.mark.parametrize(("phrase", "on", "name", "country", "sectors"), CASES)
def test_resolve(phrase, on, name, country, sectors):
    found = actors.resolve(phrase, on)
    assert found is not None
    assert (found.actor.name if found.actor else None, found.country, found.sectors) == (name, country, sectors)
    assert found.reason


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "the talks",
        "puppies",
        "Michael Jordan",
        "Paris Hilton",
        "Kim",
        "Ahmed",
        "Adam Brown",
        "us",
        "who",
        "the talks in Geneva",
        "he",
        "a plan",
    ],
)
def test_nobody_is_made_up(phrase):
    assert actors.resolve(phrase, "2016-01-01") is None


def test_the_role_of_the_day():
    minister = actors.resolve("Emmanuel Macron", "2015-05-05")
    president = actors.resolve("Emmanuel Macron", "2018-05-05")
    assert minister is not None
    assert president is not None
    assert isinstance(minister.actor, Actor)
    assert isinstance(president.actor, Actor)
    assert minister.actor.id == president.actor.id
    assert minister.actor.role is not None
    assert president.actor.role is not None
    assert (minister.actor.role.name, president.actor.role.name) == ("Minister of Economy", "President")


def test_a_name_that_several_bear_gives_what_they_share():
    found = actors.resolve("Bush", "2019-02-01")
    assert found is not None
    assert {actor.name for actor in found.alternatives} == {"George W. Bush", "George H. W. Bush"}


class TestContext:
    def test_a_surname_points_back(self):
        context = actors.ActorContext()
        phrase = "Finnish Defence Minister Aatu Virtala"
        first = actors.resolve(phrase, "2016-01-01", context)
        assert first is not None
        context.remember(phrase, first)
        again = actors.resolve("Virtala", "2016-01-01", context)
        assert again is not None
        assert again.actor == first.actor
        pronoun = actors.resolve("he", "2016-01-01", context)
        assert pronoun is not None
        assert pronoun.actor == first.actor

    def test_a_description_points_back(self):
        context = actors.ActorContext()
        ministry = actors.resolve("the Russian Foreign Ministry", "2016-01-01", context)
        assert ministry is not None
        context.remember("the Russian Foreign Ministry", ministry)
        found = actors.resolve("the ministry", "2016-01-01", context)
        assert found is not None
        assert found.actor == ministry.actor

    def test_a_short_form_that_the_text_introduces(self):
        context = actors.ActorContext()
        context.learn("The Polish Union of Orchard Farmers (PUOF) called a strike.")
        assert context.acronyms == {"PUOF": "Polish Union of Orchard Farmers"}
        found = actors.resolve("the PUOF", "2016-01-01", context)
        assert found is not None
        assert found.country == "POL"

    def test_the_country_of_the_article_comes_last(self):
        found = actors.resolve("the army", "2016-01-01", actors.ActorContext(country="BOL"))
        assert found is not None
        assert (found.country, found.sectors) == ("BOL", ("MIL",))
        assert found.confidence < 0.5


@pytest.mark.parametrize(
    "names",
    [
        ("haftar", "hifter", "hafter"),
        ("gaddafi", "qaddafi", "kadhafi", "gadhafi", "khadafy"),
        ("sarraj", "serraj", "siraj"),
    ],
)
def test_spellings_of_a_name_share_a_skeleton(names):
    assert len({skeleton(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("phrase", "compared"),
    [("the U.N.'s envoy", "the un envoy"), ("Fayez al-Sarraj", "fayez sarraj"), ("Ján Kubiš", "jan kubis")],
)
def test_how_phrases_are_compared(phrase, compared):
    assert key(phrase) == compared


@pytest.mark.parametrize(("check", "value"), [(tables.sectors, "MIL|ARMY"), (tables.country, "ZZZ")])
def test_a_malformed_row_names_file_and_line(tmp_path, check, value):
    with pytest.raises(DataMalformed) as caught:
        check(tmp_path / "bodies.csv", 7, value)
    assert str(caught.value).startswith(f"{tmp_path / 'bodies.csv'}, line 7: ")
