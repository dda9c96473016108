"""`python -m training.corpus check [FILE...]`: whether the annotated files are in order."""

from __future__ import annotations

import argparse
from pathlib import Path

from .blocks import BlockMalformed
from .checks import FOLDER, problems


def main() -> None:
    """Print every problem of the files; exit with 1 if there is one."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("command", choices=("check",))
    parser.add_argument("files", nargs="*", type=Path, help="default: every file of the corpus")
    args = parser.parse_args()
    files = args.files or sorted(FOLDER.glob("*/*.txt"))
    try:
        found = problems(files)
    except BlockMalformed as error:
        found = [str(error)]
    for line in found:
        print(line)
    print(f"{len(files)} files, {len(found)} problems")
    raise SystemExit(bool(found))


if __name__ == "__main__":
    main()
