"""What the shipped tables hold, and that the codebook's promises are kept by them."""

import pickle
import re
from collections import Counter
from itertools import chain

import pytest

from dragoman.ontology import load
from dragoman.ontology.plover import PLOVER

PAIRS = """
    COERCE/ASSAULT AGREE/SUPPORT CONCEDE/AID CONSULT/AGREE COOPERATE/AID MOBILIZE/THREATEN MOBILIZE/ASSAULT
    THREATEN/ASSAULT REQUEST/THREATEN ACCUSE/REJECT
"""


def events_and_modes(ontology):
    for event in ontology.events.values():
        yield event.code, event
        for mode in event.modes.values():
            yield mode.path, mode


def examples(ontology):
    for _, thing in events_and_modes(ontology):
        yield from thing.examples
    yield from chain.from_iterable(boundary.cases for boundary in ontology.boundaries)
    yield from (rule.example for rule in ontology.status.rules.values())


def test_counts(ontology):
    assert len(ontology.events) == 16
    assert sum(len(event.modes) for event in ontology.events.values()) == 67
    assert len(ontology.contexts) == 37
    assert len(ontology.sectors) == 25
    assert len(ontology.nonstate) == 7
    assert len(ontology.cameo) == 317
    assert len(ontology.contested.entities) == 9
    assert [quad.title for quad in ontology.quads] == [
        "verbal cooperation",
        "material cooperation",
        "verbal conflict",
        "material conflict",
    ]


def test_everything_shipped_is_from_plover(ontology):
    assert {thing.origin for _, thing in events_and_modes(ontology)} == {PLOVER}
    assert ontology.extension is None


def test_the_version_has_three_parts(ontology):
    assert re.fullmatch(r"\d+\.\d+\.\d+", ontology.version)


def test_an_event_has_four_examples_and_a_mode_one(ontology):
    for code, thing in events_and_modes(ontology):
        assert len(thing.examples) >= (1 if "/" in code else 4), code


def test_an_event_says_what_it_is_not_and_where_it_ends(ontology):
    for event in ontology.events.values():
        assert event.not_events, event.code
        assert ontology.boundaries_of(event.code), event.code


@pytest.mark.parametrize("pair", PAIRS.split())
def test_neighbours_are_told_apart(ontology, pair):
    assert frozenset(pair.split("/")) in {frozenset(boundary.events) for boundary in ontology.boundaries}


def test_no_text_stands_twice(ontology):
    texts = Counter(example.text for example in examples(ontology))
    texts.update(thing.definition for _, thing in events_and_modes(ontology))
    assert [text for text, count in texts.items() if count > 1] == []


def test_examples_are_sentences(ontology):
    for example in examples(ontology):
        assert example.text[0].isupper() or example.text[0] == '"', example.text
        assert 3 <= len(example.text.split()) <= 45, example.text


def test_examples_mark_their_trigger_once(ontology):
    for _, thing in events_and_modes(ontology):
        for example in thing.examples:
            assert example.trigger, example.text
            assert example.text.count(example.trigger) == 1, example.text


def test_quads_and_scores_agree(ontology):
    for code, thing in events_and_modes(ontology):
        quad = ontology.events[code.partition("/")[0]].quad
        assert thing.score >= 0 if quad <= 2 else thing.score <= 0.5, code


def test_material_conflict_is_worse_than_verbal(ontology):
    verbal = [event.score for event in ontology.events.values() if event.quad == 3]
    material = [event.score for event in ontology.events.values() if event.quad == 4]
    assert max(material) < min(verbal)


@pytest.mark.parametrize(
    ("code", "ours", "published"),
    [("ACCUSE", -3.0, 3.0), ("PROTEST/vandalize", -5.0, None), ("AID", 10.0, 10.0), ("CONSULT/phone", 1.5, 1.5)],
)
def test_scores_and_our_decisions(ontology, code, ours, published):
    thing = dict(events_and_modes(ontology))[code]
    assert (thing.score, thing.published_score) == (ours, published)
    assert bool(thing.score_reason) == (ours != published)


def test_only_two_scores_differ_from_print(ontology):
    assert [code for code, thing in events_and_modes(ontology) if thing.score_reason] == ["ACCUSE", "PROTEST/vandalize"]


def test_sanction_is_material(ontology):
    assert ontology.events["SANCTION"].quad == 4


def test_who_needs_a_recipient(ontology):
    assert {event.code for event in ontology.events.values() if event.requires_recipient} == {
        "COOPERATE",
        "AID",
        "SANCTION",
    }


def test_terms_are_those_of_events_and_modes(ontology):
    named = sum(len(thing.verbs) + len(thing.nouns) for _, thing in events_and_modes(ontology))
    assert len(ontology.terms) == named > 500
    assert ("kidnap", "verb", "ASSAULT", "abduct") in {(t.text, t.part, t.event, t.mode) for t in ontology.terms}


def test_traps_of_scales_are_told(ontology):
    for trap in ("accuse-sign", "sanction-quad", "phoenix-shift", "keds-numbering", "gdelt-demand-labels"):
        assert ontology.traps[trap].reason


def test_predicates_that_reports_need(ontology):
    needed = "holds office, heads, commands, backs, opposes, rival of, recognises, governs, seated in, operates in"
    assert set(needed.split(", ")) <= set(ontology.predicates)


def test_loading_twice_reads_once(ontology):
    assert load() is ontology


def test_it_goes_to_another_process(ontology):
    copy = pickle.loads(pickle.dumps(ontology))
    assert copy == ontology
    assert copy.events["AID"].definition == ontology.events["AID"].definition


def test_nothing_can_be_changed(ontology):
    with pytest.raises(AttributeError):
        ontology.version = "2"
    with pytest.raises(TypeError):
        ontology.events["X"] = None
