"""Publication dates that the report itself tells or bounds."""

from datetime import date

import pytest

from dragoman.articles.blocks import parts
from dragoman.articles.evidence import gather
from dragoman.articles.outlet import find_outlet
from dragoman.articles.published import infer_date
from dragoman.records import Dateline, Span

TITLE = "Envoys of both districts meet\n\n"


def infer(text, outlet=None, origin=""):
    text = TITLE + text
    found = parts(text)
    return infer_date(text, found.blocks, found.dateline, outlet, origin)


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        # The dateline says all.
        ("ACCRA, 3 May 2011 (AFP) - Envoys met on Tuesday.", date(2011, 5, 3), "dateline"),
        ("ACCRA, May 3, 2011 (AFP) - Envoys met on Tuesday.", date(2011, 5, 3), "dateline"),
        # The page is stamped.
        ("03.05.2011 | 17:05\n\nACCRA. May 3. STEPPE - Envoys met on Tuesday.", date(2011, 5, 3), "inferred"),
        ("ACCRA, May 3 (Agency) - Envoys met on Tuesday.\n\nPublished: 4 May 2011", date(2011, 5, 4), "inferred"),
        ("ACCRA, Ghana (AP) -- Envoys met on Tuesday.\n\nAP-NY-05-03-11 1533EDT", date(2011, 5, 3), "inferred"),
        ("ACCRA, May 3 (AFP) - Envoys met on Tuesday.\n\nAFP 031842 GMT MAY 11", date(2011, 5, 3), "inferred"),
        ("Last updated: 2011-05-03 18:00\n\nThe envoys met on Tuesday, officials said.", date(2011, 5, 3), "inferred"),
        # A copyright line tells the year.
        ("ACCRA, May 3 (Agency) - Envoys met on Tuesday.\n\n© Agency 2011", date(2011, 5, 3), "inferred"),
        # A picture of the day before does.
        (
            "ACCRA, May 3 (Agency) - Envoys met on Tuesday.\n\nPhoto of May 2, 2011. (Agency/Li Mu)",
            date(2011, 5, 3),
            "inferred",
        ),
        # The weekday does, from the latest year that the text looks back on.
        (
            "ACCRA, May 3 (Agency) - Envoys met on Tuesday.\n\nThe crossing was closed in 2009.",
            date(2011, 5, 3),
            "inferred",
        ),
        (
            "ACCRA, May 4 (Agency) - Envoys met on Tuesday, the ministry said on Wednesday.\n\nIt was closed in 2009.",
            date(2011, 5, 4),
            "inferred",
        ),
        # A year that lies ahead does.
        (
            "ACCRA, May 3 (Agency) - Envoys met on Tuesday.\n\nThe bridge will be opened in March 2012.",
            date(2011, 5, 3),
            "inferred",
        ),
    ],
)
def test_a_day(text, day, basis):
    found = infer(text)
    assert (found.span.start, found.span.end, found.span.precision) == (day, day, "day")
    assert found.basis == basis
    assert found.span.reason


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # Day and month without any hint of the year: the years that the weekday allows.
        ("ACCRA, May 3 (Agency) - Envoys met on Tuesday.", date(1983, 5, 3), None),
        ("ACCRA, May 3 (Agency) - Envoys met.", date(1980, 5, 3), None),
        # No day: what the text looks back on.
        ("ACCRA (Agency) - Envoys met on Tuesday.\n\nThe crossing was closed in 2009.", date(2009, 1, 1), None),
        (
            "ACCRA (Agency) - Envoys met on Tuesday.\n\nThe crossing was closed on 9 June 2009.",
            date(2009, 6, 9),
            None,
        ),
        # A day without a year near one with a year: within a year after it.
        (
            "ACCRA (Agency) - Envoys met on Tuesday.\n\nIt was closed on June 9, 2009. On June 12 it was mined.",
            date(2009, 6, 12),
            date(2010, 6, 13),
        ),
        # A copyright line, and a day that lies ahead.
        (
            "ACCRA (Agency) - Envoys met.\n\nThey fell out on June 9. They will meet on June 30.\n\n© 2009 Agency",
            date(2009, 6, 9),
            date(2009, 6, 30),
        ),
        ("ACCRA (Agency) - Envoys met on Tuesday.\n\n© 2009 Agency", date(2009, 1, 1), date(2009, 12, 31)),
    ],
)
def test_bounds(text, start, end):
    found = infer(text)
    assert (found.span.start, found.span.end, found.span.precision) == (start, end, "range")
    assert found.confidence < 1


def test_an_agency_bears_its_name_since_a_day():
    text = "ACCRA, May 3 (Sputnik) - Envoys met on Tuesday."
    assert infer(text, outlet="Sputnik").span.start == date(2016, 5, 3)


def test_open_years_are_listed():
    reason = infer("ACCRA, May 3 (Agency) - Envoys met on Tuesday.").span.reason
    assert reason.startswith(
        "'May 3' in the dateline, of an unknown year; a Tuesday, as in 1983, 1988, 1994, 2005, 2011"
    )


@pytest.mark.parametrize("text", ["Envoys met in the town.", "Envoys met on Tuesday.", "Some 2,000 people marched."])
def test_nothing_to_go_by(text):
    assert infer(text) is None


def test_future_years_are_no_bounds():
    assert infer("The envoys met on Tuesday, officials said.\n\nThe bridge will be opened by 2030.") is None


def test_evidence():
    text = TITLE + (
        "ACCRA, May 3 (Agency) - Envoys met on Tuesday, it was said on Wednesday.\n\n"
        "The crossing was closed on 9 June 2009. A truce has held since 2010. "
        "They will meet on 5 July 2012 and on June 8. On March 2 they fell out.\n\n"
        "Photo taken on May 2, 2011 shows the hall. (Agency/Li Mu)\n\n"
        "© Agency 2011\n02.05.2011 17:00"
    )
    found = gather(text, parts(text).blocks)
    assert found.stamps == (date(2011, 5, 2),)
    assert found.pictures == (date(2011, 5, 2),)
    assert found.copyright == (2011,)
    assert (found.past, found.ahead) == ((date(2009, 6, 9),), (date(2012, 7, 5),))
    assert (found.past_days, found.days_ahead) == (((2, 3),), ((8, 6),))
    assert (found.years, found.years_ahead) == ((2009, 2010), (2012,))
    assert (found.weekdays, found.weekday) == (frozenset({1, 2}), 2)


@pytest.mark.parametrize(
    ("text", "agency", "outlet"),
    [
        ("ROME (AFP) - They met.", "AFP", ("AFP", "dateline")),
        ("ROME (Reuter) - They met.", "Reuter", ("Reuters", "dateline")),
        ("ROME (XNS) - They met.\n\n© 2011 Xenia News Service", "XNS", ("Xenia News Service", "dateline")),
        ("ROME /HARBOUR WIRE/ - They met.\n\n© Harbour Wire", "HARBOUR WIRE", ("Harbour Wire", "dateline")),
        ("ROME (QQQ) - They met.", "QQQ", ("QQQ", "dateline")),
        (
            "By ANNA BELL\nAssociated Press Writer\n\nThey met on Monday to discuss it.",
            None,
            ("Associated Press", "credit"),
        ),
        (
            "They met on Monday to discuss it.\n\n© 2011 The Harbour Times. All rights reserved.",
            None,
            ("The Harbour Times", "credit"),
        ),
        ("They met on Monday to discuss it.\n\nSource: Agencies", None, ("Agencies", "credit")),
        ("They met on Monday to discuss it, officials said.", None, None),
    ],
)
def test_outlets(text, agency, outlet):
    text = TITLE + text
    found = parts(text)
    assert (found.dateline.agency if found.dateline else None) == agency
    named = find_outlet(text, found.blocks, found.dateline)
    assert (named and tuple(named)) == outlet


def test_a_letterhead_names_the_outlet():
    text = (
        "Republic of Northland\nMinistry of Foreign Affairs\n\nMinister receives ambassador of Southland\n\n"
        "The Minister received the ambassador of Southland on Monday."
    )
    found = parts(text)
    assert find_outlet(text, found.blocks, found.dateline).name == "Ministry of Foreign Affairs of Northland"
    assert find_outlet("", (), Dateline(Span(0, 0), "Rome", Span(0, 0))) is None


FILED = "ACCRA, May 3 (Agency) - Envoys met on Tuesday."


@pytest.mark.parametrize(
    ("origin", "day"),
    [
        ("reports/2011-05-03_accra.txt", date(2011, 5, 3)),
        ("20110504.txt", date(2011, 5, 4)),
        ("https://example.org/news/2011/05/03/envoys", date(2011, 5, 3)),
        ("https://example.org/2011/5/3/envoys", date(2011, 5, 3)),
    ],
)
def test_a_name_that_holds_the_day_of_the_dateline(origin, day):
    found = infer(FILED, origin=origin)
    assert (found.span.start, found.span.end, found.basis) == (day, day, "inferred")
    assert "name of the file" in found.span.reason


@pytest.mark.parametrize(
    "origin", ["2011-06-03.txt", "2011-05-03/accra.txt", "2011-13-03.txt", "id-120110503.txt", "2011-05-09.txt", ""]
)
def test_a_name_that_does_not(origin):
    found = infer(FILED, origin=origin)
    assert found is None or found.span.end is None
