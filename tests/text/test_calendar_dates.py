"""Whole dates in many spellings, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import calendar_date, day_and_month


@pytest.mark.parametrize(
    "words",
    [
        "2019-04-26",
        "2019/04/26",
        "2019.4.26",
        "20190426",
        "2019-04-26T23:30:00Z",
        "2019-04-26 08:00:00+03:00",
        "26 April 2019",
        "26th of April 2019",
        "26 Apr. 2019",
        "26-Apr-2019",
        "April 26, 2019",
        "Apr 26 2019",
        "APRIL 26TH, 2019",
        "Friday, April 26, 2019",
        "Fri, 26 Apr 2019 10:00:00 +0300",
        "26.04.2019",
        "26.04.2019 | 17:05",
        "26.04.19",
        "26/04/2019",
        "04/26/2019",
        "04/26/19 5:05 PM",
        " 26  April\n2019 ",
        "April 26, 2019 at 17:05 GMT",
    ],
)
def test_days(words):
    assert calendar_date(words) == (date(2019, 4, 26), date(2019, 4, 26), "day")


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("April 2019", date(2019, 4, 1), date(2019, 4, 30), "month"),
        ("2019-04", date(2019, 4, 1), date(2019, 4, 30), "month"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("06/04/2019", date(2019, 4, 6), date(2019, 6, 4), "range"),
        ("5/5/1998", date(1998, 5, 5), date(1998, 5, 5), "day"),
        ("01.02.98", date(1998, 2, 1), date(1998, 2, 1), "day"),
    ],
)
def test_what_is_known_of_other_dates(words, start, end, precision):
    assert calendar_date(words) == (start, end, precision)


@pytest.mark.parametrize(
    "words",
    ["", "today", "2019-02-30", "31/31/2019", "30 February 2019", "April 6", "12345", "0000", "20199999", "5 of 7"],
)
def test_no_dates(words):
    assert calendar_date(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("April 6", (6, 4)),
        ("6 April", (6, 4)),
        ("Sept. 30", (30, 9)),
        ("Saturday, April 6", (6, 4)),
        ("Feb 29", (29, 2)),
        ("Feb 30", None),
        ("April", None),
        ("April 6, 2019", None),
    ],
)
def test_dates_without_a_year(words, expected):
    assert day_and_month(words) == expected


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_every_day_in_several_forms(day):
    for form in ("%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%d.%m.%y"):
        found = calendar_date(day.strftime(form))
        assert found is not None
        assert (found.start, found.end) == (day, day)


@given(st.text(max_size=30))
def test_nothing_fails(words):
    calendar_date(words)
    day_and_month(words)
