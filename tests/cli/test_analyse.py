import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.analyse import choose_format

pytestmark = pytest.mark.usefixtures("stubbed")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Envoys met Ana Ruiz . They left.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Talks end.", encoding="utf-8")
    return tmp_path


def test_a_pipe_gets_conllu(run, folder):
    result = run("analyse", folder)
    assert result.exit_code == 0
    assert result.stdout.count("# newdoc id") == 2
    assert "4\tRuiz\truiz\tX\tXX\t_\t1\tdep\t_\tstart_char=15|end_char=19|ner=I-PER\n" in result.stdout
    assert result.stderr == ""


def test_a_table_for_people(run, folder):
    result = run("analyse", folder, "--format", "table")
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["1", "Envoys", "met", "Ana", "Ruiz", ".", "Envoys", "PER", "Ana", "Ruiz"] in rows
    assert ["2", "They", "left.", "They"] in rows


def test_a_terminal_gets_a_table(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert choose_format(None, None) == "table"
    assert choose_format(None, Path("-")) == "conllu"


def test_json_lines(run, folder):
    result = run("analyse", folder / "b.txt", "--format", "jsonl")
    assert [json.loads(line)["document"] for line in result.stdout.splitlines()] == [str(folder / "b.txt")]


@pytest.mark.parametrize(("name", "start"), [("out.conllu", "# newdoc"), ("out.jsonl", '{"document"')])
def test_the_ending_chooses_the_format(run, folder, name, start):
    result = run("analyse", folder, "-o", folder / name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / name).read_text("utf-8").startswith(start)


def test_a_named_format_beats_the_ending(run, folder):
    run("analyse", folder, "-o", folder / "out.dat", "--format", "jsonl")
    assert (folder / "out.dat").read_text("utf-8").startswith('{"document"')


def test_an_ending_that_says_nothing(run, folder):
    result = run("analyse", folder, "-o", folder / "out.dat")
    assert result.exit_code == 2
    assert ".conllu, .jsonl" in " ".join(result.stderr.replace("│", " ").split())
    assert not (folder / "out.dat").exists()


def test_standard_input(run):
    result = run("analyse", "-", "-o", "-", given="Talks end.")
    assert result.stdout.startswith("# newdoc id = -\n")


def test_some_input_is_rejected(run, folder):
    (folder / "c.txt").write_bytes(b"\0\1")
    (folder / "d.txt").write_bytes(b"")
    result = run("analyse", folder, folder / "absent.txt")
    assert result.exit_code == 4
    assert result.stdout.count("# newdoc id") == 2
    assert [line.rpartition(": ")[2] for line in result.stderr.splitlines()] == [
        "binary, not text",
        "empty",
        "No such file or directory",
    ]


def test_all_input_is_rejected(run, tmp_path):
    result = run("analyse", tmp_path)
    assert (result.exit_code, result.stdout) == (3, "")
    assert "a folder without files of a known kind" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--engine", "stup"], "no engine 'stup'; did you mean 'stub'?"),
        (["--format", "xml"], "no format 'xml' (known: table, conllu, jsonl)"),
    ],
)
def test_a_name_nobody_knows(run, folder, arguments, words):
    result = run("analyse", folder, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_file_that_cannot_be_written(run, folder):
    result = run("analyse", folder, "-o", folder / "absent" / "out.conllu")
    assert result.exit_code == 1
    assert "cannot write" in result.stderr


def test_another_engine(run, folder):
    assert run("analyse", folder, "--engine", "stub").exit_code == 0


def test_text_cannot_steer_the_terminal(run, tmp_path):
    (tmp_path / "a.txt").write_text("Red \x1b[31m alert [bold]now[/bold] \x9b2J.", encoding="utf-8")
    stdout = run("analyse", tmp_path, "--format", "table").stdout
    assert "\x1b" not in stdout
    assert "\x9b" not in stdout
    assert "[bold]" in stdout


def test_the_module_is_the_command(root):
    run = subprocess.run([sys.executable, "-m", "dragoman", "analyse", "--help"], capture_output=True, check=True)
    assert b"PATH" in run.stdout
