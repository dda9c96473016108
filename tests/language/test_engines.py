"""The table of engines, and the engines of others with stubs in place of their pipelines."""

from types import SimpleNamespace
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman import language
from dragoman.errors import EngineUnavailable, EngineUnknown
from dragoman.language.engines import Analyser, engines
from dragoman.language.spacy_engine import SpacyAnalyser
from dragoman.language.stanza_engine import StanzaAnalyser


def test_the_table() -> None:
    assert engines.table() == {
        "dragoman": "dragoman.language.shipped:load",
        "spacy": "dragoman.language.spacy_engine:load",
        "stanza": "dragoman.language.stanza_engine:load",
    }


def test_an_unknown_engine() -> None:
    with pytest.raises(EngineUnknown) as caught:
        language.load(engine="corenlp")
    assert caught.value.known == engines.names()


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(EngineUnavailable):
        language.load("xx_no_such_pipeline", engine="spacy")


def test_stanza_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "stanza", None)
    with pytest.raises(EngineUnavailable) as caught:
        language.load("en", engine="stanza")
    assert caught.value.extra == "stanza"


@pytest.fixture
def pipeline() -> Language:
    nlp = spacy.blank("en")

    def annotate(doc: Doc) -> Doc:
        for token in doc:
            token.dep_ = "ROOT" if token.i == 0 else "nsubj:pass"
            token.head = doc[0]
        doc.set_ents([Span(doc, 0, 1, label="PERSON"), Span(doc, 1, 2, label="MONEY")])
        return doc

    Language.component("test_engines_stub", func=annotate)
    nlp.add_pipe("test_engines_stub")
    return nlp


def test_spacy_pipelines_speak_our_terms(pipeline: Language) -> None:
    analyser = SpacyAnalyser(pipeline)
    assert isinstance(analyser, Analyser)
    doc = analyser("Haftar\u00a0left")
    assert doc.text == "Haftar left"
    assert [(t.dep_, t.head.i) for t in doc] == [("root", 0), ("nsubj:pass", 0)]
    assert [(e.text, e.label_) for e in doc.ents] == [("Haftar", "PER")]
    assert [d.text for d in analyser.pipe(["one two", "three four"])] == ["one two", "three four"]
    assert [[t.text for t in d] for d in analyser.analyse_words([["pro-Beijing", "party"]])] == [
        ["pro-Beijing", "party"]
    ]


def test_spacy_labels_that_are_not_uds(pipeline: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Language, "pipe_labels", {"parser": ["nsubj", "dobj", "pobj"]})
    with pytest.raises(EngineUnavailable) as caught:
        SpacyAnalyser(pipeline)
    assert "dobj" in caught.value.reason


def word(i: int, text: str, head: int, deprel: str, upos: str = "NOUN") -> Any:
    return SimpleNamespace(id=i, text=text, head=head, deprel=deprel, upos=upos, xpos=None, lemma=text.lower())


def token(words: list[Any], start: int | None, text: str, ner: str = "O") -> Any:
    end = None if start is None else start + len(text)
    return SimpleNamespace(words=words, text=text, start_char=start, end_char=end, ner=ner)


def stanza_document(with_offsets: bool) -> Any:
    # "Minsk can't  wait.\nIt left": a multi-word token, two spaces, two sentences.
    def at(i: int) -> int | None:
        return i if with_offsets else None

    first = SimpleNamespace(
        tokens=[
            token([word(1, "Minsk", 4, "nsubj", "PROPN")], at(0), "Minsk", "S-GPE"),
            token([word(2, "ca", 4, "aux"), word(3, "n't", 2, "advmod")], at(6), "can't"),
            token([word(4, "wait", 0, "root", "VERB")], at(13), "wait"),
            token([word(5, ".", 4, "punct", "PUNCT")], at(17), "."),
        ]
    )
    second = SimpleNamespace(
        tokens=[
            token([word(1, "It", 2, "nsubj")], at(19), "It"),
            token([word(2, "left", 0, "root")], at(22), "left"),
        ]
    )
    return SimpleNamespace(sentences=[first, second])


def test_stanza_documents_become_docs() -> None:
    analyser = StanzaAnalyser(lambda text: stanza_document(True), lambda words: stanza_document(False))
    assert isinstance(analyser, Analyser)
    text = "Minsk can't  wait.\nIt left"
    doc = analyser(text)
    assert doc.text == text
    assert [s.text.strip() for s in doc.sents] == ["Minsk can't  wait.", "It left"]
    assert [(t.text, t.dep_, t.head.text) for t in doc if not t.is_space] == [
        ("Minsk", "nsubj", "wait"),
        ("can't", "aux", "wait"),
        ("wait", "root", "wait"),
        (".", "punct", "wait"),
        ("It", "nsubj", "left"),
        ("left", "root", "left"),
    ]
    assert [(e.text, e.label_) for e in doc.ents] == [("Minsk", "GPE")]
    assert [t.text for t in analyser.analyse_words([["Minsk"]])[0]][:2] == ["Minsk", "can't"]
