"""Where the data of evaluation tasks lie."""

import os
from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import EvalDataMissing


def folder(task: str, data: Path | None, name: str, needed: Sequence[str]) -> Path:
    """The folder that holds all of the files `needed`.

    Looked at are, when `data` is given, `data` itself and the folder `name` in it; else the folder `name` in
    the one that the environment variable DRAGOMAN_SHARED names, or in `../shared` where it names none.

    Raises:
        EvalDataMissing: no such folder; with the paths that were looked for and not found.
    """
    if data is not None:
        candidates = [data, data / name]
    else:
        candidates = [Path(os.environ.get("DRAGOMAN_SHARED") or Path("..") / "shared") / name]
    missing: tuple[Path, ...] = ()
    for candidate in candidates:
        lacking = tuple(path for path in (candidate / file for file in needed) if not path.is_file())
        if not lacking:
            return candidate
        if not missing or len(lacking) < len(missing):
            missing = lacking if candidate.is_dir() else (candidate,)
    raise EvalDataMissing(task, missing)
