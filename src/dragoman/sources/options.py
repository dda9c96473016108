"""What a user can say about how input is to be read."""

import codecs
from dataclasses import dataclass

from dragoman.errors import EncodingUnknown
from dragoman.sources.columns import USUAL_COLUMNS, Columns


@dataclass(frozen=True, slots=True)
class Options:
    """How to read input, where it does not say so itself.

    Raises:
        EncodingUnknown: Python knows no encoding of this name.
    """

    encoding: str | None = None
    """Of plain text, HTML, JSON and CSV; without it a byte-order mark, the input's own word, UTF-8 or a guess."""
    reader: str | None = None
    """The name of a reader in `readers`; without it the file's ending, the server's word or the content decides."""
    columns: Columns = USUAL_COLUMNS
    """Which column (CSV) or name (JSON) is which field of a report."""
    longest: int = 1_000_000
    """Characters that one report may have; longer ones are rejected."""
    fetch_seconds: float = 20.0
    """Time in which an address must have been fetched whole."""
    fetch_bytes: int = 10_000_000
    """Size that what lies at an address may have, unpacked."""

    def __post_init__(self) -> None:
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError:
                raise EncodingUnknown(self.encoding) from None

    @property
    def longest_bytes(self) -> int:
        """Bytes that a report of the longest kind can have at most, in any encoding."""
        return 4 * self.longest
