"""What any store of a ledger must do: a test class of your own inherits from `StoreConformance`.

It gives a fixture `open_ledger`, a function that opens the same ledger each time it is called within a test:
`open_ledger(read_only=False, store_text=None) -> Ledger`.
"""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.ledger import (
    AddSummary,
    Claims,
    EntryAmbiguous,
    EntryMissing,
    FilterInvalid,
    FilterUnknown,
    LedgerConflict,
)
from dragoman.records import CodedArticle, Rejection
from tests.ledger import factory
from tests.records.test_round_trip import STRATEGIES

UNREAD = Rejection("sources", "binary, not text", "scan.pdf")


class StoreConformance:
    """The contract of `dragoman.ledger.store`, as tests."""

    @pytest.fixture
    def ledger(self, open_ledger):
        with open_ledger() as ledger:
            yield ledger

    @pytest.fixture
    def filled(self, ledger):
        """Two reports and an input that was none."""
        ledger.add_many([factory.coded(), UNREAD, factory.other()])
        return ledger

    # Adding

    def test_a_new_ledger_is_empty(self, ledger):
        assert [len(answer) for answer in (ledger.claims(), ledger.relations(), ledger.reports())] == [0, 0, 0]
        assert len(ledger.rejections()) == 0

    def test_added(self, ledger):
        coded = factory.coded()
        result = ledger.add(coded)
        assert (result.change, result.id, result.new_origin) == ("added", coded.article.id, False)
        assert (result.claims, result.relations, result.rejections) == (5, 2, 1)
        assert ledger.get(coded.article.id) == coded

    def test_the_same_again_changes_nothing(self, ledger):
        ledger.add(factory.coded())
        before = dump(ledger)
        result = ledger.add(factory.coded())
        assert (result.change, result.claims, result.new_origin) == ("unchanged", 5, False)
        assert dump(ledger) == before

    def test_another_coding_takes_the_place(self, ledger):
        ledger.add(factory.coded())
        ledger.add(factory.other())
        result = ledger.add(factory.recoded())
        assert (result.change, result.claims) == ("replaced", 1)
        assert ledger.get(result.id) == factory.recoded()
        assert [claim.score for claim in ledger.claims()] == [0.99, 0.93, 0.75]  # and the place in the order stays
        assert [report.id for report in ledger.reports()] == [result.id, "report-other"]
        assert len(ledger.claims(words="trawler")) == 0

    def test_replacing_goes_both_ways(self, ledger):
        for coded in (factory.coded(), factory.recoded(), factory.coded()):
            ledger.add(coded)
        assert ledger.get(factory.coded().article.id) == factory.coded()

    def test_a_copy_is_the_same_report(self, ledger):
        ledger.add(factory.coded())
        copy = factory.coded(origin="copies/herring.txt")
        result = ledger.add(copy)
        assert (result.change, result.new_origin) == ("unchanged", True)
        assert not ledger.add(copy).new_origin
        (report,) = ledger.reports()
        assert report.origins == ("copies/herring.txt", "herring.txt")
        assert report.article.document.origin == "herring.txt"
        ledger.add(factory.recoded())
        assert [report.origins for report in ledger.reports()] == [("copies/herring.txt", "herring.txt")]

    def test_many(self, ledger):
        items = [factory.coded(), factory.other(), factory.coded(), factory.recoded(), UNREAD, UNREAD]
        assert ledger.add_many(items) == AddSummary(added=2, unchanged=1, replaced=1, rejected=2)

    def test_claims_of_one_id_are_all_kept(self, ledger):
        coded = factory.coded()
        twins = replace(coded, claims=(coded.claims[0], replace(coded.claims[0], score=0.1)))
        ledger.add(twins)
        assert ledger.get(twins.article.id) == twins

    def test_half_a_character_does_no_harm(self, ledger):
        coded = factory.coded(title="half \ud83d")
        ledger.add(coded)
        assert ledger.get(coded.article.id).article.title == "half \ufffd"
        assert ledger.add(coded).change == "unchanged"

    def test_what_goes_in_comes_out(self, ledger):
        numbers = count()

        # An example asks for its own report alone. If it asked for all, what one example left would fail every later
        # one, and each would take longer than the last: the search for the smallest failure would seem to hang.
        @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
        @given(STRATEGIES[CodedArticle])
        def check(coded):
            article = replace(coded.article, id=f"report-{next(numbers)}")
            coded = replace(coded, article=article)
            ledger.add(coded)
            assert ledger.report_of(coded.article.id) == coded
            assert ledger.add(coded).change == "unchanged"
            claims = ledger.claims(report=coded.article.id)
            assert list(claims) == list(coded.claims)
            assert claims.to_polars().height == len(coded.claims)
            assert list(ledger.relations(report=coded.article.id)) == list(coded.relations)

        check()

    # Rejections

    def test_rejections(self, filled):
        assert filled.add(UNREAD).change == "unchanged"
        unread, given_up = filled.rejections()
        assert unread == UNREAD
        assert given_up == factory.coded().rejections[0]
        assert list(filled.rejections(stage="sources")) == [UNREAD]
        assert list(filled.rejections(report=factory.coded().article.id)) == [given_up]

    def test_a_rejection_goes_when_its_input_can_be_read(self, ledger):
        ledger.add(Rejection("sources", "empty", "herring.txt"))
        ledger.add(factory.coded())
        assert [rejection.stage for rejection in ledger.rejections()] == ["claims"]

    # Asking

    @pytest.mark.parametrize(
        ("filters", "events"),
        [
            ({"event": "CONSULT"}, ["CONSULT", "CONSULT"]),
            ({"event": ["AGREE", "REQUEST"]}, ["REQUEST", "AGREE", "REQUEST"]),
            ({"status": "denied"}, ["COERCE"]),
            ({"mode": "visit", "limit": 1}, ["CONSULT"]),
            ({"actor": "Hallsson", "event": "CONSULT"}, ["CONSULT", "CONSULT"]),
            ({"actor": "jon hallsson", "status": "asserted", "limit": 2}, ["CONSULT", "REQUEST"]),
            ({"actor": "actor-solvik"}, ["CONSULT", "CONSULT"]),
            ({"actor": "the trawler Ægir"}, []),
            ({"recipient": "Ægir"}, ["COERCE"]),
            ({"recipient": "country-NOR"}, ["REQUEST", "REQUEST"]),
            ({"party": "trawler"}, ["COERCE"]),
            ({"party": "Norwegian", "report": "report-other"}, ["CONSULT"]),
            ({"actor": "Hall"}, []),  # whole words
            ({"actor": "100%"}, []),
            ({"actor": "?!"}, []),
            ({"country": "ISL", "report": "report-other"}, ["CONSULT", "REQUEST"]),
            ({"country": ("SWE", "FIN")}, []),
            ({"place_country": "NOR", "status": "future"}, ["AGREE"]),
            ({"quad": 4}, ["COERCE", "COERCE"]),
            ({"min_score": 0.9}, ["CONSULT", "CONSULT"]),
            ({"voice": "Strandposten", "report": "report-other"}, ["REQUEST"]),
            ({"voice": "actor-solvik"}, ["COERCE"]),
            ({"voice": "Ida Solvik"}, ["COERCE"]),
            ({"outlet": "sagatiðindi"}, ["CONSULT", "REQUEST"]),
            ({"since": "2024-03-04"}, ["CONSULT", "AGREE", "CONSULT"]),
            ({"until": date(1999, 1, 1)}, ["COERCE"]),
            ({"since": "1976-05-01", "until": "1976-05-02"}, ["COERCE"]),  # the year holds the days
            ({"since": "2024-03-02", "until": "2024-03-03"}, ["COERCE"]),
            ({"words": "fishing accord"}, ["AGREE"]),
            ({"words": "ACCORD fishing"}, ["AGREE"]),
            ({"words": "fish"}, []),
            ({"words": 'accord" OR "x'}, []),
            ({"words": "..."}, []),
            ({"report": "report-absent"}, []),
            ({"event": None, "limit": 3}, ["CONSULT", "REQUEST", "COERCE"]),
        ],
    )
    def test_claims(self, filled, filters, events):
        answer = filled.claims(**filters)
        assert isinstance(answer, Claims)
        assert [claim.event for claim in answer] == events

    def test_claims_come_with_their_articles(self, filled):
        found = filled.claims(event="AGREE").found[0]
        assert found.article == factory.coded().article
        assert found.sentence == factory.PLAN

    @pytest.mark.parametrize(
        ("filters", "predicates"),
        [
            ({}, ["holds office", "represents"]),
            ({"subject": "Solvik"}, ["holds office"]),
            ({"subject": "actor-hallsson"}, ["represents"]),
            ({"object": "Foreign Minister"}, ["holds office"]),
            ({"party": "Icelandic"}, ["represents"]),
            ({"predicate": ["represents", "backs"]}, ["represents"]),
            ({"polarity": "negative"}, ["represents"]),
            ({"voice": "ministry"}, ["holds office"]),
            ({"until": "2024-03-03"}, ["represents"]),  # nobody says when
            ({"since": "2030-01-01"}, ["holds office", "represents"]),
            ({"min_score": 0.9}, []),
            ({"outlet": "Northern Wire", "limit": 1}, ["holds office"]),
            ({"report": "report-other"}, []),
        ],
    )
    def test_relations(self, filled, filters, predicates):
        assert [relation.predicate for relation in filled.relations(**filters)] == predicates

    @pytest.mark.parametrize(
        ("filters", "outlets"),
        [
            ({}, ["Northern Wire", "Sagatíðindi"]),
            ({"outlet": "northern"}, ["Northern Wire"]),
            ({"language": "en", "limit": 1}, ["Northern Wire"]),
            ({"language": "is"}, []),
            ({"since": "2024-03-05"}, []),
            ({"until": "2024-03-04", "origin": "other.txt"}, ["Sagatíðindi"]),
            ({"words": "herring patrols havbris"}, ["Northern Wire", "Sagatíðindi"]),
            ({"words": "submarine"}, []),
        ],
    )
    def test_reports(self, filled, filters, outlets):
        assert [report.article.outlet for report in filled.reports(**filters)] == outlets

    def test_reports_tell_how_much_is_in_them(self, filled):
        first, second = filled.reports()
        assert (first.claims, first.relations, first.rejections) == (5, 2, 1)
        assert (second.claims, second.relations, second.rejections) == (2, 0, 0)

    @pytest.mark.parametrize(
        ("filters", "error"),
        [
            ({"actr": "Solvik"}, FilterUnknown),
            ({"since": "yesterday"}, FilterInvalid),
            ({"until": 2024}, FilterInvalid),
            ({"event": 3}, FilterInvalid),
            ({"event": [3]}, FilterInvalid),
            ({"event": []}, FilterInvalid),
            ({"quad": "4"}, FilterInvalid),
            ({"quad": True}, FilterInvalid),
            ({"actor": ["a", "b"]}, FilterInvalid),
        ],
    )
    def test_what_cannot_be_asked(self, ledger, filters, error):
        with pytest.raises(error):
            ledger.claims(**filters)

    # Ids

    def test_get(self, filled):
        coded = factory.coded()
        for one in (*coded.claims, *coded.relations):
            assert filled.get(one.id) == one
            assert filled.report_of(one.id) == coded
        assert filled.report_of(coded.article.id) == coded

    def test_get_by_the_beginning(self, filled):
        claim = factory.coded().claims[2]
        assert filled.get(claim.id[:12]) == claim
        assert filled.get("report-o") == factory.other()

    @pytest.mark.parametrize("id_", ["claim-", "report-", "r"])
    def test_a_beginning_of_several(self, filled, id_):
        with pytest.raises(EntryAmbiguous) as caught:
            filled.get(id_)
        assert len(caught.value.ids) > 1

    @pytest.mark.parametrize("id_", ["", "claim-x", "%", "_", "scan.pdf"])
    def test_an_id_of_nothing(self, filled, id_):
        for ask in (filled.get, filled.report_of):
            with pytest.raises(EntryMissing):
                ask(id_)

    # Without text

    def test_without_text(self, open_ledger):
        with open_ledger(store_text=False) as ledger:
            assert not ledger.store_text
            ledger.add(factory.coded(standfirst=factory.LEAD))
            assert ledger.add(factory.coded(standfirst=factory.LEAD)).change == "unchanged"
            kept = ledger.get(factory.coded().article.id)
            assert (kept.article.text, kept.article.standfirst) == ("", None)
            assert kept.article.title == factory.TITLE
            assert kept.claims == factory.coded().claims
            assert ledger.claims().found[0].sentence is None
            assert ledger.claims().to_polars()["sentence"].to_list() == [None] * 5
            assert len(ledger.claims(words="accord")) == 0
            assert len(ledger.claims(actor="Hallsson")) == 2

    def test_a_ledger_stays_with_or_without_text(self, open_ledger):
        open_ledger(store_text=False).close()
        with open_ledger() as ledger:
            assert not ledger.store_text
        with pytest.raises(LedgerConflict):
            open_ledger(store_text=True)

    # Results

    def test_results_are_sequences(self, filled):
        answer = filled.claims()
        assert answer[-1] == factory.other().claims[1]
        assert [claim.event for claim in answer[:2]] == ["CONSULT", "REQUEST"]
        assert repr(answer) == "<Claims: 7>"
        assert answer.found[0].claim is answer[0]

    def test_frames(self, filled):
        frame = filled.claims().to_polars()
        assert frame["actor_names"][0].to_list() == ["Ida Solvik", "Jon Hallsson"]
        assert frame["date_start"][0] == date(2024, 3, 4)
        assert frame["sentence"][0] == factory.LEAD
        assert filled.claims(status="asked").to_polars().schema == frame.schema
        assert filled.relations().to_polars()["polarity"].to_list() == ["positive", "negative"]
        assert filled.reports().to_polars()["claims"].to_list() == [5, 2]
        assert filled.rejections().to_polars()["stage"].to_list() == ["sources", "claims"]


def dump(ledger):
    return (ledger.reports().found, ledger.claims().found, ledger.relations().found, ledger.rejections().found)
