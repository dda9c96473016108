"""The files of a shipped model: where they lie, what they hold, whether this program can read them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import ModelMismatch, ModelMissing

FORMAT = 1
"""Format of the model folders that this version reads; raised when the graphs' inputs or outputs change."""

FILES = ("meta.json", "vocab.txt", "encoder.onnx", "analysis.onnx", "deprel.onnx", "lemmas.json")


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What a model says of itself. Label lists are in the order of the graphs' outputs."""

    name: str
    version: str
    path: Path
    description: str
    languages: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deprel: tuple[str, ...]
    entity: tuple[str, ...]


def models_folder() -> Path:
    """The folder of the models that come with the package."""
    return Path(__file__).resolve().parent.parent / "models"


def model_info(name: str = "en", folder: Path | None = None) -> ModelInfo:
    """Read and check the model `name` in `folder` (default: the shipped ones).

    Raises `ModelMissing` when a file is absent, `ModelMismatch` when one is damaged or made for another version.
    """
    path = (folder or models_folder()) / name
    for file in FILES:
        if not (path / file).is_file():
            raise ModelMissing(path / file, name)
    try:
        meta: dict[str, Any] = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelMismatch(path / "meta.json", expected="JSON", found=str(error)) from error
    if meta.get("format") != FORMAT:
        raise ModelMismatch(path, expected=f"format {FORMAT}", found=f"format {meta.get('format')}")
    for file, size in meta["sizes"].items():
        found = (path / file).stat().st_size
        if found != size:
            raise ModelMismatch(path / file, expected=f"{size} bytes", found=f"{found} bytes")
    labels = meta["labels"]
    return ModelInfo(
        name=meta["name"],
        version=meta["version"],
        path=path,
        description=meta["description"],
        languages=tuple(meta["languages"]),
        upos=tuple(labels["upos"]),
        xpos=tuple(labels["xpos"]),
        deprel=tuple(labels["deprel"]),
        entity=tuple(labels["entity"]),
    )
