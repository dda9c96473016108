from pathlib import Path
from types import SimpleNamespace

import pytest

import dragoman
from dragoman.errors import ModelMissing


def test_versions(run, monkeypatch):
    model = SimpleNamespace(name="en", version="1.2.3", path=Path("models/en"))
    monkeypatch.setattr("dragoman.language.model_info", lambda name: model)
    result = run("version")
    assert result.exit_code == 0
    assert f"dragoman {dragoman.__version__}\nmodel en 1.2.3 (" in result.stdout


def test_a_missing_model_is_told_not_fatal(run, monkeypatch: pytest.MonkeyPatch):
    def missing(name):
        raise ModelMissing(Path("models/en/meta.json"), name)

    monkeypatch.setattr("dragoman.language.model_info", missing)
    result = run("version")
    assert result.exit_code == 0
    assert "model en unusable: the model 'en' is not here" in result.stdout
