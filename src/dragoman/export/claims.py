"""Coded reports -> a file or a stream, in the format that its ending names."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Protocol

from dragoman.errors import FormatUnknown, OutputUnwritable
from dragoman.records import CodedArticle, Rejection
from dragoman.registry import Registry

STDOUT = Path("-")
"""The path that means standard output."""

Items = Iterable[CodedArticle | Rejection]


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write; each format takes what concerns it."""

    full_text: bool = False
    """Whether a page to share has whole reports, not only the sentences that claims rest on."""
    next_steps: tuple[str, ...] = ()
    """Commands that a table for people ends with: how to go on."""
    title: str = "Claims"
    """The title of a page."""


class ClaimFormat(Protocol):
    """Writes coded reports, and what could not be read, to a stream of bytes.

    Items come one at a time and are written so where the format allows. Rejections of input that never became a
    report appear in formats made to be looked at only; others hold reports.
    """

    def __call__(self, items: Items, stream: BinaryIO, options: WriteOptions) -> None:
        """Write them all."""


claim_formats: Registry[ClaimFormat] = Registry(
    {
        "csv": "dragoman.export.claims_csv:write",
        "html": "dragoman.export.claims_html:write",
        "jsonl": "dragoman.export.claims_jsonl:write",
        "parquet": "dragoman.export.claims_parquet:write",
        "table": "dragoman.export.claims_table:write",
    },
    unknown=FormatUnknown,
    group="dragoman.claim_formats",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much was written."""

    reports: int = 0
    claims: int = 0
    relations: int = 0
    given_up: int = 0
    """Words within reports."""
    rejected: int = 0
    """Inputs that never became reports."""

    def plus(self, item: CodedArticle | Rejection) -> "Tally":
        """The tally with one more."""
        if isinstance(item, Rejection):
            return replace(self, rejected=self.rejected + 1)
        return replace(
            self,
            reports=self.reports + 1,
            claims=self.claims + len(item.claims),
            relations=self.relations + len(item.relations),
            given_up=self.given_up + len(item.rejections),
        )


def format_for(output: Path) -> str:
    """The name of the format that a file's ending stands for.

    Raises:
        FormatUnknown: no format has this ending.
    """
    ending = output.suffix.removeprefix(".").lower()
    if ending not in claim_formats or ending == "table":
        raise FormatUnknown(output.suffix or output.name, tuple(f".{n}" for n in claim_formats if n != "table"))
    return ending


def write_claims(
    items: Items, output: Path = STDOUT, format_name: str | None = None, options: WriteOptions | None = None
) -> Tally:
    """Write coded reports to a file, or to standard output for the path `-`.

    A file is there whole, or as it was before: it is written beside its place and moved there at the end.

    Args:
        items: what `dragoman.pipeline.code` gives; read once, one at a time.
        output: where to.
        format_name: a name in `claim_formats`; without it the ending of the file decides, and `jsonl` for `-`.
        options: how.

    Raises:
        FormatUnknown: there is no such format, or none of this ending.
        OutputUnwritable: the file cannot be written.
    """
    name = format_name or ("jsonl" if output == STDOUT else format_for(output))
    write = claim_formats.get(name)
    tally = Tally()

    def counted() -> Iterator[CodedArticle | Rejection]:
        nonlocal tally
        for item in items:
            tally = tally.plus(item)
            yield item

    with opened(output) as stream:
        write(counted(), stream, options or WriteOptions())
    return tally


@contextmanager
def opened(output: Path) -> Iterator[BinaryIO]:
    """The stream of bytes that results go to; a file takes its place only when all went well.

    Raises:
        OutputUnwritable: the file cannot be written.
    """
    if output == STDOUT:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    place = aside = output
    try:
        place = aside = output.resolve()  # a link stays one
        if not place.exists() or place.is_file():  # a device or a pipe is written to as it is
            aside = place.with_name(f".{place.name}.{os.getpid()}.part")
        stream = aside.open("wb")
    except OSError as error:
        raise OutputUnwritable(output, error.strerror or str(error)) from error
    try:
        with stream:
            yield stream
        if aside != place:
            aside.replace(place)
    except OSError as error:
        raise OutputUnwritable(output, error.strerror or str(error)) from error
    finally:
        if aside != place:
            aside.unlink(missing_ok=True)
