"""Floors that quality must not sink below, and goals that it should reach; both are data.

A file `floors.yaml` beside the data of what is measured (`data/language` for the task `language`, `data/coding` for
`claims`) maps `measure/dataset/slice` to `{floor: ..., goal: ...}`, in percent, either of which may be missing. A floor
may only rise; lowering one is a change of its own, with a reason.
"""

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

from dragoman.errors import DataMalformed


@dataclass(frozen=True, slots=True)
class Target:
    """What a row must keep and what it should reach, in percent."""

    floor: float | None = None
    goal: float | None = None


FOLDERS: Final = {"claims": "coding", "language": "language"}
"""Task -> the folder below `data` that has its floors."""


def targets(task: str) -> dict[str, Target]:
    """The floors and goals of a task, by row key."""
    with as_file(files("dragoman") / "data" / FOLDERS[task] / "floors.yaml") as path:
        return read(path)


def read(path: Path) -> dict[str, Target]:
    """Read a file of floors and goals.

    Raises:
        DataMalformed: a key without three parts or given twice, an unknown field, or a number outside 0 to
        100, each with its line.
    """
    import yaml

    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        raise DataMalformed(path, root.start_mark.line + 1, "not a mapping")
    found: dict[str, Target] = {}
    for key_node, value_node in root.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        value = yaml.safe_load(yaml.serialize(value_node))
        if key.count("/") != 2 or key in found:
            raise DataMalformed(path, line, f"{key!r} is not `measure/dataset/slice`, or stands here twice")
        found[key] = _target(path, line, value)
    return found


def _target(path: Path, line: int, value: Any) -> Target:
    if not isinstance(value, dict) or not value or set(value) - {"floor", "goal"}:
        raise DataMalformed(path, line, f"{value!r} is no mapping of `floor` and `goal`")
    for number in value.values():
        if isinstance(number, bool) or not isinstance(number, int | float) or not 0 <= number <= 100:
            raise DataMalformed(path, line, f"{number!r} is no percentage")
    return Target(**{name: float(number) for name, number in value.items()})
