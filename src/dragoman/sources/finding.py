"""What a user names -> the inputs that it stands for."""

import os
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from dragoman.records import Rejection
from dragoman.sources.inputs import STDIN, is_address
from dragoman.sources.readers import ENDINGS


def find(names: Iterable[str | Path]) -> list[str | Rejection]:
    """The inputs that `names` stand for, each once, in order; a rejection stands for what cannot be looked into.

    A folder stands for all files below it whose ending a reader has (`readers.ENDINGS`), hidden ones and those in
    hidden folders left out; a pattern with `*`, `?`, `[...]` or `**` for what it matches. Files, addresses and `-` for
    standard input stay, even where they do not exist: reading them says what is wrong.
    """
    found: dict[str, str | Rejection] = {}
    for name in map(str, names):
        for item in _of_one(name):
            found.setdefault(_key(item), item)
    return list(found.values())


def _key(item: str | Rejection) -> str:
    """What is the same for two names of one file."""
    if isinstance(item, Rejection):
        return f"rejected {item.id}"
    return item if item == STDIN or is_address(item) else os.path.realpath(item)


def _of_one(name: str) -> Iterator[str | Rejection]:
    if name == STDIN or is_address(name):
        yield name
    elif Path(name).is_dir():
        yield from _in_folder(name)
    elif has_magic(name) and not os.path.lexists(name):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207 - `**` and hidden files as shells have them
        if not matches:
            yield Rejection("sources", "nothing matches this pattern", name)
        for match in matches:
            if Path(match).is_dir():
                continue
            yield match
    else:
        yield name


def _in_folder(name: str) -> Iterator[str | Rejection]:
    some = False
    unreadable: list[OSError] = []
    for folder, below, files in os.walk(name, onerror=unreadable.append):
        below[:] = sorted(inner for inner in below if not inner.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and Path(file).suffix.lower() in ENDINGS:
                some = True
                yield str(Path(folder, file))
    for error in unreadable:
        yield Rejection("sources", f"this folder cannot be read: {error.strerror}", str(error.filename))
    if not some and not unreadable:
        endings = ", ".join(sorted(ENDINGS))
        yield Rejection("sources", f"a folder without files of a known kind ({endings})", name)
