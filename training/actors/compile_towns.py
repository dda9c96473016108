"""Compile `src/dragoman/data/actors/towns.csv`: towns that tell a country, from the gazetteer of the places.

    python training/actors/compile_towns.py

Taken are towns of at least 30,000 people whose name no place of another country bears that has a fifth of their people,
and that is no surname of a person whom the actors know, nor one of their nouns.
"""

import csv
from pathlib import Path

from dragoman.actors.knowledge import knowledge
from dragoman.actors.names import key
from dragoman.actors.tables import common_surnames
from dragoman.places.gazetteer import gazetteer

OUT = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "actors" / "towns.csv"
LEAST = 30_000
SHARE = 5


def main() -> None:
    OUT.write_text("name,country\n")
    towns, known = gazetteer(), knowledge()
    people = towns.arrays["population"]
    rows = []
    for at, name in enumerate(towns.shown):
        if people[at] < LEAST:
            break
        own = towns.codes[int(towns.arrays["country"][at])]
        rivals = [place for place in towns.candidates(name) if place.country != own and place.kind != "district"]
        folded = key(name)
        if any(place.population * SHARE > people[at] for place in rivals) or folded in known.names:
            continue
        if folded.isdigit() or len(folded) < 4 or folded in known.roles or folded in known.changes:
            continue
        if folded in known.surnames or folded in common_surnames():
            continue
        rows.append((name, own))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country"))
        writer.writerows(sorted(dict.fromkeys(rows)))
    print(len(rows), "towns")


if __name__ == "__main__":
    main()
