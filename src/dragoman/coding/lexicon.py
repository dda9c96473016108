"""The words that coding knows: frames, light verbs, embedding verbs, cues; read from `data/coding` and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import DataMalformed

FOLDER = Path(__file__).resolve().parent.parent / "data" / "coding"
LINE = "__line__"

EVENTS = frozenset(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT".split()
)
TOLD = frozenset({"actor", "person", "place", "numbers"})
"""Classes told by tags and entities, not listed."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a verb or noun means with these arguments; the fields are described in verbs.yaml and nouns.yaml."""

    event: str
    lemmas: tuple[str, ...]
    cameo: str
    line: int
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actor: tuple[str, ...] = ("subj",)
    recipient: tuple[str, ...] | None = None
    parties: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    subject_not: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    requires_word: tuple[str, ...] = ()
    purpose: tuple[str, ...] = ()
    compound: tuple[str, ...] = ()
    of_class: tuple[str, ...] = ()
    actor_class: tuple[str, ...] = ()
    content: str | None = None
    stative: str | None = None
    plural: bool = False
    plural_parties: bool = False
    passive: bool = False
    reaches: bool = False
    goes: bool = False
    verbal: bool = False
    prior: float = 0.8


@dataclass(frozen=True, slots=True)
class Composition:
    """What an outer deed becomes by the deed inside it."""

    event: str | None = None
    cameo: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """Words whose content is another deed; the fields are described in embedding.yaml."""

    name: str
    line: int
    status: str
    subject: str
    event: str | None = None
    cameo: str | None = None
    mode: str | None = None
    recipient: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    only_nouns: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    compose: Mapping[str, Composition] | None = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it. Frames and families are found by lemma; a particle follows the verb after a blank."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    light: Mapping[str, frozenset[str]]
    """A light verb's lemma -> the ways in which it carries a noun's deed."""
    revoked: Mapping[str, Composition]
    families: Mapping[tuple[str, str], tuple[Family, ...]]
    """(verbs, nouns or adjectives; lemma) -> families."""
    classes: Mapping[str, frozenset[str]]
    status: Mapping[str, Mapping[str, frozenset[str]]]
    saying: Mapping[str, str]
    """Lemma of a verb of saying -> stance."""
    voices: Mapping[str, frozenset[str]]
    relations: Mapping[str, Any]

    instruments: Mapping[str, Composition]
    """Noun -> the mode and code of harm that it does."""
    known_verbs: frozenset[str] = frozenset()
    """Every verb that stands in any of the lexicons."""
    known_nouns: frozenset[str] = frozenset()
    """Every noun that stands in any of them."""

    def lemma(self, form: str, lemma: str, upos: str) -> str:
        """The lemma given, or where the lexicons do not know it one that they know and that the form can be of."""
        known = self.known_verbs if upos in ("VERB", "AUX") else self.known_nouns if upos in ("NOUN", "PROPN") else None
        low = lemma.lower()
        if known is None or low in known:
            return low
        return next((base for base in bases(form.lower()) if base in known), low)

    def has(self, name: str, lemma: str) -> bool:
        """Whether a noun belongs to a class."""
        return lemma in self.classes[name]


def bases(form: str) -> list[str]:
    """What an English form could be inflected from, the likeliest first."""
    found = [form]
    for ending, instead in (
        ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("e", "")), ("ing", ("", "e")),
    ):  # fmt: skip
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            found += [stem + new for new in instead]
            if ending in ("ed", "ing") and stem[-1:] == stem[-2:-1]:
                found.append(stem[:-1])
    return found


@cache
def lexicon(folder: Path = FOLDER) -> Lexicon:
    """Read and check the lexicons.

    Raises:
        DataMalformed: a key that is unknown, a value of the wrong type, a class or event that does not exist.
    """
    classes = _classes(folder / "classes.yaml")
    light, revoked = _light(folder / "light_verbs.yaml")
    status = _load(folder / "status.yaml")
    voices = _load(folder / "voices.yaml")
    saying: dict[str, str] = {}
    for stance, lemmas in _bare(voices.pop("verbs")).items():
        saying.update((lemma, stance) for lemma in lemmas)
    verbs = _frames(folder / "verbs.yaml", classes)
    nouns = _frames(folder / "nouns.yaml", classes)
    families = _families(folder / "embedding.yaml")
    relations = _deep(_load(folder / "relations.yaml"))
    first = {
        lemma.split()[0] for lemma in (*verbs, *light, *saying, *(lemma for kind, lemma in families if kind == "verbs"))
    }
    first |= {verb for forms in relations["verbs"].values() for voice in forms.values() for verb in voice}
    first |= {*relations["seats"]["verbs"], *relations["operates"]["verbs"]}
    named = {*nouns, *(lemma for kind, lemma in families if kind == "nouns"), *relations["offices"]}
    return Lexicon(
        known_verbs=frozenset(first),
        known_nouns=frozenset(named.union(*classes.values())),
        verbs=verbs,
        nouns=nouns,
        light=light,
        instruments=_instruments(folder / "instruments.yaml"),
        revoked=revoked,
        families=families,
        classes=classes,
        status={
            name: {key: frozenset(words) for key, words in _bare(group).items()}
            if isinstance(group, dict)
            else {"": frozenset(group)}
            for name, group in _bare(status).items()
        },
        saying=saying,
        voices={name: frozenset(words) for name, words in _bare(voices).items()},
        relations=relations,
    )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Keeps the line of each mapping under the key `__line__`."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """The mapping, its line added."""
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        mapping[LINE] = node.start_mark.line + 1
        return mapping


def _load(path: Path) -> dict[str, Any]:
    data = _parsed(path)
    if not isinstance(data, dict):
        raise DataMalformed(path, 1, "a mapping is needed")
    data.pop(LINE, None)
    return data


def _parsed(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, yaml.YAMLError) as error:
        raise DataMalformed(path, None, str(error)) from error


def _bare(mapping: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in mapping.items() if key != LINE}


def _deep(value: Any) -> Any:
    """The value without the lines kept in it."""
    return {key: _deep(part) for key, part in _bare(value).items()} if isinstance(value, dict) else value


def _words(path: Path, line: int, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise DataMalformed(path, line, f"{key} needs a list of words (quote on, off, yes and no), not {value!r}")
    return tuple(value)


def _classes(path: Path) -> dict[str, frozenset[str]]:
    raw = {name: _words(path, 1, name, words) for name, words in _load(path).items()}

    def members(name: str) -> frozenset[str]:
        if name not in raw:
            raise DataMalformed(path, None, f"there is no class {name!r}")
        own = {word for word in raw[name] if not word.startswith("@")}
        return frozenset(own.union(*(members(word[1:]) for word in raw[name] if word.startswith("@"))))

    return {name: members(name) for name in raw}


_TUPLES = frozenset(field.name for field in fields(Frame) if "tuple" in str(field.type))
_FAMILY_TUPLES = frozenset(field.name for field in fields(Family) if "tuple" in str(field.type))
_CLASSED = ("object", "object_not", "subject", "subject_not", "of_class", "actor_class")


def _frames(path: Path, classes: Mapping[str, frozenset[str]]) -> dict[str, tuple[Frame, ...]]:
    known = {field.name for field in fields(Frame)} - {"event", "line"}
    found: dict[str, list[Frame]] = {}
    for event, rows in _load(path).items():
        if event not in EVENTS:
            raise DataMalformed(path, None, f"there is no event {event!r}")
        for row in rows:
            line = row[LINE]
            facts = _bare(row)
            for key in facts:
                if key not in known:
                    raise DataMalformed(path, line, f"the key {key!r} is unknown")
            for key in ("lemmas", "cameo"):
                if key not in facts:
                    raise DataMalformed(path, line, f"{key} is missing")
            for key in _TUPLES & facts.keys():
                facts[key] = _words(path, line, key, facts[key])
            if not isinstance(facts["cameo"], str):
                raise DataMalformed(path, line, f"quote the code {facts['cameo']!r}")
            if not 0 < facts.get("prior", 0.8) <= 1:
                raise DataMalformed(path, line, "a prior lies between 0 and 1")
            _check_classes(path, line, facts, classes)
            frame = Frame(event=event, line=line, **facts)
            for lemma in frame.lemmas:
                found.setdefault(lemma, []).append(frame)
    return {lemma: tuple(frames) for lemma, frames in found.items()}


def _check_classes(path: Path, line: int, facts: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> None:
    """A name that is no class stands for the noun itself, and so must not look like one that was meant."""
    for key in _CLASSED:
        for name in facts.get(key, ()):
            plural = name.endswith("s") and name not in classes and name[:-1] in classes
            if plural or (f"{name}s" in classes and name not in classes and "_" in name):
                raise DataMalformed(path, line, f"there is no class {name!r}")


def _composition(path: Path, row: Mapping[str, Any]) -> Composition:
    facts = _bare(row)
    known = {field.name for field in fields(Composition)}
    for key in facts:
        if key not in known:
            raise DataMalformed(path, row[LINE], f"the key {key!r} is unknown")
    if "contexts" in facts:
        facts["contexts"] = _words(path, row[LINE], "contexts", facts["contexts"])
    return Composition(**facts)


def _light(path: Path) -> tuple[dict[str, frozenset[str]], dict[str, Composition]]:
    data = _load(path)
    revoked = {event: _composition(path, row) for event, row in _bare(data.pop("revoked")).items()}
    ways: dict[str, set[str]] = {}
    for way, lemmas in data.items():
        for lemma in _words(path, 1, way, lemmas):
            ways.setdefault(lemma, set()).add(way)
    return {lemma: frozenset(names) for lemma, names in ways.items()}, revoked


def _instruments(path: Path) -> dict[str, Composition]:
    found: dict[str, Composition] = {}
    for row in _parsed(path):
        nouns = _words(path, row[LINE], "nouns", row.get("nouns"))
        made = _composition(path, {key: value for key, value in row.items() if key != "nouns"})
        found.update(dict.fromkeys(nouns, made))
    return found


def _families(path: Path) -> dict[tuple[str, str], tuple[Family, ...]]:
    known = {field.name for field in fields(Family)} - {"name", "line"}
    found: dict[tuple[str, str], list[Family]] = {}
    for name, row in _load(path).items():
        facts = _bare(row)
        line = row[LINE]
        for key in facts:
            if key not in known:
                raise DataMalformed(path, line, f"the key {key!r} is unknown")
        for key in _FAMILY_TUPLES & facts.keys():
            facts[key] = _words(path, line, key, facts[key])
        if "compose" in facts:
            facts["compose"] = {event: _composition(path, part) for event, part in _bare(facts["compose"]).items()}
        family = Family(name=name, line=line, **facts)
        for kind in ("verbs", "nouns", "adjectives"):
            for lemma in getattr(family, kind):
                found.setdefault((kind, lemma), []).append(family)
    return {key: tuple(families) for key, families in found.items()}
