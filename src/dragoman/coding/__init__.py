"""Doc -> mentions of deeds and standing relations, with their roles, status and voices as spans.

found = coding.read(text, [coding.Part(doc, 0, "body")], dates=spans)
"""

from __future__ import annotations

from dragoman.coding.lexicon import Lexicon, lexicon
from dragoman.coding.mention import Attribution, Filler, Found, Governing, Mention, RelationMention, Uncoded
from dragoman.coding.read import Part, attributions, read

__all__ = [
    "Attribution",
    "Filler",
    "Found",
    "Governing",
    "Lexicon",
    "Mention",
    "Part",
    "RelationMention",
    "Uncoded",
    "attributions",
    "lexicon",
    "read",
]
