"""From documents to coded articles: the stages in their order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from dragoman import actors, articles, claims, coding, dates, ontology, places
from dragoman.records import Article, CodedArticle, DateSpan, Document, Rejection, ScaleValue, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser
    from dragoman.records import Block, BlockKind

CODED: tuple[BlockKind, ...] = ("title", "standfirst", "body")
"""The kinds of blocks that are coded; captions, credits, other reports' headlines and furniture never are."""

SCALE = "plover"
"""The scale whose values claims carry."""

Stage = Literal["articles", "language", "coding", "actors", "dates", "places", "claims"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""The stages from documents to claims."""

Observe = Callable[[Stage], AbstractContextManager[object]]
"""Called before each piece of a stage's work; what it gives is entered, and left when the piece is done.

Pieces nest where a stage has another one work for it: articles are read when the analysis asks for text, actors
are resolved when claims ask for them. An observer cannot change what comes out, but an error of its own gets out.
"""

_NOTHING = nullcontext()


def _unobserved(stage: Stage) -> AbstractContextManager[object]:
    del stage
    return _NOTHING


@dataclass(slots=True)
class _Waiting:
    article: Article
    blocks: tuple[Block, ...]
    docs: list[Doc] = field(default_factory=list)


def code(
    items: Iterable[Document | Rejection],
    *,
    published: date | DateSpan | None = None,
    outlet: str | None = None,
    language: str | None = None,
    analyser: Analyser | None = None,
    processes: int = 1,
    observe: Observe = _unobserved,
) -> Iterator[CodedArticle | Rejection]:
    """Code the documents in their order; rejections of the stages before pass through.

    Args:
        items: what the sources stage gives; read only as far as is needed.
        published: the day that the reports were published, where they do not say.
        outlet: who published them.
        language: their language, as ISO 639-1, where it is known.
        analyser: a loaded analyser; the shipped English one where left out.
        processes: worker processes for the analysis; results do not depend on their number.
        observe: is told which stage works, from when to when.
    """
    from dragoman import language as analysis

    loaded = analysis.load() if analyser is None else analyser
    codes = Codes(ontology.load())
    queue: deque[_Waiting | Rejection] = deque()

    def texts() -> Iterator[str]:
        for item in items:
            with observe("articles"):
                made = articles.article(item, published, outlet, language) if isinstance(item, Document) else item
            if isinstance(made, Rejection):
                queue.append(made)
                continue
            blocks = made.of_kind(*CODED)
            queue.append(_Waiting(made, blocks))
            yield from (block.span.of(made.text) for block in blocks)

    for doc in _observed(loaded.pipe(texts(), processes=processes), observe):
        while isinstance(queue[0], Rejection) or len(queue[0].docs) == len(queue[0].blocks):
            yield _finished(queue.popleft(), codes, observe)
        queue[0].docs.append(doc)
    while queue:
        yield _finished(queue.popleft(), codes, observe)


def _observed(docs: Iterator[Doc], observe: Observe) -> Iterator[Doc]:
    while True:
        with observe("language"):
            doc = next(docs, None)
        if doc is None:
            return
        yield doc


def _finished(waiting: _Waiting | Rejection, codes: Codes, observe: Observe) -> CodedArticle | Rejection:
    if isinstance(waiting, Rejection):
        return waiting
    return code_article(waiting.article, waiting.docs, codes, observe)


def code_article(article: Article, docs: Iterable[Doc], codes: Codes, observe: Observe = _unobserved) -> CodedArticle:
    """An article with its claims, given the analyses of the blocks that are coded, in order."""
    blocks = article.of_kind(*CODED)
    text = article.text
    with observe("dates"):
        times = dates.find(text, _reference(article))
    with observe("places"):
        sites = [mention for block in blocks for mention in _places(block.span, text)]
    with observe("coding"):
        parts = [coding.Part(doc, block.span.start, block.kind) for doc, block in zip(docs, blocks, strict=True)]
        found = coding.read(text, parts, [time.span for time in times], [span for span, _ in sites])
    context = actors.ActorContext()

    def resolve(phrase: str, on: date | None) -> actors.Resolution | None:
        with observe("actors"):
            resolution = actors.resolve(phrase, on=on, context=context)
            if resolution is not None:
                context.remember(phrase, resolution)
            return resolution

    known = claims.Known(
        dates=[_days(time) for time in times],
        places=[place for _, place in sites],
        resolve=resolve,
        codes=codes,
    )
    with observe("claims"):
        return claims.code(article, found, known, codes.ontology.status.historical_after_days)


def _days(time: dates.DateMention) -> DateSpan | None:
    """The days that an expression gives a deed; none where it tells only how long something lasts."""
    if time.relation == "until":
        return None
    return time.value if time.relation == "on" else time.period or time.value


_LOOSEST = 7
"""Days that the publication may be open by, for `on Monday` to be told from it."""


def _reference(article: Article) -> date | None:
    """The day that expressions of time are told from; None where it is not known well enough."""
    published = article.published
    if published is None or published.start is None or published.end is None:
        return None
    return published.end if (published.end - published.start).days <= _LOOSEST else None


def _places(span: Span, text: str) -> Iterator[tuple[Span, places.Place | None]]:  # type: ignore[name-defined]
    for mention in places.find(span.of(text)):
        at = Span(mention.span.start + span.start, mention.span.end + span.start)
        yield at, mention.place


@dataclass(slots=True)
class Codes:
    """What claims ask the ontology."""

    ontology: ontology.Ontology

    def quad(self, event: str) -> int | None:
        """The quad class of an event."""
        return self.ontology.events[event].quad

    def scale(self, event: str, mode: str | None, cameo: str | None) -> ScaleValue | None:
        """The value of an event and mode, or of the event where the mode has none."""
        del cameo
        scale = self.ontology.scales[SCALE]
        code = f"{event}/{mode}" if mode else event
        return scale.of(code, inherit=True)


def code_sentence(doc: Doc, published: DateSpan | None = None) -> CodedArticle:
    """A text that is analysed already, taken as the body of a report: for explanations."""
    from dragoman.records import Block

    document = Document("sentence", doc.text)
    stripped = doc.text.strip()
    start = doc.text.find(stripped)
    article = Article(
        document.id, document.facts, doc.text,
        (Block("body", Span(0, len(doc.text)), "given as such"),) if stripped and start >= 0 else (),
        published=published,
        published_basis=None if published is None else "given",
    )  # fmt: skip
    return code_article(article, [doc] if stripped else [], Codes(ontology.load()))
