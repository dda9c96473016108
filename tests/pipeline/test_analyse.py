from itertools import product

import pytest

from dragoman.pipeline import Analysed, analyse
from dragoman.records import Document, Rejection

GOOD = [Document(str(i), f"Word {i}.") for i in range(3)]
BAD = [Rejection("sources", "empty", str(i)) for i in range(3)]


class Eager:
    """Reads all texts before it gives the first doc, as worker processes may."""

    def __init__(self, analyser):
        self._analyser = analyser

    def pipe(self, texts, processes=1):
        yield from self._analyser.pipe(list(texts))


@pytest.mark.parametrize("eager", [False, True])
@pytest.mark.parametrize("pattern", list(product([True, False], repeat=3)))
def test_everything_comes_out_once_and_in_order(stub_analyser, eager, pattern):
    items = [good if use else bad for good, bad, use in zip(GOOD, BAD, pattern, strict=True)]
    results = list(analyse(items, Eager(stub_analyser) if eager else stub_analyser))
    assert [result.document if isinstance(result, Analysed) else result for result in results] == items
    assert all(r.doc.text == r.document.text for r in results if isinstance(r, Analysed))


def test_documents_are_read_only_as_far_as_needed(stub_analyser):
    def items():
        yield GOOD[0]
        raise AssertionError("read too far")

    assert next(analyse(items(), stub_analyser)).document == GOOD[0]
