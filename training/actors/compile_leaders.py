"""Compile `src/dragoman/data/actors/leaders.csv` from tables of leaders and office holders.

    python training/actors/compile_leaders.py REFERENCE_FOLDER

The folder holds the tables that `src/dragoman/data/SOURCES.md` names. A holder whom two tables know is written once,
from the table with the fuller name.
"""

import csv
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src" / "dragoman" / "data"
SINCE = "1985"
NAMES = {
    "Burma": "MMR",
    "Cabo Verde": "CPV",
    "Cote d'Ivoire": "CIV",
    "Korea, North": "PRK",
    "Korea, South": "KOR",
    "Congo, Democratic Republic of the": "COD",
    "Congo, Republic of the": "COG",
    "Bahamas, The": "BHS",
    "Gambia, The": "GMB",
    "Micronesia, Federated States of": "FSM",
    "European Union": "EUR",
    "African Union": "IGO",
    "The Gambia": "GMB",
    "Timor-Leste": "TLS",
    "Holy See": "VAT",
    "United States": "USA",
    "North Macedonia": "MKD",
    "Holy See (Vatican City)": "VAT",
    "Palestinian Territories": "PSE",
    "Sao Tome and Principe": "STP",
    "Republic of the Congo": "COG",
    "Democratic Republic of the Congo": "COD",
    "Republic of Ireland": "IRL",
    "Eswatini": "SWZ",
    "Congo–Kinshasa": "COD",
    "Congo–Brazzaville": "COG",
    "People's Republic of China": "CHN",
    "Federated States of Micronesia": "FSM",
}
SECTORS = [
    (r"Ambassador|Permanent Representative|Governor of the .*Bank|President of .*Bank|Central Bank", "GOV"),
    (r"Minister.*Defen[cs]e|Defen[cs]e Minister|Sec\..*Defense", "GOV|MIL"),
    (r"Commander|Chief of (?:the )?(?:General )?Staff|Armed Forces", "MIL"),
    (r"Speaker|Chairman.*(?:Parliament|Assembly|Senate)|President.*(?:Senate|Assembly)", "LEG"),
    (r"Chief Justice|Supreme Court", "JUD"),
    (r"Intelligence|Security Service", "SPY"),
]


def main(folder: Path) -> None:
    codes = countries()
    known = own()
    rows = [*wikidata(folder, codes, known), *agency(folder, codes, known), *reign(folder, known)]
    rows = sorted(dict.fromkeys(rows), key=lambda row: (row[1], row[0], row[4]))
    with (DATA / "actors" / "leaders.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "country", "office", "sectors", "start", "end", "seen", "source"))
        writer.writerows(rows)
    print(len(rows), "rows")


def code_of(name: str, codes: dict[str, str]) -> str | None:
    code = codes.get(name) or codes.get(re.sub(r" \(.*", "", name))
    if code is None:
        print("unknown country", name)
    return code


def wikidata(folder: Path, codes: dict[str, str], known: dict[str, str]):
    for row in read(folder / "leaders_2022_wikidata.csv"):
        code = code_of(row["country"], codes)
        if code and row["holder"] and plain(row["holder"]) not in known:
            years = (row["start_year"], row["end_year"])
            yield row["holder"], code, row["position"], "GOV", *years, "2022", "wikidata-2022"
    for row in read(folder / "leaders_2026_g20_asean.csv"):
        code = code_of(row["country"], codes)
        if code and row["holder"] and plain(row["holder"]) not in known:
            yield row["holder"], code, row["title"], "GOV", row["since"], "", "2026-07", "wikidata-2026"


def agency(folder: Path, codes: dict[str, str], known: dict[str, str]):
    for row in read(folder / "offices_2019_cia.csv"):
        code, holder = code_of(row["country"], codes), row["holder_surname_in_capitals"]
        if code is None or not holder or "vacant" in holder.lower():
            continue
        name = re.sub(r"\s*[(,].*", "", " ".join(cased(word) for word in holder.split()))
        name = re.sub(r"^(?:Dr|Gen|Maj|Lt|Col|Brig|Sheikh|Ret|Adm|Capt|Eng)\.?\s+", "", name)
        if len(name.split()) > 1 and plain(name) not in known:
            sectors = next((sectors for pattern, sectors in SECTORS if re.search(pattern, row["office"])), "GOV")
            yield name, code, row["office"], sectors, "", "", "2019-10", "cia-2019"


def reign(folder: Path, known: dict[str, str]):
    codes = {row["code"]: row["iso"] for row in read(Path(__file__).with_name("reign_codes.csv"))}
    for row in read(folder / "leaders_1945_2021_reign.csv"):
        end = "" if row["end_month"].startswith("-") else row["end_month"]
        code = codes.get(row["state"], row["state"])
        last = re.split(r"[\s-]", plain(row["leader"]))[-1]
        covered = any(last == name.split()[-1] for name in known_by(known, code))
        if not covered and not (end and end < SINCE):
            yield row["leader"], code, "national leader", "GOV", row["start"], end, "", "reign-2021"


def cased(word: str) -> str:
    return "-".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in word.split("-"))


def plain(name: str) -> str:
    import unicodedata

    flat = unicodedata.normalize("NFKD", name)
    return "".join(char for char in flat if not unicodedata.combining(char)).lower().strip()


def own() -> dict[str, str]:
    """The names that the hand-written table has, with their countries."""
    found = {}
    for row in read(DATA / "actors" / "persons.csv"):
        for name in row["names"].split("|"):
            found[plain(name)] = row["country"]
    return found


def known_by(known: dict[str, str], code: str) -> list[str]:
    return [re.sub(r"-", " ", name) for name, country in known.items() if country == code]


def countries() -> dict[str, str]:
    codes = dict(NAMES)
    for row in read(DATA / "language" / "countries.csv"):
        for name in (row["name"], *row["aliases"].split("|")):
            if name:
                codes.setdefault(name, row["code"])
    return codes


def read(path: Path):
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
