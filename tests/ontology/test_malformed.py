"""Whatever is wrong with the shipped tables fails loudly, naming file and line."""

import shutil

import pytest

from dragoman.errors import InputUnreadable
from dragoman.ontology import OntologyMalformed, read

# file, what stands there, what it is changed to, what the line that is told holds (None: the change), the words
CASES = [
    ("ontology.yaml", "code: 2, title", "code: 3, title", "{code: 1", "the quad classes are 1, 2, 3 and 4"),
    ("ontology.yaml", "MOBILIZE, COERCE", "COERCE", "events: [", "events/mobilize.yaml is not listed"),
    ("ontology.yaml", "MOBILIZE, COERCE", "MOBILIZE, AGREE, COERCE", None, "the event AGREE stands here twice"),
    ("events/agree.yaml", "code: AGREE", "code: AGREED", None, "the event is AGREED, not AGREE"),
    ("events/agree.yaml", "code: AGREE", "code: Agree", None, "'Agree' is no code here: capitals"),
    ("events/agree.yaml", "quad: 1", "quad: 7", None, "'7' is no quad class"),
    ("events/agree.yaml", "\nscore: 2.5", "\nscore: 25", "score: 25", "25.0 is not from -10 to 10"),
    ("events/agree.yaml", "\nscore: 2.5", "\nscore: 2.4", "score: 2.4", "if and only if there is a `score_reason`"),
    ("events/agree.yaml", "joint: true", "joint: often", None, "'often' is neither true nor false"),
    ("events/agree.yaml", "definition: >-", "definitions: >-", None, "did you mean 'definition'"),
    ("events/agree.yaml", "  host: None", "  hosts: None", None, "the key 'hosts' is unknown; did you mean 'host'"),
    ("events/agree.yaml", "trigger: agreed", "trigger: agree on", None, "'agree on' is not in the text"),
    ("events/agree.yaml", "actors: [Norway]", "actors: [Norge]", None, "'Norge' is not in the text"),
    ("events/agree.yaml", 'cameo: "0311"', 'cameo: "0319"', None, "'0319' is no CAMEO code"),
    ("events/agree.yaml", 'cameo: "0311"', 'cameo: "041"', None, "041 is CONSULT in the crosswalk, not AGREE"),
    ("events/accuse.yaml", "mode: disapprove", "mode: dislike", None, "'dislike' is no mode of ACCUSE"),
    ("events/assault.yaml", "code: drone", "code: aerial", "code: aerial", "ASSAULT has the mode 'aerial' twice"),
    ("events/assault.yaml", "code: drone", "code: Drone", None, "'Drone' is no code here: small letters"),
    ("contexts.yaml", "code: cyber", "code: cbrn", None, "the code 'cbrn' stands here twice"),
    ("sectors.yaml", "code: COP, group: frequent", "code: COP, group: rare", None, "'rare' is no group"),
    ("sectors.yaml", "code: COP", "code: COPS", None, "'COPS' is no code here: three capitals"),
    ("cameo.csv", "\n041,", "\n04x,", None, "'04x' is no CAMEO code: two to four digits"),
    ("cameo.csv", "\n041,", "\n040,", "040,Talk", "040 stands here twice"),
    ("cameo.csv", "\n024,", "\n029,", "0241,", "0241 stands here without, or before, its parent 024"),
    ("cameo_strays.csv", "\n1214,121,", "\n1214,1219,", None, "'1219' in the column 'read_as' is no CAMEO code"),
    ("cameo_strays.csv", "\n1214,121,", "\n121,121,", None, "'121' is known already"),
    ("scales/gdelt.csv", "\n041,1.0", "\n041,one", None, "'one' in the column 'value' is no number"),
    ("scales/gdelt.csv", "\n041,1.0", "\n041,11.0", None, "11.0 is not from -10.0 to 10.0"),
    ("scales/gdelt.csv", "\n041,1.0", "\n041,nan", None, "nan is not from -10.0 to 10.0"),
    (
        "scales/gdelt.csv",
        "\n041,1.0",
        "\n41,1.0",
        None,
        "'41' in the column 'code' is no CAMEO code; did you mean '041'",
    ),
    ("scales/icews.csv", "\n041,1.0", "\n040,1.0", "040,1.0", "040 stands here twice"),
    ("scales.yaml", "traps: [keds-numbering", "traps: [keds-number", None, "'keds-number' is no trap"),
    ("scales.yaml", "numbering: keds", "numbering: old", None, "'old' is no numbering"),
    ("scales.yaml", "name: icews", "name: gdelt", "name: gdelt", "the scale 'gdelt' stands here twice"),
    ("crosswalks/cameo_to_plover.csv", "\n041,CONSULT,phone", "\n041,CONSULT,phon", None, "is no mode of CONSULT"),
    (
        "crosswalks/cameo_to_plover.csv",
        "\n041,CONSULT,phone,,",
        "\n041,CONSULT,phone,talk,",
        None,
        "'talk' is no context",
    ),
    (
        "crosswalks/cameo_to_plover.csv",
        "\n041,CONSULT,phone,,no,published",
        "\n041,CONSULT,phone,,no,ours",
        None,
        "'published'",
    ),
    (
        "crosswalks/cameo_to_plover.csv",
        "\n041,CONSULT,phone,,no,published",
        "\n041,CONSULT,visit,,no,amended",
        None,
        "a reason",
    ),
    (
        "crosswalks/cameo_to_plover.csv",
        "\n041,CONSULT",
        "\n040,CONSULT",
        "040,CONSULT,phone",
        "040 stands here twice",
    ),
    ("crosswalks/plover_to_cameo.csv", "\nCONSULT,phone,,,041", "\nCONSULT,phone,,,041x", None, "no CAMEO code"),
    ("crosswalks/plover_to_cameo.csv", "\nCONSULT,phone,,,041", "\nCONSULT,phone,,,042", None, "leads back to 'event'"),
    (
        "crosswalks/plover_to_cameo.csv",
        "\nCONSULT,phone,,,041",
        "\nCONSULT,phone,,soon,041",
        None,
        "'soon' is no status",
    ),
    ("boundaries.yaml", "between: [ASSAULT, COERCE]", "between: [ASSAULT, ASSAULT]", None, "lies between two events"),
    (
        "boundaries.yaml",
        "between: [AGREE, CONSULT]",
        "between: [AGREE, AID]",
        "event: CONSULT",
        "'CONSULT' is no event",
    ),
    ("statuses.yaml", "status: asked", "status: wanted", None, "'wanted' is no status"),
    ("statuses.yaml", "deed: were sunk", "deed: was sunk", None, "'was sunk' is not in the text"),
    ("statuses.yaml", "own_event: AGREE", "own_event: AGREED", None, "did you mean 'AGREE'"),
    ("statuses.yaml", "historical_after_days: 90", "historical_after_days: 0.5", None, "a whole number of days"),
    (
        "statuses.yaml",
        "- {aux: future, status",
        "- {aux: negation, status",
        "{aux: historical",
        "the auxiliary modes are",
    ),
    ("statuses.yaml", 'codes: ["014"]', 'codes: ["14x"]', None, "'14x' is no CAMEO code"),
    ("relations.yaml", "symmetric: true", "symmetric: both", None, "'both' is neither true nor false"),
    ("relations.yaml", "subject: Slovenia", "subject: Slovakia", None, "'Slovakia' is not in the text"),
    ("traps.yaml", "- id: eur", "- id: med-hlh", "- id: med-hlh", "'med-hlh' stands here twice"),
    ("principles.yaml", "id: no-event", "id: event", "- id: event", "'event' stands here twice"),
    (
        "contested.yaml",
        "sectors: [LEG], from: 2014-08-04",
        "sectors: [LAG], from: 2014-08-04",
        None,
        "'LAG' is no sector",
    ),
    ("contested.yaml", "country: GEO", "country: Georgia", None, "'Georgia' is no ISO alpha-3 code"),
    ("contested.yaml", "from: 2015-03-02", "from: 2015-03-01", None, "hold on the same day"),
    ("contested.yaml", "to: 2016-04-06", "to: 2013-04-06", None, "2013-04-06 is not after 2014-08-25"),
    ("contested.yaml", "from: 2014-08-04", "from: August", None, "'August' is no date"),
]


@pytest.fixture
def copied(folder, tmp_path):
    return shutil.copytree(folder, tmp_path / "ontology")


@pytest.mark.parametrize(("file", "old", "new", "mark", "words"), CASES)
def test_a_fault_is_told_with_its_line(copied, file, old, new, mark, words):
    path = copied / file
    text = path.read_text("utf-8")
    assert old in text
    changed = text.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(OntologyMalformed) as caught:
        read(copied)
    assert words in caught.value.reason
    assert caught.value.path == path
    assert (mark or new.strip()) in changed.splitlines()[caught.value.line - 1]
    assert str(caught.value).startswith(f"{path}, line {caught.value.line}: ")


@pytest.mark.parametrize(
    ("file", "start"),
    [("crosswalks/cameo_to_plover.csv", "041,"), ("crosswalks/plover_to_cameo.csv", "CONSULT,phone,,,")],
)
def test_a_row_that_is_gone_is_missed(copied, file, start):
    path = copied / file
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith(start)), encoding="utf-8")
    with pytest.raises(OntologyMalformed, match=r"no row for (the CAMEO codes 041|CONSULT/phone)$"):
        read(copied)


@pytest.mark.parametrize("file", ["cameo.csv", "events/aid.yaml", "scales/keds.csv", "traps.yaml"])
def test_a_file_that_is_gone(copied, file):
    (copied / file).unlink()
    with pytest.raises(InputUnreadable, match=file):
        read(copied)


def test_the_copy_itself_is_good(copied, ontology):
    assert read(copied) == ontology
