"""Places: each name of a place in a text, where it is, what else it could be, and why."""

from dragoman.places.finder import find, locate
from dragoman.places.mention import PlaceMention
from dragoman.places.resolver import resolve

__all__ = ["PlaceMention", "find", "locate", "resolve"]
