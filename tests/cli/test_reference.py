"""Nothing on the command line is undocumented."""

import pytest
from typer.main import get_command

from dragoman.cli import app
from dragoman.cli.exit_codes import ExitCode
from dragoman.cli.reference import reference

COMMANDS = get_command(app).commands


def test_the_page_is_up_to_date(root):
    assert (root / "docs" / "cli.md").read_text("utf-8") == reference(), "run: make reference"


def test_the_commands():
    assert set(COMMANDS) == {"add", "analyse", "bench", "code", "codebook", "eval", "explain", "show", "version"}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_teaches(name, root):
    command = COMMANDS[name]
    assert command.help
    assert "Examples:" in command.help
    assert f"`dragoman {name}" in command.help
    page = (root / "docs" / "cli.md").read_text("utf-8")
    assert f"## dragoman {name}\n" in page
    for param in command.params:
        assert param.help, param.name
        assert param.metavar or param.is_flag, param.name
        assert all(
            f"`{spelling}" in page or f", {spelling}" in page
            for spelling in getattr(param, "opts", [])
            if spelling.startswith("-")
        )


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_a_command(name, run):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"dragoman {name}" in result.stdout


def test_without_a_command_there_is_help(run):
    result = run()
    assert all(name in result.stdout + result.stderr for name in COMMANDS)


def test_exit_codes_are_a_contract():
    assert {code.name: code.value for code in ExitCode} == {
        "OK": 0,
        "FAILED": 1,
        "USAGE": 2,
        "NOTHING_READ": 3,
        "SOME_REJECTED": 4,
    }
    assert all(code.meaning.endswith(".") for code in ExitCode)
