"""Reading the careful reading."""

from datetime import date

import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import gold

READING = """\
# what the fields mean
2021-06-09_riga.txt:
  article: {published: {given_by_user: 2021-06-09}}
  claims:
    - {must: true, anchor: "met  in Riga", event: [CONSULT], actors: [EST, LVA], recipients: [],
       date: [2021-06-08, null], place: [Riga], status: [asserted], voices: [outlet]}
    - {must: false, anchor: "will sign", event: [AGREE], pairs: [[AGREE, future]],
       actors: [EST], recipients: [null], date: ["2021-07"], status: [future], voices: [Ada Lund]}
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "examples_a.yaml"


def test_read(path):
    path.write_text(READING, "utf-8")
    (report,) = gold.read(path)
    assert (report.name, report.published) == ("2021-06-09_riga.txt", date(2021, 6, 9))
    met, signed = report.claims
    assert (met.must, met.anchor, met.events, met.recipients) == (True, "met in Riga", ("CONSULT",), ())
    assert met.dates == ((date(2021, 6, 8), date(2021, 6, 8)), None)
    assert (met.modes, met.places) == (None, ("Riga",))
    assert (signed.must, signed.pairs, signed.places) == (False, (("AGREE", "future"),), None)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("voices: [outlet]", "voice: [outlet]", 5),
        ("anchor: ", "words: ", 5),
        ('date: ["2021-07"]', "date: [July]", 7),
        ("given_by_user", "told", 2),
    ],
)
def test_a_malformed_reading_is_told_by_line(path, old, new, line):
    path.write_text(READING.replace(old, new, 1), "utf-8")
    with pytest.raises(DataMalformed) as caught:
        gold.read(path)
    assert (caught.value.path, caught.value.line) == (path, line)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        (date(2021, 6, 9), "2021-06-09", "2021-06-09"),
        ("2021-02", "2021-02-01", "2021-02-28"),
        (1987, "1987-01-01", "1987-12-31"),
        ("1987/1988-03", "1987-01-01", "1988-03-31"),
        ("1990s", "1990-01-01", "1999-12-31"),
    ],
)
def test_days(value, first, last):
    assert gold.days(value) == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_readings_of_the_checkout_are_whole(root):
    folder, files = gold.find(root)
    reports = [report for file in files for report in gold.read(file)]
    assert {report.name for report in reports} == {path.name for path in folder.glob("*.txt")}
    for report in reports:
        text = " ".join((folder / report.name).read_text("utf-8").split())
        assert [claim.anchor for claim in report.claims if claim.anchor not in text] == []
