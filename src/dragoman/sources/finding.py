"""What a user names -> the inputs that it stands for."""

import os
from collections import Counter
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
    elif os.path.isdir(name):  # noqa: PTH112 - pathlib raises where nobody may look
        yield from _in_folder(name)
    elif has_magic(name) and not os.path.lexists(name):
        matches = sorted(glob(name, recursive=True))  # noqa: PTH207 - `**` and hidden files as shells have them
        if not matches:
            yield Rejection("sources", "nothing matches this pattern", name)
        for match in matches:
            if os.path.isdir(match):  # noqa: PTH112
                continue
            yield match
    else:
        yield name


def left_out(names: Iterable[str | Path]) -> dict[str, int]:
    """How many files of the folders named are of a kind that no reader has, by ending; hidden ones do not count."""
    found: Counter[str] = Counter()
    for name in map(str, names):
        for _, below, files in os.walk(name) if not is_address(name) else ():
            below[:] = [inner for inner in below if not inner.startswith(".")]
            endings = (Path(file).suffix.lower() for file in files if not file.startswith("."))
            found.update(ending for ending in endings if ending not in ENDINGS)
    return dict(sorted(found.items()))


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
