"""Dates: each expression of a text that names a time, what it stands for, and why.

A time is told against a reference, which is the day that a report was published, or against an earlier expression of
the text. Without a reference, what needs one keeps its words and has no value: the day of reading is never used.
"""

from dragoman.dates.finder import find, resolve
from dragoman.dates.mention import DateMention, Relation

__all__ = ["DateMention", "Relation", "find", "resolve"]
