"""Pieces of Markdown."""

from collections.abc import Iterable, Sequence

from dragoman.ontology.examples import Example


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"{'#' * level} {text}\n"


def bullets(items: Iterable[str]) -> str:
    """A list; an item may have sub-items, on lines of their own that begin with four blanks and a hyphen."""
    return "\n".join(f"- {item}" for item in items) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; bars in its cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines) + "\n"


def code(text: str) -> str:
    """A code."""
    return f"`{text}`"


def codes(texts: Iterable[str]) -> str:
    """Codes in a row."""
    return ", ".join(code(text) for text in texts)


def example(one: Example, *, mode: bool = True) -> str:
    """An example as an item of a list, its trigger bold, its coding below it."""
    text = one.text.replace(one.trigger, f"**{one.trigger}**", 1) if one.trigger else one.text
    parts = [code(f"{one.event}/{one.mode}")] if mode and one.mode else []
    parts += [f"actor: {', '.join(one.actors)}"] if one.actors else []
    parts += [f"recipient: {', '.join(one.recipients)}"] if one.recipients else []
    parts += [f"requester: {', '.join(one.requested_by)}"] if one.requested_by else []
    parts += [f"host: {', '.join(one.host)}"] if one.host else []
    parts += [f"CAMEO {code(one.cameo)}"] if one.cameo else []
    coding = "; ".join(parts)
    below = ". ".join(part for part in (coding, one.note) if part)
    return f"{text}\n    - {below}" if below else text


def score(value: float | None) -> str:
    """A score with its sign, nought without."""
    if value is None:
        return "none"
    return f"{value:+.1f}" if value else "0.0"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
