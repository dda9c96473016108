"""The task `places`: what it counts, and the floors under our quality."""

import json

import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import places as task
from dragoman.records import Place

TEXT = "He flew from Oslo to Bergen, not to Narnia."


def test_what_is_counted(tmp_path):
    names = [("Oslo", 59.9, 10.7), ("Bergen", 40.0, -73.9), ("Narnia", None, None)]
    toponyms = [
        {"start": TEXT.index(name), "end": TEXT.index(name) + len(name), "lat": lat, "lon": lon}
        for name, lat, lon in names
    ]
    path = tmp_path / "geo.jsonl"
    path.write_text(json.dumps({"corpus": "own", "text": TEXT, "toponyms": toponyms}) + "\n")
    (text,) = task.read(path)
    near, told, asked, found, mentions, gold, right, counting = task._counts(text, None)
    assert (near, told, asked) == (1, 2, 2)
    assert (found, mentions, gold) == (2, 2, 3)
    assert (right, counting) == (1, 2)


@pytest.mark.parametrize(
    ("place", "near"),
    [
        (Place("here", lat=10.0, lon=10.0), True),
        (Place("there", lat=10.0, lon=12.0), False),
        (Place("x"), False),
        (None, False),
    ],
)
def test_near(place, near):
    assert task.is_near(place, (10.5, 10.5)) is near


def test_a_malformed_line(tmp_path):
    path = tmp_path / "geo.jsonl"
    path.write_text("[]\n")
    with pytest.raises(DataMalformed):
        task.read(path)


@pytest.mark.shared
def test_floors(shared):
    report = task.run(shared)
    assert report.row("accuracy at 161 km/places/all").value >= 77
    assert report.row("told within 161 km/places/all").value >= 88
