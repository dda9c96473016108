"""Predicates of standing relations: who heads, commands, backs, recognises, opposes, governs, sits where."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.ontology.errors import PredicateUnknown
from dragoman.ontology.files import Node, read_yaml
from dragoman.ontology.table import Table


@dataclass(frozen=True, slots=True)
class RelationExample:
    """A phrase and the relation it takes for granted; subject and object are words of the text, exactly."""

    text: str
    subject: str
    object: str
    polarity: Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A kind of standing relation."""

    code: str
    """In words: `holds office`."""
    definition: str
    symmetric: bool
    """Whether it holds the other way round too."""
    boundary: str
    example: RelationExample


def read_predicates(path: Path) -> Table[Predicate]:
    """Read `relations.yaml`.

    Raises:
        OntologyMalformed: an unknown key, a predicate twice, or a party that is not in its example.
    """
    found: dict[str, Predicate] = {}
    for node in read_yaml(path).items():
        fields = node.fields(("code", "definition", "symmetric", "boundary", "example"))
        code = fields["code"].text()
        if code in found:
            raise node.wrong(f"{code!r} stands here twice")
        found[code] = Predicate(
            code,
            fields["definition"].text(),
            fields["symmetric"].truth(),
            fields["boundary"].text(),
            _example(fields["example"]),
        )
    return Table(found, PredicateUnknown)


def _example(node: Node) -> RelationExample:
    fields = node.fields(("text", "subject", "object"), ("polarity",))
    text = fields["text"].text()
    for name in ("subject", "object"):
        if fields[name].text() not in text:
            raise fields[name].wrong(f"{fields[name].text()!r} is not in the text")
    negative = "polarity" in fields and fields["polarity"].one_of(("positive", "negative"), "polarity") == "negative"
    return RelationExample(
        text, fields["subject"].text(), fields["object"].text(), "negative" if negative else "positive"
    )
