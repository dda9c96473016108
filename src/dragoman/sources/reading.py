"""From names to documents: nothing that is wrong with one input stops the rest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dragoman.errors import InputUnreadable
from dragoman.records import Document, Rejection
from dragoman.sources.inputs import opened
from dragoman.sources.options import Options
from dragoman.sources.readers import reader_name, readers

_USUAL = Options()


def documents(found: Iterable[str | Path | Rejection], options: Options = _USUAL) -> Iterator[Document | Rejection]:
    """Read one input after the other; what cannot be read comes as a `Rejection` in its place.

    Args:
        found: what `find` gives: files, addresses, `-`, and rejections, which pass through.
        options: how to read what does not say so itself.

    Raises:
        ReaderUnknown: the options name a reader that there is none of.
    """
    for item in found:
        if isinstance(item, Rejection):
            yield item
            continue
        name = str(item)
        try:
            with opened(name, options) as given:
                yield from readers.get(reader_name(given, options))(given, options)
        except InputUnreadable as error:
            yield Rejection("sources", error.reason, error.origin, error.place)
        except OSError as error:
            yield Rejection("sources", error.strerror or str(error), name)
