"""How far the parts of articles agree with a reading of them, told by strings that stand in the text.

For each kind of block: of the gold strings of this kind, how many have nine tenths of their characters in blocks of the
kind. For the body, by characters: how many of those that no gold string claims are in body blocks (recall), and how
many of those in body blocks no gold string claims (precision).
"""

from collections import Counter
from pathlib import Path

import yaml

from dragoman.articles import article
from dragoman.articles.tables import agencies
from dragoman.records import Article, Document
from dragoman.sources import documents

KINDS = {
    "title": {"title"},
    "standfirst": {"standfirst"},
    "furniture": {"furniture", "byline", "credit"},
    "captions": {"caption"},
    "related_headlines": {"related"},
}
OUTSIDE = ("furniture", "captions", "related_headlines")


def read(path):
    """File name -> article part of each reading in a YAML file."""
    table = yaml.safe_load(path.read_text("utf-8"))
    return {name: reading["article"] for name, reading in table.items() if isinstance(reading, dict)}


def measure(folder, readings):
    """Counts of what agrees and of what there is, by measure, and what does not agree, in words."""
    good, all_, misses = Counter(), Counter(), []
    for name, gold in readings.items():
        (document,) = documents([Path(folder) / name])
        found = article(Document("report.txt", document.text))  # the name of the file holds the day
        assert isinstance(found, Article), found
        for measured, agrees, total, told in _compare(found, gold):
            good[measured] += agrees
            all_[measured] += total
            if agrees < total and told:
                misses.append(f"{name}: {measured}: {told}")
    return {measured: good[measured] / all_[measured] for measured in all_}, all_, misses


def _compare(found, gold):
    squeezed, places = _squeezed(found.text)
    kinds = _kinds(found)
    claimed = set()
    for key, accepted in KINDS.items():
        for words in _listed(gold.get(key)):
            spots = _occurrences(squeezed, places, " ".join(words.split()))
            shares = [sum(kinds.get(i) in accepted for i in spot) / len(spot) for spot in spots]
            agrees = bool(shares) and (min(shares) if key == "captions" else max(shares)) >= 0.9
            if key == "title" and not agrees:  # a service prefix may be cut off
                agrees = bool(found.title) and " ".join(words.split()).endswith(found.title)
            yield key, int(agrees), 1, repr(words)
            claimed |= {i for spot in spots for i in spot}
    if found.dateline is not None:
        claimed |= set(range(found.dateline.span.start, found.dateline.span.end))
    letters = {i for i, char in enumerate(found.text) if not char.isspace()}
    body = {i for i in letters if kinds.get(i) == "body"}
    lost = "".join(found.text[i] for i in sorted(letters - claimed - body))
    yield "body recall", len(body - claimed), len(letters - claimed), repr(lost[:80])
    yield "body precision", len(body - claimed), len(body), repr("".join(found.text[i] for i in sorted(body & claimed)))
    yield "outlet", int(_same(found.outlet, gold.get("outlet"))), 1, f"{found.outlet!r}, not {gold.get('outlet')!r}"
    yield from _dateline(found, gold)
    yield from _published(found, gold)


def _dateline(found, gold):
    wanted = gold.get("dateline") or {}
    line = found.dateline
    for part in ("place", "agency", "date"):
        expected = wanted.get(part)
        got = getattr(line, part) if line is not None else None
        agrees = got == expected or (expected and got and _plain(got) == _plain(" / ".join(_listed(expected))))
        yield f"dateline {part}", int(bool(agrees)), 1, f"{got!r}, not {expected!r}"


def _published(found, gold):
    day = (gold.get("published") or {}).get("given_by_user")
    span = found.published
    told = None if span is None else f"{span.start} to {span.end}, not {day}"
    yield "published holds the day", int(span is not None and day in span), 1, told or f"none, not {day}"
    if span is not None and span.precision == "day":
        yield "published on a day is right", int(span.start == day), 1, told
    yield "published to the day", int(span is not None and span.precision == "day" and span.start == day), 1, ""


def _kinds(found):
    return {i: block.kind for block in found.blocks for i in range(block.span.start, block.span.end)}


def _squeezed(text):
    """The text with single blanks, and the place in the text of each of its characters."""
    out, places = [], []
    for i, char in enumerate(text):
        if not char.isspace():
            out.append(char)
            places.append(i)
        elif out and out[-1] != " ":
            out.append(" ")
            places.append(i)
    return "".join(out), places


def _occurrences(squeezed, places, words):
    spots, start = [], squeezed.find(words)
    while start >= 0:
        spots.append([places[i] for i in range(start, start + len(words)) if squeezed[i] != " "])
        start = squeezed.find(words, start + 1)
    return spots


def _listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def _same(outlet, expected):
    return _name(outlet or "") in {_name(name) for name in _listed(expected)}


def _name(outlet):
    """An outlet under whichever of its names, without the words that institutions are called with or without."""
    known = agencies().get(outlet.lower())
    words = (known.name if known else outlet).lower().replace(",", "").split()
    return " ".join(word for word in words if word not in {"of", "the", "for", "republic", "kingdom"})


def _plain(words):
    return "".join(char for char in words.casefold() if char.isalnum())
