import json

import pytest

from dragoman.bench import Figure, Report
from dragoman.bench.report import megabytes


def test_a_report_is_json():
    figures = (Figure("speed", 3.0, "words/s", (2.0, 3.0, 9.0)), Figure("peak memory", None, "MB"))
    record = json.loads(json.dumps(Report("language", "1 document", figures, machine="a machine").to_dict()))
    assert record == {
        "bench": "language",
        "subject": "1 document",
        "machine": "a machine",
        "figures": {
            "speed": {"value": 3.0, "unit": "words/s", "measured": [2.0, 3.0, 9.0]},
            "peak memory": {"value": None, "unit": "MB", "measured": []},
        },
    }


def test_the_machine_is_named():
    assert "Python" in Report("language", "", ()).machine


@pytest.mark.parametrize(("measured", "value"), [([2.0, 9.0, 3.0], 3.0), ([], None)])
def test_the_value_is_the_median_where_anything_was_measured(measured, value):
    assert Figure.of("speed", "words/s", measured) == Figure("speed", value, "words/s", tuple(measured))


def test_a_size_that_is_unknown_was_not_measured():
    assert megabytes(None) == []
    assert megabytes(2_500_000) == [2.5]
