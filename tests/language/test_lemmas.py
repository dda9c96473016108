"""Exceptions before suffix rules, the longest suffix first, names with their capitals."""

import json
from pathlib import Path

import pytest

from dragoman.language.lemmas import Lemmatiser

TABLES = {
    "exceptions": {"VERB VBD": {"went": "go"}, "PROPN NNP": {"UN": "UN"}},
    "suffixes": {
        "VERB VBD": {"ed": "2:", "ied": "3:y", "d": "1:"},
        "NOUN NNS": {"s": "1:", "": "0:", "es": "2:"},
        "PROPN NNPS": {"s": "1:"},
    },
    "features": {"VERB VBD": "Tense=Past|VerbForm=Fin", "NOUN NNS": "Number=Plur"},
    "feature_exceptions": {"NOUN NNS": {"media": "Number=Coll"}},
}


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "lemma", "features"),
    [
        ("went", "VERB", "VBD", "go", "Tense=Past|VerbForm=Fin"),
        ("Went", "VERB", "VBD", "go", "Tense=Past|VerbForm=Fin"),
        ("walked", "VERB", "VBD", "walk", "Tense=Past|VerbForm=Fin"),
        ("tried", "VERB", "VBD", "try", "Tense=Past|VerbForm=Fin"),
        ("Troops", "NOUN", "NNS", "troop", "Number=Plur"),
        ("media", "NOUN", "NNS", "media", "Number=Coll"),
        ("Houthis", "PROPN", "NNPS", "Houthi", "_"),
        ("UN", "PROPN", "NNP", "UN", "_"),
        ("s", "NOUN", "NNS", "s", "Number=Plur"),
        ("unseen", "X", "FW", "unseen", "_"),
    ],
)
def test_look_up(form: str, upos: str, xpos: str, lemma: str, features: str) -> None:
    lemmatiser = Lemmatiser(**TABLES)
    assert lemmatiser(form, upos, xpos) == (lemma, features)
    assert lemmatiser(form, upos, xpos) == (lemma, features)


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "lemmas.json"
    path.write_text(json.dumps(TABLES), encoding="utf-8")
    assert Lemmatiser.read(path)("went", "VERB", "VBD")[0] == "go"
