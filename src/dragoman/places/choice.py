"""Which of several places a name means, by what else the text names."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.places.gazetteer import Candidate
from dragoman.places.names import key

LEAST: Final = 0.25
"""How far ahead of the next a place must be; below this, nothing is said."""
_WELL_KNOWN: Final = 200_000
_SIZE: Final = 0.8
"""What ten times the people count for."""
_DOUBTFUL: Final = 50_000
_NEAR_KM: Final = 300.0
_EARTH_KM: Final = 6371.0


@dataclass(slots=True)
class Surroundings:
    """Places that the text names beside the one asked about; what a name itself adds does not count for it."""

    countries: dict[str, dict[str, float]] = field(default_factory=dict)
    """How strongly each name speaks for each country."""
    regions: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    """And for each first-level region, by country and name as compared."""
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    """Where the cities are, by name."""

    def add(self, place: Candidate, weight: float = 1.0) -> None:
        """Take in a place of the text."""
        name = key(place.name)
        if place.country:
            speaks = self.countries.setdefault(place.country, {})
            speaks[name] = max(speaks.get(name, 0), weight)
            if place.region:
                speaks = self.regions.setdefault((place.country, key(place.region)), {})
                speaks[name] = max(speaks.get(name, 0), weight)
        if place.kind in {"city", "district"} and place.lat is not None and place.lon is not None:
            self.points[name] = (place.lat, place.lon)

    def country(self, place: Candidate) -> float:
        """How strongly other names speak for the country of a place."""
        return _others(self.countries.get(place.country or "", {}), place)

    def region(self, place: Candidate) -> float:
        """How strongly other names speak for its first-level region."""
        return _others(self.regions.get((place.country or "", key(place.region or "")), {}), place)

    def near(self, place: Candidate) -> int:
        """How many other cities of the text lie near it."""
        if place.lat is None or place.lon is None:
            return 0
        at, own = (place.lat, place.lon), key(place.name)
        return sum(
            abs(point[0] - at[0]) < 3 and distance(at, point) < _NEAR_KM
            for name, point in self.points.items()
            if name != own
        )


def _others(speaks: dict[str, float], place: Candidate) -> float:
    return sum(speaks.values()) - speaks.get(key(place.name), 0) if speaks else 0.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A place, how far it is ahead, the others, and why."""

    place: Candidate | None
    others: tuple[Candidate, ...]
    reason: str
    margin: float = 0.0


def choose(candidates: Sequence[Candidate], around: Surroundings, *, within: str | None = None) -> Chosen:
    """One of several places, or none where nothing tells.

    Args:
        candidates: the places that bear the name.
        around: what else the text names.
        within: the country or region that the text itself puts after the name, as `Paris, Texas` does.
    """
    if within is not None:
        inside = [place for place in candidates if is_within(place, within)]
        if inside:
            best = max(inside, key=lambda place: place.population)
            others = tuple(place for place in candidates if place is not best)[:5]
            return Chosen(best, others, f"the text says that it lies in {within}", 3.0)
    if any(place.kind == "country" for place in candidates):
        candidates = [place for place in candidates if _rivals_country(place, around)]
    ranked = sorted(((*_score(place, around), place) for place in candidates), key=lambda one: -one[0])
    if not ranked:
        return Chosen(None, (), "no place of that name is known")
    score, reason, best = ranked[0]
    others = tuple(place for _, _, place in ranked[1:6])
    if len(ranked) == 1:
        if best.kind == "city" and best.population < _DOUBTFUL and around.countries and not around.country(best):
            return Chosen(None, (best,), "the only place of that name that is known lies in another country", 0.0)
        return Chosen(best, (), "the only place of that name that is known", score)
    margin = score - ranked[1][0]
    if margin < LEAST and best.population < _WELL_KNOWN:
        return Chosen(None, (best, *others), "nothing in the text tells which of several it is", margin)
    return Chosen(best, others, reason, margin)


def _rivals_country(place: Candidate, around: Surroundings) -> bool:
    """Whether a place that bears a country's name may be meant: a small one only where its region is spoken of."""
    return place.kind in {"country", "region"} or place.population > _WELL_KNOWN or around.region(place) >= 1


def is_within(place: Candidate, name: str) -> bool:
    """Whether a place lies in the country or region of this name, which may be as long as `Calif`."""
    folded = key(name)
    if place.region and (key(place.region) == folded or _abbreviates(folded, key(place.region))):
        return place.kind != "region"
    return place.country is not None and folded == place.country.lower()


def _abbreviates(short: str, name: str) -> bool:
    return len(short) >= 3 and " " not in short and name.startswith(short)


def _score(place: Candidate, around: Surroundings) -> tuple[float, str]:
    score = math.log10(place.population + 10) * _SIZE
    reason = "the most populous of that name"
    country = around.country(place)
    if place.kind not in {"city", "region", "district", "country"}:
        return score + 1.5, f"a {place.kind}"
    if place.kind == "country":
        score, reason = score + 0.7, "a country"
    elif place.kind == "region":
        score -= 0.6
    elif place.capital:
        score, reason = score + 1.0, "a capital"
    if country > 0:
        score += 1.0 + min(country, 4) * 0.2
        reason = f"in {place.country}, which the text speaks of" if place.kind != "country" else reason
    if place.kind != "country":
        if place.region and (region := around.region(place)) > 0:
            score += 1.2 + min(region, 4) * 0.3
            reason = f"in {place.region}, which the text speaks of"
        if near := around.near(place):
            score += 0.6 + min(near, 4) * 0.2
            reason = "near other places of the text"
    return score, reason


def distance(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Kilometres between two points, on a sphere."""
    (a, b), (c, d) = [tuple(math.radians(x) for x in point) for point in (left, right)]
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, h)))
