from datetime import date

import pytest


def sectors(ontology, body, on):
    found = [
        ruling.sectors for ruling in ontology.contested.rulings if ruling.body.startswith(body) and ruling.holds(on)
    ]
    return found[0] if found else None


def test_it_is_dated(ontology):
    assert ontology.contested.dated == date(2026, 11, 21)
    assert all(ruling.start < ontology.contested.dated for ruling in ontology.contested.rulings)


@pytest.mark.parametrize(
    ("body", "on", "expected"),
    [
        ("Libyan National Army", date(2014, 6, 1), ("REB",)),
        ("Libyan National Army", date(2017, 8, 14), ("MIL",)),
        ("Libyan National Army", date(2019, 4, 6), ("MIL",)),
        ("Libyan National Army", date(2013, 1, 1), None),
        ("Government of National Accord", date(2019, 4, 6), ("GOV",)),
        ("Government of National Accord", date(2021, 3, 15), None),
        ("Taliban", date(2021, 8, 14), ("REB",)),
        ("Taliban", date(2021, 8, 15), ("GOV",)),
        ("Rapid Support Forces", date(2023, 4, 14), ("PRM",)),
        ("Rapid Support Forces", date(2023, 4, 15), ("REB",)),
    ],
)
def test_rulings(ontology, body, on, expected):
    assert sectors(ontology, body, on) == expected


def test_every_ruling_follows_a_rule(ontology):
    for ruling in ontology.contested.rulings:
        assert ruling.rule in ontology.contested.rules
        assert ruling.reason


def test_partly_recognised_is_never_alone(ontology):
    for ruling in ontology.contested.rulings:
        assert ruling.sectors != ("PRE",)
    assert {entity.sector for entity in ontology.contested.entities.values()} == {"PRE"}


def test_terrorist_makes_no_sector(ontology):
    assert '"Terrorist" never makes a sector' in " ".join(ontology.chapters["epithets"].text)
    assert "terrorist" in ontology.contested.rules["army-word"].rule


def test_wagner_turned_twice(ontology):
    days = (date(2023, 6, 22), date(2023, 6, 24), date(2023, 6, 25))
    assert [sectors(ontology, "Wagner", day) for day in days] == [("PRM",), ("REB",), ("PRM",)]
