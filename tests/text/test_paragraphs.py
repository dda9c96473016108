"""Paragraphs break where a reader sees them break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import paragraph_breaks

WRAPPED = (
    "The governor of the northern province told reporters that the road\n"
    "would be opened within a week, provided that the militia withdrew its\n"
    "checkpoints from the bridge. He did not name a day."
)


def paragraphs(text: str) -> list[str]:
    out, start = [], 0
    for end in [*paragraph_breaks(text), len(text)]:
        if text[start:end].strip():
            out.append(text[start:end].strip())
        start = end
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one line", ["one line"]),
        ("Envoy returns\n\nThe envoy returned.", ["Envoy returns", "The envoy returned."]),
        ("Envoy returns\nThe envoy returned.", ["Envoy returns", "The envoy returned."]),
        (WRAPPED, [WRAPPED]),
        (f"{WRAPPED}\n\nNext.", [WRAPPED, "Next."]),
        # A title of two lines in a wrapped document; alone it would be two lines.
        (
            f"MINISTERS PUT OFF A DECISION ON THE NEW BORDER POSTS AFTER A LONG\nNIGHT\n\n{WRAPPED}",
            ["MINISTERS PUT OFF A DECISION ON THE NEW BORDER POSTS AFTER A LONG\nNIGHT", WRAPPED],
        ),
        (
            "Demands:\n- release of prisoners\n- an end to the siege",
            ["Demands:", "- release of prisoners", "- an end to the siege"],
        ),
        ("1. Ceasefire\n2. Exchange", ["1. Ceasefire", "2. Exchange"]),
        ("a\n  \n\nb", ["a", "b"]),
        ("\n\nlead\n", ["lead"]),
        # Broken off in mid-sentence before a lower-case word: it runs on, whatever the width.
        (
            "The two foreign ministers were to meet again on Thursday to settle the\nremaining points.",
            ["The two foreign ministers were to meet again on Thursday to settle the\nremaining points."],
        ),
        (
            "The two delegations of the northern districts signed a truce in\nJuba.",
            ["The two delegations of the northern districts signed a truce in\nJuba."],
        ),
        # The line feed that ends a file makes no third line of a block.
        (
            "Soldiers guard the road to the bridge on the day after the shelling\n[ENDS]\n",
            ["Soldiers guard the road to the bridge on the day after the shelling", "[ENDS]"],
        ),
        # A byline in small letters does not go on with the title.
        (
            "Ministers of both districts put off the opening of the bridge\nby Anna Bell with AFP",
            ["Ministers of both districts put off the opening of the bridge", "by Anna Bell with AFP"],
        ),
        # Short lines are furniture, not wrapped text.
        ("Subscribe\nlog in\nregister", ["Subscribe", "log in", "register"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


@given(st.text(alphabet="ab .\n-1", max_size=200))
def test_breaks_are_line_feeds_or_the_end_in_order(text: str) -> None:
    breaks = paragraph_breaks(text)
    assert breaks == sorted(set(breaks))
    assert all(b == len(text) or text[b] == "\n" for b in breaks)
