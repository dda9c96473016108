"""The codebook, made from the ontology: `python -m dragoman.ontology.codebook > docs/codebook.md`."""

import sys
from collections.abc import Iterator

from dragoman.ontology.lookup import find
from dragoman.ontology.markdown import bullets, code, codes, heading, score, table
from dragoman.ontology.ontology import FOLDER, Ontology, load
from dragoman.ontology.sections import boundary_item, event_section, mapping_words, rule_item, section


def page(ontology: Ontology) -> str:
    """The whole codebook as Markdown."""
    chapters = list(_chapters(ontology))
    contents = bullets(f"[{title}](#{_anchor(title)})" for title, _ in chapters)
    return "\n".join([_head(ontology), contents, *(f"{heading(2, title)}\n{body}" for title, body in chapters)])


def entry(ontology: Ontology, asked: str) -> str:
    """All about one code as Markdown; several sections where several things have it.

    Raises:
        EntryUnknown: nothing has this code.
    """
    return "\n".join(section(ontology, found) for found in find(ontology, asked))


def _head(ontology: Ontology) -> str:
    extension = f", with the extension {ontology.extension}" if ontology.extension else ""
    return f"""\
# Codebook

What every event means, and what parts it from others. Version {ontology.version} of {ontology.dated}{extension}.
The page is made from the tables of `dragoman/data/ontology` by `python -m dragoman.ontology.codebook`, and a test fails
when it is out of date. `dragoman codebook CODE` prints one entry.

The codes of events, modes, contexts and sectors and their scores are PLOVER's, the numbers of two to four digits are
CAMEO's. Every definition, boundary and example is in our own words.
"""


def _anchor(title: str) -> str:
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter == "-")


def _chapters(ontology: Ontology) -> Iterator[tuple[str, str]]:
    for chapter in ontology.chapters.values():
        yield chapter.title, bullets(chapter.text)
    yield "Events at a glance", _glance(ontology)
    yield "Events", "\n".join(event_section(ontology, event, 3, alone=False) for event in ontology.events.values())
    yield "Boundaries", bullets(boundary_item(boundary) for boundary in ontology.boundaries)
    yield "Status", _status(ontology)
    yield "Standing relations", _relations(ontology)
    yield "Contexts", _contexts(ontology)
    yield "Sectors and actor codes", _sectors(ontology)
    yield "Contested bodies", _contested(ontology)
    yield "Scales", _scales(ontology)
    yield "Traps in published tables", _traps(ontology)
    yield "CAMEO to PLOVER", _to_plover(ontology)
    yield "PLOVER to CAMEO", _to_cameo(ontology)
    yield "Classes and words of your own", _extension()


def _glance(ontology: Ontology) -> str:
    quads = bullets(f"**{quad.code}, {quad.title}.** {quad.definition}" for quad in ontology.quads)
    rows = (
        (
            f"[{event.code}](#{event.code.lower()})",
            event.title,
            str(event.quad),
            score(event.score),
            "yes" if event.requires_recipient else "no",
            ", ".join(event.modes) or "none",
        )
        for event in ontology.events.values()
    )
    return f"{quads}\n{table(('event', 'what', 'quad', 'score', 'recipient needed', 'modes'), rows)}"


def _status(ontology: Ontology) -> str:
    book = ontology.status
    rows = ((one.code, one.definition, one.plover or "none", one.export) for one in book.statuses.values())
    groups = dict.fromkeys(rule.group for rule in book.rules.values())
    parts = [
        "A status is that of the coded deed, not of the saying. Where two cues meet, the first in this table wins.\n",
        table(("status", "meaning", "PLOVER's auxiliary mode", "in exports"), rows),
        heading(3, "Which words and grammar give which status"),
    ]
    for group in groups:
        rules = [rule for rule in book.rules.values() if rule.group == group]
        parts += [f"**{group.capitalize()}**\n", bullets(rule_item(rule) for rule in rules)]
    parts += [
        heading(3, "PLOVER's auxiliary modes and CAMEO's codes of intent"),
        table(("PLOVER", "status", "note"), ((one.aux, one.status, one.note) for one in book.auxiliaries.values())),
        table(("CAMEO", "reading"), ((codes(one.codes), one.reading) for one in book.intents)),
    ]
    return "\n".join(parts)


def _relations(ontology: Ontology) -> str:
    rows = (
        (
            one.code,
            one.definition,
            "both ways" if one.symmetric else "one way",
            one.boundary,
            f"{one.example.text}: {one.example.subject} - {one.example.object}"
            + (", negative" if one.example.polarity == "negative" else ""),
        )
        for one in ontology.predicates.values()
    )
    return table(("relation", "meaning", "holds", "boundary", "example"), rows)


def _contexts(ontology: Ontology) -> str:
    rows = ((code(one.code), one.title, one.definition, one.boundary) for one in ontology.contexts.values())
    return (
        "None, one or several a claim: what the matter is, not who speaks.\n\n"
        f"{table(('context', 'title', 'what', 'boundary'), rows)}"
    )


def _sectors(ontology: Ontology) -> str:
    rows = ((code(one.code), one.title, one.definition, one.boundary, one.group) for one in ontology.sectors.values())
    others = ((code(one.code), one.title, one.definition) for one in ontology.nonstate.values())
    return "\n".join(
        (
            table(("sector", "title", "what", "boundary", "use"), rows),
            "In place of a country:\n",
            table(("code", "title", "what"), others),
        )
    )


def _contested(ontology: Ontology) -> str:
    policy = ontology.contested
    entities = (
        (one.name, one.country_name, code(one.sector), str(one.ended or ""), one.note)
        for one in policy.entities.values()
    )
    rulings = (
        (one.body, code(one.country), codes(one.sectors), str(one.start), str(one.end or ""), one.rule, one.reason)
        for one in policy.rulings
    )
    return "\n".join(
        (
            f"The policy as of {policy.dated}. Coding is no recognition. Rows are added, none is edited away.\n",
            bullets(f"**{one.id}**: {one.rule} *{one.reason}*" for one in policy.rules.values()),
            "Would-be states of PLOVER's list:\n",
            table(("entity", "country", "sector added", "until", "note"), entities),
            "What the rules gave for whom; `until` is the first day on which a row no longer holds:\n",
            table(("body", "country", "sectors", "from", "until", "rule", "reason"), rulings),
        )
    )


def _scales(ontology: Ontology) -> str:
    rows = (
        (
            code(one.name),
            one.version,
            one.title,
            str(len(one.values)),
            f"{score(min(one.values.values()))} to {score(max(one.values.values()))}",
            one.numbering,
            one.source,
            ", ".join(one.traps),
        )
        for one in ontology.scales.values()
    )
    return (
        "A value always names its table and the table's version. No table is merged with another, and none is mended"
        " in silence.\n\n"
        f"{table(('scale', 'version', 'what', 'values', 'range', 'numbering', 'source', 'traps'), rows)}"
    )


def _traps(ontology: Ontology) -> str:
    return bullets(
        f"**{trap.id}**: {trap.what}\n    - {trap.decision} *{trap.reason}*" for trap in ontology.traps.values()
    )


def _to_plover(ontology: Ontology) -> str:
    rows = list(ontology.crosswalk.to_plover.values())
    counts = {basis: sum(row.basis == basis for row in rows) for basis in ("published", "amended", "ours")}
    cells = (
        (
            code(row.cameo),
            ontology.cameo[row.cameo].label,
            mapping_words(row),
            _value(ontology, "gdelt", row.cameo),
            _value(ontology, "icews", row.cameo),
            _value(ontology, "phoenix", row.cameo),
            row.basis if row.basis == "published" else f"{row.basis}: {row.reason}",
        )
        for row in rows
    )
    facts = (
        f"Version {ontology.crosswalk.version}. {ontology.crosswalk.source} Of {len(rows)} codes"
        f" {counts['published']} are as published, {counts['amended']} amended and {counts['ours']} ours."
    )
    strays = bullets(f"{code(one.code)}: read as {code(one.read_as)}. {one.reason}" for one in ontology.strays.values())
    return "\n".join(
        (
            f"{facts}\n",
            table(("code", "what", "PLOVER", "GDELT", "ICEWS", "Phoenix", "basis"), cells),
            "Codes that files contain and no list knows:\n",
            strays,
        )
    )


def _value(ontology: Ontology, scale: str, cameo: str) -> str:
    value = ontology.scales[scale].of(cameo)
    return "" if value is None else score(value.value)


def _to_cameo(ontology: Ontology) -> str:
    rows = (
        (
            f"{row.event}/{row.mode}" if row.mode else row.event,
            row.context or "",
            row.status or "",
            code(row.cameo),
            {"all": "event and mode", "event": "event", "none": "neither"}[row.kept],
            row.reason,
        )
        for row in ontology.crosswalk.to_cameo
    )
    return (
        "The row with the mode goes before one without, then one with a context before one without; of several contexts"
        " the first that has a row decides. A status without rows of its own is coded as the deed done.\n\n"
        f"{table(('PLOVER', 'context', 'status', 'CAMEO', 'found again on the way back', 'reason'), rows)}"
    )


def _extension() -> str:
    text = (FOLDER / "extension_example.yaml").read_text(encoding="utf-8")
    return (
        "One YAML file adds events, modes, contexts, sectors and words; `dragoman.ontology.load(path)` and `dragoman"
        " codebook --extension path` read it. It is checked as strictly as the shipped tables, and whatever is wrong is"
        " told with its line. What it adds names the PLOVER class and the CAMEO code that stand for it where only these"
        f" will do. An example with all that there is:\n\n```yaml\n{text}```\n"
    )


def main() -> None:
    """Write the codebook to standard output."""
    sys.stdout.write(page(load()))


if __name__ == "__main__":
    main()
