"""What is said in several places is the same in all of them."""

import tomllib
from importlib.metadata import version

import yaml

import dragoman


def test_versions_agree(root):
    assert version("dragoman") == dragoman.__version__
    assert yaml.safe_load((root / "CITATION.cff").read_text("utf-8"))["version"] == dragoman.__version__


def test_every_run_time_library_is_forbidden_to_records(root):
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    modules = project["tool"]["deptry"]["package_module_name_map"]
    wanted = {modules.get(name, name) for name in map(_name, project["project"]["dependencies"])}
    contract = next(c for c in project["tool"]["importlinter"]["contracts"] if c["id"] == "records")
    assert set(contract["forbidden_modules"]) == wanted


def _name(requirement):
    return requirement.partition(">")[0]
