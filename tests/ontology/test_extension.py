"""Classes and words of a user's own are checked as strictly as ours, and fit in with ours."""

import os

import pytest

from dragoman.errors import InputUnreadable
from dragoman.ontology import OntologyMalformed, Term, load

HEAD = 'extension: mine\nversion: "1"\n'
EVENT = """\
events:
  - code: EVACUATE
    title: Bring out
    quad: 2
    score: 6
    requires_recipient: true
    joint: false
    definition: Somebody moves people out of danger.
    roles: {actor: a, recipient: b, requester: c, host: d}
    nearest: {event: AID, cameo: "073"}
    modes: []
"""
MODE = """\
modes:
  - event: COERCE
    code: impress
    title: Press
    score: -8
    definition: People are forced to serve.
    boundary: Not by law.
    nearest: {event: COERCE, mode: restrict, cameo: "170"}
    examples: []
"""
CONTEXT = "contexts:\n  - {code: fish, title: Fish, definition: d, boundary: b}\n"
SECTOR = "sectors:\n  - {code: FSH, title: Fishers, definition: d, boundary: b}\n"
WORDS = "lexicon:\n  - {event: ASSAULT, mode: drone, verbs: [loiter over]}\n"


@pytest.fixture
def extend(tmp_path):
    """Load an extension with this text."""

    def write(text):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return write


@pytest.mark.parametrize("section", [EVENT, MODE, CONTEXT, SECTOR, WORDS])
def test_any_section_alone_will_do(extend, section, ontology):
    extended = extend(HEAD + section)
    assert extended.extension == "mine"
    assert extended.version == f"{ontology.version}+mine-1"


def test_the_shipped_ontology_stays_as_it_is(extended, ontology):
    assert "EVACUATE" in extended.events
    assert "EVACUATE" not in ontology.events
    assert "impress" not in ontology.events["COERCE"].modes
    assert load() is ontology


def test_own_classes_know_what_is_nearest(extended):
    assert extended.folded("EVACUATE") == ("AID", None)
    assert extended.folded("EVACUATE", "by-sea") == ("AID", None)
    assert extended.folded("COERCE", "impress") == ("COERCE", "restrict")
    assert extended.folded("COERCE", "arrest") == ("COERCE", "arrest")
    assert extended.folded("ASSAULT") == ("ASSAULT", None)


def test_own_classes_have_a_cameo_code(extended):
    assert extended.crosswalk.cameo("EVACUATE").cameo == "073"
    assert extended.crosswalk.cameo("EVACUATE", "by-sea", ("fisheries",), "future").cameo == "073"
    assert extended.crosswalk.cameo("COERCE", "impress").cameo == "170"


def test_own_classes_have_a_score(extended):
    plover = extended.scales["plover"]
    assert plover.of("EVACUATE").value == 6.0
    assert plover.of("COERCE/impress").value == -8.0


def test_own_words_join_ours(extended, ontology):
    assert len(extended.terms) > len(ontology.terms)
    assert Term("confiscate nets", "verb", "COERCE", "seize", "fisheries") in extended.terms
    assert Term("evacuate", "verb", "EVACUATE", None, "fisheries") in extended.terms
    assert {term.origin for term in extended.terms} == {"PLOVER", "fisheries"}


def test_own_contexts_and_sectors(extended):
    assert extended.contexts["fisheries"].origin == "fisheries"
    assert extended.sectors["FSH"].group == "less frequent"


CASES = [
    ("", 1, "the file is empty"),
    ("extension: mine\n", 1, "the key 'version' is missing"),
    (HEAD, 1, "the extension adds nothing"),
    ('extension: My Own\nversion: "1"\n' + WORDS, 1, "'My Own' is no name here"),
    (HEAD + "event:\n", 3, "the key 'event' is unknown; did you mean 'events'"),
    (HEAD + EVENT.replace("EVACUATE", "AID"), 4, "the code 'AID' is taken"),
    (HEAD + EVENT + EVENT.removeprefix("events:\n"), 14, "the code 'EVACUATE' is taken"),
    (HEAD + EVENT.replace("    quad: 2\n", ""), 4, "the key 'quad' is missing"),
    (HEAD + EVENT.replace("quad: 2", "quad: 5"), 6, "'5' is no quad class"),
    (HEAD + EVENT.replace("score: 6", "score: 60"), 7, "60.0 is not from -10 to 10"),
    (HEAD + EVENT.replace("event: AID", "event: AIDS"), 12, "'AIDS' is no event of PLOVER's; did you mean 'AID'"),
    (HEAD + EVENT.replace("event: AID", "event: EVACUATE"), 12, "'EVACUATE' is no event of PLOVER's"),
    (HEAD + EVENT.replace('"073"', '"73"'), 12, "'73' is no CAMEO code; did you mean '073'"),
    (HEAD + EVENT.replace("host: d", "hosts: d"), 11, "the key 'hosts' is unknown"),
    (HEAD + MODE.replace("event: COERCE\n", "event: COERC\n"), 4, "'COERC' is no event of PLOVER's"),
    (HEAD + MODE.replace("code: impress", "code: arrest"), 4, "the code 'arrest' is taken"),
    (HEAD + MODE.replace("mode: restrict", "mode: phone"), 10, "'phone' is no mode of COERCE"),
    (HEAD + MODE.replace("  - event: COERCE\n    code", "  - code"), 4, "the key 'event' is missing"),
    (HEAD + CONTEXT.replace("code: fish", "code: legal"), 4, "the code 'legal' is taken"),
    (HEAD + CONTEXT.replace("code: fish", "code: Fish"), 4, "'Fish' is no code here"),
    (HEAD + SECTOR.replace("FSH", "MIL"), 4, "the code 'MIL' is taken"),
    (HEAD + WORDS.replace("drone", "dron"), 4, "'dron' is no mode of ASSAULT; did you mean 'drone'"),
    (HEAD + WORDS.replace(", verbs: [loiter over]", ""), 4, "an entry of a lexicon has verbs or nouns"),
    (HEAD + WORDS.replace("verbs: [", "verbs: [x, x, "), 4, "'x' stands here twice"),
    (HEAD + "lexicon: words\n", 3, "a list is needed"),
    (
        HEAD + MODE.replace("examples: []", "examples:\n      - {text: They went., trigger: gone}"),
        12,
        "'gone' is not in the text",
    ),
    (
        HEAD + MODE.replace("examples: []", 'examples:\n      - {text: They went., cameo: "041"}'),
        12,
        "041 is CONSULT in the crosswalk, not COERCE",
    ),
]


@pytest.mark.parametrize(("text", "line", "words"), CASES)
def test_a_fault_is_told_with_its_line(extend, text, line, words):
    with pytest.raises(OntologyMalformed) as caught:
        extend(text)
    assert words in caught.value.reason
    assert (caught.value.path.name, caught.value.line) == ("mine.yaml", line)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputUnreadable, match="absent"):
        load(tmp_path / "absent.yaml")


def test_it_is_read_once_until_it_changes(extend, tmp_path):
    first = extend(HEAD + CONTEXT)
    assert load(tmp_path / "mine.yaml") is first
    os.utime(tmp_path / "mine.yaml", ns=(1, 1))
    assert load(tmp_path / "mine.yaml") is not first
