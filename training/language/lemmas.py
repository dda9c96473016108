"""Learns the lemma and feature tables from a treebank."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from dragoman.evaluate import conllu
from dragoman.language.lemmas import LONGEST_SUFFIX, Lemmatiser, fold

Counts = defaultdict[tuple[str, str], Counter[str]]


def _script(form: str, lemma: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}:{lemma[same:]}"


def learn(treebank: Path) -> dict[str, object]:
    """Tables for `Lemmatiser`: the shortest set of suffix rules, and the frequent forms they get wrong."""
    forms: Counts = defaultdict(Counter)
    features: Counts = defaultdict(Counter)
    for document in conllu.read(treebank):
        for s in document.sentences:
            for word, lemma, upos, xpos, feats in zip(s.words, s.lemmas, s.upos, s.xpos, s.feats, strict=True):
                tags, form = f"{upos} {xpos}", fold(word, upos)
                forms[tags, form][fold(lemma, upos)] += 1
                features[tags, form][feats] += 1
    suffixes = _suffix_rules(forms)
    bare = Lemmatiser({}, suffixes, {}, {})
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (tags, form), lemmas in sorted(forms.items()):
        upos, xpos = tags.split()
        lemma = _top(lemmas)
        if bare(form, upos, xpos)[0] != lemma:
            exceptions[tags][form] = lemma
    by_tags: dict[str, Counter[str]] = defaultdict(Counter)
    for (tags, _), counts in features.items():
        by_tags[tags] += counts
    usual = {tags: _top(counts) for tags, counts in sorted(by_tags.items())}
    unusual: dict[str, dict[str, str]] = defaultdict(dict)
    for (tags, form), counts in sorted(features.items()):
        if _top(counts) != usual[tags] and sum(counts.values()) > 1:
            unusual[tags][form] = _top(counts)
    return {"exceptions": exceptions, "suffixes": suffixes, "features": usual, "feature_exceptions": unusual}


def _top(counts: Counter[str]) -> str:
    return max(sorted(counts), key=counts.__getitem__)


def _suffix_rules(forms: Counts) -> dict[str, dict[str, str]]:
    votes: Counts = defaultdict(Counter)
    for (tags, form), lemmas in forms.items():
        script = _script(form, _top(lemmas))
        for length in range(min(LONGEST_SUFFIX, len(form)) + 1):
            votes[tags, form[len(form) - length :]][script] += 1
    rules: dict[str, dict[str, str]] = defaultdict(dict)
    for tags, suffix in sorted(votes, key=lambda k: (k[0], len(k[1]), k[1])):
        script = _top(votes[tags, suffix])
        shorter = next((rules[tags][suffix[i:]] for i in range(1, len(suffix) + 1) if suffix[i:] in rules[tags]), None)
        if script != shorter:
            rules[tags][suffix] = script
    return rules


def write(treebank: Path, path: Path) -> None:
    """Learn from `treebank` and write the JSON file that the program reads."""
    path.write_text(json.dumps(learn(treebank), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
