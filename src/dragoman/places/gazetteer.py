"""The embedded gazetteer: countries, first-level regions, places of over 1,000 people, seas and regions.

`gazetteer.zz` is zlib-compressed: the length of a JSON head (4 bytes, little-endian), the head, arrays, texts. The head
names arrays (name, NumPy type, length) and texts (name, length in bytes) in their order. The names, as `names.key`
makes them, are sorted; `postings[starts[i] : starts[i + 1]]` are the places of the i-th, the most populous first.
Latitudes and longitudes are thousandths of a degree; a place's `country` and `region` count lines of other texts.
`training/places/compile_gazetteer.py` makes it.
"""

import json
import struct
import zlib
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from dragoman.places import tables
from dragoman.places.names import key
from dragoman.records import Place
from dragoman.tables import rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_COUNTRY_COLUMNS: Final = ("code", "kind", "name", "aliases", "adjectives", "demonyms", "also_person")
_PLACE_COLUMNS: Final = ("kind", "name", "country", "aliases", "also_person")
_POINT_COLUMNS: Final = ("code", "lat", "lon")
_AREA_COLUMNS: Final = ("name", "aliases", "kind", "country", "lat", "lon")
_STATE_SUFFIX: Final = (" state", " province", " region", " governorate", " county", " oblast", " city", " district")


class Candidate(NamedTuple):
    """A place that a name may mean."""

    name: str
    kind: str
    """`country`, `region`, `city`, or what `areas.csv` calls it: `sea`, `island`, `continent`."""
    country: str | None
    region: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    geonames_id: int | None = None
    capital: bool = False

    def place(self, reason: str) -> Place:
        """The record."""
        return Place(self.name, self.country, self.region, self.lat, self.lon, self.geonames_id, self.kind, reason)


@dataclass(slots=True)
class Gazetteer:
    """Places by how their names are compared."""

    names: list[str]
    arrays: "dict[str, NDArray[np.integer[Any]]]"
    shown: list[str]
    codes: list[str]
    regions: list[str]
    districts: list[str]
    """Second-level regions, as compared, sorted."""
    district_names: list[str]
    others: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    """Countries, first-level regions and areas."""
    capitals: set[tuple[str, str]] = field(default_factory=set)
    """Names, as compared, and countries of capitals."""
    adjectives: dict[str, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    """Countries by their adjectives and peoples."""
    known: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    """What has been looked up."""

    def candidates(self, name: str, *, adjectives: bool = False) -> tuple[Candidate, ...]:
        """Every place that a name may mean, countries, regions and areas first, then the most populous."""
        folded = key(name)
        if adjectives and folded in self.adjectives and folded not in self.others:
            return tuple(self.adjectives[folded])
        found = self.known.get(folded)
        if found is None:
            found = _own(self._named(folded, name))
            if not found and folded.startswith("the "):
                found = self.candidates(folded[4:])
            self.known[folded] = found
        return found

    def _named(self, folded: str, name: str) -> list[Candidate]:
        if name in abbreviations() and (len(name) == 2 or name.endswith(".")):
            return [place for place in self.others.get(key(abbreviations()[name]), ()) if place.kind == "region"]
        if name.isupper() and len(name) < 4:
            return self.others.get(folded, [])
        return [*self.others.get(folded, ()), *self._cities(folded), *self._second_level(folded)]

    def _second_level(self, folded: str) -> list[Candidate]:
        found = []
        at = bisect_left(self.districts, folded)
        columns = self.arrays
        while at < len(self.districts) and self.districts[at] == folded:
            found.append(
                Candidate(
                    self.district_names[at],
                    "district",
                    self.codes[int(columns["district_country"][at])],
                    self.regions[int(columns["district_region"][at])] or None,
                    int(columns["district_lat"][at]) / 1000,
                    int(columns["district_lon"][at]) / 1000,
                )
            )
            at += 1
        return found

    def _cities(self, folded: str) -> list[Candidate]:
        at = bisect_left(self.names, folded)
        if at == len(self.names) or self.names[at] != folded:
            for suffix in () if self._second_level(folded) else _STATE_SUFFIX:
                if folded.endswith(suffix):
                    short = folded.removesuffix(suffix)
                    return [place for place in self.candidates(short) if place.kind != "country"]
            return []
        starts = self.arrays["starts"]
        return [self._city(int(i)) for i in self.arrays["postings"][starts[at] : starts[at + 1]]]

    def _city(self, at: int) -> Candidate:
        columns = self.arrays
        country = self.codes[int(columns["country"][at])]
        name = self.shown[at]
        return Candidate(
            name,
            "city",
            country,
            self.regions[int(columns["region"][at])] or None,
            int(columns["lat"][at]) / 1000,
            int(columns["lon"][at]) / 1000,
            int(columns["population"][at]),
            int(columns["id"][at]),
            (key(name), country) in self.capitals,
        )


def _own(places: list[Candidate]) -> tuple[Candidate, ...]:
    """The places without parts of a country that bear its name."""
    countries = {place.country for place in places if place.kind == "country"}
    return tuple(place for place in places if place.kind == "country" or place.country not in countries)


@cache
def abbreviations() -> dict[str, str]:
    """Short forms of first-level regions: `Wash.`, `N.Y.`, `TX`."""
    with as_file(files("dragoman") / "data" / "places" / "abbreviations.csv") as path:
        found = {}
        for _, row in rows(path, ("short", "name", "country")):
            found[row["short"]] = row["name"]
            found[f"{row['short']}."] = row["name"]
        return found


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read when it is first needed."""
    with as_file(files("dragoman") / "data") as folder:
        made = _unpacked(folder / "places" / "gazetteer.zz")
        points = folder / "places" / "points.csv"
        where = {row["code"]: tables.point(points, line, row) for line, row in rows(points, _POINT_COLUMNS)}
        _regions(made, where)
        _countries(made, folder / "language" / "countries.csv", where)
        _capitals(made, folder / "language" / "places.csv")
        _areas(made, folder / "places" / "areas.csv")
    return made


def _unpacked(path: Path) -> Gazetteer:
    import numpy as np

    raw = zlib.decompress(path.read_bytes())
    (length,) = struct.unpack_from("<I", raw)
    head = json.loads(raw[4 : 4 + length])
    at = 4 + length
    arrays: dict[str, NDArray[np.integer[Any]]] = {}
    for name, kind, count in head["arrays"]:
        arrays[name] = np.frombuffer(raw, dtype=kind, count=count, offset=at)
        at += arrays[name].nbytes
    texts: dict[str, list[str]] = {}
    for name, size in head["texts"]:
        texts[name] = raw[at : at + size].decode("utf-8").split("\n")
        at += size
    districts = texts["districts"]
    folded = [key(name) for name in districts]
    return Gazetteer(texts["names"], arrays, texts["shown"], texts["codes"], texts["regions"], folded, districts)


def _regions(made: Gazetteer, where: dict[str, tuple[float, float]]) -> None:
    """First-level regions, in the middle of their places where no better point is known."""
    import numpy as np

    columns = made.arrays
    both = columns["country"].astype(np.int64) * 65536 + columns["region"]
    kinds, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    lats = np.bincount(inverse, columns["lat"]) / counts / 1000
    lons = np.bincount(inverse, columns["lon"]) / counts / 1000
    people = np.bincount(inverse, columns["population"])
    for at, code in enumerate(kinds):
        name = made.regions[int(code) % 65536]
        if not name:
            continue
        country = made.codes[int(code) // 65536]
        middle = (round(float(lats[at]), 3), round(float(lons[at]), 3))
        lat, lon = where.get(f"{country}:{name}", middle)
        region = Candidate(name, "region", country, name, lat, lon, int(people[at]))
        folded = key(name)
        made.others[folded].append(region)
        for suffix in _STATE_SUFFIX:
            if suffix != " city" and folded.endswith(suffix):
                made.others[folded.removesuffix(suffix)].append(region)


def _countries(made: Gazetteer, path: Path, where: dict[str, tuple[float, float]]) -> None:
    columns = made.arrays
    for _, row in rows(path, _COUNTRY_COLUMNS):
        code = row["code"]
        point = where.get(code)
        if point is None and code in made.codes:
            own = columns["country"] == made.codes.index(code)
            point = (
                round(float(columns["lat"][own].mean()) / 1000, 3),
                round(float(columns["lon"][own].mean()) / 1000, 3),
            )
        lat, lon = point or (None, None)
        country = Candidate(row["name"], "country", code, None, lat, lon, 10**9)
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            made.others[key(name)].insert(0, country)
        for name in filter(None, (*row["adjectives"].split("|"), *row["demonyms"].split("|"))):
            if country not in made.adjectives[key(name)]:
                made.adjectives[key(name)].append(country)


def _capitals(made: Gazetteer, path: Path) -> None:
    for _, row in rows(path, _PLACE_COLUMNS):
        if row["kind"] == "capital":
            made.capitals.update((key(name), row["country"]) for name in (row["name"], *row["aliases"].split("|")))


def _areas(made: Gazetteer, path: Path) -> None:
    for line, row in rows(path, _AREA_COLUMNS):
        lat, lon = tables.point(path, line, row)
        area = Candidate(row["name"], row["kind"], row["country"] or None, None, lat, lon, 10**7)
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            folded = key(name)
            made.others[folded] = [area, *(other for other in made.others[folded] if other.kind == "country")]
