import sys

import pytest

from dragoman.ontology.codebook import page


def test_a_code(run):
    result = run("codebook", "ASSAULT/drone")
    assert result.exit_code == 0
    assert result.stdout.startswith("## ASSAULT/drone\n")
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("consult", "## CONSULT\n"),
        ("military", "Context. **Military.**"),
        ("COP", "Sector, frequent. **Police.**"),
        ("041", "**Talk by telephone.**"),
        ("hypothetical", "Status. "),
        ("AID/AGREE", "**AGREE or AID.**"),
    ],
)
def test_codes_of_all_kinds(run, code, words):
    assert words in run("codebook", code).stdout


def test_without_a_code_there_is_all_of_it(run, ontology):
    result = run("codebook")
    assert result.exit_code == 0
    assert result.stdout == page(ontology)


def test_a_code_nobody_knows(run):
    result = run("codebook", "asault")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("error: nothing has the code 'asault'; did you mean ASSAULT")


def test_an_extension(run, folder):
    result = run("codebook", "evacuate", "--extension", folder / "extension_example.yaml")
    assert result.exit_code == 0
    assert "nearest in PLOVER `AID`" in result.stdout


def test_an_extension_with_a_fault(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text('extension: mine\nversion: "1"\nevent: []\n', encoding="utf-8")
    result = run("codebook", "--extension", path)
    assert result.exit_code == 1
    assert result.stderr == f"error: {path}, line 3: the key 'event' is unknown; did you mean 'events'?\n"


def test_an_extension_that_is_not_there(run, tmp_path):
    result = run("codebook", "--extension", tmp_path / "absent.yaml")
    assert result.exit_code == 1
    assert "absent.yaml: No such file" in result.stderr


def test_a_terminal_gets_it_laid_out(capsys, monkeypatch):
    from dragoman.cli.codebook import codebook

    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    codebook("ASSAULT/drone", None)
    shown = capsys.readouterr().out
    assert "ASSAULT/drone" in shown
    assert "**" not in shown
    assert "##" not in shown


@pytest.fixture(scope="module")
def folder():
    import dragoman.ontology.ontology as module

    return module.FOLDER


@pytest.fixture(scope="module")
def ontology():
    from dragoman.ontology import load

    return load()
