"""JSON Lines: one object a report, under the names of the public contract."""

import json
from typing import BinaryIO

from dragoman.export.claims import Items, WriteOptions
from dragoman.records import Rejection


def write(items: Items, stream: BinaryIO, options: WriteOptions) -> None:  # noqa: ARG001 - the same in every format
    """Write each report as `CodedArticle.to_dict` gives it: `article`, `claims`, `relations`, `rejections`.

    All spans count characters of `article.text`.
    """
    for item in items:
        if isinstance(item, Rejection):
            continue
        line = json.dumps(item.to_dict(), ensure_ascii=False, separators=(",", ":"))
        stream.write(line.encode("utf-8", "backslashreplace"))  # half a character becomes its JSON escape
        stream.write(b"\n")
        stream.flush()
