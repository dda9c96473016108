"""Writing coded reports: formats by name and ending, and files that are whole or not there."""

import json

import pytest

from dragoman.errors import FormatUnknown, OutputUnwritable
from dragoman.export import Tally, WriteOptions, claim_formats, format_for, write_claims
from dragoman.records import CodedArticle, Rejection
from tests.ledger import factory

UNREAD = Rejection("sources", "binary, not text", "scan.pdf")


@pytest.fixture
def items():
    return [factory.coded(), UNREAD, factory.other()]


def test_snapshot():
    assert claim_formats.table() == {
        name: f"dragoman.export.claims_{name}:write" for name in ("csv", "html", "jsonl", "parquet", "table")
    }
    assert all(callable(claim_formats.get(name)) for name in claim_formats)


@pytest.mark.parametrize("name", ["csv", "html", "jsonl", "parquet"])
@pytest.mark.parametrize("ending", ["", "up"])
def test_the_ending_chooses_the_format(tmp_path, items, name, ending):
    path = tmp_path / f"out.{name.upper() if ending else name}"
    assert format_for(path) == name
    tally = write_claims(items, path)
    assert tally == Tally(reports=2, claims=7, relations=2, given_up=1, rejected=1)
    assert path.stat().st_size
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.xml", "out", "out.table"])
def test_an_ending_that_says_nothing(tmp_path, name):
    with pytest.raises(FormatUnknown, match=r"\.jsonl"):
        write_claims([], tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_named_format_beats_the_ending(tmp_path, items):
    write_claims(items, tmp_path / "out.dat", "jsonl")
    assert json.loads((tmp_path / "out.dat").read_text("utf-8").splitlines()[0])["claims"]


def test_standard_output(capsysbinary, items):
    write_claims(items)
    assert len(capsysbinary.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("name", ["csv", "html", "jsonl", "parquet"])
def test_a_file_is_whole_or_as_it_was(tmp_path, items, name):
    def failing():
        yield items[0]
        raise KeyboardInterrupt

    path = tmp_path / f"out.{name}"
    path.write_text("before", "utf-8")
    with pytest.raises(KeyboardInterrupt):
        write_claims(failing(), path)
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("where", ["absent/out.csv", "folder.csv", "n" * 5000 + ".csv"])
def test_a_file_that_cannot_be_written(tmp_path, items, where):
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(OutputUnwritable) as caught:
        write_claims(items, tmp_path / where)
    assert caught.value.path == tmp_path / where


def test_a_link_stays_a_link(tmp_path, items):
    (tmp_path / "real").mkdir()
    link = tmp_path / "out.jsonl"
    link.symlink_to(tmp_path / "real" / "out.jsonl")
    write_claims(items, link)
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.jsonl").read_bytes().count(b"\n") == 2


def test_a_device_is_written_to_as_it_is(tmp_path, items):
    import os
    import threading

    pipe = tmp_path / "pipe.jsonl"
    os.mkfifo(pipe)
    read = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_claims(items, pipe)
    reader.join()
    assert read[0].count(b"\n") == 2
    assert pipe.is_fifo()


def test_items_are_written_as_they_come(tmp_path):
    """Nobody has to hold all reports to write them in lines."""
    written = []

    def watched():
        for coded in factory.many(3):
            written.append(next(tmp_path.glob(".*")).stat().st_size if written else 0)
            yield coded

    write_claims(watched(), tmp_path / "out.jsonl")
    assert written == sorted(set(written))


# JSON Lines


def test_jsonl_round_trip(tmp_path, items):
    write_claims(items, tmp_path / "out.jsonl")
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [CodedArticle.from_dict(json.loads(line)) for line in lines] == [items[0], items[2]]


def test_half_a_character_stays_json(tmp_path):
    write_claims([factory.coded(title="half \ud83d")], tmp_path / "out.jsonl")
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["article"]["title"] == "half \ud83d"
    for name in ("csv", "html"):
        write_claims([factory.coded(title="half \ud83d")], tmp_path / f"out.{name}")


# Options


def test_options_have_defaults():
    assert WriteOptions() == WriteOptions(full_text=False, next_steps=(), title="Claims")
