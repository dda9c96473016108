import pickle
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, NameUnknown
from dragoman.ontology import CameoUnknown, CodeUnknown, EventUnknown, OntologyMalformed
from dragoman.ontology.errors import near_names

EXAMPLES = [
    (OntologyMalformed(Path("a.yaml"), 3, "the text is empty"), "a.yaml, line 3: the text is empty"),
    (CodeUnknown("x", ()), "no code 'x'"),
    (EventUnknown("ASAULT", ("ASSAULT", "AID")), "no event 'ASAULT'; did you mean 'ASSAULT'?"),
    (CameoUnknown("41", ("041", "141")), "no CAMEO code '41'; did you mean '041'?"),
]


@pytest.mark.parametrize(("error", "words"), EXAMPLES)
def test_message(error, words):
    assert str(error) == words
    assert isinstance(error, DragomanError)


@pytest.mark.parametrize("error", [error for error, _ in EXAMPLES])
def test_facts_survive_a_process_boundary(error):
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)


def test_a_code_that_is_unknown_is_a_key_error_and_a_name_unknown(ontology):
    assert "NOPE" not in ontology.events
    assert ontology.events.get("NOPE") is None
    with pytest.raises(KeyError):
        ontology.events["NOPE"]
    with pytest.raises(NameUnknown):
        ontology.events["NOPE"]


@pytest.mark.parametrize(
    ("name", "known", "near"),
    [
        ("asault", ("ASSAULT", "AID"), ("ASSAULT",)),
        ("41", ("041", "41x"), ("041",)),
        ("zzz", ("ASSAULT",), ()),
    ],
)
def test_near_names(name, known, near):
    assert near_names(name, known) == near
