import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.errors import WordsChanged
from dragoman.evaluate import conllu, trees

WORDS = ["Crews", "were", "told", "by", "radio"]
GOLD = {
    "upos": ["NOUN", "AUX", "VERB", "ADP", "NOUN"],
    "xpos": ["NNS", "VBD", "VBN", "IN", "NN"],
    "lemmas": ["crew", "be", "tell", "by", "radio"],
    "heads": [3, 3, 0, 5, 3],
    "labels": ["nsubj:pass", "aux:pass", "root", "case", "obl:agent"],
}


def words(**changes):
    columns = GOLD | changes
    as_objects = {k: np.array(v, dtype=object) for k, v in columns.items() if k != "heads"}
    return trees.Words(sentence=np.zeros(5, dtype=np.int64), heads=np.array(columns["heads"]), **as_objects)


def changed(column, at, value):
    return words(**{column: [*GOLD[column][:at], value, *GOLD[column][at + 1 :]]})


def shares(predicted):
    return {name: right[0] / total[0] for name, (right, total) in trees.counts(words(), predicted, 1).items()}


def test_gold_against_itself_is_right():
    assert shares(words()) == dict.fromkeys(trees.MEASURES, 1.0)


LOWERED = {
    "upos": (changed("upos", 0, "PROPN"), {"UPOS"}),
    "xpos": (changed("xpos", 0, "NNP"), {"XPOS"}),
    "lemma": (changed("lemmas", 1, "was"), {"lemma", "lemma cased"}),
    "case of a lemma": (changed("lemmas", 0, "Crew"), {"lemma cased"}),
    "head": (changed("heads", 3, 3), {"UAS", "LAS", "LAS+"}),
    "head of a core argument": (changed("heads", 4, 2), {"UAS", "LAS", "LAS+", "core LAS", "core LAS+"}),
    "label": (changed("labels", 3, "mark"), {"LAS", "LAS+"}),
    "subtype": (changed("labels", 1, "aux"), {"LAS+"}),
    "active for passive subject": (changed("labels", 0, "nsubj"), {"LAS+", "core LAS", "core LAS+"}),
    "subtype of obl": (changed("labels", 4, "obl"), {"LAS+", "core LAS+"}),
    "other core label": (changed("labels", 4, "obj"), {"LAS", "LAS+", "core LAS", "core LAS+"}),
}


@pytest.mark.parametrize("case", LOWERED)
def test_what_is_wrong_lowers_its_measures_and_no_other(case):
    predicted, lowered = LOWERED[case]
    assert {name for name, share in shares(predicted).items() if share < 1} == lowered


def test_one_wrong_word_of_five_costs_a_fifth_and_of_two_core_arguments_a_half():
    share = shares(changed("heads", 4, 2))
    assert share["LAS"] == pytest.approx(0.8)
    assert share["core LAS"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("label", "is_core"),
    [
        ("nsubj", True),
        ("nsubj:outer", True),
        ("nsubj:pass", True),
        ("csubj:pass", True),
        ("obl:unmarked", True),
        ("xcomp", True),
        ("ccomp", True),
        ("iobj", False),
        ("nmod", False),
        ("advcl", False),
    ],
)
def test_core_arguments(label, is_core):
    core, _ = trees.right_core(changed("labels", 0, label), words())
    assert core[0] == is_core


def test_passive_for_active_subject_is_wrong():
    gold = changed("labels", 0, "nsubj")
    core, right = trees.right_core(gold, words())
    assert core[0]
    assert not right["core LAS"][0]


def test_by_label_counts_full_labels():
    found = trees.by_label(words(), changed("labels", 4, "nsubj:pass"), 1)
    assert {k: [int(v[0]) for v in counts] for k, counts in found.items()} == {
        "nsubj:pass": [1, 2, 1],
        "aux:pass": [1, 1, 1],
        "root": [1, 1, 1],
        "case": [1, 1, 1],
        "obl:agent": [0, 0, 1],
    }


def doc(**changes):
    columns = GOLD | changes
    return Doc(
        Vocab(),
        words=changes.get("words", WORDS),
        pos=columns["upos"],
        tags=columns["xpos"],
        lemmas=columns["lemmas"],
        heads=[head - 1 if head else i for i, head in enumerate(columns["heads"])],
        deps=columns["labels"],
    )


def test_docs_and_treebank_meet(treebank):
    sentences = conllu.read(treebank)[0].sentences
    gold = trees.gold(sentences)
    assert gold.sentence.tolist() == [0] * 5 + [1] * 7 + [2] * 4
    predicted = trees.predicted([doc(), doc(labels=["nsubj", "AUX", "ROOT", "case", "obl"])], [WORDS, WORDS])
    assert predicted.sentence.tolist() == [0] * 5 + [1] * 5
    assert predicted.heads.tolist() == GOLD["heads"] * 2
    assert predicted.labels.tolist() == [*GOLD["labels"], "nsubj", "aux", "root", "case", "obl"]
    assert predicted.lemmas.tolist() == GOLD["lemmas"] * 2


def test_an_analyser_must_keep_the_words():
    with pytest.raises(WordsChanged, match="Crews"):
        trees.predicted([doc(words=["Crews", "were", "told", "by", "Radio"])], [WORDS])
