"""What tests share: an analyser that needs no model, and the development data where they exist."""

import os
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import hypothesis
import pytest
import spacy
from spacy.tokens import Doc

from dragoman.errors import EngineUnknown

ROOT = Path(__file__).parents[1]

hypothesis.settings.register_profile("dragoman", deadline=None)  # a busy machine is no failure
hypothesis.settings.load_profile("dragoman")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data that are no part of the repository; skips where they are absent."""
    folder = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))
    if not (folder / "treebanks").is_dir():
        pytest.skip("no development data here (DRAGOMAN_SHARED names their folder)")
    return folder


class StubAnalyser:
    """Analyses by rules that a test can foresee.

    A sentence ends with a full stop; its first word is the root, on which all else depends as `dep`; a lemma
    is the word in lower case; a run of capitalised words after the first is a PER.
    """

    def __init__(self) -> None:
        self._tokenizer = spacy.blank("en").tokenizer

    def __call__(self, text: str) -> Doc:
        doc = self._tokenizer(text)
        heads = [0] * len(doc)
        starts = [token.i == 0 or doc[token.i - 1].text == "." for token in doc]
        first = [i for i, start in enumerate(starts) if start]
        for start, end in pairwise([*first, len(doc)]):
            top = next((i for i in range(start, end) if not doc[i].is_space), start)
            heads[start:end] = [top] * (end - start)
        names = [token.text.istitle() and heads[token.i] != token.i for token in doc]
        return Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            lemmas=[token.lower_ for token in doc],
            pos=["SPACE" if token.is_space else "X" for token in doc],
            tags=["_SP" if token.is_space else "XX" for token in doc],
            heads=heads,
            deps=["root" if head == i else "dep" for i, head in enumerate(heads)],
            sent_starts=starts,
            ents=[_bio(names, i) for i in range(len(doc))],
        )

    def pipe(self, texts: Iterable[str], processes: int = 1) -> Iterator[Doc]:
        for text in texts:
            yield self(text)


def _bio(names: list[bool], i: int) -> str:
    if not names[i]:
        return "O"
    return "I-PER" if i and names[i - 1] else "B-PER"


@pytest.fixture(scope="session")
def stub_analyser() -> StubAnalyser:
    """An analyser that needs no model."""
    return StubAnalyser()


@pytest.fixture
def stubbed(monkeypatch: pytest.MonkeyPatch, stub_analyser: StubAnalyser) -> StubAnalyser:
    """Let `dragoman.language.load` give the stub, under the names `stub` and `dragoman`."""

    def load(name: str = "en", engine: str = "dragoman") -> StubAnalyser:
        if engine not in {"dragoman", "stub"}:
            raise EngineUnknown(engine, ("dragoman", "stub"))
        return stub_analyser

    monkeypatch.setattr("dragoman.language.load", load)
    return stub_analyser
