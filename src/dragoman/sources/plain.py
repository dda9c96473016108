"""Plain text: the whole input is one report."""

from collections.abc import Iterator
from hashlib import sha256

from dragoman.records import Document, Metadata
from dragoman.sources.decoding import Undecodable, decode
from dragoman.sources.inputs import Input
from dragoman.sources.options import Options


def read(given: Input, options: Options) -> Iterator[Document]:
    """The report; its line ends stay as they are, a byte-order mark goes.

    Raises:
        InputUnreadable: it is binary, in another encoding than the one given, too long, or without any text.
    """
    raw = given.whole(options.longest_bytes)
    result = decode(raw, options.encoding, given.charset)
    if isinstance(result, Undecodable):
        raise given.rejected(result.reason, None if result.byte is None else f"byte {result.byte}")
    if not result.text.strip():
        raise given.rejected("empty")
    if len(result.text) > options.longest:
        raise given.rejected(f"{len(result.text):,} characters, too long for one report")
    metadata = Metadata(url=given.url)
    yield Document(given.origin, result.text, sha256(raw).hexdigest(), "text/plain", result.encoding, metadata)
