"""Names put in place of names: what stands for Israel may stand for Chad.

Treebanks and entity corpora know some dozen countries well and have never seen the rest. One-word names of countries,
cities and peoples, and acronyms of organisations, give way now and then to others of their kind from our lists.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files
from itertools import chain

from dragoman.language.features import WordPieces

from .data import Item, TagSets


class Swapper:
    """Exchanges a share of the one-word names that the lists know."""

    def __init__(self, sets: TagSets, pieces: WordPieces, share: float) -> None:
        self._pieces = pieces
        self._share = share
        self._marks: dict[int, tuple[str, int]] = {}
        for source in ("gum", "voa", "wikigold", "wnut"):
            for kind in ("NORP", "GPE", "ORG"):
                self._marks[sets.of(f"B-{kind}", source)] = kind, sets.of(f"I-{kind}", source)
        self._lists = _lists()
        self._list_of = {
            (kind, word): words for kind, lists in self._lists.items() for words in lists for word in words
        }

    def __call__(self, item: Item, rng: random.Random) -> Item:
        """The sentence, perhaps with other names; tags, tree and the teachers' targets hold for it as well."""
        if not item.allowed or not self._share:
            return item
        words, pieces, shapes = item.words, item.pieces, item.shapes
        for i, mark in enumerate(item.allowed):
            kind, inside = self._marks.get(mark, ("", -1))
            if not kind or (i + 1 < len(words) and item.allowed[i + 1] == inside):
                continue
            others = self._list_of.get((kind, item.words[i]))
            if others is None or rng.random() >= self._share:
                continue
            if words is item.words:
                words, pieces, shapes = [*words], [*pieces], [*shapes]
            words[i] = rng.choice(others)
            pieces[i], shapes[i] = self._pieces.word(words[i])
        return item if words is item.words else replace(item, words=words, pieces=pieces, shapes=shapes)


def _lists() -> dict[str, list[list[str]]]:
    """Per entity type, lists of words that may stand for each other."""
    countries, places, organisations = map(_rows, ("countries", "places", "organisations"))
    adjectives = _single(chain.from_iterable(c["adjectives"].split("|") for c in countries))
    peoples = _single(chain.from_iterable(c["demonyms"].split("|") for c in countries))
    acronyms = _single(chain.from_iterable([o["name"], *o["aliases"].split("|")] for o in organisations))
    return {
        "NORP": [[w for w in peoples if w not in set(adjectives)], adjectives],
        "GPE": [_single(p["name"] for p in places), _single(c["name"] for c in countries)],
        "ORG": [[w for w in acronyms if w.isupper() and len(w) > 1]],
    }


def _single(names: Iterable[str]) -> list[str]:
    return sorted({n for n in names if n and " " not in n and "-" not in n})


def _rows(name: str) -> list[dict[str, str]]:
    text = files("dragoman").joinpath(f"data/language/{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
