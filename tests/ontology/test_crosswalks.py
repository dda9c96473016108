from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology import CameoUnknown, EventUnknown, demand, load

STATEMENTS = {"01", "010", "011", "012", "013", "014", "015", "017"}


def test_every_code_maps_and_says_why_where_not_as_published(ontology):
    rows = ontology.crosswalk.to_plover
    assert list(rows) == list(ontology.cameo)
    assert Counter(row.basis for row in rows.values()) == {"published": 216, "ours": 62, "amended": 39}
    assert all(bool(row.reason) == (row.basis != "published") for row in rows.values())


def test_only_statements_are_no_event(ontology):
    assert {code for code, row in ontology.crosswalk.to_plover.items() if row.event is None} == STATEMENTS


def test_no_obsolete_name_is_left(ontology):
    for row in ontology.crosswalk.to_plover.values():
        assert set(row.contexts) <= set(ontology.contexts)
        assert row.mode is None or row.mode in ontology.events[row.event].modes


def test_every_event_and_mode_maps_back(ontology):
    bare = {(row.event, row.mode) for row in ontology.crosswalk.to_cameo if row.context is row.status is None}
    wanted = {(event.code, mode) for event in ontology.events.values() for mode in (None, *event.modes)}
    assert bare == wanted
    assert all(row.reason for row in ontology.crosswalk.to_cameo)


def test_the_way_back_keeps_the_event(ontology):
    lost = [(row.event, row.mode) for row in ontology.crosswalk.to_cameo if row.kept == "none" and row.status is None]
    assert lost == [("RETREAT", "resign")]


def test_the_way_back_writes_no_code_of_one_table_only(ontology):
    assert "1213" not in {row.cameo for row in ontology.crosswalk.to_cameo}


@pytest.mark.parametrize(
    ("code", "event", "mode", "contexts"),
    [
        ("016", "REJECT", None, ()),
        ("018", "SUPPORT", None, ("diplomatic",)),
        ("019", "SUPPORT", None, ("diplomatic",)),
        ("02", "REQUEST", None, ()),
        ("0233", "REQUEST", "assist", ("human_security",)),
        ("025", "REQUEST", "yield", ()),
        ("026", "REQUEST", "meet", ("diplomatic",)),
        ("043", "CONSULT", "visit", ()),
        ("0874", "RETREAT", "withdraw", ("military",)),
        ("112", "ACCUSE", "allege", ()),
        ("116", "SANCTION", "convict", ("legal",)),
        ("163", "SANCTION", "discontinue", ("economic",)),
        ("1712", "ASSAULT", "destroy", ("human_security",)),
        ("175", "ASSAULT", None, ("pro_autocracy", "repression")),
        ("186", "ASSAULT", "targeted", ()),
        ("195", "ASSAULT", "aerial", ("military",)),
        ("1952", "ASSAULT", "drone", ("military",)),
        ("176", "COERCE", "cyber", ("cyber",)),
        ("19", "ASSAULT", None, ("military",)),
    ],
)
def test_decisions(ontology, code, event, mode, contexts):
    row = ontology.crosswalk.plover(code)
    assert (row.event, row.mode, row.contexts) == (event, mode, contexts)


def test_hosting_a_visit_turns_the_roles_round(ontology):
    assert [code for code, row in ontology.crosswalk.to_plover.items() if row.swap] == ["043"]


def test_a_root_is_as_its_general_code(ontology):
    for code in ontology.cameo:
        if len(code) == 2:
            root, general = ontology.crosswalk.plover(code), ontology.crosswalk.plover(f"{code}0")
            assert (root.event, root.mode, root.contexts) == (general.event, general.mode, general.contexts)


@pytest.mark.parametrize(
    ("asked", "cameo"),
    [
        (("CONSULT", "phone"), "041"),
        (("CONSULT", "visit"), "042"),
        (("AID",), "070"),
        (("AID", None, ("military",)), "072"),
        (("AID", None, ("gender", "military", "economic")), "072"),
        (("AID", None, ("gender",)), "070"),
        (("AID", None, (), "future"), "033"),
        (("AID", None, ("peacekeeping",), "future"), "0334"),
        (("AID", None, (), "negated"), "070"),
        (("CONSULT", "phone", (), "future"), "036"),
        (("RETREAT", "ceasefire", ("military",), "future"), "0356"),
        (("ASSAULT", "drone", (), "future"), "1952"),
        (("REQUEST", "assist", ("human_security",)), "0233"),
        (("PROTEST", "riot", ("rights_freedoms",)), "1453"),
        (("COERCE", "restrict", ("economic",)), "172"),
    ],
)
def test_the_nearest_code(ontology, asked, cameo):
    assert ontology.crosswalk.cameo(*asked).cameo == cameo


def test_every_appeal_has_its_demand(ontology):
    for code in ontology.cameo:
        assert demand(code) in ontology.cameo
        assert demand(code).startswith("10") or not code.startswith("02")
        event = ontology.crosswalk.plover(code).event
        assert ontology.crosswalk.plover(demand(code)).event == event


@pytest.mark.parametrize("code", ["0211", "0233", "0244", "0253", "028", "02"])
def test_a_demand_is_the_same_mode(ontology, code):
    assert ontology.crosswalk.plover(demand(code)).mode == ontology.crosswalk.plover(code).mode


PATHS = [(event.code, mode) for event in load().events.values() for mode in (None, *event.modes)]


@given(
    st.sampled_from(PATHS),
    st.lists(st.sampled_from(sorted(load().contexts)), max_size=4),
    st.sampled_from(sorted(load().status.statuses)),
)
def test_any_coding_has_a_code(path, contexts, status):
    event, mode = path
    row = load().crosswalk.cameo(event, mode, contexts, status)
    assert row.event == event
    assert row.mode in (None, mode)
    assert row.status in (None, status)
    assert row.context is None or row.context in contexts
    if status not in {"future", "asserted"}:
        assert row == load().crosswalk.cameo(event, mode, contexts)


@pytest.mark.parametrize(("code", "meant"), [("041", "041"), ("1214", "121"), ("13y", "13")])
def test_codes_of_files(ontology, code, meant):
    assert ontology.cameo_read(code) == meant


def test_codes_nobody_knows(ontology):
    with pytest.raises(CameoUnknown, match="did you mean '041'"):
        ontology.crosswalk.plover("41")
    with pytest.raises(CameoUnknown, match="did you mean '041'"):
        ontology.cameo_read("41")
    with pytest.raises(EventUnknown, match="did you mean 'ASSAULT'"):
        ontology.crosswalk.cameo("ASAULT")
