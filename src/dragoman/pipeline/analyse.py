"""From documents to analysed Docs."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records import Document, Rejection

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document and its analysis; passed within a process, never stored."""

    document: Document
    doc: "Doc"


def analyse(
    items: Iterable[Document | Rejection], analyser: "Analyser", *, processes: int = 1
) -> Iterator[Analysed | Rejection]:
    """Analyse the documents in their order; rejections of the stage before pass through.

    Args:
        items: what the sources stage gives; read only as far as the analyser needs it.
        analyser: a loaded analyser of the documents' language.
        processes: worker processes; results do not depend on their number.
    """
    queue: deque[Document | Rejection] = deque()

    def texts() -> Iterator[str]:
        for item in items:
            queue.append(item)
            if isinstance(item, Document):
                yield item.text

    for doc in analyser.pipe(texts(), processes=processes):
        while isinstance(item := queue.popleft(), Rejection):
            yield item
        yield Analysed(item, doc)
    yield from (item for item in queue if isinstance(item, Rejection))
