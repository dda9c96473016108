"""The texts to measure on."""

from collections.abc import Sequence
from itertools import accumulate, cycle, takewhile

from dragoman.errors import BenchFailed


def repeat_to(texts: Sequence[str], words: int, bench: str) -> tuple[str, ...]:
    """The texts in turn, again and again, until they have at least `words` words.

    Raises:
        BenchFailed: they hold no word at all.
    """
    if not any(text.split() for text in texts):
        raise BenchFailed(bench, "the texts hold no word")
    before = accumulate((len(text.split()) for text in cycle(texts)), initial=0)
    return tuple(text for text, _ in zip(cycle(texts), takewhile(lambda n: n < words, before), strict=False))
