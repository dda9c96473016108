"""The annotated corpus: its format fails loudly, its files are in order, what they cover is on the page."""

import importlib.util
import os
from pathlib import Path

import pytest

from training.corpus.__main__ import blocks, files
from training.corpus.agreement import agreement
from training.corpus.blocks import Block, BlockMalformed, read
from training.corpus.checks import problems, problems_of
from training.corpus.coverage import PAGE, is_dev, page
from training.corpus.standoff import read_standoff, sentences, write_standoff

ROOT = Path(__file__).parents[2]

GOOD = """\
# a remark
@ one verb passive | topic: trade | region: Europe | decade: 1990s
> [a Oslo] has [t warned] [b Riga] that [c \\[port\\] dues] [x may] [u rise].
t THREATEN/restrict asserted actor=a recipient=b cameo=130 contexts=economic
u SANCTION hypothetical actor=a status=x
v source=a cue=t content=c stance=asserts manner=indirect
r rival_of subject=a object=b polarity=negative
= a b
- c
"""


def block(tmp_path: Path, text: str) -> Block:
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)[0]


def test_a_block_is_read_whole(tmp_path: Path) -> None:
    found = block(tmp_path, GOOD)
    assert found.sentences == ["Oslo has warned Riga that [port] dues may rise."]
    assert (found.constructions, found.topic, found.region) == (("verb", "passive"), "trade", "Europe")
    assert found.words("c") == "[port] dues"
    first, second = found.events
    assert (first.event, first.mode, first.status, first.cameo) == ("THREATEN", "restrict", "asserted", "130")
    assert first.roles == {"actor": ("a",), "recipient": ("b",)}
    assert second.roles["status"] == ("x",)
    assert found.voices[0].content == ("c",)
    assert (found.relations[0].predicate, found.relations[0].negative) == ("rival of", True)
    assert (found.same, found.none) == ([("a", "b")], ["c"])


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("[a Oslo]", "[a Oslo", "not closed"),
        ("[a Oslo]", "Oslo]", "without its"),
        ("[a Oslo]", "[Oslo]", "no identifier"),
        ("[b Riga]", "[a Riga]", "twice"),
        ("actor=a recipient=b", "actor=z recipient=b", "no span z"),
        ("[x may]", "[x may] [w now]", "no line uses: w"),
        ("t THREATEN/restrict asserted", "t THREATEN/restrict sure", "no status"),
        ("actor=a recipient=b", "doer=a", "cannot read"),
        ("verb passive", "verb passife", "no construction"),
        ("topic:", "theme:", "none of"),
        ("stance=asserts", "stance=says", "no stance"),
        ("v source=a cue=t content=c", "v content=c", "a source or a cue"),
        ("r rival_of subject=a object=b", "r rival_of subject=a", "subject and object"),
    ],
)
def test_what_is_not_in_the_format_fails_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(BlockMalformed, match=problem) as caught:
        block(tmp_path, GOOD.replace(old, new, 1))
    assert "file.txt:" in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("THREATEN/restrict", "THREATEN/visit", "has no mode visit"),
        ("THREATEN/restrict", "MENACE", "no event MENACE"),
        ("cameo=130", "cameo=999", "no CAMEO code"),
        ("contexts=economic", "contexts=money", "no context money"),
        ("rival_of", "foe_of", "no predicate"),
        ("verb passive", "hard-negative", "a hard negative with an event"),
    ],
)
def test_codes_that_do_not_exist_are_problems(tmp_path: Path, old: str, new: str, problem: str) -> None:
    path = tmp_path / "file.txt"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    assert any(problem in line for line in problems([path]))


def test_two_equal_sentences_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text(GOOD + "\n" + GOOD.replace("@ one", "@ two"), encoding="utf-8")
    assert any("same text as one" in line for line in problems([path]))


def test_the_text_can_be_taken_out_and_put_back(tmp_path: Path) -> None:
    words = {7: ("Oslo", "warned", "Riga-led", "again", ".")}
    path, out = tmp_path / "read.txt", tmp_path / "apart.txt"
    text = "> [a Oslo] [t warned] [b Riga]-led again ."
    path.write_text(f"@ voa-7 verb\n{text}\nt THREATEN asserted actor=a recipient=b\n", encoding="utf-8")
    write_standoff([path], out, words, "A remark.")
    assert "& a=0:1 t=1:2 b=@12:16" in out.read_text(encoding="utf-8")
    assert "Riga" not in out.read_text(encoding="utf-8")
    (before,), (after,) = read(path), read_standoff(out, words)
    assert (before.sentences, before.spans) == (after.sentences, after.spans)
    assert [e.roles for e in before.events] == [e.roles for e in after.events]


def test_agreement_counts_what_two_readers_share(tmp_path: Path) -> None:
    other = GOOD.replace("u SANCTION hypothetical actor=a", "u SANCTION future actor=b")
    same, apart = block(tmp_path, GOOD), block(tmp_path, other)
    whole = agreement([same], [same])
    assert (whole.triggers, whole.status, whole.actors, whole.alpha) == (1, 1, 1, 1)
    half = agreement([same], [apart])
    assert (half.triggers, half.status, half.actors) == (1, 0.5, 0.5)


def test_the_corpus_is_in_order() -> None:
    assert problems(files()) == []


def test_development_topics_are_its_own() -> None:
    every = blocks()
    mine = {b.topic for b in every if is_dev(b)}
    assert mine, "there is no development part"
    assert not mine & {b.topic for b in every if not is_dev(b)}
    assert not [b.id for b in every if "inversion" in b.constructions and not is_dev(b)]


def test_the_page_says_what_the_corpus_covers() -> None:
    assert (ROOT / PAGE).read_text(encoding="utf-8") == page(blocks()), "run python -m training.corpus coverage"


@pytest.fixture(scope="module")
def development_data() -> Path:
    shared = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not shared.is_dir():
        pytest.skip("needs the development data")
    return shared


@pytest.mark.shared
def test_annotated_newswire_is_in_order(development_data: Path) -> None:
    words = sentences(development_data / "treebanks")
    folder = ROOT / "training" / "corpus" / "voa"
    gold, learned, first, second = (
        read_standoff(folder / f"{name}.txt", words) for name in ("gold", "training", "gold_reader_a", "gold_reader_b")
    )
    assert (len(gold), len(learned)) == (600, 1500)
    assert problems_of([*gold, *learned]) == []
    assert not {b.sentences[0] for b in gold} & {b.sentences[0] for b in learned}
    assert {b.id for b in gold} == {b.id for b in first} == {b.id for b in second}
    found = agreement(first, second)
    assert (found.triggers, found.alpha) == (pytest.approx(0.948, abs=0.001), pytest.approx(0.864, abs=0.001))


@pytest.mark.shared
def test_no_sentence_is_that_of_seeds_or_evaluation_data(development_data: Path) -> None:
    path = development_data / "tools" / "leakcheck.py"
    spec = importlib.util.spec_from_file_location("leakcheck", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    mine = {run: b.id for b in blocks() for run in tool.shingles(tool.words(" ".join(b.sentences)))}
    assert len(mine) > 10_000
    looked = 0
    for name, text in tool.sources():
        theirs = tool.shingles(tool.words(text))
        looked += len(theirs)
        assert not [mine[run] for run in theirs & mine.keys()], f"a run of nine words stands in {name} too"
    assert looked > 10_000
