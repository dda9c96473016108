"""The grammar of expressions of time, made into one regular expression over classes of words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, NamedTuple

from dragoman.dates.tables import FOLDER, read_grammar, vocabulary
from dragoman.dates.tokens import Token
from dragoman.errors import DataMalformed

FORMS: Final = (
    *("iso", "slashed", "compact", "year", "dom", "number", "nth", "decade", "q_quarter", "comma", "dot", "dash"),
    *("apostrophe", "break", "month", "money", "quantity", "other"),
)
"""The classes that words have by their form."""
_NAME: Final = re.compile(r"[A-Za-z_]+")


class Match(NamedTuple):
    """A rule that fits: its kind, and the first and past the last of its tokens."""

    kind: str
    first: int
    past: int


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules over classes, each class one letter."""

    letters: dict[str, str]
    pattern: re.Pattern[str]
    kinds: tuple[str, ...]

    def matches(self, row: Sequence[Token]) -> Iterator[Match]:
        """The expressions in a row of tokens, from left to right, none overlapping."""
        letters = "".join([self.letters[token.kind] for token in row])
        for match in self.pattern.finditer(letters):
            yield Match(self.kinds[(match.lastindex or 1) - 1], match.start(), match.end())


@cache
def grammar() -> Grammar:
    """The grammar of `data/dates/grammar.yaml`."""
    with as_file(files("dragoman") / "data" / FOLDER / "grammar.yaml") as path:
        return compiled(path)


def compiled(path: Path) -> Grammar:
    """The grammar of a file.

    Raises:
        DataMalformed: it is not in the format, names an unknown class, or is no regular expression.
    """
    classes = sorted({*FORMS, *(kind for kind, _ in vocabulary().values())})
    letters = {name: chr(0x4E00 + i) for i, name in enumerate(classes)}
    parts, rules = read_grammar(path)
    known = dict(letters)

    def spell(line: int, pattern: str) -> str:
        def letter(name: re.Match[str]) -> str:
            if name.group() not in known:
                raise DataMalformed(path, line, f"{name.group()!r} is no class of words and no part")
            return known[name.group()]

        spelled = "".join(_NAME.sub(letter, pattern).split()).replace("(?", "\0").replace("(", "(?:")
        return spelled.replace("\0", "(?")

    for name, pattern in parts.items():
        known[name] = spell(1, pattern)
    spelled = [(line, f"({spell(line, pattern)})") for line, _, pattern in rules]
    for line, rule in spelled:
        try:
            re.compile(rule)
        except re.error as error:
            raise DataMalformed(path, line, f"no regular expression: {error}") from error
    return Grammar(letters, re.compile("|".join(rule for _, rule in spelled)), tuple(kind for _, kind, _ in rules))
