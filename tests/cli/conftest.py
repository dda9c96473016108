import pytest
from typer.testing import CliRunner

from dragoman.cli import app


@pytest.fixture
def run(monkeypatch):
    """Run the command line and return its result: `exit_code`, `stdout`, `stderr`."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    runner = CliRunner()
    return lambda *arguments, given=None: runner.invoke(app, [str(argument) for argument in arguments], input=given)
