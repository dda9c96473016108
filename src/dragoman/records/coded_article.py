"""A report with all that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.errors import SpanInvalid, SpanMismatch
from dragoman.records.article import Article
from dragoman.records.claim import Claim, Relation
from dragoman.records.record import Record
from dragoman.records.rejection import Rejection
from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class CodedArticle(Record):
    """An article, its claims and relations in the order of the text, and what was given up on the way.

    Every span lies in the article's text and reproduces the words that stand with it; an article whose text is
    withheld (empty) is not checked.

    Raises:
        SpanInvalid: a span reaches beyond the text.
        SpanMismatch: a span does not reproduce its words.
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def __post_init__(self) -> None:
        text = self.article.text
        if not text:
            return
        for span, words in self.spans():
            if span.end > len(text):
                raise SpanInvalid(span.start, span.end, len(text))
            if words is not None and text[span.start : span.end] != words:
                raise SpanMismatch(span.start, span.end, words, text[span.start : span.end])

    def spans(self) -> Iterator[tuple[Span, str | None]]:
        """Every span of the claims and relations, with the words that it must reproduce, where some stand with it."""
        for claim in self.claims:
            yield claim.span, None
            yield claim.trigger, None
            for span in claim.about:
                yield span, None
            for party in (*claim.actors, *claim.recipients, *claim.requested_by, *claim.host):
                yield party.span, party.text
        for relation in self.relations:
            yield relation.span, None
            for party in (relation.subject, relation.object):
                yield party.span, party.text
        of_claims = (voice for claim in self.claims for voice in claim.voices)
        of_relations = (voice for relation in self.relations for voice in relation.voices)
        for voice in (*of_claims, *of_relations):
            if voice.span is not None:
                yield voice.span, voice.text
            if voice.cue is not None:
                yield voice.cue, None
        for rejection in self.rejections:
            if rejection.span is not None:
                yield rejection.span, None
