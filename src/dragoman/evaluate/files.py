"""Text files, plain or gzipped, line by line with their numbers."""

import gzip
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path


def open_text(path: Path, encoding: str = "utf-8") -> TextIOWrapper:
    """Open a text file, unpacking it when its name ends in `.gz`; line ends are left as they are."""
    if path.suffix == ".gz":
        return TextIOWrapper(gzip.open(path), encoding=encoding, newline="")
    return path.open(encoding=encoding, newline="")


def numbered(path: Path, encoding: str = "utf-8") -> Iterator[tuple[int, str]]:
    """Each line of a text file without its line end, with its number from 1."""
    with open_text(path, encoding) as file:
        for number, line in enumerate(file, start=1):
            yield number, line.rstrip("\r\n")
