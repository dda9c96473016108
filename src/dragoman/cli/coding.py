"""From the paths of a command line to coded reports."""

from collections.abc import Iterable

from dragoman.cli.console import tell_left_out
from dragoman.records import CodedArticle, DateSpan, Rejection


def coded(
    paths: list[str],
    *,
    published: DateSpan | None,
    outlet: str | None,
    language: str | None,
    encoding: str | None,
    processes: int,
) -> tuple[Iterable[CodedArticle | Rejection], int]:
    """The coded reports of these inputs, made as they are asked for, and how many inputs there are."""
    from dragoman import pipeline, sources

    found = sources.find(paths)
    tell_left_out(paths)
    documents = sources.documents(found, sources.Options(encoding=encoding))
    made = pipeline.code(documents, published=published, outlet=outlet, language=language, processes=processes)
    return made, len(found)
