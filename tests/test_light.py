"""Importing costs nothing: heavy libraries are loaded when they are first used."""

import subprocess
import sys

import pytest

import dragoman

HEAVY = set(
    "charset_normalizer lxml numpy onnxruntime py3langid spacy stanza thinc tokenizers torch trafilatura".split()
)
PARTS = sorted(set(dragoman.__all__) - {"__version__"})


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running the code."""
    report = "import sys; sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(run.stderr.split())


@pytest.mark.parametrize("part", PARTS)
def test_import_of_a_part_is_light(part):
    assert loaded_by(f"import dragoman; dragoman.{part}") & HEAVY == set()


@pytest.mark.parametrize("arguments", [["--help"], ["analyse", "--help"], ["eval", "--help"], ["bench", "--help"]])
def test_help_is_light(arguments):
    call = f"sys.argv[1:] = {arguments}\ntry: main()\nexcept SystemExit: pass"
    assert loaded_by(f"import sys; from dragoman.cli import main; {call}") & HEAVY == set()


@pytest.mark.parametrize("part", ["records", "errors", "text"])
def test_records_use_the_standard_library_only(part):
    before = loaded_by("")
    assert loaded_by(f"import dragoman.{part}") - before - sys.stdlib_module_names == {"dragoman"}


def test_unknown_part():
    with pytest.raises(AttributeError, match="no_such_part"):
        getattr(dragoman, "no_such_part")  # noqa: B009


def test_parts_are_listed():
    assert set(PARTS) <= set(dir(dragoman))
