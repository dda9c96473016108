import json
import math

import pytest
from rich.console import Console

from dragoman.evaluate.floors import Target
from dragoman.evaluate.report import Report, Row

ROWS = (
    Row("UPOS", "tiny", "all", 90.04, 88.0, 92.0, 50, "document"),
    Row("LAS", "tiny", "all", 80.0, 78.0, 82.0, 50, "document"),
    Row("UPOS", "tiny", "genre=news", 91.0, 89.0, 93.0, 20, "sentence"),
    Row("LAS", "tiny", "genre=news", 81.0, 79.0, 83.0, 20, "sentence"),
    Row("entity P", "names|tiny", "all", math.nan, math.nan, math.nan, 0, "sentence"),
    Row("entity F1", "names|tiny", "all", 0.0, 0.0, 0.0, 7, "sentence"),
)
REPORT = Report("language", ROWS, ("A note.",))


def shown(report, width=80):
    console = Console(width=width)
    with console.capture() as capture:
        console.print(report.render())
    return capture.get()


def test_rows_are_found_by_key():
    assert REPORT.row("LAS/tiny/genre=news").value == 81.0
    with pytest.raises(KeyError):
        REPORT.row("LAS/tiny/genre=bio")


def test_targets_go_to_their_rows():
    targets = {"UPOS/tiny/all": Target(floor=90.0, goal=95.0), "UAS/tiny/all": Target(floor=99.0)}
    report = REPORT.with_targets(targets)
    assert (report.rows[0].floor, report.rows[0].goal) == (90.0, 95.0)
    assert all(row.floor is None for row in report.rows[1:])


@pytest.mark.parametrize(
    ("key", "floor", "below"),
    [
        ("UPOS/tiny/all", 90.04, False),
        ("UPOS/tiny/all", 90.05, True),
        ("entity P/names|tiny/all", 0.0, True),  # what cannot be measured keeps no floor
    ],
)
def test_below_floor(key, floor, below):
    report = REPORT.with_targets({key: Target(floor=floor)})
    assert [row.key for row in report.below_floor()] == ([key] if below else [])


def test_goals():
    reached, short = (REPORT.with_targets({"UPOS/tiny/all": Target(goal=g)}).rows[0] for g in (90.0, 90.1))
    assert (reached.reaches_goal, short.reaches_goal, ROWS[0].reaches_goal) == (True, False, None)


def test_json_has_every_row_and_no_nan():
    report = json.loads(
        json.dumps(REPORT.with_targets({"LAS/tiny/all": Target(79.0, 88.0)}).to_dict(), allow_nan=False)
    )
    assert report["task"] == "language"
    assert report["unit"] == "percent"
    assert report["notes"] == ["A note."]
    assert [row["measure"] for row in report["rows"]] == [row.measure for row in ROWS]
    assert report["rows"][1] == {
        "measure": "LAS",
        "dataset": "tiny",
        "slice": "all",
        "value": 80.0,
        "low": 78.0,
        "high": 82.0,
        "n": 50,
        "unit": "document",
        "floor": 79.0,
        "goal": 88.0,
    }
    assert report["rows"][4]["value"] is None


def test_markdown():
    text = REPORT.with_targets({"UPOS/tiny/all": Target(floor=91.0)}).to_markdown()
    assert (
        text
        == """\
### Goals and floors (percent, 95% interval)

| measure | value | goal | floor |  | n | resampled |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| UPOS, tiny | 90.0 (88.0-92.0) |  | 91.0 | below floor | 50 | document |

### tiny, by genre

| genre | n | UPOS | LAS |
| --- | ---: | ---: | ---: |
| all | 50 | 90.0±2.0 | 80.0±2.0 |
| news | 20 | 91.0±2.0 | 81.0±2.0 |

### names|tiny, entity

| slice | n | P | F1 |
| --- | ---: | ---: | ---: |
| all | 7 | - | 0.0±0.0 |

- A note.
"""
    )


def test_terminal():
    text = shown(REPORT.with_targets({"UPOS/tiny/all": Target(floor=91.0, goal=95.0)}))
    for part in ("below floor", "tiny, by genre", "91.0±2.0", "names|tiny, entity", "- A note."):
        assert part in text
    assert "…" not in shown(REPORT, width=30)


def test_measures_wrap_into_tables_that_fit_a_terminal():
    rows = tuple(Row(f"M{i}", "tiny", "all", 90.0, 88.0, 92.0, 24_000, "document") for i in range(9))
    text = Report("language", rows).to_markdown()
    assert "| slice | n | M0 | M1 | M2 | M3 | M4 |\n" in text
    assert "| slice | n | M5 | M6 | M7 | M8 |\n" in text
    assert max(map(len, shown(Report("language", rows)).splitlines())) <= 80
