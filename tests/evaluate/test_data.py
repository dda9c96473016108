import pytest

from dragoman.errors import EvalDataMissing
from dragoman.evaluate.data import folder

FILES = ("a.gz", "b.gz")


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """A folder with `treebanks` that holds both files, which nothing points to yet."""
    monkeypatch.delenv("DRAGOMAN_SHARED", raising=False)
    treebanks = tmp_path / "shared" / "treebanks"
    treebanks.mkdir(parents=True)
    for name in FILES:
        (treebanks / name).touch()
    return treebanks.parent


def test_the_folder_itself_or_the_one_above(shared):
    for data in (shared, shared / "treebanks"):
        assert folder("language", data, "treebanks", FILES) == shared / "treebanks"


def test_beside_the_current_folder(shared, monkeypatch):
    here = shared.parent / "checkout"
    here.mkdir()
    monkeypatch.chdir(here)
    assert folder("language", None, "treebanks", FILES).resolve() == shared / "treebanks"


def test_by_environment(shared, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_SHARED", str(shared))
    assert folder("language", None, "treebanks", FILES) == shared / "treebanks"


def test_missing_files_are_named(shared):
    (shared / "treebanks" / "b.gz").unlink()
    with pytest.raises(EvalDataMissing) as error:
        folder("language", shared, "treebanks", FILES)
    assert (error.value.task, error.value.paths) == ("language", (shared / "treebanks" / "b.gz",))


def test_a_missing_folder_is_named(shared, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_SHARED", str(shared / "nowhere"))
    with pytest.raises(EvalDataMissing) as error:
        folder("language", None, "treebanks", FILES)
    assert error.value.paths == (shared / "nowhere" / "treebanks",)
