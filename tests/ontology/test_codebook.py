import re

import pytest

from dragoman.ontology import EntryUnknown
from dragoman.ontology.codebook import entry, page
from dragoman.ontology.lookup import entries


@pytest.fixture(scope="module")
def text(ontology):
    return page(ontology)


def test_the_page_is_up_to_date(root, text):
    written = (root / "docs" / "codebook.md").read_text("utf-8")
    assert written == text, "run: python -m dragoman.ontology.codebook > docs/codebook.md"


def test_every_event_and_mode_has_its_section(ontology, text):
    for event in ontology.events.values():
        assert f"\n### {event.code}\n" in text
        assert event.definition in text
        for mode in event.modes.values():
            assert f"\n#### {mode.path}\n" in text
            assert mode.definition in text
            assert mode.boundary in text


def test_every_code_is_in_it(ontology, text):
    for things in (ontology.contexts, ontology.sectors, ontology.nonstate, ontology.cameo, ontology.scales):
        for code in things:
            assert f"`{code}`" in text
    for trap in ontology.traps.values():
        assert trap.decision in text
    for boundary in ontology.boundaries:
        assert boundary.rule in text
    for ruling in ontology.contested.rulings:
        assert ruling.reason in text


def test_links_lead_somewhere(text):
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 _-]", "", title.lower()).replace(" ", "-") for title in titles}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= anchors


def test_tables_are_whole(text):
    head = 0
    for line in text.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        if cells and head:
            assert cells == head, line
        head = cells


def test_every_entry_can_be_written(extended):
    for found in entries(extended):
        written = entry(extended, found.code)
        assert written.startswith("## ")
        assert "None" not in re.sub(r"\*\*host\*\*: None|\*\*requester\*\*: None|^- None", "", written), found.code


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ACCUSE", "as printed +3.0"),
        ("ASSAULT", "ASSAULT or COERCE"),
        ("043", "roles turned round"),
        ("163", "As published: COERCE/restrict (diplomatic)."),
        ("1952", "| gdelt | none | 1 |"),
        ("02", "Below it:"),
        ("asked", "Tirana urged the rebels to **lay down their arms**."),
        ("recognises", "Serbia - recognises, negative - Kosovo"),
        ("phoenix", "279 values"),
        ("MED", "CAMEO and GDELT write MED for media"),
    ],
)
def test_entries(ontology, code, words):
    assert words in entry(ontology, code)


def test_a_code_nobody_knows(ontology):
    with pytest.raises(EntryUnknown):
        entry(ontology, "ASAULT")


def test_an_extension_is_in_its_page(extended):
    text = page(extended)
    assert "with the extension fisheries" in text
    assert "#### EVACUATE/by-sea" in text
    assert "#### COERCE/impress" in text
    assert "`FSH`" in text
    assert "`fisheries`" in text


def test_the_extension_of_the_page_is_whole(folder, text):
    assert (folder / "extension_example.yaml").read_text("utf-8") in text
