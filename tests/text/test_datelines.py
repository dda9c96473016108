"""Datelines of many agencies, and openings that only look like one."""

import pytest

from dragoman.text import dateline


@pytest.mark.parametrize(
    ("text", "opening", "alone"),
    [
        ("MINSK, June 3. /TASS/. The president", "MINSK, June 3. /TASS/. ", True),
        ("TASHKENT, May 14. The two", "TASHKENT, May 14. ", True),
        ("BELGRADE (Sputnik) – Serbia", "BELGRADE (Sputnik) – ", False),
        ("BEIJING, Nov. 3 (Xinhua) -- China", "BEIJING, Nov. 3 (Xinhua) -- ", False),
        ("NAIROBI, Kenya (AP) — Police", "NAIROBI, Kenya (AP) — ", False),
        ("UNITED NATIONS, 3 May (AFP) - The", "UNITED NATIONS, 3 May (AFP) - ", False),
        ("BRUSSELS/PARIS, Dec 1 (Reuters) - EU", "BRUSSELS/PARIS, Dec 1 (Reuters) - ", False),
        ("KYIV. March 5 (Interfax) - The", "KYIV. March 5 (Interfax) - ", False),
        ("PARIS — The", "PARIS — ", False),
        ("TEHRAN, Jan. 5, 2019 (IRNA) – Iran", "TEHRAN, Jan. 5, 2019 (IRNA) – ", False),
        ("Beirut, April 18 (Levant Bureau): The", "Beirut, April 18 (Levant Bureau): ", False),
        ("Muscat, Jan 20, GULFPRESS – The", "Muscat, Jan 20, GULFPRESS – ", False),
        ("BISHKEK. July 2. STEPPE NEWS - The", "BISHKEK. July 2. STEPPE NEWS - ", False),
        ("PODGORICA, September 4 /ADRIA WIRE/ - A", "PODGORICA, September 4 /ADRIA WIRE/ - ", False),
        ("HARARE, Tuesday, 3 March 2009 -- A", "HARARE, Tuesday, 3 March 2009 -- ", False),
        ("ST. PETERSBURG, 2019-06-07 (Agency) –  A", "ST. PETERSBURG, 2019-06-07 (Agency) –  ", False),
        ("N'DJAMENA, Chad (AP) — A", "N'DJAMENA, Chad (AP) — ", False),
        ("WASHINGTON, D.C. (AP) — The", "WASHINGTON, D.C. (AP) — ", False),
        ("WASHINGTON D.C. – The", "WASHINGTON D.C. – ", False),
        ("BOGOTA, SEPT. 2 - REBELS FREED FOUR", "BOGOTA, SEPT. 2 - ", False),
        ("CAIRO (NILEWIRE) - EGYPT ON MONDAY", "CAIRO (NILEWIRE) - ", False),
        ("NAIROBI, Kenya (AP) _ Police", "NAIROBI, Kenya (AP) _ ", False),
        ("New Delhi, Mar 5 (PTI) India", "New Delhi, Mar 5 (PTI) ", False),
        ("Rio de Janeiro, 4 May 2011 – A", "Rio de Janeiro, 4 May 2011 – ", False),
    ],
)
def test_datelines(text: str, opening: str, alone: bool) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.length, found.alone) == (len(opening), alone)
    assert dateline(text, first=True) == found


@pytest.mark.parametrize(
    "text",
    [
        "NATO said on Monday that it would stay.",
        "The Minsk talks - the third round - failed.",
        "EU: what next",
        "Paris - the city - was quiet.",
        "U.N. troops left. They went home.",
        "MINISTERS MEET IN GENEVA",
        "A. B. Vajpayee spoke - at length.",
        "IMF. The fund",
        "QUITO: Talks go on",
        "Rome (Agency) - Talks go on",
        "MINISTERS AGREE - TALKS TO GO ON",
        "Talks went on, May 3, in Rome. They",
        "Geneva, May 3. Talks",
        "A" * 500,
        "ROME, May 3 (AGENCY)",
        "Damascus, SANA- The",
        "ROME (AGENCY) talks go on",
        "The Treaty of Rome (1957) is",
        "Milan, Rome (May 3) and Turin",
        "",
    ],
)
def test_other_openings(text: str) -> None:
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Rome (Agency) - Talks go on", "Rome (Agency) - "),
        ("QUITO: Talks go on", "QUITO: "),
        ("NEW DELHI: India", "NEW DELHI: "),
        ("Damascus, SANA- The", "Damascus, SANA- "),
        ("Damascus, SANA – The", "Damascus, SANA – "),
    ],
)
def test_datelines_of_a_first_paragraph(text: str, opening: str) -> None:
    found = dateline(text, first=True)
    assert found is not None
    assert (found.length, found.alone) == (len(opening), False)


def test_a_first_paragraph_may_have_a_dateline_in_small_letters_that_stands_alone() -> None:
    text = "Uppsala, 13 December 2018. The Minister"
    found = dateline(text, first=True)
    assert found is not None
    assert (found.length, found.alone) == (text.index("The"), True)
    assert dateline(text) is None


@pytest.mark.parametrize(
    "text", ["EU: what next", "QUITO: the talks", "Paris: Talks", "MINISTERS AGREE: TALKS GO ON", "Paris, Rome - Talks"]
)
def test_other_openings_of_a_first_paragraph(text: str) -> None:
    assert dateline(text, first=True) is None


@pytest.mark.parametrize(
    ("text", "place", "region", "date", "agency"),
    [
        ("MINSK, June 3. /TASS/. The", "MINSK", None, "June 3", "TASS"),
        ("NAIROBI, Kenya (AP) — The", "NAIROBI", "Kenya", None, "AP"),
        ("BRUSSELS/PARIS, Dec 1 (Reuters) - The", "BRUSSELS/PARIS", None, "Dec 1", "Reuters"),
        ("KYIV. March 5. Interfax-Ukraine - The", "KYIV", None, "March 5", "Interfax-Ukraine"),
        ("TEHRAN, Jan. 5, 2019 (IRNA) – The", "TEHRAN", None, "Jan. 5, 2019", "IRNA"),
        ("ANKARA (AA) - 14.02.2018 - The", "ANKARA", None, "14.02.2018", "AA"),
        ("PARIS — The", "PARIS", None, None, None),
        ("Tashkent, 14 May 2018 – The", "Tashkent", None, "14 May 2018", None),
    ],
)
def test_parts_of_a_dateline(text, place, region, date, agency) -> None:
    found = dateline(text)
    assert found is not None
    parts = [None if s is None else text[slice(*s)] for s in (found.place, found.region, found.date, found.agency)]
    assert parts == [place, region, date, agency]
    assert text[found.end :].lstrip(" ") == text[found.length :] == "The"
