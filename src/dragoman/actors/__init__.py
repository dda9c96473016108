"""Actors: who a phrase of the news means, for which country and in what capacity on a day, and how we know."""

from dragoman.actors.context import ActorContext
from dragoman.actors.resolution import Resolution
from dragoman.actors.resolver import resolve

__all__ = ["ActorContext", "Resolution", "resolve"]
