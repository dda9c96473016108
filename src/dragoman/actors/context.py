"""What an article has told of its actors so far."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from dragoman.actors.names import skeleton, words
from dragoman.actors.resolution import Resolution

_BRACKETED: Final = re.compile(r"\((?:the\s+)?([A-Z][A-Za-z&-]{1,9})(?:\s+in\s+\w+)?\)")
_SMALL: Final = frozenset("of the for and in on de la al du des".split())
_REACH: Final = 12


class Remembered(NamedTuple):
    """A phrase of the article and whom it means."""

    phrase: str
    resolution: Resolution


@dataclass(slots=True)
class ActorContext:
    """Mentions in the order of the text: short names, acronyms and descriptions point back to them.

    Make one for each article, `learn` its text, `remember` what was resolved, and hand it to `resolve` for the next
    phrase.
    """

    country: str | None = None
    """The country that the article is about, where it is known."""
    mentions: list[Remembered] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    """Short forms that the text introduces: `LNA` to `Libyan National Army`."""

    def remember(self, phrase: str, resolution: Resolution) -> None:
        """Keep whom a phrase means."""
        self.mentions.append(Remembered(phrase, resolution))

    def learn(self, text: str) -> None:
        """Take in the short forms that a text introduces in brackets after the full name."""
        for match in _BRACKETED.finditer(text):
            full = _expansion(text[: match.start()], match[1])
            if full is not None:
                self.acronyms.setdefault(match[1], full)

    def latest(self) -> Iterator[Remembered]:
        """What was remembered, the latest first."""
        return reversed(self.mentions)

    def by_surname(self, name: str) -> Resolution | None:
        """The person of the article whose name ends so, or nearly so."""
        sound = skeleton(name)
        near: Resolution | None = None
        for remembered in self.latest():
            actor = remembered.resolution.actor
            if actor is None or actor.kind != "person":
                continue
            last = words(actor.name)[-1].key
            written = [word.key for word in words(remembered.phrase)]
            if name in {last, *written[-1:]}:
                return remembered.resolution
            if near is None and len(sound) > 1 and sound == skeleton(last) and name[0] == last[0]:
                near = remembered.resolution
        return near


def _expansion(before: str, short: str) -> str | None:
    """The words before a bracket whose initials the short form has."""
    row = words(before)[-_REACH:]
    letters = [char.lower() for char in short if char.isalpha() and char.isupper()]
    if len(letters) < 2:
        return None
    left = len(letters)
    for i in range(len(row) - 1, -1, -1):
        if row[i].key[0] == letters[left - 1]:
            left -= 1
            if not left:
                start = row[i].start
                return before[start:].strip() if row[i].text[0].isupper() else None
        elif row[i].key not in _SMALL:
            return None
    return None
