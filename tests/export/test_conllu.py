import spacy
from spacy.tokens import Doc

from dragoman.export.conllu import conllu
from dragoman.records import Document

VOCAB = spacy.blank("en").vocab


def test_a_document_word_for_word():
    doc = Doc(
        VOCAB,
        words=["Envoys", "met", "Ana", "Ruiz", ".", "\n\n", "Done", "!"],
        spaces=[True, True, True, False, False, False, False, False],
        lemmas=["envoy", "meet", "Ana", "Ruiz", ".", "", "do", "!"],
        pos=["NOUN", "VERB", "PROPN", "PROPN", "PUNCT", "SPACE", "VERB", "PUNCT"],
        tags=["NNS", "VBD", "NNP", "NNP", ".", "_SP", "VBN", "."],
        morphs=["Number=Plur", "", "", "", "", "", "", ""],
        heads=[1, 1, 1, 2, 1, 1, 6, 6],
        deps=["nsubj", "ROOT", "obj", "flat", "punct", "", "root", "punct"],
        sent_starts=[True, False, False, False, False, False, True, False],
        ents=["O", "O", "B-PER", "I-PER", "O", "O", "O", "O"],
    )
    rows = [
        "# newdoc id = a b.txt",
        "# sent_id = 1",
        "# text = Envoys met Ana Ruiz.",
        "1 Envoys envoy NOUN NNS Number=Plur 2 nsubj _ start_char=0|end_char=6",
        "2 met meet VERB VBD _ 0 root _ start_char=7|end_char=10",
        "3 Ana Ana PROPN NNP _ 2 obj _ start_char=11|end_char=14|ner=B-PER",
        "4 Ruiz Ruiz PROPN NNP _ 3 flat _ SpaceAfter=No|start_char=15|end_char=19|ner=I-PER",
        "5 . . PUNCT . _ 2 punct _ start_char=19|end_char=20",
        "",
        "# sent_id = 2",
        "# text = Done!",
        "1 Done do VERB VBN _ 0 root _ SpaceAfter=No|start_char=22|end_char=26",
        "2 ! ! PUNCT . _ 1 punct _ start_char=26|end_char=27",
        "",
        "",
    ]
    expected = "\n".join(row if row.startswith("#") else row.replace(" ", "\t") for row in rows)
    assert conllu(Document("a b.txt", doc.text), doc) == expected


def test_text_comment_is_what_the_words_spell(stub_analyser):
    text = "One  two\n(three).\tFour\u00a0five ."
    lines = conllu(Document("x", text), stub_analyser(text)).splitlines()
    comments = [line.removeprefix("# text = ") for line in lines if line.startswith("# text")]
    assert comments == ["One two (three).", "Four five ."]


def test_offsets_lead_back_to_the_words(stub_analyser):
    text = "\r\n Né 😀 à Łódź .  \x0b x\u2028y"
    for line in conllu(Document("x", text), stub_analyser(text)).splitlines():
        if line and not line.startswith("#"):
            _, form, *_, misc = line.split("\t")
            facts = dict(fact.split("=") for fact in misc.split("|"))
            assert text[int(facts["start_char"]) : int(facts["end_char"])] == form


def test_a_head_that_is_white_space_is_passed_over():
    doc = Doc(
        VOCAB,
        words=["\n", "Go", " ", "now"],
        spaces=[False] * 4,
        heads=[1, 1, 1, 2],
        deps=["dep", "ROOT", "dep", "advmod"],
    )
    rows = [line.split("\t") for line in conllu(Document("x", doc.text), doc).splitlines() if "\t" in line]
    assert [(row[1], row[6], row[7]) for row in rows] == [("Go", "0", "root"), ("now", "1", "advmod")]


def test_a_doc_without_words():
    assert conllu(Document("x", ""), Doc(VOCAB)) == "# newdoc id = x\n"
