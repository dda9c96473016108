"""Lemmas and morphological features from a word's form and tags, by tables learned from a treebank."""

from __future__ import annotations

import json
from pathlib import Path

LONGEST_SUFFIX = 5
CACHED_FORMS = 200_000


def fold(form: str, upos: str) -> str:
    """The form as the tables know it: names keep their capitals, other words are lower-cased."""
    return form if upos == "PROPN" else form.lower()


class Lemmatiser:
    """Tables of exceptions, of suffix rules and of features.

    `exceptions`: tags -> form -> lemma. `suffixes`: tags -> suffix -> "n:ending" (take n letters off, add the ending);
    the longest known suffix decides. `features`: tags -> UD features; `feature_exceptions`: tags -> form -> features.
    Tags are "UPOS XPOS".
    """

    def __init__(
        self,
        exceptions: dict[str, dict[str, str]],
        suffixes: dict[str, dict[str, str]],
        features: dict[str, str],
        feature_exceptions: dict[str, dict[str, str]],
    ) -> None:
        self._exceptions = exceptions
        self._suffixes = {tags: {s: _rule(r) for s, r in rules.items()} for tags, rules in suffixes.items()}
        self._features = features
        self._feature_exceptions = feature_exceptions
        self._seen: dict[tuple[str, str, str], tuple[str, str]] = {}

    @classmethod
    def read(cls, path: Path) -> Lemmatiser:
        """Tables from a JSON file written by the training."""
        tables = json.loads(path.read_text(encoding="utf-8"))
        return cls(**tables)

    def __call__(self, form: str, upos: str, xpos: str) -> tuple[str, str]:
        """Lemma and UD features ("_" where none)."""
        key = form, upos, xpos
        known = self._seen.get(key)
        if known is None:
            if len(self._seen) >= CACHED_FORMS:
                self._seen.clear()
            known = self._seen[key] = self._look_up(form, upos, xpos)
        return known

    def _look_up(self, form: str, upos: str, xpos: str) -> tuple[str, str]:
        tags = f"{upos} {xpos}"
        folded = fold(form, upos)
        features = self._feature_exceptions.get(tags, {}).get(folded) or self._features.get(tags, "_")
        lemma = self._exceptions.get(tags, {}).get(folded)
        if lemma is not None:
            return lemma, features
        rules = self._suffixes.get(tags, {})
        for length in range(min(LONGEST_SUFFIX, len(folded)), -1, -1):
            rule = rules.get(folded[len(folded) - length :])
            if rule and rule[0] < len(folded):
                cut, ending = rule
                return (folded[:-cut] if cut else folded) + ending, features
        return folded, features


def _rule(written: str) -> tuple[int, str]:
    cut, _, ending = written.partition(":")
    return int(cut), ending
