"""Cases of sentence splitting that we wrote ourselves: texts in the manners of the wires and their sentences.

A YAML list of mappings with `id`, `manner`, `text` and `sentences`. The sentences are exact pieces of the
text, in order, and together cover all of it that is not white space.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.errors import DataMalformed

FILE: Final = Path("tests") / "cases" / "wire_sentences.yaml"
"""Where the cases lie in a checkout."""

_FIELDS = {"id", "manner", "text", "sentences"}


@dataclass(frozen=True, slots=True)
class WireCase:
    """A text, the manner it is written in, and the character span of each of its sentences."""

    id: str
    manner: str
    text: str
    sentences: tuple[tuple[int, int], ...]


def find() -> Path | None:
    """The file of cases of the checkout that we are in or run from; None in an installed package."""
    roots = (Path.cwd(), *Path(__file__).resolve().parents)
    return next((root / FILE for root in roots if (root / FILE).is_file()), None)


def read(path: Path) -> list[WireCase]:
    """Read the cases.

    Raises:
        DataMalformed: other fields, an id used twice, or sentences that do not cover the text in order.
    """
    import yaml

    root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.SequenceNode):
        raise DataMalformed(path, 1, "not a list of cases")
    found: dict[str, WireCase] = {}
    for node in root.value:
        line = node.start_mark.line + 1
        record = yaml.safe_load(yaml.serialize(node))
        if not isinstance(record, dict) or set(record) != _FIELDS or record["id"] in found:
            raise DataMalformed(path, line, f"a case has the fields {sorted(_FIELDS)}, its id once")
        spans = _spans(path, line, record["text"], record["sentences"])
        found[record["id"]] = WireCase(record["id"], record["manner"], record["text"], spans)
    return list(found.values())


def _spans(path: Path, line: int, text: str, sentences: list[str]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences:
        start = text.find(sentence, at)
        if start < 0 or text[at:start].strip():
            raise DataMalformed(path, line, f"the text does not go on with {sentence!r}")
        at = start + len(sentence)
        spans.append((start, at))
    if text[at:].strip():
        raise DataMalformed(path, line, f"no sentence holds {text[at:].strip()!r}")
    return tuple(spans)
