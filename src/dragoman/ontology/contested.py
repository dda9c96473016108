"""Bodies whose standing is disputed: the rules for coding them, dated, and what the rules gave for whom."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.ontology.errors import CodeUnknown
from dragoman.ontology.files import Fields, Node, read_yaml
from dragoman.ontology.plover import NonState, Sector
from dragoman.ontology.table import Table


@dataclass(frozen=True, slots=True)
class ContestedRule:
    """A rule, and why."""

    id: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class DisputedEntity:
    """A would-be state of the published list, and the country it is coded under."""

    name: str
    country: str
    """ISO alpha-3."""
    country_name: str
    """As published."""
    sector: str
    """Added to the other sectors of its bodies."""
    ended: date | None
    """The first day on which it was no more; None while it lasts."""
    note: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a body is coded as from one day to the day before another."""

    body: str
    country: str
    """ISO alpha-3 or a code that stands in place of a country."""
    sectors: tuple[str, ...]
    start: date
    end: date | None
    """The first day on which it no longer holds; None while it does."""
    rule: str
    """Id of the rule that gave it."""
    reason: str

    def holds(self, on: date) -> bool:
        """Whether the ruling holds on a day."""
        return self.start <= on and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True)
class ContestedPolicy:
    """All about contested bodies."""

    dated: date
    rules: Table[ContestedRule]
    entities: Table[DisputedEntity]
    rulings: tuple[Ruling, ...]


def read_contested(path: Path, sectors: Table[Sector], nonstate: Table[NonState]) -> ContestedPolicy:
    """Read `contested.yaml`.

    Raises:
        OntologyMalformed: an unknown key, sector or rule, a country that is no code, an end before its start, or two
            rulings on one body that overlap.
    """
    fields = read_yaml(path).fields(("dated", "rules", "entities", "rulings"))
    rules: dict[str, ContestedRule] = {}
    for node in fields.items("rules"):
        rule = node.fields(("id", "rule", "reason"))
        rules[rule["id"].text()] = ContestedRule(*(rule[name].text() for name in ("id", "rule", "reason")))
    entities = [_entity(node, sectors) for node in fields.items("entities")]
    rulings: list[Ruling] = []
    for node in fields.items("rulings"):
        ruling = _ruling(node, sectors, nonstate, tuple(rules))
        if any(_overlap(ruling, other) for other in rulings):
            raise node.wrong(f"two rulings on {ruling.body!r} hold on the same day")
        rulings.append(ruling)
    return ContestedPolicy(
        dated=fields["dated"].day(),
        rules=Table(rules, CodeUnknown),
        entities=Table({entity.name: entity for entity in entities}, CodeUnknown),
        rulings=tuple(rulings),
    )


def _entity(node: Node, sectors: Table[Sector]) -> DisputedEntity:
    fields = node.fields(("name", "country", "country_name", "sector"), ("to", "note"))
    return DisputedEntity(
        name=fields["name"].text(),
        country=_country(fields["country"]),
        country_name=fields["country_name"].text(),
        sector=fields["sector"].one_of(sectors, "sector"),
        ended=fields["to"].day() if "to" in fields else None,
        note=fields.text("note"),
    )


def _ruling(node: Node, sectors: Table[Sector], nonstate: Table[NonState], rules: tuple[str, ...]) -> Ruling:
    fields = node.fields(("body", "country", "sectors", "from", "rule", "reason"), ("to",))
    start = fields["from"].day()
    end = _end(fields)
    if end is not None and end <= start:
        raise fields["to"].wrong(f"{end} is not after {start}")
    country = fields["country"].text()
    return Ruling(
        body=fields["body"].text(),
        country=country if country in nonstate else _country(fields["country"]),
        sectors=tuple(item.one_of(sectors, "sector") for item in fields.items("sectors")),
        start=start,
        end=end,
        rule=fields["rule"].one_of(rules, "rule"),
        reason=fields["reason"].text(),
    )


def _end(fields: Fields) -> date | None:
    return fields["to"].day() if "to" in fields else None


def _country(node: Node) -> str:
    code = node.text()
    if len(code) != 3 or not code.isalpha() or not code.isupper():
        raise node.wrong(f"{code!r} is no ISO alpha-3 code")
    return code


def _overlap(ruling: Ruling, other: Ruling) -> bool:
    if ruling.body != other.body:
        return False
    first, second = sorted((ruling, other), key=lambda one: one.start)
    return first.end is None or second.start < first.end
