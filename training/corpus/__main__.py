"""The annotated corpus from the command line: checks, coverage, agreement of two readings, stand-off files.

python -m training.corpus check [FILE...]          whether the files are in order
python -m training.corpus coverage                 write docs/corpus.md
python -m training.corpus agree LEFT RIGHT         how far two readings agree, as JSON
python -m training.corpus standoff FILE... --out F --treebanks FOLDER      take the text out of read newswire
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from .agreement import agreement
from .blocks import Block, BlockMalformed, read
from .checks import FOLDER, problems
from .coverage import PAGE, page
from .standoff import read_standoff, sentences, write_standoff


def files() -> list[Path]:
    """Every file of ours, in order."""
    return [*sorted(FOLDER.glob("sentences/*.txt")), *sorted(FOLDER.glob("passages/*.txt"))]


def blocks() -> list[Block]:
    """Every block of ours, in order."""
    return [block for path in files() for block in read(path)]


def _check(args: argparse.Namespace) -> int:
    given = args.files or files()
    try:
        found = problems(given)
    except BlockMalformed as error:
        found = [str(error)]
    for line in found:
        print(line)
    print(f"{len(given)} files, {len(found)} problems")
    return int(bool(found))


def _coverage(_: argparse.Namespace) -> int:
    PAGE.write_text(page(blocks()), encoding="utf-8")
    return 0


def _agree(args: argparse.Namespace) -> int:
    if len(args.files) != 2:
        print("two readings are compared: agree LEFT RIGHT (stand-off files, with --treebanks)")
        return 2
    words = sentences(args.treebanks)
    left, right = (read_standoff(path, words) for path in args.files)
    print(json.dumps(asdict(agreement(left, right)), indent=1))
    return 0


def _standoff(args: argparse.Namespace) -> int:
    write_standoff(args.files, args.out, sentences(args.treebanks), args.remark)
    return 0


COMMANDS = {"check": _check, "coverage": _coverage, "agree": _agree, "standoff": _standoff}


def main() -> None:
    """Run a command; exits with 1 if a check found problems, with 2 if it was called wrongly."""
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__, formatter_class=formatter)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"), help="folder of the treebanks")
    parser.add_argument("--out", type=Path, help="the stand-off file to write")
    parser.add_argument("--remark", default="", help="what a stand-off file says of itself")
    args = parser.parse_args()
    raise SystemExit(COMMANDS[args.command](args))


if __name__ == "__main__":
    main()
