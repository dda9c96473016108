import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataMalformed
from dragoman.evaluate import bio, voa

HEAD = "Sentence #,Word,POS,Tag\n"


def sentence(marked):
    """A sentence from items `word/POS/tag`."""
    words, pos, tags = zip(*(item.split("/") for item in marked.split()), strict=True)
    return voa.VoaSentence(1, words, tags, pos)


def found(marked, **options):
    one = sentence(marked)
    return [(" ".join(one.words[a:b]), kind) for a, b, kind in bio.entities(voa.convert(one, **options))]


CASES = {
    # persons
    "name": ("Ada/NNP/B-per Lund/NNP/I-per left/VBD/O", [("Ada Lund", "PER")]),
    "honorific": ("Mr./NNP/B-per Lund/NNP/I-per", [("Lund", "PER")]),
    "office": ("Prime/NNP/B-per Minister/NNP/I-per Ada/NNP/I-per Lund/NNP/I-per", [("Ada Lund", "PER")]),
    "office alone": ("Prime/NNP/B-per said/VBD/O", []),
    "office, name apart": ("Prime/NNP/B-per Minister/NNP/O Ada/NNP/B-per Lund/NNP/I-per", [("Ada Lund", "PER")]),
    "name marked otherwise behind a title": ("Mr./NNP/B-per Lund/NNP/B-org 's/POS/O", [("Lund", "PER")]),
    "name unmarked behind a title": ("President/NNP/B-per LUND/NNP/O left/VBD/O", [("LUND", "PER")]),
    "name and day in one": (
        "President/NNP/B-per Lund/NNP/B-tim Wednesday/NNP/I-tim",
        [("Lund", "PER"), ("Wednesday", "DATE")],
    ),
    "state behind a title": ("President/NNP/B-per Norway/NNP/B-geo", [("Norway", "GPE")]),
    "capital marked person": ("Oslo/NNP/B-per said/VBD/O", [("Oslo", "GPE")]),
    "state that is also a name": ("Jordan/NNP/B-per scored/VBD/O", [("Jordan", "PER")]),
    "titled person marked organisation": ("King/NNP/B-org Harald/NNP/I-org", [("Harald", "PER")]),
    # organisations
    "organisation": ("Grimstad/NNP/B-org Shipyard/NNP/I-org", [("Grimstad Shipyard", "ORG")]),
    "lower-case beginning": ("al-Nahda/NNP/B-org", [("al-Nahda", "ORG")]),
    "bare state": ("Norway/NNP/B-org denied/VBD/O", [("Norway", "GPE")]),
    "state in a name": ("Norway/NNP/B-org Post/NNP/I-org", [("Norway Post", "ORG")]),
    "office behind": ("U.N./NNP/B-org Secretary-General/NNP/I-org", [("U.N.", "ORG")]),
    "bare office": ("General/NNP/B-org", []),
    "people": ("Muslim/NNP/B-org clerics/NNS/O", [("Muslim", "NORP")]),
    "general is no rank here": ("General/NNP/B-org Motors/NNPS/I-org", [("General Motors", "ORG")]),
    # places
    "city": ("Oslo/NNP/B-geo", [("Oslo", "GPE")]),
    "sea": ("North/NNP/B-geo Sea/NNP/I-geo", [("North Sea", "LOC")]),
    "undecided": ("Grimstad/NNP/B-geo", [("Grimstad", "PLACE")]),
    "direction": ("southern/JJ/B-geo Norway/NNP/I-geo", [("Norway", "GPE")]),
    "article": ("The/DT/B-geo U.S./NNP/I-geo", [("U.S.", "GPE")]),
    "organisation marked place": ("U.N./NNP/B-geo peacekeepers/NNS/O", [("U.N.", "ORG")]),
    "organisation by its head": ("Grimstad/NNP/B-geo Ministry/NNP/I-geo", [("Grimstad Ministry", "ORG")]),
    "two places": ("Oslo/NNP/B-geo ,/,/I-geo Norway/NNP/I-geo", [("Oslo", "GPE"), ("Norway", "GPE")]),
    "place with comma in its name": ("Washington/NNP/B-geo ,/,/I-geo D.C./NNP/I-geo", [("Washington , D.C.", "GPE")]),
    "common noun": ("south/NN/B-geo", []),
    "broken name": ("Czech/JJ/B-gpe Republic/NNP/B-geo", [("Czech Republic", "GPE")]),
    "broken name with gap": (
        "Democratic/JJ/B-geo Republic/NNP/I-geo of/IN/O Congo/NNP/B-geo",
        [("Democratic Republic of Congo", "GPE")],
    ),
    # states and peoples
    "state": ("Norway/NNP/B-gpe", [("Norway", "GPE")]),
    "plural state": ("United/NNP/B-gpe States/NNPS/I-gpe", [("United States", "GPE")]),
    "adjective": ("Norwegian/JJ/B-gpe trawlers/NNS/O", [("Norwegian", "NORP")]),
    "plural": ("Norwegians/NNS/B-gpe", [("Norwegians", "NORP")]),
    "unlisted adjective": ("Grimstadian/JJ/B-gpe", [("Grimstadian", "NORP")]),
    "unlisted name": ("Grimstad/NNP/B-gpe", [("Grimstad", "GPE")]),
    "broken people": ("North/NNP/B-geo Korean/JJ/B-gpe", [("North Korean", "NORP")]),
    "half a people": ("South/JJ/O Korean/JJ/B-gpe", [("South Korean", "NORP")]),
    # dates
    "day": ("Tuesday/NNP/B-tim", [("Tuesday", "DATE")]),
    "since": ("since/IN/B-tim 2003/CD/I-tim", [("2003", "DATE")]),
    "number": ("two/CD/B-tim years/NNS/O", []),
    "later": ("later/RB/B-tim", []),
    # events and things
    "war": ("World/NNP/O War/NNP/O II/NNP/B-eve", [("World War II", "EVENT")]),
    "thing": ("Grimstad/NNP/B-art Post/NNP/I-art", []),
    "disease": ("H5N1/NNP/B-nat", []),
    "nothing": ("nothing/NN/O here/RB/O", []),
    "unmarked people": ("Kurdish/JJ/O farmers/NNS/O", []),
}


@pytest.mark.parametrize("case", CASES)
def test_convert(case):
    marked, expected = CASES[case]
    assert found(marked) == expected


def test_complete_marks_what_is_listed():
    marked = "Kurdish/JJ/O farmers/NNS/O in/IN/O Norway/NNP/O"
    assert found(marked, complete=True) == [("Kurdish", "NORP"), ("Norway", "GPE")]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                [
                    "Oslo",
                    "North",
                    "Korea",
                    "Mr.",
                    "Prime",
                    "Minister",
                    "the",
                    "of",
                    ",",
                    "'s",
                    "Tuesday",
                    "2003",
                    "a",
                    "Lund",
                ]
            ),
            st.sampled_from(["NNP", "JJ", "NN", "CD"]),
            st.sampled_from(["O", *(f"{p}-{t}" for p in "BI" for t in sorted(voa.TYPES))]),
        ),
        max_size=8,
    )
)
def test_any_annotation_converts_to_as_many_tags(rows):
    words, pos, tags = zip(*rows, strict=True) if rows else ((), (), ())
    for complete in (False, True):
        assert len(voa.convert(voa.VoaSentence(1, words, tags, pos), complete=complete)) == len(words)


def test_read(write):
    content = HEAD + 'Sentence: 1,Zoë,NNP,B-per\n,",",",",O\nSentence: 2,Zoë,NNP,O\n,",",",",O\nSentence: 4,"""",``,O\n'
    found = voa.read(write("voa.csv.gz", content, "latin-1"))
    assert found == [
        voa.VoaSentence(1, ("Zoë", ","), ("B-per", "O"), ("NNP", ",")),
        voa.VoaSentence(4, ('"',), ("O",), ("``",)),  # the second repeats the first
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("Word,POS,Tag\n", 1),
        (HEAD + ",Oslo,NNP,B-geo\n", 2),
        (HEAD + "Sentence: one,Oslo,NNP,B-geo\n", 2),
        (HEAD + "Sentence: 1,Oslo,NNP,B-geo\n,,NNP,O\n", 3),
        (HEAD + "Sentence: 1,Oslo,NNP,B-place\n", 2),
        (HEAD + "Sentence: 1,Oslo,NNP\n", 2),
    ],
)
def test_malformed_files_fail_by_line(write, content, line):
    with pytest.raises(DataMalformed) as error:
        voa.read(write("voa.csv", content))
    assert error.value.line == line


def test_the_held_out_tenth_is_a_tenth_and_stays():
    heldout = [number for number in range(1, 10_001) if voa.is_heldout(number)]
    assert 950 <= len(heldout) <= 1050
    assert heldout[:5] == [12, 24, 26, 38, 50]


@pytest.mark.shared
def test_the_corpus(shared):
    sentences = voa.read(shared / "treebanks" / "ner_gmb_voa_8300.csv.gz")
    assert len(sentences) == 8288
    assert len({s.words for s in sentences}) == len(sentences)
    kinds = {kind for s in sentences for _, _, kind in bio.entities(voa.convert(s))}
    assert kinds == {"PER", "ORG", "GPE", "LOC", "PLACE", "NORP", "DATE", "EVENT"}
