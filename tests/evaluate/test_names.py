import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import bio, conllu, names
from dragoman.evaluate.conllu import Document, Sentence


def spans(tagged):
    return [[(" ".join(words[a:b]), kind) for a, b, kind in bio.entities(tags)] for words, tags in tagged]


def document(*rows):
    """A document of one sentence; each row a word, its XPOS and the value of `Entity`, or nothing."""
    words, xpos, marks = zip(*(row if len(row) == 3 else (*row, "") for row in rows), strict=True)
    n = len(words)
    sentence = Sentence(
        id="",
        text="",
        words=list(words),
        spaces=[True] * n,
        lemmas=[""] * n,
        upos=[""] * n,
        xpos=list(xpos),
        feats=["_"] * n,
        heads=[0] * n,
        deprels=[""] * n,
        newpar=False,
        speaker=None,
        misc=[f"Entity={mark}|SpaceAfter=No" if mark else "_" for mark in marks],
    )
    return Document("", "", (sentence,))


CASES = {
    "person with title": (
        [
            ("the", "DT", "(1-person-new-nnnnn-cf1-3,4-coref-Ada_Lund"),
            ("minister", "NN"),
            ("Ada", "NNP"),
            ("Lund", "NNP", "1)"),
        ],
        [("Ada Lund", "PER")],
    ),
    "title as proper noun": (
        [("President", "NNP", "(1-person-new-nnnnn-cf1-1,2-sgl"), ("Lund", "NNP", "1)")],
        [("Lund", "PER")],
    ),
    "unnamed person": (
        [("a", "DT", "(1-person-new-nnnnn-cf1-2-sgl"), ("sailor", "NN", "1)")],
        [],
    ),
    "surname from the head": (
        [("Ada", "NNP", "(1-person-new-nnnnn-cf1-2-sgl"), ("Lund", "NNP", "1)")],
        [("Ada Lund", "PER")],
    ),
    "people as persons": ([("Norwegians", "NNPS", "(1-person-new-nnnnn-cf1-1-sgl)")], [("Norwegians", "NORP")]),
    "other plural": ([("Liberals", "NNPS", "(1-person-new-nnnnn-cf1-1-sgl)")], []),
    "organisation with of": (
        [
            ("the", "DT", "(1-organization-new-nnnnn-cf1-2-sgl"),
            ("Bank", "NNP"),
            ("of", "IN"),
            ("Norway", "NNP", "(2-place-new-nnnnn-cf2-1-sgl)1)"),
        ],
        [("Bank of Norway", "ORG")],
    ),
    "place in organisation yields": (
        [
            ("Oslo", "NNP", "(1-organization-new-nnnnn-cf1-2-sgl(2-place-new-nnnnn-cf2-1-sgl)"),
            ("Shipyard", "NNP", "1)"),
        ],
        [("Oslo Shipyard", "ORG")],
    ),
    "state as organisation": ([("Norway", "NNP", "(1-organization-new-nnnnn-cf1-1-sgl)")], [("Norway", "GPE")]),
    "places": (
        [
            ("Oslo", "NNP", "(1-place-new-nnnnn-cf1-1-sgl)"),
            ("and", "CC"),
            ("Lake", "NNP", "(2-place-new-nnnnn-cf1-1,2-sgl"),
            ("Tarn", "NNP", "2)"),
            ("and", "CC"),
            ("Grimstad", "NNP", "(3-place-new-nnnnn-cf1-1-sgl)"),
        ],
        [("Oslo", "GPE"), ("Lake Tarn", "LOC"), ("Grimstad", "PLACE")],
    ),
    "place with its state": (
        [
            ("Grimstad", "NNP", "(1-place-new-nnnnn-cf1-1-sgl"),
            (",", ","),
            ("Norway", "NNP", "(2-place-new-nnnnn-cf2-1-sgl)1)"),
        ],
        [("Grimstad", "PLACE"), ("Norway", "GPE")],
    ),
    "generic place": ([("Village", "NNP", "(1-place-new-nnnnn-cf1-1-sgl)")], []),
    "event": (
        [("Grimstad", "NNP", "(1-event-new-nnnnn-cf1-1,2-sgl"), ("Regatta", "NNP", "1)")],
        [("Grimstad Regatta", "EVENT")],
    ),
    "date": (
        [
            ("on", "IN"),
            ("the", "DT", "(1-time-new-nnnnn-cf1-2-sgl"),
            ("4th", "JJ"),
            ("of", "IN"),
            ("March", "NNP", "1)"),
        ],
        [("4th of March", "DATE")],
    ),
    "no date": ([("the", "DT", "(1-time-new-nnnnn-cf1-2-sgl"), ("moment", "NN", "1)")], []),
    "adjective": ([("Norwegian", "JJ"), ("ferries", "NNS")], [("Norwegian", "NORP")]),
    "adjective of two words": ([("South", "JJ"), ("Korean", "JJ"), ("ferries", "NNS")], [("South Korean", "NORP")]),
    "adjective within a name": (
        [("Norwegian", "JJ", "(1-organization-new-nnnnn-cf1-2-sgl"), ("Post", "NNP", "1)")],
        [("Norwegian", "NORP"), ("Post", "ORG")],
    ),
    "verb that looks like a people": ([("Polish", "VB"), ("it", "PRP")], []),
}


@pytest.mark.parametrize("case", CASES)
def test_gum_names(case):
    rows, expected = CASES[case]
    one = document(*rows)
    (tags,) = names.gum_names(one)
    assert spans([(one.sentences[0].words, tags)]) == [expected]


def test_gum_names_of_a_treebank(treebank):
    ferry = conllu.read(treebank)[0]
    found = spans(zip((s.words for s in ferry.sentences), names.gum_names(ferry), strict=True))
    assert found == [[], [("Ada Lund", "PER"), ("Oslo", "GPE")], []]


def test_wikigold(write):
    path = write(
        "wikigold.conll",
        "Ada I-PER\nLund I-PER\nof O\nOslo I-LOC\n\n-DOCSTART- O\n\nThe O\nNorwegian I-MISC\nRegatta I-MISC\n"
        "in O\nLake I-LOC\nTarn I-LOC\n\nDanish I-MISC\nShipyard I-ORG\nin O\nGrimstad I-LOC\n",
    )
    assert spans(names.read_wikigold(path)) == [
        [("Ada Lund", "PER"), ("Oslo", "GPE")],
        [("Norwegian Regatta", "MISC"), ("Lake Tarn", "LOC")],
        [("Danish", "NORP"), ("Shipyard", "ORG"), ("Grimstad", "PLACE")],
    ]


def test_wnut(write):
    rows = [
        "#\tO",
        "Ada\tB-person",
        "Norsk\tB-corporation",
        "Post\tI-corporation",
        "IK\tB-group",
        "Oslo\tB-location",
        "Boats\tB-creative-work",
        "X1\tB-product",
    ]
    assert spans(names.read_wnut(write("wnut.conll", "\n".join(rows) + "\n\n"))) == [
        [("Ada", "PER"), ("Norsk Post", "ORG"), ("IK", "ORG"), ("Oslo", "GPE"), ("Boats", "MISC"), ("X1", "MISC")]
    ]


def test_uner(write):
    content = "# sent_id = a\n# text = Oslo 's Lund\n1\tOslo\tB-LOC\t-\tx\n2\t's\tO\t-\t-\n3\tLund\tB-PER\t-\tx\n\n"
    assert spans(names.read_uner(write("uner.iob2.gz", content))) == [[("Oslo", "LOC"), ("Lund", "PER")]]


@pytest.mark.parametrize(
    ("reader", "content", "line"),
    [
        (names.read_wikigold, "Oslo\n", 1),
        (names.read_wikigold, "Oslo I-LOC\nLund I-WHO\n", 2),
        (names.read_wnut, "Oslo\tB-location\nLund person\n", 2),
        (names.read_uner, "1\tOslo\tLOC\t-\t-\n", 1),
    ],
)
def test_malformed_files_fail_by_line(write, reader, content, line):
    with pytest.raises(DataMalformed) as error:
        reader(write("broken", content))
    assert error.value.line == line


@pytest.mark.shared
@pytest.mark.parametrize(
    ("reader", "name", "sentences"),
    [
        (names.read_uner, "uner_ewt_test.iob2.gz", 2077),
        (names.read_wnut, "ner_wnut17_train.conll.gz", 3394),
        (names.read_wikigold, "ner_wikigold.conll.gz", 1696),
    ],
)
def test_the_corpora(shared, reader, name, sentences):
    found = reader(shared / "treebanks" / name)
    assert len(found) == sentences
    assert all(len(words) == len(tags) for words, tags in found)
