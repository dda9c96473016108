"""What names stand for: files, folders, patterns, standard input, addresses."""

import io
import os
from pathlib import Path

import pytest

from dragoman.records import Document, Rejection
from dragoman.sources import documents, find, left_out


@pytest.fixture
def folder(tmp_path):
    for name, raw in {
        "b.txt": b"Two.",
        "a.txt": b"One.",
        "deep/c.txt": b"Three.",
        "deep/D.HTML": b"<html>",
        "deep/e.jsonl": b"{}",
        "notes.md": b"No.",
        "._a.txt": b"\0",
        ".git/d.txt": b"No.",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)
    return tmp_path


def relative(found, folder):
    return [Path(name).relative_to(folder).as_posix() for name in found]


def test_a_folder_stands_for_the_files_that_can_be_read(folder):
    assert relative(find([folder]), folder) == ["a.txt", "b.txt", "deep/D.HTML", "deep/c.txt", "deep/e.jsonl"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt", "b.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "deep/c.txt"]),
        ("[ab].txt", ["a.txt", "b.txt"]),
        ("*", ["a.txt", "b.txt", "notes.md"]),
    ],
)
def test_a_pattern_stands_for_what_it_matches(folder, pattern, names):
    assert relative(find([folder / pattern]), folder) == names


def test_what_a_folder_holds_beside_is_counted(folder):
    (folder / "deep" / "scan.PDF").write_bytes(b"%PDF")
    assert left_out([folder, folder / "a.txt", "https://example.org/", "absent"]) == {".md": 1, ".pdf": 1}


def test_a_name_that_nobody_can_look_at_is_left_to_the_reader():
    name = "n" * 5000 + ".txt"
    assert find([name]) == [name]
    (rejection,) = documents([name])
    assert "too long" in rejection.reason


def test_a_pattern_that_matches_nothing(folder):
    pattern = str(folder / "*.pdf")
    assert find([pattern]) == [Rejection("sources", "nothing matches this pattern", pattern)]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path):
    path = tmp_path / "a[1].txt"
    path.write_text("One.")
    assert find([path]) == [str(path)]


def test_a_named_file_is_taken_whatever_its_ending(folder):
    assert find([folder / "notes.md", "-"]) == [str(folder / "notes.md"), "-"]


def test_a_file_named_twice_is_read_once(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert find(["a.txt", folder / "a.txt", "./a.txt", "*.txt"]) == ["a.txt", "b.txt"]


def test_text_below_a_hidden_folder_that_is_named(folder):
    assert find([folder / ".git"]) == [str(folder / ".git" / "d.txt")]


def test_addresses_stay():
    names = ["https://example.org/a?b=*", "HTTP://example.org/"]
    assert find(names) == names


def test_absent_file(tmp_path):
    absent = str(tmp_path / "absent.txt")
    assert list(documents(find([absent]))) == [Rejection("sources", "No such file or directory", absent)]


def test_folder_without_text(tmp_path):
    (found,) = find([tmp_path])
    assert isinstance(found, Rejection)
    assert "a folder without files of a known kind (.csv, " in found.reason


@pytest.mark.parametrize("name", ["sub", "."])
def test_a_folder_without_permission(folder, monkeypatch, name):
    closed = folder / name
    closed.mkdir(exist_ok=True)
    scan = os.scandir

    def refusing(path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = find([folder])
    rejections = [item for item in found if isinstance(item, Rejection)]
    assert rejections == [Rejection("sources", "this folder cannot be read: Permission denied", str(closed))]
    assert len(found) == (6 if name == "sub" else 1)
    assert list(documents(found))[-1] == rejections[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(folder):
    (folder / "a.txt").chmod(0)
    (found,) = documents([folder / "a.txt"])
    assert found == Rejection("sources", "Permission denied", str(folder / "a.txt"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_file_that_would_never_end(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert [item.reason for item in documents([tmp_path / "pipe.txt"])] == ["no regular file"]


def test_a_name_that_no_file_can_have():
    (found,) = documents(["a\0b"])
    assert isinstance(found, Rejection)


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Né.".encode())))
    (document,) = documents(["-"])
    assert (document.origin, document.text) == ("-", "Né.")


def test_rejections_keep_their_place(folder):
    before = Rejection("sources", "why", "x")
    got = list(documents([before, folder / "a.txt", folder / "._a.txt", folder / "b.txt"]))
    assert [type(item) for item in got] == [Rejection, Document, Rejection, Document]
    assert got[0] is before
    assert got[2] == Rejection("sources", "binary, not text", str(folder / "._a.txt"), "byte 0")


def test_a_file_that_goes_away_while_it_is_read(folder, monkeypatch):
    def failing(given, options):
        yield Document("x", "One.")
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("dragoman.sources.plain.read", failing)
    got = list(documents([folder / "a.txt", folder / "b.txt"]))
    assert [type(item) for item in got] == [Document, Rejection] * 2
    assert got[1] == Rejection("sources", "Input/output error", str(folder / "a.txt"))
