"""Voices: who says what in a text, by which words.

for mention in dragoman.voices.find(text):
    print(mention.source, mention.cue, mention.content)
"""

from dragoman.voices.finder import find
from dragoman.voices.mention import VoiceMention

__all__ = ["VoiceMention", "find"]
