"""Whether a coded claim agrees with one of a careful reading, field by field.

A party agrees with an accepted name where its country, one of its sectors or its actor's name is that name, where its
words hold all words of the name or the other way round, or where both have the same head (`the Italian ministry`,
`Foreign Ministry of Italy`) and their capitalised words do not contradict each other.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from dragoman.evaluate.gold import OUTLET, GoldClaim
from dragoman.records import Actor, Claim, Party, Place, Voice

FIELDS: Final = ("status", "actors", "recipients", "date", "voices")
"""The fields that make a claim right; its sentence and event make it the one that is meant."""
BESIDES: Final = ("mode", "place")
"""Fields that are measured beside them."""

_SMALL: Final = frozenset("the a an of and in on at to for de al el la le his her its their".split())
_BREAK: Final = re.compile(r"\s+(?:of|in|from|for|at|on|to|who|which|that|with|and)\s|,")
_JOINT: Final = frozenset({"CONSULT", "AGREE"})
_CODE: Final = re.compile(r"[A-Z]{3}")
_SHARED: Final = 4
"""Letters with which two capitalised words must begin alike to be of one name: Georgian, Georgia."""


def holds(sentence: str, claim: GoldClaim) -> bool:
    """Whether a sentence is the one that a gold claim stands in."""
    return claim.anchor in " ".join(sentence.split())


def agreeing(claim: Claim, gold: GoldClaim) -> frozenset[str]:
    """The fields in which a coded claim gives an accepted answer; one that is not asked agrees."""
    joint = claim.event in _JOINT and not gold.recipients
    recipients = (*gold.actors, None) if joint else gold.recipients
    right = {
        "status": _status(claim, gold),
        "actors": _parties(claim.actors, gold.actors),
        "recipients": _parties(claim.recipients, recipients),
        "date": _date(claim, gold),
        "voices": _voices(claim.voices, gold.voices),
        "mode": gold.modes is None or claim.mode in gold.modes,
        "place": gold.places is None or _place(claim.place, gold.places),
    }
    return frozenset(name for name, agrees in right.items() if agrees)


def _status(claim: Claim, gold: GoldClaim) -> bool:
    if gold.pairs:
        return (claim.event, claim.status) in gold.pairs
    return claim.status in gold.statuses


def _parties(parties: Iterable[Party], accepted: tuple[str | None, ...]) -> bool:
    given = list(parties)
    if not given:
        return not accepted or None in accepted
    return all(any(is_party(party, name) for name in accepted if name is not None) for party in given)


def is_party(party: Party, name: str) -> bool:
    """Whether a party is the one of an accepted name or code."""
    if _CODE.fullmatch(name) and (name == party.country or name in party.sectors):
        return True
    return _is_named(party.text, party.actor, name)


def _is_named(words: str, actor: Actor | None, name: str) -> bool:
    if actor is not None and _plain(actor.name) == _plain(name):
        return True
    return same_name(words, name)


def same_name(one: str, other: str) -> bool:
    """Whether two phrases can name the same: the words of the one are in the other, or their heads agree."""
    mine, theirs = set(_words(one)), set(_words(other))
    if not mine or not theirs:
        return False
    if mine <= theirs or theirs <= mine:
        return True
    return _head(one) == _head(other) and not _contradict(one, other)


def _contradict(one: str, other: str) -> bool:
    """Whether both have capitalised words beside the head, and none in common."""
    mine, theirs = (
        [word for word in _words(phrase, capitalised=True) if word != _head(phrase)] for phrase in (one, other)
    )
    return bool(mine and theirs) and not any(a[:_SHARED] == b[:_SHARED] for a in mine for b in theirs)


def _head(phrase: str) -> str:
    """The last word of a phrase before what is attached to it, in the singular as far as the letters tell."""
    found = _words(_BREAK.split(phrase, maxsplit=1)[0]) or _words(phrase)
    return found[-1].removesuffix("s") if found else ""


def _words(phrase: str, *, capitalised: bool = False) -> list[str]:
    found = re.findall(r"[\w.]+", _unaccented(phrase).replace("’", "'").replace("'s", ""))
    kept = [word for word in found if not capitalised or word[:1].isupper()]
    return [low for word in kept if (low := word.lower().replace(".", "")) and low not in _SMALL]


def _plain(phrase: str) -> str:
    return " ".join(_words(phrase))


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _date(claim: Claim, gold: GoldClaim) -> bool:
    return (None if claim.date is None else (claim.date.start, claim.date.end)) in gold.dates


def _voices(voices: Iterable[Voice], accepted: tuple[str, ...]) -> bool:
    """Every voice named is accepted; and one is named, unless the outlet's own word is right too."""
    named = [voice for voice in voices if voice.text is not None]
    if not named:
        return OUTLET in accepted
    names = [name for name in accepted if name != OUTLET]
    return all(any(_is_voice(voice, name) for name in names) for voice in named)


def _is_voice(voice: Voice, name: str) -> bool:
    return _is_named(voice.text or "", voice.actor, name)


def _place(place: Place | None, accepted: tuple[str | None, ...]) -> bool:
    if place is None:
        return None in accepted
    return any(same_name(place.name, name) for name in accepted if name is not None)
