"""What a ledger gives back: records with the reports they are from."""

from dataclasses import dataclass

from dragoman.records import Article, Claim, Relation, Span


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim with the article that makes it; the article's text is empty where it is withheld."""

    claim: Claim
    article: Article

    @property
    def sentence(self) -> str | None:
        """The sentence that the claim rests on; None where the text is withheld."""
        return self.words(self.claim.span)

    def words(self, span: Span) -> str | None:
        """The words at a span of the article's text; None where the text is withheld."""
        return span.of(self.article.text) if self.article.text else None


@dataclass(frozen=True, slots=True)
class FoundRelation:
    """A relation with the article that states it; the article's text is empty where it is withheld."""

    relation: Relation
    article: Article

    @property
    def sentence(self) -> str | None:
        """The sentence that the relation rests on; None where the text is withheld."""
        return self.words(self.relation.span)

    def words(self, span: Span) -> str | None:
        """The words at a span of the article's text; None where the text is withheld."""
        return span.of(self.article.text) if self.article.text else None


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report that a ledger holds, and how much was found in it."""

    article: Article
    origins: tuple[str, ...]
    """Every file and address that it was read from; copies of a report are one report."""
    claims: int
    relations: int
    rejections: int

    @property
    def id(self) -> str:
        """The report's id."""
        return self.article.id
