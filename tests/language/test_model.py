"""A model folder is checked before it is used."""

import json
from pathlib import Path

import pytest

from dragoman.errors import ModelMismatch, ModelMissing
from dragoman.language.model import FILES, FORMAT, model_info

META = {
    "format": FORMAT,
    "name": "xx",
    "version": "2.0",
    "languages": ["xx"],
    "description": "none",
    "labels": {"upos": ["NOUN"], "xpos": ["NN"], "deprel": ["root"], "entity": ["O"]},
    "sizes": {"vocab.txt": 3},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    model = tmp_path / "xx"
    model.mkdir()
    for file in FILES:
        (model / file).write_text("abc", encoding="utf-8")
    (model / "meta.json").write_text(json.dumps(META), encoding="utf-8")
    return tmp_path


def test_a_whole_model(folder: Path) -> None:
    info = model_info("xx", folder)
    assert (info.name, info.version, info.upos, info.path) == ("xx", "2.0", ("NOUN",), folder / "xx")


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_missing(folder: Path, file: str) -> None:
    (folder / "xx" / file).unlink()
    with pytest.raises(ModelMissing) as caught:
        model_info("xx", folder)
    assert caught.value.path == folder / "xx" / file
    assert file in str(caught.value)


def test_an_unknown_model(folder: Path) -> None:
    with pytest.raises(ModelMissing):
        model_info("yy", folder)


def test_another_format(folder: Path) -> None:
    (folder / "xx" / "meta.json").write_text(json.dumps({**META, "format": FORMAT + 1}), encoding="utf-8")
    with pytest.raises(ModelMismatch) as caught:
        model_info("xx", folder)
    assert str(FORMAT + 1) in caught.value.found


def test_a_file_cut_short(folder: Path) -> None:
    (folder / "xx" / "vocab.txt").write_text("a", encoding="utf-8")
    with pytest.raises(ModelMismatch) as caught:
        model_info("xx", folder)
    assert caught.value.path.name == "vocab.txt"


def test_damaged_meta(folder: Path) -> None:
    (folder / "xx" / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(ModelMismatch):
        model_info("xx", folder)
