"""Stage two: `Document` -> `Article`: blocks, dateline, outlet, publication date, language.

article = articles.article(document)  # an Article, or a Rejection that says why there is none
"""

from dragoman.articles.article import article
from dragoman.articles.published import given_date

__all__ = ["article", "given_date"]
