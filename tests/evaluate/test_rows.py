import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.evaluate import conllu, rows
from dragoman.evaluate.cases import WireCase

WORDS = ["Lund", "of", "Grimstad", "met", "Norway", "on", "Monday"]
GOLD = [[(0, 1, "PER"), (2, 3, "PLACE"), (4, 5, "GPE"), (6, 7, "DATE")]]


def entity_doc(*spans):
    tags = ["O"] * len(WORDS)
    for start, end, kind in spans:
        tags[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return Doc(Vocab(), words=WORDS, ents=tags)


def values(found):
    return {f"{row.measure}/{row.slice}": round(row.value, 1) for row in found}


def f1(*predicted, **options):
    found = rows.of_entities("x", GOLD, [entity_doc(*predicted)], ("PER", rows.PLACE, "DATE"), apart=True, **options)
    return {k.partition("/")[2]: v for k, v in values(found).items() if k.startswith("entity F1")}


RIGHT = ((0, 1, "PER"), (2, 3, "LOC"), (4, 5, "GPE"), (6, 7, "DATE"))


def test_all_entities_right_whatever_is_said_of_an_undecided_place():
    found = f1(*RIGHT)
    found.pop("type=LOC")
    assert set(found.values()) == {100.0}


@pytest.mark.parametrize(
    ("predicted", "lowered"),
    [
        (RIGHT[1:], {"all", "type=PER"}),
        (((0, 3, "PER"), *RIGHT[2:]), {"all", "type=PER", "type=place"}),
        (((0, 1, "ORG"), *RIGHT[1:]), {"all", "type=PER"}),
        ((*RIGHT[:2], (4, 5, "LOC"), RIGHT[3]), {"type=GPE", "type=LOC"}),
        ((*RIGHT[:3],), {"all", "type=DATE"}),
    ],
)
def test_what_is_wrong_lowers_its_types_and_no_other(predicted, lowered):
    right, found = f1(*RIGHT), f1(*predicted)
    assert {name for name in found if found[name] < right[name] or (name == "type=LOC" and found[name] == 0)} == lowered


def test_types_that_are_not_asked_for_do_not_count():
    assert f1(*RIGHT, (3, 4, "EVENT")) == pytest.approx(f1(*RIGHT), nan_ok=True)


def test_all_but_a_type():
    found = f1(*RIGHT[:3], without=("DATE",))
    assert found["type=all but DATE"] == 100
    assert found["all"] < 100


def test_places_can_be_folded_into_loc():
    gold = [[(2, 3, "LOC")]]
    found = rows.of_entities("x", gold, [entity_doc((2, 3, "GPE"))], ("LOC",), place="LOC")
    assert values(found)["entity F1/type=LOC"] == 100


def test_precision_and_recall():
    found = values(rows.of_entities("x", GOLD, [entity_doc(RIGHT[0], (1, 2, "PER"))], ("PER", "DATE")))
    assert (found["entity P/all"], found["entity R/all"]) == (50.0, 50.0)
    assert (found["entity P/type=PER"], found["entity R/type=PER"]) == (50.0, 100.0)


def text_doc(text, starts):
    """Tokens divided by spaces; a sentence starts at each of the given tokens."""
    words = text.split(" ")
    return Doc(
        Vocab(),
        words=words,
        spaces=[True] * (len(words) - 1) + [False],
        sent_starts=[i in starts for i in range(len(words))],
    )


def test_sentences_and_tokens_of_raw_text(treebank):
    document = conllu.read(treebank)[1]
    raw = conllu.raw_text(document, paragraphs=False)
    assert raw.text == "Ready? Yes. Go on."
    right = Doc(
        Vocab(),
        words=["Ready", "?", "Yes", ".", "Go", "on", "."],
        spaces=[False, True, False, True, True, False, False],
        sent_starts=[True, False, True, False, True, False, False],
    )
    found = values(rows.of_raw_text("x", [document], [raw], [right]))
    assert {v for k, v in found.items()} == {100.0}
    assert "sentence F1/genre=interview" in found
    wrong = values(rows.of_raw_text("x", [document], [raw], [text_doc(raw.text, {0, 2})]))
    assert wrong["sentence P/all"] == 50.0  # "Ready? Yes." is none, "Go on." is
    assert wrong["sentence R/all"] == pytest.approx(33.3)
    assert wrong["token P/all"] == 25.0  # of four tokens only "Go" is a word
    assert wrong["token R/all"] == pytest.approx(14.3)


def test_cases_are_right_as_wholes():
    text = "Go. Go. Stay."
    case = WireCase("one", "plain", text, ((0, 3), (4, 7), (8, 13)))
    other = WireCase("two", "odd", text, case.sentences)
    found = values(rows.of_cases("x", [case, other], [text_doc(text, {0, 1, 2}), text_doc(text, {0, 2})]))
    assert found["cases right/all"] == 50.0
    assert found["cases right/manner=plain"] == 100.0
    assert found["cases right/manner=odd"] == 0.0
    assert found["sentence F1/manner=odd"] == pytest.approx(40.0)


def test_sentences_of_white_space_are_none():
    doc = Doc(Vocab(), words=["Go", ".", "\n\n"], spaces=[False, False, False], sent_starts=[True, False, True])
    assert rows.sentence_spans(doc) == [(0, 3)]
    assert rows.sentence_spans(Doc(Vocab())) == []


def test_trees_by_genre_and_label(treebank):
    documents = conllu.read(treebank)
    docs = [
        Doc(
            Vocab(),
            words=s.words,
            pos=s.upos,
            tags=s.xpos,
            lemmas=[lemma.upper() for lemma in s.lemmas],
            heads=[head - 1 if head else i for i, head in enumerate(s.heads)],
            deps=["nsubj" if label == "nsubj:pass" else label for label in s.deprels],
        )
        for document in documents
        for s in document.sentences
    ]
    found = values(rows.of_trees("x", documents, docs, genres=True, labels=True))
    assert found["LAS/all"] == 100
    assert found["LAS+/genre=interview"] == 100
    assert found["LAS+/genre=news"] == pytest.approx(93.8)
    assert found["core LAS/all"] == pytest.approx(66.7)
    assert (found["lemma/all"], found["lemma cased/genre=news"] < 50) == (100, True)
    assert found["relation R/label=nsubj"] == 100
    assert found["relation P/label=nsubj"] == pytest.approx(66.7)
    assert found["relation R/label=nsubj:pass"] == 0
    assert np.isnan(found["relation P/label=nsubj:pass"])


def test_sample_of_documents(treebank):
    assert rows.sample_of(conllu.read(treebank)).documents.tolist() == [0, 0, 0, 1, 1, 1]
