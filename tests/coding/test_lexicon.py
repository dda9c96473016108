import shutil

import pytest

from dragoman import ontology
from dragoman.coding import lexicon
from dragoman.coding.lexicon import FOLDER, bases
from dragoman.errors import DataMalformed


def test_every_event_has_verbs_and_nouns():
    known = lexicon()
    events = set(ontology.load().events)
    assert {frame.event for frames in known.verbs.values() for frame in frames} == events
    assert {frame.event for frames in known.nouns.values() for frame in frames} == events
    assert len(known.verbs) > 400
    assert len(known.nouns) > 200


def test_every_code_and_mode_is_the_ontologys():
    book = ontology.load()
    known = lexicon()
    frames = {frame for table in (known.verbs, known.nouns) for found in table.values() for frame in found}
    for frame in frames:
        assert frame.cameo in book.cameo, frame
        assert frame.mode is None or frame.mode in book.events[frame.event].modes, frame
        assert all(context in book.contexts for context in frame.contexts), frame


def test_every_composition_is_the_ontologys():
    book = ontology.load()
    known = lexicon()
    for families in known.families.values():
        for family in families:
            for made in (family.compose or {}).values():
                event = book.events[made.event or family.event]
                assert made.cameo is None or made.cameo in book.cameo, (family.name, made)
                assert made.mode is None or made.mode in event.modes, (family.name, made)
    for made in known.revoked.values():
        assert made.mode is None or made.mode in book.events[made.event].modes, made


def test_inflected_forms():
    assert "accuse" in bases("accused")
    assert "ban" in bases("banned")
    assert "deny" in bases("denied")
    assert "reach" in bases("reaches")


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("verbs.yaml", "ASSAULT:\n  - {lemmas: [hit], cameo: '190', colour: red}\n", "'colour' is unknown"),
        ("verbs.yaml", "ASSAULT:\n  - {lemmas: [hit]}\n", "cameo is missing"),
        ("verbs.yaml", "ASSAULT:\n  - {lemmas: [hit], cameo: 190}\n", "quote the code"),
        ("verbs.yaml", "ASSAULT:\n  - {lemmas: [hit], cameo: '190', recipient: [on]}\n", "quote on, off"),
        ("verbs.yaml", "QUARREL:\n  - {lemmas: [hit], cameo: '190'}\n", "no event 'QUARREL'"),
        ("nouns.yaml", "ASSAULT:\n  - {lemmas: [raid], cameo: '190', prior: 2}\n", "between 0 and 1"),
        ("classes.yaml", "forces: ['@nobody']\n", "no class 'nobody'"),
        ("embedding.yaml", "agree: {event: AGREE, status: own, subject: any, weight: 1}\n", "'weight' is unknown"),
    ],
)
def test_a_malformed_row_is_named(tmp_path, file, text, reason):
    folder = tmp_path / "coding"
    shutil.copytree(FOLDER, folder)
    (folder / file).write_text(text, "utf-8")
    with pytest.raises(DataMalformed, match=reason) as caught:
        lexicon(folder)
    assert caught.value.path == folder / file
