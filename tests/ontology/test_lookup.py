import pickle

import pytest

from dragoman.ontology import EntryUnknown, find
from dragoman.ontology.lookup import entries


def found(ontology, code):
    return [(entry.kind, entry.code) for entry in find(ontology, code)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ASSAULT", [("event", "ASSAULT")]),
        ("assault", [("event", "ASSAULT")]),
        ("ASSAULT/drone", [("mode", "ASSAULT/drone")]),
        ("assault  drone", [("mode", "ASSAULT/drone")]),
        ("drone", [("mode", "ASSAULT/drone")]),
        ("restrict", [("mode", "THREATEN/restrict"), ("mode", "COERCE/restrict")]),
        ("cyber", [("mode", "COERCE/cyber"), ("context", "cyber")]),
        ("AGREE/SUPPORT", [("boundary", "AGREE/SUPPORT")]),
        ("SUPPORT/AGREE", [("boundary", "AGREE/SUPPORT")]),
        ("human_rights", [("context", "human_rights")]),
        ("mil", [("sector", "MIL")]),
        ("UNO", [("actor code", "UNO")]),
        ("denied", [("status", "denied")]),
        ("Seated in", [("relation", "seated in")]),
        ("gdelt", [("scale", "gdelt")]),
        ("041", [("CAMEO code", "041")]),
        ("1214", [("stray code", "1214")]),
    ],
)
def test_codes(ontology, code, expected):
    assert found(ontology, code) == expected


def test_everything_is_found_by_its_code(ontology):
    for entry in entries(ontology):
        assert entry in find(ontology, entry.code)


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("asault", "ASSAULT"),
        ("41", "041"),
        ("kidnap", "ASSAULT/abduct"),
        ("CONSULT/phon", "CONSULT/phone"),
        ("humanrights", "human_rights"),
        ("1950", "195"),
    ],
)
def test_what_may_have_been_meant(ontology, code, near):
    with pytest.raises(EntryUnknown, match=f"nothing has the code '{code}'; did you mean ") as caught:
        find(ontology, code)
    assert near in caught.value.near


def test_nothing_near(ontology):
    with pytest.raises(EntryUnknown) as caught:
        find(ontology, "qqqqq")
    assert str(caught.value) == "nothing has the code 'qqqqq'"


def test_the_error_goes_to_another_process(ontology):
    with pytest.raises(EntryUnknown) as caught:
        find(ontology, "asault")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.name, copy.near, str(copy)) == (caught.value.name, caught.value.near, str(caught.value))
