"""The rules one by one: lines that are something, and lines that only look like it."""

import pytest

from dragoman.articles import tables
from dragoman.articles.blocks import parts, place_name
from dragoman.articles.foreign import english_share, foreign
from dragoman.articles.headings import is_letterhead, is_place_line
from dragoman.articles.labelled import is_byline, is_caption, is_furniture, split_labelled
from dragoman.articles.pieces import Piece, pieces
from dragoman.errors import DataInvalid


def piece(text):
    return Piece(0, len(text), text, after_blank=True)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe",
        "SUBSCRIBE NOW",
        "Log in | Register",
        "Share this article on Facebook",
        "Tweet",
        "12 comments",
        "1 / 24",
        "Loading …",
        "Advertisement",
        "Read more",
        "***",
        "• • •",
        "Home / World / Africa",
        "Thu, 5 May 2011 10:15 GMT",
        "3 hours ago",
        "Published: May 5, 2011 at 10:15",
        "Print   Email   Share",
        "Keywords: Mali, Niger",
        "dd/ef/gh",
        "We use cookies to improve your experience. By continuing you accept this.",
        "https://example.org/a/b?c=d",
        "[Editor's note: the name was changed]",
        "UPDATED",
    ],
)
def test_furniture(line):
    assert is_furniture(piece(line), edge=False) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Talks go on in Geneva",
        "Share prices fell in Lagos on Monday.",
        "Subscribers to the fund met the minister on Monday.",
        "News of the truce spread slowly.",
        "Home Office minister resigns",
        "Print workers strike in Athens",
        "Next round of talks set for May",
        "More troops sent to the border",
        "The opposition said reproduction of the ballot papers was forbidden.",
        "Live fire kills two in Gaza",
        "World leaders gather in Paris",
        "Follow-up talks are due in June.",
        "Search for missing sailors called off",
        "2,000 people marched.",
        "Video shows soldiers beating men",
        "Iran, Iraq sign border accord",
        "He refused to comment.",
    ],
)
def test_no_furniture(line):
    assert is_furniture(piece(line), edge=False) is None


@pytest.mark.parametrize(
    "line",
    [
        "© 2011 Agency. All rights reserved.",
        "Reproduction without written permission is prohibited.",
        "The opinions expressed here are the author's own.",
    ],
)
def test_furniture_at_the_edges_of_a_report(line):
    assert is_furniture(piece(line), edge=False) is None
    assert is_furniture(piece(line), edge=True) == "legal line"


@pytest.mark.parametrize(
    "line",
    [
        "By Anna Bell",
        "By ANNA BELL and OMAR SAID",
        "By Anna Bell, Associated Press",
        "By our correspondent in Cairo",
        "Associated Press Writer",
        "Reporting by Anna Bell",
        "Editor: Anna Bell",
        "By Jean-Luc de la Tour",
    ],
)
def test_bylines(line):
    assert is_byline(piece(line))


@pytest.mark.parametrize(
    "line",
    [
        "By nightfall the square was empty",
        "By Monday the troops had left.",
        "By the time the envoy arrived, the hall was empty.",
        "Editor held in Ankara",
        "Writers protest in Minsk",
    ],
)
def test_no_bylines(line):
    assert not is_byline(piece(line))


@pytest.mark.parametrize(
    "line",
    [
        "File photo shows the bridge over the Drina.",
        "This undated photo released by the army shows two soldiers.",
        "President A, left, and Minister B, right, on the stairs.",
        "ANKARA, TURKEY - MAY 5: People walk past the parliament.",
        "Foreign ministers A and B during a meeting",
        "A (L) and B (R) at the airport.",
    ],
)
def test_captions(line):
    assert is_caption(piece(line), beside=False) is not None


@pytest.mark.parametrize(
    "line",
    [
        "Gov. John Smith (R) signed the bill on Friday.",
        "Photos of the prisoners were handed to the commission.",
        "The army looks on track to retake the town.",
        "He spoke during a meeting of the cabinet.",
        "The two left, and the crowd dispersed.",
        "The general, who is seen as a moderate, said he would go.",
    ],
)
def test_no_captions(line):
    assert is_caption(piece(line), beside=False) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "© AFP / Anna BellThe envoys on the stairs",
            ["credit: © AFP / Anna Bell", "caption: The envoys on the stairs"],
        ),
        ("© 2011 Agency", ["credit: © 2011 Agency"]),
        ("© Agency McDonald", ["credit: © Agency McDonald"]),
        ("The envoys met. (Photo: Anna Bell/AFP)", ["caption: The envoys met.", "credit: (Photo: Anna Bell/AFP)"]),
        ("The envoys met. [Anna Bell/Reuters]", ["caption: The envoys met.", "credit: [Anna Bell/Reuters]"]),
        ("The envoys met. AP Photo/Anna Bell", ["None: The envoys met. AP Photo/Anna Bell"]),
        (
            "Envoys on the stairsEnvoys on the stairs",
            ["caption: Envoys on the stairs", "caption: Envoys on the stairs"],
        ),
        ("Photo: Anna Bell/AFP", ["credit: Photo: Anna Bell/AFP"]),
        ("AFP/POOL", ["credit: AFP/POOL"]),
        ("The price rose (by 5 percent/year).", ["None: The price rose (by 5 percent/year)."]),
        ("The party (Union/Front) left the hall.", ["None: The party (Union/Front) left the hall."]),
        ("Envoys meet - UN Mission", ["None: Envoys meet - UN Mission"]),
        ("the envoys on the stairs - Sputnik", ["caption: the envoys on the stairs", "credit: - Sputnik"]),
        ("He has left. Enditem", ["None: He has left.", "furniture: Enditem"]),
        ("UPDATE 1-Envoys meet", ["furniture: UPDATE 1-", "None: Envoys meet"]),
        ("He left. (Reporting by Anna Bell)", ["None: He left.", "credit: (Reporting by Anna Bell)"]),
    ],
)
def test_lines_that_hold_several_things(text, expected):
    assert [f"{part.kind}: {part.text}" for part in split_labelled(pieces(text))] == expected


def test_a_glued_caption_is_told_by_the_line_below():
    text = "© AFP / ANNA BELLSOLDIERS on the bridge\nSOLDIERS on the bridge - AFP"
    found = [f"{part.kind}: {part.text}" for part in split_labelled(pieces(text))]
    assert found[:2] == ["credit: © AFP / ANNA BELL", "caption: SOLDIERS on the bridge"]


@pytest.mark.parametrize(
    ("words", "letterhead"),
    [
        ("Ministry of Foreign Affairs", True),
        ("MINISTRY OF FOREIGN AFFAIRS", True),
        ("Embassy of the Republic of Mali in Paris", True),
        ("Ministry for Foreign Affairs, Sweden", True),
        ("United Nations", True),
        ("Office of the Prime Minister", True),
        ("Government Denies Troops Crossed Border", False),
        ("Ministry of Defence says two soldiers died", False),
        ("Nepal's government, Maoists sign accord", False),
    ],
)
def test_letterheads(words, letterhead):
    assert is_letterhead(piece(words)) is letterhead


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("PALERMO, Italy", True),
        ("UNITED NATIONS", True),
        ("BRUSSELS/PARIS", True),
        ("Palermo, Italy", False),
        ("TALKS GO ON IN ROME TODAY", False),
    ],
)
def test_place_lines(words, place):
    assert is_place_line(piece(words)) is place


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ROME", "Rome"),
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("PORT-AU-PRINCE", "Port-au-Prince"),
        ("N'DJAMENA", "N'Djamena"),
        ("SANA'A", "Sana'a"),
        ("ST. PETERSBURG", "St. Petersburg"),
        ("BRUSSELS/PARIS", "Brussels / Paris"),
        ("AL-TANF", "Al-Tanf"),
        ("THE HAGUE", "The Hague"),
        ("Rome", "Rome"),
        ("ŁÓDŹ", "Łódź"),
    ],
)
def test_place_names(words, name):
    assert place_name(words) == name


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        ("Abonnez-vous à notre lettre", True),
        ("Войти", True),
        ("إقرأ أيضاً", True),
        ("Die Gespräche wurden am Montag fortgesetzt.", True),
        ("The talks went on Monday.", False),
        ("Mogherini, Lavrov, Kerry, Zarif", False),
        ("Minister Khemaies Jhinaoui receives Ghassan Salamé", False),
        ("12 %", False),
        ("Moin", False),
    ],
)
def test_foreign(text, is_foreign):
    assert (foreign(text, "en") is not None) is is_foreign


def test_english_share():
    assert english_share("") == 0
    assert english_share("The talks of the envoys") == 0.6


def test_every_kind_of_block_is_told_with_a_reason():
    text = (
        "All news\nEnvoys of Mali and Niger meet\nTruce holds for a third day\nBy Anna Bell\n\n"
        "BAMAKO (AFP) - The envoys of Mali and Niger met on Monday.\n\nRead also: Truce broken\n\n"
        "The envoys on the stairs. (Photo: Anna Bell/AFP)\n\nThey left after an hour, officials said."
    )
    found = parts(text).blocks
    assert [block.kind for block in found] == [
        "furniture",
        "title",
        "standfirst",
        "byline",
        "dateline",
        "body",
        "furniture",
        "related",
        "caption",
        "credit",
        "body",
    ]
    assert all(block.reason for block in found)


def test_tables_are_whole():
    assert len(tables.furniture()) > 10
    assert tables.agencies()["associated press"] is tables.agencies()["ap"]
    for patterns in (tables.labels(), tables.bylines()):
        assert all(pattern.pattern for pattern in patterns.values())


@pytest.mark.parametrize(
    ("name", "text", "read", "words"),
    [
        ("furniture.yaml", "reason: x", tables.furniture, "a list is needed"),
        ("furniture.yaml", "- {reason: x}", tables.furniture, "exactly lines, reason"),
        ("furniture.yaml", "- {reason: x, lines: ['(']}", tables.furniture, "furniture.yaml: x"),
        ("furniture.yaml", "- {reason: x, lines: [a], where: middle}", tables.furniture, "edges alone"),
        ("furniture.yaml", "- [", tables.furniture, "furniture.yaml"),
        ("labels.yaml", "related: [a]", tables.labels, "exactly caption, credit, offer, related"),
        ("bylines.yaml", "byline: [1]\ncredit: [a]", tables.bylines, "bylines.yaml: byline"),
        ("captions.yaml", "openings: [a]", tables.captions, "it needs exactly"),
        (
            "agencies.yaml",
            "- {name: A, aliases: [B]}\n- {name: B, aliases: []}",
            tables.agencies,
            "'b' names A already",
        ),
    ],
)
def test_malformed_tables_fail(monkeypatch, tmp_path, name, text, read, words):
    folder = tmp_path / "data" / "articles"
    folder.mkdir(parents=True)
    (folder / name).write_text(text)
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    with pytest.raises(DataInvalid) as caught:
        read.__wrapped__()
    assert words in str(caught.value)
