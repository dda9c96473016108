import pytest

from dragoman.ontology import CameoUnknown, CodeUnknown, ScaleUnknown
from dragoman.records import ScaleValue


def test_the_tables(ontology):
    found = {name: (len(scale.values), scale.numbering) for name, scale in ontology.scales.items()}
    assert found == {
        "plover": (83, "plover"),
        "gdelt": (311, "cameo"),
        "icews": (312, "cameo"),
        "phoenix": (279, "cameo"),
        "keds": (276, "keds"),
    }


def test_values_are_in_range(ontology):
    for scale in ontology.scales.values():
        assert (scale.low, scale.high) == (-10.0, 10.0)
        assert all(-10 <= value <= 10 for value in scale.values.values())
        assert max(scale.values.values()) == 10.0
        assert min(scale.values.values()) == -10.0
        assert scale.version
        assert scale.source
        assert scale.licence


@pytest.mark.parametrize(
    ("code", "gdelt", "icews", "phoenix"),
    [
        ("010", 0.0, 0.0, 0.0),
        ("016", -2.0, -5.0, 3.4),
        ("022", 3.2, 3.4, 3.4),
        ("041", 1.0, 1.0, 1.0),
        ("057", 8.0, 8.0, 8.0),
        ("0874", 10.0, 10.0, 10.0),
        ("116", -2.0, -2.0, None),
        ("1213", None, -4.0, -4.0),
        ("163", -8.0, -8.0, -6.5),
        ("164", -7.0, -6.5, -7.0),
        ("165", -6.5, -7.0, -7.0),
        ("166", -7.0, -7.0, -8.0),
        ("190", -10.0, -10.0, -10.0),
        ("1952", None, None, None),
    ],
)
def test_values(ontology, code, gdelt, icews, phoenix):
    for name, expected in (("gdelt", gdelt), ("icews", icews), ("phoenix", phoenix)):
        scale = ontology.scales[name]
        assert scale.of(code) == (None if expected is None else ScaleValue(expected, name, scale.version))


def test_phoenix_follows_the_older_numbering_in_six_places(ontology):
    for code in ("016", "124", "163", "164", "165", "166"):
        assert ontology.scales["phoenix"].of(code).value == ontology.scales["keds"].of(code).value


def test_the_older_numbering_stands_apart(ontology):
    keds = ontology.scales["keds"]
    assert keds.labels["016"] == ontology.cameo["018"].label
    assert keds.labels["163"] == ontology.cameo["164"].label
    assert keds.of("0357").value == 7.0
    with pytest.raises(CameoUnknown):
        keds.of("176")
    with pytest.raises(CameoUnknown):
        ontology.scales["gdelt"].of("0357")
    assert all(not scale.labels for name, scale in ontology.scales.items() if name != "keds")


@pytest.mark.parametrize(
    ("scale", "code", "giver", "value"),
    [
        ("gdelt", "1952", "195", -10.0),
        ("gdelt", "155", "15", -7.2),
        ("gdelt", "1213", "121", -4.0),
        ("icews", "1834", "183", -10.0),
        ("phoenix", "0251", "025", -0.3),
        ("gdelt", "041", "041", 1.0),
        ("plover", "ASSAULT/drone", "ASSAULT/drone", -9.5),
    ],
)
def test_a_value_is_inherited_only_when_asked_for(ontology, scale, code, giver, value):
    table = ontology.scales[scale]
    assert table.giver(code) == giver
    assert table.of(code, inherit=True).value == value
    assert (table.of(code) is None) == (giver != code)


def test_plover_values_are_those_of_events_and_modes(ontology):
    plover = ontology.scales["plover"]
    assert plover.of("ACCUSE").value == -3.0
    assert plover.of("CONSULT/phone") == ScaleValue(1.5, "plover", plover.version)
    with pytest.raises(CodeUnknown, match="did you mean 'CONSULT/phone'"):
        plover.of("CONSULT/phon")


def test_a_scale_nobody_knows(ontology):
    with pytest.raises(ScaleUnknown, match="no scale 'goldstein'"):
        ontology.scales["goldstein"]


def test_traps_are_named(ontology):
    for scale in ontology.scales.values():
        assert scale.traps
        assert set(scale.traps) <= set(ontology.traps)
