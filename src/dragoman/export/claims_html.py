"""One self-contained HTML page: claims to sort and filter, and the words they rest on."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from dragoman import __version__
from dragoman.export import marks, phrases
from dragoman.export.claims import Items, WriteOptions
from dragoman.export.page import page

FOLDER = Path(__file__).parents[1] / "data" / "page"
"""Template, style and script."""


def write(items: Items, stream: BinaryIO, options: WriteOptions) -> None:
    """Write the page: it loads nothing, and a policy in it lets no script or style run but its own.

    It holds the sentences that claims rest on; whole reports only with `options.full_text`.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = ((FOLDER / name).read_text("utf-8") for name in ("page.css", "page.js"))
    template = environment.get_template("page.html.jinja")
    parts = template.generate(
        page=page(items, full_text=options.full_text),
        options=options,
        phrases=phrases,
        meaning=marks.MEANING,
        style=style,
        script=script,
        style_hash=_source_hash(style),
        script_hash=_source_hash(script),
        version=__version__,
    )
    stream.writelines(part.encode("utf-8", "replace") for part in parts)


def _source_hash(source: str) -> str:
    """As a content security policy names a source."""
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
