"""How roles look in a terminal, and how text of others is made safe for one."""

from dragoman.export.marks import Role

STYLES: dict[Role, str] = {
    "trigger": "bold underline",
    "actor": "cyan",
    "recipient": "yellow",
    "requested": "bright_cyan",
    "host": "bright_blue",
    "voice": "magenta",
    "cue": "italic magenta",
    "date": "green",
    "place": "blue",
    "about": "italic",
    "relation": "italic",
}

_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),  # they turn text around
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
}
_WITH_LINES = {**_PICTURES, 0x0A: 0x0A}


def safe(text: str, *, line: bool = True) -> str:
    """The text with pictures of control characters; on one line, unless line ends are to stay."""
    if line:
        for white in "\r\n\t\v\f\x85\u2028\u2029":
            text = text.replace(white, " ")
        return text.translate(_PICTURES)
    return text.replace("\r\n", "\n").replace("\t", " ").translate(_WITH_LINES)
