import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataMalformed
from dragoman.evaluate import conllu
from dragoman.evaluate.conllu import Document, Sentence, raw_text, read

ROW = "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_"


def sentence(words, spaces=None, *, newpar=False, speaker=None, ranges=()):
    n = len(words)
    return Sentence(
        id="s",
        text="",
        words=words,
        spaces=spaces or [True] * n,
        lemmas=words,
        upos=["X"] * n,
        xpos=["XX"] * n,
        feats=["_"] * n,
        heads=[0] * n,
        deprels=["root"] * n,
        newpar=newpar,
        speaker=speaker,
        misc=["_"] * n,
        ranges=ranges,
    )


def test_documents_genres_and_columns(treebank):
    ferry, harbour = read(treebank)
    assert (ferry.id, ferry.genre, len(ferry.sentences)) == ("GUM_news_ferry", "news", 3)
    assert (harbour.id, harbour.genre, len(harbour.sentences)) == ("GUM_interview_harbour", "interview", 3)
    first = ferry.sentences[0]
    assert first.words == ["Ferry", "crews", "wo", "n't", "strike"]
    assert first.spaces == [True, True, False, True, True]
    assert first.ranges == ((2, 4, "won't"),)
    assert first.lemmas == ["ferry", "crew", "will", "not", "strike"]
    assert (first.upos[3], first.xpos[3], first.feats[3]) == ("PART", "RB", "Polarity=Neg")
    assert first.heads == [2, 5, 5, 5, 0]
    assert first.deprels == ["compound", "nsubj", "aux", "advmod", "root"]
    assert first.misc[1] == "Entity=1)"
    assert (first.newpar, first.speaker) == (True, None)
    assert (harbour.sentences[1].newpar, harbour.sentences[1].speaker) == (False, "Guest")


def test_empty_nodes_are_left_out(treebank):
    assert read(treebank)[0].sentences[1].words == ["Ada", "Lund", "(", "Oslo", ")", "left", "."]


def test_plain_files_and_documents_without_name(write):
    (document,) = read(write("plain.conllu", f"{ROW}\n\n{ROW}\n\n"))
    assert (document.id, document.genre, len(document.sentences)) == ("", "", 2)


def test_raw_text_with_paragraphs_and_turns(treebank):
    ferry, harbour = map(raw_text, read(treebank))
    assert ferry.text == "Ferry crews won't strike\n\nAda Lund (Oslo) left. She was seen."
    assert harbour.text == "Ready?\n\nYes. Go on."


def test_raw_text_joined(treebank):
    ferry, harbour = (raw_text(document, paragraphs=False) for document in read(treebank))
    assert ferry.text == "Ferry crews won't strike Ada Lund (Oslo) left. She was seen."
    assert harbour.text == "Ready? Yes. Go on."


@pytest.mark.parametrize("paragraphs", [True, False])
def test_spans_of_raw_text_hold_sentences_and_words(treebank, paragraphs):
    for document in read(treebank):
        raw = raw_text(document, paragraphs=paragraphs)
        assert [raw.text[a:b] for a, b in raw.sentences] == [s.text for s in document.sentences]
        for spans, one in zip(raw.words, document.sentences, strict=True):
            assert [raw.text[a:b] for a, b in spans] == one.words


def test_words_of_a_token_spelt_otherwise_get_the_whole_of_it():
    text, spans = sentence(["du", "le", "port"], [False, True, True], ranges=((0, 2, "du"),)).surface()
    assert text == "du port"
    assert spans == [(0, 2), (0, 2), (3, 7)]


def test_nothing_stands_behind_a_sentence_without_space_after_it():
    document = Document("d", "", (sentence(["Ja"], [False]), sentence(["nein"])))
    assert raw_text(document).text == "Janein"


@given(st.lists(st.lists(st.sampled_from(["a", "bc", "."]), min_size=1, max_size=4), max_size=5), st.data())
def test_raw_text_always_spells_its_words(words, data):
    sentences = tuple(
        sentence(
            w, data.draw(st.lists(st.booleans(), min_size=len(w), max_size=len(w))), newpar=data.draw(st.booleans())
        )
        for w in words
    )
    raw = raw_text(Document("d", "", sentences), paragraphs=data.draw(st.booleans()))
    assert [[raw.text[a:b] for a, b in spans] for spans in raw.words] == words
    ends = [edge for span in raw.sentences for edge in span]
    assert ends == sorted(ends)
    assert all(not raw.text[a:b].isspace() for a, b in raw.sentences)


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\n\n", 1, "9 columns"),
        (f"{ROW}\n\n# newpar\n2\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n", 4, "word 2 where 1"),
        (f"{ROW}\n1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n", 2, "word 1 where 2"),
        ("1\tGo\tgo\tVERB\tVB\t_\t2\troot\t_\t_\n\n", 1, "'2' is no head"),
        ("1\tGo\tgo\tVERB\tVB\t_\t_\troot\t_\t_\n\n", 1, "'_' is no head"),
        ("x\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n\n", 1, "no word number"),
        (f"1-2\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n{ROW}\n\n", 1, "unfinished multiword"),
        (f"{ROW}\n1-2\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "1-2 is out of place"),
        (f"# text = Gone\n{ROW}\n\n", 2, "do not spell"),
        (f"{ROW}\n# newpar\n\n", 2, "between the rows"),
        (f"{ROW}\n", 1, "not closed"),
    ],
)
def test_malformed_files_fail_by_line(write, content, line, reason):
    path = write("broken.conllu", content)
    with pytest.raises(DataMalformed, match=reason) as error:
        read(path)
    assert (error.value.path, error.value.line) == (path, line)


def test_kinds_of_white_space_do_not_matter_for_the_text(write):
    rows = "1\tNo\tno\tDET\tDT\t_\t2\tdet\t_\t_\n2\tone\tone\tNOUN\tNN\t_\t0\troot\t_\t_"
    (document,) = read(write("nbsp.conllu", f"# text = No\u00a0one\n{rows}\n\n"))
    assert document.sentences[0].words == ["No", "one"]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "documents", "sentences", "words"),
    [
        ("gum_dev", 26, 1383, None),
        ("gum_test", 26, 1233, 24_726),
        ("ewt_ud20_test", 316, 2077, 25_096),
    ],
)
def test_treebanks(shared, name, documents, sentences, words):
    found = conllu.read(shared / "treebanks" / f"{name}.conllu.gz")
    everything = [s for document in found for s in document.sentences]
    assert len(everything) == sentences
    assert words is None or sum(len(s.words) for s in everything) == words
    assert len(found) == documents
    for document in found:
        raw = raw_text(document)
        texts = [raw.text[a:b] for a, b in raw.sentences]
        assert [t.split() for t in texts] == [s.text.split() for s in document.sentences]
