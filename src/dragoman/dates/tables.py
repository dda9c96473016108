"""The tables of this stage, in `data/dates`: read once, when they are first needed."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from dragoman.errors import DataMalformed
from dragoman.tables import rows

FOLDER: Final = "dates"
DIRECTIONS: Final = ("past", "future")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell whether a clause looks back or ahead, with the strength of each."""

    past: dict[str, int]
    future: dict[str, int]


def read_vocabulary(path: Path) -> dict[str, tuple[str, str]]:
    """Word, in lower case, to its class and its value within the class.

    Raises:
        DataMalformed: a word with capitals, without class, or given twice.
    """
    words: dict[str, tuple[str, str]] = {}
    for line, row in rows(path, ("word", "class", "value")):
        word, kind, value = row.values()
        if not word or word != word.lower() or not kind or word in words:
            raise DataMalformed(path, line, f"{word!r} needs a class, lower case, and may stand here once")
        words[word] = (kind, value)
    return words


def read_cues(path: Path) -> Cues:
    """The words that tell a direction.

    Raises:
        DataMalformed: an unknown direction, a strength that is no digit, a word given twice.
    """
    found: dict[str, dict[str, int]] = {direction: {} for direction in DIRECTIONS}
    for line, row in rows(path, ("word", "direction", "strength")):
        word, direction, strength = row.values()
        if direction not in DIRECTIONS or not strength.isdigit():
            raise DataMalformed(path, line, f"{direction!r} with {strength!r} is no direction with a strength")
        if any(word in known for known in found.values()):
            raise DataMalformed(path, line, f"{word!r} stands here twice")
        found[direction][word] = int(strength)
    return Cues(**found)


def read_grammar(path: Path) -> tuple[dict[str, str], list[tuple[int, str, str]]]:
    """The parts of the grammar by name, and its rules: line, kind and pattern.

    Raises:
        DataMalformed: other keys than `parts` and `rules`, or a rule that has not `kind` and `pattern`.
    """
    import yaml

    root: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    data = yaml.safe_load(yaml.serialize(root))
    if not isinstance(data, dict) or set(data) != {"parts", "rules"}:
        raise DataMalformed(path, 1, "a grammar has `parts` and `rules`")
    nodes = next(value for key, value in root.value if key.value == "rules").value
    rules: list[tuple[int, str, str]] = []
    for node, rule in zip(nodes, data["rules"], strict=True):
        line = node.start_mark.line + 1
        if not isinstance(rule, dict) or set(rule) != {"kind", "pattern"}:
            raise DataMalformed(path, line, "a rule has `kind` and `pattern`")
        rules.append((line, str(rule["kind"]), str(rule["pattern"])))
    return {str(name): str(pattern) for name, pattern in data["parts"].items()}, rules


@cache
def vocabulary() -> dict[str, tuple[str, str]]:
    """The words that the grammar knows."""
    with as_file(files("dragoman") / "data" / FOLDER / "vocabulary.csv") as path:
        return read_vocabulary(path)


@cache
def cues() -> Cues:
    """The words that tell a direction."""
    with as_file(files("dragoman") / "data" / FOLDER / "cues.csv") as path:
        return read_cues(path)
