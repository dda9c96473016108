"""What each kind of expression stands for."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import dates
from dragoman.records import DateSpan

WEDNESDAY = "2016-06-15"

CASES = [
    # explicit
    ("The treaty was signed on 3 February 1998.", "3 February 1998", "1998-02-03", "1998-02-03", "day"),
    ("It was signed on February 3, 1998, in Oslo.", "February 3, 1998", "1998-02-03", "1998-02-03", "day"),
    ("Signed on Tuesday, Feb. 3rd, 1998.", "Tuesday, Feb. 3rd, 1998", "1998-02-03", "1998-02-03", "day"),
    ("The file is dated 1998-02-03.", "1998-02-03", "1998-02-03", "1998-02-03", "day"),
    ("The file is dated 03.02.1998.", "03.02.1998", "1998-02-03", "1998-02-03", "day"),
    ("Talks opened in May 1998.", "May 1998", "1998-05-01", "1998-05-31", "month"),
    ("The 1974 invasion", "1974", "1974-01-01", "1974-12-31", "year"),
    ("fighting in the 1980s", "the 1980s", "1980-01-01", "1989-12-31", "decade"),
    ("born in the 19th century", "the 19th century", "1801-01-01", "1900-12-31", "range"),
    ("in the third quarter of 2015", "the third quarter of 2015", "2015-07-01", "2015-09-30", "quarter"),
    ("output in Q2 2015", "Q2 2015", "2015-04-01", "2015-06-30", "quarter"),
    ("in the summer of 2014", "the summer of 2014", "2014-06-01", "2014-08-31", "season"),
    # parts keep the precision of the whole
    ("He left in late March.", "late March", "2016-03-21", "2016-03-31", "month"),
    ("He left in early May 2015.", "early May 2015", "2015-05-01", "2015-05-10", "month"),
    ("by the end of 2013", "the end of 2013", "2013-09-01", "2013-12-31", "year"),
    ("in the mid-1990s", "the mid-1990s", "1993-05-02", "1996-08-30", "decade"),
    # without a year
    ("They met on June 2.", "June 2", "2016-06-02", "2016-06-02", "day"),
    ("They met on 20 December.", "20 December", "2015-12-20", "2015-12-20", "day"),
    ("They will meet on July 4.", "July 4", "2016-07-04", "2016-07-04", "day"),
    ("Both sides met in October.", "October", "2015-10-01", "2015-10-31", "month"),
    ("Both sides met last October.", "last October", "2015-10-01", "2015-10-31", "month"),
    # weekdays
    ("The envoy arrived on Monday.", "Monday", "2016-06-13", "2016-06-13", "day"),
    ("The envoy will arrive on Monday.", "Monday", "2016-06-20", "2016-06-20", "day"),
    ("The envoy arrived on Wednesday.", "Wednesday", "2016-06-15", "2016-06-15", "day"),
    ("The envoy arrived last Wednesday.", "last Wednesday", "2016-06-08", "2016-06-08", "day"),
    ("A vote is scheduled for Friday.", "Friday", "2016-06-17", "2016-06-17", "day"),
    ("He must answer by Friday.", "Friday", "2016-06-17", "2016-06-17", "day"),
    ("Shots were heard on Friday night.", "Friday night", "2016-06-10", "2016-06-10", "day"),
    ("He left on Tuesday of last week.", "Tuesday of last week", "2016-06-07", "2016-06-07", "day"),
    # counted from the reference
    ("They met yesterday.", "yesterday", "2016-06-14", "2016-06-14", "day"),
    ("the day before yesterday", "the day before yesterday", "2016-06-13", "2016-06-13", "day"),
    ("They met last week.", "last week", "2016-06-06", "2016-06-12", "week"),
    ("They meet next month.", "next month", "2016-07-01", "2016-07-31", "month"),
    ("earlier this month", "earlier this month", "2016-06-01", "2016-06-15", "month"),
    ("later this year", "later this year", "2016-06-15", "2016-12-31", "year"),
    ("three days ago", "three days ago", "2016-06-12", "2016-06-12", "day"),
    ("two weeks ago", "two weeks ago", "2016-05-30", "2016-06-05", "week"),
    ("five months ago", "five months ago", "2016-01-01", "2016-01-31", "month"),
    ("a decade ago", "a decade ago", "2006-01-01", "2006-12-31", "year"),
    ("over the past three days", "the past three days", "2016-06-12", "2016-06-15", "range"),
    ("in recent days", "recent days", "2016-06-06", "2016-06-15", "range"),
    ("over the coming weeks", "the coming weeks", "2016-06-15", "2016-08-17", "range"),
    ("over the weekend", "the weekend", "2016-06-11", "2016-06-12", "range"),
    ("at Christmas", "Christmas", "2015-12-25", "2015-12-25", "day"),
    # ranges written as one
    ("from 3-5 June 2014", "3-5 June 2014", "2014-06-03", "2014-06-05", "range"),
    ("the 2011-13 crisis", "2011-13", "2011-01-01", "2013-12-31", "range"),
    ("from 30 May to 2 June 2014", "30 May to 2 June 2014", "2014-05-30", "2014-06-02", "range"),
]


@pytest.mark.parametrize(("text", "words", "start", "end", "precision"), CASES)
def test_one_expression(text, words, start, end, precision):
    (mention,) = dates.find(text, WEDNESDAY)
    assert mention.text == words
    assert mention.value is not None
    assert (str(mention.value.start), str(mention.value.end), mention.value.precision) == (start, end, precision)
    assert mention.reason


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("He was freed on May 2, 2003, and fled three days later.", "three days later", "2003-05-05", "2003-05-05"),
        ("The war began in 2003. The following year he fled.", "The following year", "2004-01-01", "2004-12-31"),
        (
            "They signed on 4 March, at talks earlier that same day.",
            "earlier that same day",
            "2016-03-04",
            "2016-03-04",
        ),
        (
            "Clashes broke out on 7 May 2008. The next day a truce was agreed.",
            "The next day",
            "2008-05-08",
            "2008-05-08",
        ),
        ("It fell in June 2014. A year later it was retaken.", "A year later", "2015-01-01", "2015-12-31"),
    ],
)
def test_counted_from_an_earlier_expression(text, words, start, end):
    first, second = dates.find(text, WEDNESDAY)
    assert second.text == words
    assert second.value is not None
    assert (str(second.value.start), str(second.value.end)) == (start, end)
    assert second.anchor == first.span


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people fled.",
        "The firm paid $1990 for it.",
        "It may march on.",
        "a spring in the hills",
        "The second of them",
        "a total of 1,998 votes",
        "They may fall.",
        "VOA Today",
        "32 February 2001 is missing"[:2],
    ],
)
def test_no_expression(text):
    assert dates.find(text, WEDNESDAY) == []


def test_the_year_of_a_list_counts_for_all_of_it():
    first, second = dates.find("between May 3 and June 4, 2011,", WEDNESDAY)
    assert first.value == DateSpan(date(2011, 5, 3), date(2011, 5, 3), "day", first.reason)
    assert (first.relation, second.relation) == ("from", "to")
    assert first.period == second.period
    assert first.period is not None
    assert (first.period.start, first.period.end) == (date(2011, 5, 3), date(2011, 6, 4))


@pytest.mark.parametrize(
    ("phrase", "start", "end"),
    [
        ("since 2014", "2014-01-01", "None"),
        ("until March 2012", "None", "2012-03-31"),
        ("from 2011 to 2013", "2011-01-01", "2013-12-31"),
        ("last week", "2016-06-06", "2016-06-12"),
    ],
)
def test_resolve(phrase, start, end):
    found = dates.resolve(phrase, WEDNESDAY)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)


def test_resolve_gives_nothing_for_two_unrelated_times():
    assert dates.resolve("in 2011, and again in 2013, he left", WEDNESDAY) is None


@pytest.mark.parametrize("text", ["on Friday", "last week", "June 2", "two days ago", "in recent weeks"])
def test_without_a_reference_there_is_no_value(text):
    (mention,) = dates.find(text)
    assert mention.value is None
    assert mention.period is None
    assert mention.reason


def test_a_reference_may_be_a_span():
    week = DateSpan(date(2016, 6, 13), date(2016, 6, 15), "range")
    (mention,) = dates.find("yesterday", week)
    assert mention.value is not None
    assert mention.value.start == date(2016, 6, 14)


def test_a_reference_that_is_no_date():
    with pytest.raises(ValueError, match="June"):
        dates.find("yesterday", "15 June")


WORDS = "on in the last next Friday May 3 2014 2015 , . - early late of three days later ago week year since to".split()


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_spans_hold_their_words_and_do_not_overlap(text):
    mentions = dates.find(text, WEDNESDAY)
    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert all(left.span.end <= right.span.start for left, right in pairwise(mentions))
