"""Every row of the tables that the ontology was made from comes out again, or its change has a reason."""

import csv

import pytest

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def rows(shared):
    """Read a table of the reference folder."""

    def read(name):
        path = shared / "reference" / name
        if not path.is_file():
            pytest.skip(f"no {path}")
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


def number(cell):
    return float(cell) if cell else None


def test_events(ontology, rows):
    table = rows("plover_events.csv")
    assert [row["event"] for row in table] == list(ontology.events)
    for row in table:
        event = ontology.events[row["event"]]
        assert str(event.quad) == row["quad_code"]
        assert ontology.quads[event.quad - 1].title == row["quad_name"]
        assert event.requires_recipient == (row["requires_recipient"] == "Yes")
        assert len(event.modes) == int(row["n_modes"])
        assert event.published_score == number(row["score_as_printed"])


def test_modes(ontology, rows):
    table = rows("plover_modes.csv")
    modes = [mode for event in ontology.events.values() for mode in event.modes.values()]
    assert [(row["event"], row["mode"]) for row in table] == [(mode.event, mode.code) for mode in modes]
    assert [number(row["score_as_printed"]) for row in table] == [mode.published_score for mode in modes]


@pytest.mark.parametrize(
    ("name", "column", "attribute"),
    [
        ("plover_contexts.csv", "context", "contexts"),
        ("plover_sectors.csv", "code", "sectors"),
        ("plover_nonstate_codes.csv", "code", "nonstate"),
    ],
)
def test_code_lists(ontology, rows, name, column, attribute):
    assert [row[column] for row in rows(name)] == list(getattr(ontology, attribute))


def test_groups_of_sectors(ontology, rows):
    for row in rows("plover_sectors.csv"):
        assert ontology.sectors[row["code"]].group == row["group"].replace("_", " ")


def test_disputed_entities(ontology, rows):
    table = {row["entity"]: (row["country_name"], row["extra_sector"]) for row in rows("plover_disputed_entities.csv")}
    assert table == {one.name: (one.country_name, one.sector) for one in ontology.contested.entities.values()}


def test_auxiliary_modes(ontology, rows):
    assert [row["aux_mode"] for row in rows("plover_auxiliary_modes.csv")] == list(ontology.status.auxiliaries)


def test_cameo_codes(ontology, rows):
    table = rows("cameo_event_codes.csv")
    assert [row["code"] for row in table] == list(ontology.cameo)
    for row in table:
        code = ontology.cameo[row["code"]]
        assert (code.published_label, code.label_source) == (row["label"], row["label_source"])
        assert (str(code.level), code.root) == (row["level"], row["root_code"])
        assert (str(code.gdelt_quad), str(code.phoenix_class)) == (row["quadclass_gdelt"], row["pentaclass_phoenix"])
        assert code.code[:3] == (row["base_code"] or row["root_code"])


@pytest.mark.parametrize("name", ["gdelt", "icews", "phoenix"])
def test_values(ontology, rows, name):
    published = {row["code"]: number(row[f"goldstein_{name}"]) for row in rows("cameo_event_codes.csv")}
    ours = {code: ontology.scales[name].values.get(code) for code in published}
    assert ours == published


def test_values_in_the_older_numbering(ontology, rows):
    published = {row["code_legacy"]: number(row["scale"]) for row in rows("cameo_scale_keds_05b1_legacy.csv")}
    assert dict(ontology.scales["keds"].values) == published


def test_crosswalk(ontology, rows):
    for row in rows("cameo_to_plover.csv"):
        published = (row["plover_event"], row["plover_mode"], row["plover_contexts"])
        if row["cameo_code"] in ontology.strays:
            event, _, rest = ontology.strays[row["cameo_code"]].published.partition("/")
            mode, _, contexts = rest.partition("; ")
            assert (event, mode, contexts) == published
            continue
        mapping = ontology.crosswalk.plover(row["cameo_code"])
        assert mapping.published == published
        if row["problems"]:
            assert mapping.basis == "amended"


def test_what_the_published_crosswalk_lacks_is_ours(ontology, rows):
    published = {row["cameo_code"] for row in rows("cameo_to_plover.csv")}
    ours = {code for code, row in ontology.crosswalk.to_plover.items() if row.basis == "ours"}
    assert ours == set(ontology.cameo) - published
