import pytest

from dragoman import ontology as package
from dragoman.ontology.ontology import FOLDER


@pytest.fixture(scope="session")
def folder():
    """The folder of the shipped tables."""
    return FOLDER


@pytest.fixture(scope="session")
def ontology():
    """The shipped ontology."""
    return package.load()


@pytest.fixture(scope="session")
def extended(folder):
    """The shipped ontology with the extension that the codebook shows."""
    return package.load(folder / "extension_example.yaml")
