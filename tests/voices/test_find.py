"""Who says what, by which words: on a tree by hand, and on sentences of ours with the shipped model."""

import pytest

from dragoman import voices
from tests.coding.conftest import make

SAID = """
Chad    Chad    PROPN NNP 5 nsubj GPE
closed  close   VERB  VBD 0 root
its     its     PRON  PRP$ 4 nmod:poss
border  border  NOUN  NN  2 obj
,       ,       PUNCT ,   8 punct
the     the     DET   DT  7 det
ministry ministry NOUN NN 8 nsubj
said    say     VERB  VBD 2 parataxis
.       .       PUNCT .   2 punct
""".replace("NNP 5", "NNP 2")

SENTENCES = {
    "Chad closed its border, the ministry said on Monday.": ("ministry", "said", ["Chad closed its border"]),
    "The envoy said that talks would resume.": ("envoy", "said", ["that talks would resume"]),
    "According to the army, two soldiers died.": ("army", "According", ["two soldiers died"]),
    "Peru denied that its troops had crossed the river.": (
        "Peru", "denied", ["that its troops had crossed the river"]
    ),
}  # fmt: skip


def words(text, mention):
    said = None if mention.content is None else [span.of(text) for span in mention.content]
    return mention.source and mention.source.of(text), mention.cue and mention.cue.of(text), said


def test_a_saying_set_beside_its_sentence():
    doc = make(SAID)
    (mention,) = voices.find(doc.text, doc)
    assert words(doc.text, mention) == ("ministry", "said", ["Chad closed its border"])
    assert (mention.manner, mention.stance) == ("indirect", "asserts")


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_to_read(text):
    assert voices.find(text) == []


@pytest.mark.slow
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence(text):
    (mention,) = voices.find(text)
    assert words(text, mention) == SENTENCES[text]


@pytest.mark.slow
def test_words_around_the_cue_and_offsets_in_a_longer_text():
    text = 'A first line.\n\n"We shall sign," the minister said, "but not today."\u00a0He left.'
    (mention,) = voices.find(text)
    assert mention.manner == "direct"
    assert mention.source.of(text) == "minister"
    assert "We shall sign" in mention.content[0].of(text)


@pytest.mark.slow
def test_nobody_in_particular():
    text = "The convoy was reportedly ambushed near the ford."
    (mention,) = voices.find(text)
    assert (mention.source, mention.manner) == (None, "unattributed")
