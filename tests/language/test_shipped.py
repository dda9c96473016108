"""The shipped analysis end to end: what it must never do, whatever it is given."""

import random
from pathlib import Path

import numpy as np
import pytest
import yaml
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, POS, SENT_START, TAG
from spacy.tokens import Doc

from dragoman import language
from dragoman.language.labels import ENTITY_TYPES, UD_RELATIONS
from dragoman.language.shipped import ShippedAnalyser
from dragoman.text import normalise

pytestmark = pytest.mark.slow

CASES = Path(__file__).parents[1] / "cases"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def odd_inputs() -> list[tuple[str, str]]:
    cases = yaml.safe_load((CASES / "odd_inputs.yaml").read_text(encoding="utf-8"))
    texts = [(c["id"], c["text"]) for c in cases]
    texts = [(i, t if isinstance(t, str) else t["repeat"] * t["times"]) for i, t in texts]
    return [*texts, ("half-a-surrogate", "The envoy \ud83d left. He is back.")]


@pytest.fixture(scope="module")
def analyser() -> ShippedAnalyser:
    loaded = language.load("en")
    assert isinstance(loaded, ShippedAnalyser)
    return loaded


def content(doc: Doc) -> tuple[bytes, list[str]]:
    array = doc.to_array([POS, TAG, DEP, HEAD, MORPH, ENT_IOB, ENT_TYPE, SENT_START, LEMMA])
    return np.asarray(array).tobytes(), [t.lemma_ for t in doc]


def check(doc: Doc, text: str) -> None:
    assert doc.text == normalise(text)
    assert len(doc.text) == len(text)
    for token in doc:
        assert doc.text[token.idx : token.idx + len(token)] == token.text
        assert token.pos_
        if token.is_space:
            assert token.pos_ == "SPACE"
            continue
        assert token.tag_
        assert token.lemma_
        assert token.dep_.split(":")[0] in UD_RELATIONS
        assert (token.dep_ == "root") == (token.head is token or token.head.i == token.i)
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head.i == t.i and not t.is_space]
        assert len(roots) == 1 or all(t.is_space for t in sentence)
        assert all(t.head in sentence for t in sentence)
    assert all(e.label_ in ENTITY_TYPES for e in doc.ents)


@pytest.mark.parametrize(("name", "text"), odd_inputs(), ids=lambda v: v if len(v) < 40 else "")
def test_odd_inputs(analyser: ShippedAnalyser, name: str, text: str) -> None:
    check(analyser(text), text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.stem)
def test_examples(analyser: ShippedAnalyser, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for variant in (text, text.upper(), text.lower(), text.replace(" ", "\u00a0"), text.replace("\n", " ")):
        check(analyser(variant), variant)


def test_neither_batch_nor_order_changes_a_result(analyser: ShippedAnalyser) -> None:
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES]
    texts += [line for t in texts[:3] for line in t.splitlines()]
    alone = [content(language.load("en")(t)) for t in texts[:2]] + [content(analyser(t)) for t in texts[2:]]
    rng = random.Random(7)
    for _ in range(3):
        order = rng.sample(range(len(texts)), len(texts))
        for i, doc in zip(order, analyser.pipe(texts[i] for i in order), strict=True):
            assert content(doc) == alone[i]


def test_nor_do_processes(analyser: ShippedAnalyser) -> None:
    texts = [p.read_text(encoding="utf-8") for p in EXAMPLES] * 4
    together = list(analyser.pipe(texts, processes=2))
    assert [content(d) for d in together] == [content(d) for d in analyser.pipe(texts)]


def test_paragraphs_do_not_know_each_other(analyser: ShippedAnalyser) -> None:
    first, second = (
        "Mali recalled its ambassador on Friday.",
        "The junta gave no reason. Paris had no comment.",
    )
    alone, both = analyser(second), analyser(f"{first}\n\n{second}")
    tail = both[len(analyser(first)) + 1 :].as_doc()
    assert content(tail) == content(alone)


def test_words_given(analyser: ShippedAnalyser) -> None:
    sentences = [["pro-Beijing", "lawmakers", "walked", "out", "."], [], ["No"], ["word"] * 900]
    docs = analyser.analyse_words(sentences)
    assert [[t.text for t in d] for d in docs] == sentences
    for doc in docs:
        assert sum(t.dep_ == "root" for t in doc) == min(len(doc), 1)
        assert len(list(doc.sents)) == min(len(doc), 1)


def test_white_space_inside_an_entity(analyser: ShippedAnalyser) -> None:
    text = "The accord was welcomed by Sergei  Lavrov and the United \t Nations in New   York on 3  May 2019."
    entities = {" ".join(e.text.split()).removeprefix("the ") for e in analyser(text).ents}
    assert {"Sergei Lavrov", "United Nations", "New York", "3 May 2019"} <= entities


def test_a_plain_sentence(analyser: ShippedAnalyser) -> None:
    doc = analyser("Russian Foreign Minister Ivan Petrov met Libyan officials in Geneva on 3 May 2019.")
    met = next(t for t in doc if t.text == "met")
    assert (met.dep_, met.pos_, met.tag_, met.lemma_) == ("root", "VERB", "VBD", "meet")
    assert met.morph.get("Tense") == ["Past"]
    assert {c.dep_ for c in met.children} >= {"nsubj", "obj", "obl", "punct"}
    entities = {e.text: e.label_ for e in doc.ents}
    assert entities["Ivan Petrov"] == "PER"
    assert entities["Geneva"] == "GPE"
    assert entities["Libyan"] == "NORP"
    assert entities["3 May 2019"] == "DATE"
