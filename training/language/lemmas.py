"""Learns the lemma and feature tables from a treebank, and from a lexicon the forms that its rules get wrong."""

from __future__ import annotations

import csv
import gzip
import json
from collections import Counter, defaultdict
from importlib.resources import files
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
    for tags, rows in _from_lexicon(Lemmatiser(exceptions, suffixes, {}, {}), forms).items():
        exceptions[tags] |= rows
    by_tags: dict[str, Counter[str]] = defaultdict(Counter)
    for (tags, _), counts in features.items():
        by_tags[tags] += counts
    usual = {tags: _top(counts) for tags, counts in sorted(by_tags.items())}
    unusual: dict[str, dict[str, str]] = defaultdict(dict)
    for (tags, form), counts in sorted(features.items()):
        if _top(counts) != usual[tags] and sum(counts.values()) > 1:
            unusual[tags][form] = _top(counts)
    return {"exceptions": exceptions, "suffixes": suffixes, "features": usual, "feature_exceptions": unusual}


VERB_TAGS = ("VBD", "VBN", "VBG", "VBZ")
"""Penn tags of the columns of a verb's forms in the lexicon."""


def lexicon_forms() -> dict[tuple[str, str], set[str]]:
    """(tags, form) -> lemmas, of the verbs and nouns of the lexicon that the package lemminflect carries."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    path = files("lemminflect").joinpath("resources/infl_lu.csv.gz")
    with path.open("rb") as raw, gzip.open(raw, "rt", encoding="utf-8") as lines:
        for lemma, kind, *forms in csv.reader(lines):
            if not lemma.isalpha() or not lemma.islower():
                continue
            if kind == "verb":
                past, participle, *rest = (column.split("/") for column in forms)
                columns = (past, participle if participle != [""] else past, *rest)
                for tag, column in zip(VERB_TAGS, columns, strict=False):
                    for form in filter(None, column):
                        found[f"VERB {tag}", form].add(lemma)
            elif kind == "noun" and forms:
                for form in filter(None, forms[0].split("/")):
                    if form != lemma:
                        found["NOUN NNS", form].add(lemma)
    return found


def _from_lexicon(tables: Lemmatiser, known: Counts) -> dict[str, dict[str, str]]:
    """What the tables get wrong of the lexicon's forms; of several lemmas the treebank's most frequent one.

    Of nouns only those that the treebank lacks; of verbs all, since the treebank has slips ("fled": "flead").
    """
    frequent: Counter[str] = Counter()
    for lemmas in known.values():
        frequent.update(lemmas)
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for (tags, form), lemmas in sorted(lexicon_forms().items()):
        upos, xpos = tags.split()
        if (upos == "VERB" or (tags, form) not in known) and tables(form, upos, xpos)[0] not in lemmas:
            out[tags][form] = max(sorted(lemmas), key=lambda lemma: frequent[lemma])
    return out


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
