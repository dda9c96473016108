from hypothesis import given

from dragoman.ledger import columns
from dragoman.ledger.found import FoundClaim
from dragoman.records import CodedArticle, Place
from tests.ledger import factory
from tests.records.test_round_trip import STRATEGIES

TABLES = (columns.CLAIM_COLUMNS, columns.RELATION_COLUMNS, columns.REPORT_COLUMNS, columns.REJECTION_COLUMNS)


def test_names_are_unique_and_explained():
    for table in TABLES:
        names = [column.name for column in table]
        assert len(names) == len(set(names))
        assert all(column.meaning for column in table)


def test_the_names_are_a_contract():
    names = [column.name for column in columns.CLAIM_COLUMNS]
    assert names[:8] == [
        "claim_id",
        "actors",
        "actor_ids",
        "actor_names",
        "actor_countries",
        "actor_sectors",
        "event",
        "mode",
    ]
    assert {"status", "voices", "outlet", "sentence", "sentence_start", "sentence_end", "report_id"} <= set(names)


def test_a_row():
    coded = factory.coded()
    made = columns.table(columns.CLAIM_COLUMNS, [FoundClaim(claim, coded.article) for claim in coded.claims])
    assert made["event"] == ["CONSULT", "REQUEST", "COERCE", "AGREE", "COERCE"]
    assert made["actor_countries"][0] == ["NOR", "ISL"]
    assert made["actor_sectors"][0] == ["GOV", "GOV DIP"]
    assert made["actor_ids"][3] == [None]
    assert made["voices"][1] == ["the daily Strandposten", "a spokeswoman for the ministry"]
    assert made["voice_stances"][2] == ["denies"]
    assert made["trigger"] == ["met", "urged", "seize", "will sign", "expelled"]
    assert made["about"][1] == ["recall the patrol ship Havbris"]
    assert made["place"] == ["Oslo", None, None, "Bergen", None]
    assert made["scale_value"][0] == 1.0
    assert made["in_response_to"][2] == made["claim_id"][1]


def test_every_number_of_a_place_fits_its_column():
    place = Place("Bergen", geonames_id=2**63 - 1)
    coded = factory.recoded(place=place)
    frame = columns.frame(columns.CLAIM_COLUMNS, [FoundClaim(claim, coded.article) for claim in coded.claims])
    assert frame["place_geonames_id"].to_list() == [place.geonames_id]


@given(STRATEGIES[CodedArticle])
def test_offsets_lead_back_to_the_words(coded):
    made = columns.table(columns.CLAIM_COLUMNS, [FoundClaim(claim, coded.article) for claim in coded.claims])
    for name in ("trigger", "sentence"):
        spots = zip(made[name], made[f"{name}_start"], made[f"{name}_end"], strict=True)
        assert all(coded.article.text[start:end] == words for words, start, end in spots)
