"""The tokeniser: spaCy's English rules, with what newswire and Universal Dependencies ask beyond them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, cast

import spacy
import yaml
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex

_LETTER_HYPHEN = "(?:-|–|—|--|---|——|~)"
"""How spaCy writes a hyphen between letters in its infix rules."""


@cache
def _rules() -> dict[str, Any]:
    text = files("dragoman").joinpath("data/language/tokens.yaml").read_text(encoding="utf-8")
    rules: dict[str, Any] = yaml.safe_load(text)
    return rules


def _written(rules: Sequence[str | re.Pattern[str]] | None) -> list[str]:
    return [rule if isinstance(rule, str) else rule.pattern for rule in rules or ()]


def make_tokeniser(language: str) -> Language:
    """A blank spaCy pipeline whose tokeniser follows our rules; other languages than English get spaCy's."""
    nlp = spacy.blank(language)
    if language != "en":
        return nlp
    rules = _rules()
    tokenizer = cast("Any", nlp.tokenizer)
    for word in rules["abbreviations"]:
        for form in (word, word.upper(), word.lower()):
            tokenizer.add_special_case(form, [{ORTH: form}])
    for word, parts in rules["split"].items():
        tokenizer.add_special_case(word, [{ORTH: part} for part in parts])
    # The hyphen after a prefix stays; "#tag" stays; "met?Yes" is two words and a mark.
    whole = "".join(f"(?<!^{form})" for p in rules["prefixes"] for form in (p, p.capitalize()))
    infixes = [whole + rule if _LETTER_HYPHEN in rule else rule for rule in _written(nlp.Defaults.infixes)]
    infixes.append(r"(?<=[a-z])[?!](?=[A-Z])")
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    prefixes = [rule for rule in _written(nlp.Defaults.prefixes) if rule != "#"]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    return nlp
