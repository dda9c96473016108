"""Mentions + actors + dates + places -> claims and relations: records only leave here."""

from __future__ import annotations

from dragoman.claims.build import code
from dragoman.claims.known import Codes, Known, Resolved

__all__ = ["Codes", "Known", "Resolved", "code"]
