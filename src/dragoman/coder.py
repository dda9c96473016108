"""The coder: text in, claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dragoman import articles, language, pipeline
from dragoman.errors import Uncodable
from dragoman.records import CodedArticle, DateSpan, Document, Metadata, Rejection, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser

ORIGIN = "text"
"""The origin of a text that came from no file."""


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A word of a sentence as the analysis reads it."""

    text: str
    lemma: str
    upos: str
    xpos: str
    deprel: str
    head: int | None
    """The place of its head among the words, from 0; None for the root."""
    entity: str
    span: Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text was coded as it was: its words and tree, and its claims and rejections, each with its reasons."""

    sentences: tuple[tuple[ExplainedWord, ...], ...]
    coded: CodedArticle


def load(model: str = "en", engine: str = "dragoman") -> Coder:
    """A coder, ready to work; nothing is downloaded.

    Raises:
        EngineUnknown: there is no such engine of analysis.
        ModelMissing: the model is not there.
    """
    return Coder(language.load(model, engine))


class Coder:
    """Codes reports. Use one instance a thread.

    coder = dragoman.load()
    coded = coder.code("Mali recalled its ambassador to Paris on Monday.", published="2021-06-08")
    """

    def __init__(self, analyser: Analyser) -> None:
        self.analyser = analyser

    def code(
        self,
        text: str,
        published: date | DateSpan | str | None = None,
        outlet: str | None = None,
        *,
        title: str | None = None,
        language: str | None = None,
        origin: str = ORIGIN,
    ) -> CodedArticle:
        """Code one report.

        Args:
            text: the report, with all that clings to it.
            published: the day it was published, where the text does not say; a string may name a month or year alone.
            outlet: who published it.
            title: its title, where that is no part of the text.
            language: its language, as ISO 639-1, where it is known.
            origin: where it is from; stands in the article and in rejections.

        Raises:
            Uncodable: no report in English is in it.
            DateUnreadable: `published` is a string and no date, or one that can be read in two ways.
        """
        document = Document(origin, text, metadata=Metadata(title=title))
        (found,) = self.code_many([document], published=published, outlet=outlet, language=language)
        if isinstance(found, Rejection):
            raise Uncodable(found)
        return found

    def code_many(
        self,
        documents: Iterable[Document | Rejection | str],
        published: date | DateSpan | str | None = None,
        outlet: str | None = None,
        *,
        language: str | None = None,
        processes: int = 1,
    ) -> Iterator[CodedArticle | Rejection]:
        """Code many reports in their order; a rejection stands for what could not be coded.

        Args:
            documents: what `dragoman.sources.documents` gives, or texts.
            published: the day they were published, where they do not say.
            outlet: who published them.
            language: their language, as ISO 639-1, where it is known.
            processes: worker processes for the analysis; results do not depend on their number.

        Raises:
            DateUnreadable: `published` is a string and no date, or one that can be read in two ways.
        """
        given = None if published is None else articles.given_date(published).span
        items = (Document(ORIGIN, item) if isinstance(item, str) else item for item in documents)
        return pipeline.code(
            items, published=given, outlet=outlet, language=language, analyser=self.analyser, processes=processes
        )

    def explain(self, sentence: str, published: date | DateSpan | str | None = None) -> Explanation:
        """Why a sentence is coded as it is, or is not coded.

        Raises:
            DateUnreadable: `published` is a string and no date, or one that can be read in two ways.
        """
        given = None if published is None else articles.given_date(published).span
        doc = self.analyser(sentence)
        return Explanation(_explained(doc), pipeline.code_sentence(doc, given))


def _explained(doc: Doc) -> tuple[tuple[ExplainedWord, ...], ...]:
    found = []
    for sentence in doc.sents if len(doc) else ():
        words = [token for token in sentence if not token.is_space]
        places = {token.i: place for place, token in enumerate(words)}
        found.append(
            tuple(
                ExplainedWord(
                    token.text, token.lemma_, token.pos_, token.tag_, token.dep_,
                    None if token.head.i == token.i else places.get(token.head.i),
                    token.ent_type_, Span(token.idx, token.idx + len(token.text)),
                )
                for token in words
            )
        )  # fmt: skip
    return tuple(words for words in found if words)
