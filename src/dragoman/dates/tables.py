"""The tables of this stage, in `data/dates`: read once, when they are first needed."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from dragoman.dates.errors import TableMalformed

FOLDER: Final = "dates"
DIRECTIONS: Final = ("past", "future")


@dataclass(frozen=True, slots=True)
class Cues:
    """Words that tell whether a clause looks back or ahead, with the strength of each."""

    past: dict[str, int]
    future: dict[str, int]


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, list[str]]]:
    """Each row of a CSV table below its head, with its line.

    Raises:
        TableMalformed: another head, or a row of another length.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if next(reader, None) != list(columns):
            raise TableMalformed(path, 1, f"the columns are not {', '.join(columns)}")
        for row in reader:
            if len(row) != len(columns):
                raise TableMalformed(path, reader.line_num, f"{len(row)} fields, not {len(columns)}")
            yield reader.line_num, row


def read_vocabulary(path: Path) -> dict[str, tuple[str, str]]:
    """Word, in lower case, to its class and its value within the class.

    Raises:
        TableMalformed: a word with capitals, without class, or given twice.
    """
    words: dict[str, tuple[str, str]] = {}
    for line, (word, kind, value) in rows(path, ("word", "class", "value")):
        if not word or word != word.lower() or not kind or word in words:
            raise TableMalformed(path, line, f"{word!r} needs a class, lower case, and may stand here once")
        words[word] = (kind, value)
    return words


def read_cues(path: Path) -> Cues:
    """The words that tell a direction.

    Raises:
        TableMalformed: an unknown direction, a strength that is no digit, a word given twice.
    """
    found: dict[str, dict[str, int]] = {direction: {} for direction in DIRECTIONS}
    for line, (word, direction, strength) in rows(path, ("word", "direction", "strength")):
        if direction not in DIRECTIONS or not strength.isdigit():
            raise TableMalformed(path, line, f"{direction!r} with {strength!r} is no direction with a strength")
        if any(word in known for known in found.values()):
            raise TableMalformed(path, line, f"{word!r} stands here twice")
        found[direction][word] = int(strength)
    return Cues(**found)


def read_grammar(path: Path) -> tuple[dict[str, str], list[tuple[int, str, str]]]:
    """The parts of the grammar by name, and its rules: line, kind and pattern.

    Raises:
        TableMalformed: other keys than `parts` and `rules`, or a rule that has not `kind` and `pattern`.
    """
    import yaml

    root: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    data = yaml.safe_load(yaml.serialize(root))
    if not isinstance(data, dict) or set(data) != {"parts", "rules"}:
        raise TableMalformed(path, 1, "a grammar has `parts` and `rules`")
    nodes = next(value for key, value in root.value if key.value == "rules").value
    rules: list[tuple[int, str, str]] = []
    for node, rule in zip(nodes, data["rules"], strict=True):
        line = node.start_mark.line + 1
        if not isinstance(rule, dict) or set(rule) != {"kind", "pattern"}:
            raise TableMalformed(path, line, "a rule has `kind` and `pattern`")
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
