"""The whole way from text to claims: on sentences of ours, and on the two seed reports where they are at hand."""

import sys
from datetime import date
from time import process_time

import pytest
import yaml

from dragoman.errors import Uncodable
from dragoman.records import CodedArticle, DateSpan, Party

REACHED = {
    "000_f6851d13427035d3.txt": {0, 2, 4, 6, 7, 8, 10, 11},
    "003_8a6385b8476ed6b0.txt": {0, 2, 5, 6, 7},
}
"""Seed report -> the places, in its list of claims, of those that must be found and are. None may get lost."""
RELATED = {
    "000_f6851d13427035d3.txt": {0, 1, 4, 5, 6, 7, 10},
    "003_8a6385b8476ed6b0.txt": {0, 1, 3, 4, 5, 7},
}
"""The same for its list of relations."""

pytestmark = [pytest.mark.slow]


@pytest.fixture(scope="module")
def coder():
    import dragoman

    return dragoman.load()


def plain(text: str) -> str:
    return " ".join(text.split())


def is_party(party: Party, wanted: str) -> bool:
    """Whether a party is the one that the gold names: by country code, by name, or by the words themselves."""
    if wanted == party.country or (party.actor is not None and party.actor.name == wanted):
        return True
    names = [word.lower() for word in wanted.replace("al-", "").split() if word[:1].isupper()]
    words = plain(party.text).lower().replace("al-", "")
    return bool(names) and (all(n in words for n in names) or names[-1] in words.split())


def parties_fit(parties: tuple[Party, ...], accepted: list[str | None], whole: bool) -> bool:
    """Whether all parties are among the accepted, and, where `whole`, all the accepted are among the parties."""
    named = [name for name in accepted if name is not None]
    if not parties:
        return None in accepted or not accepted
    if not accepted or not all(any(is_party(party, name) for name in named) for party in parties):
        return False
    return not whole or all(any(is_party(party, name) for party in parties) for name in named)


def day_fits(found: DateSpan | None, accepted: list[object]) -> bool:
    if found is None:
        return None in accepted
    for wanted in accepted:
        if isinstance(wanted, date) and found.start == found.end == wanted:
            return True
        if (
            isinstance(wanted, (str, int))
            and str(found.start).startswith(str(wanted))
            and str(found.end).startswith(str(wanted))
        ):
            return True
    return False


def matches(coded: CodedArticle, claim, gold) -> bool:
    text = coded.article.text
    reciprocal = claim.event in ("CONSULT", "AGREE") and not gold["recipients"]
    return (
        plain(gold["anchor"]) in plain(claim.span.of(text))
        and claim.event in gold["event"]
        and claim.status in gold["status"]
        and parties_fit(claim.actors, gold["actors"], whole=reciprocal)
        and parties_fit(claim.recipients, gold["recipients"], whole=False)
        and ("date" not in gold or day_fits(claim.date, gold["date"]))
    )


def related(coded: CodedArticle, relation, gold) -> bool:
    def fits(party, wanted):
        return any(
            is_party(party, name) or party_words(party, name)
            for name in (wanted if isinstance(wanted, list) else [wanted])
        )

    def party_words(party, name):
        words = set(plain(party.text).lower().replace("’", "'").replace("'s", "").split())
        small = {"of", "the", "and", "for", "on"}
        wanted = [w for w in name.lower().replace("(", "").replace(")", "").split() if w not in small]
        adjectives = {"russia": "russian", "france": "french", "un": "un"}
        within = {w for w in words if w not in small}
        part = len(within) > 1 and all(w in wanted or w in adjectives.values() for w in within)
        return part or all(w in words or adjectives.get(w) in words for w in wanted)

    predicates = gold["predicate"] if isinstance(gold["predicate"], list) else [gold["predicate"]]
    return (
        relation.predicate in predicates
        and relation.polarity == gold.get("polarity", "positive")
        and fits(relation.subject, gold["subject"])
        and fits(relation.object, gold["object"])
    )


@pytest.fixture(scope="module")
def seeds(shared, coder):
    gold = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text("utf-8"))
    return {
        name: (facts, coder.code(
            (shared / "seeds" / name).read_text("utf-8"),
            published=str(facts["article"]["published"]["given_by_user"]),
            outlet=facts["article"]["outlet"],
        ))
        for name, facts in gold.items()
    }  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize("name", REACHED)
def test_must_claims_of_a_seed_report(seeds, name, capsys):
    facts, coded = seeds[name]
    must = [place for place, claim in enumerate(facts["claims"]) if claim["must"]]
    found = {place for place in must if any(matches(coded, claim, facts["claims"][place]) for claim in coded.claims)}
    tell(capsys, name, "claims", must, found)
    assert found >= REACHED[name]


@pytest.mark.shared
@pytest.mark.parametrize("name", RELATED)
def test_must_relations_of_a_seed_report(seeds, name, capsys):
    facts, coded = seeds[name]
    must = [place for place, gold in enumerate(facts["relations"]) if gold["must"]]
    found = {place for place in must if any(related(coded, r, facts["relations"][place]) for r in coded.relations)}
    tell(capsys, name, "relations", must, found)
    assert found >= RELATED[name]


def tell(capsys, name: str, what: str, must: list[int], found: set[int]) -> None:
    """Say how many are found and which are missing, also where output is captured."""
    missing = [place for place in must if place not in found]
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {len(found)} of {len(must)} {what} that must be found; missing: {missing}\n")


@pytest.mark.shared
@pytest.mark.parametrize("name", REACHED)
def test_what_no_claim_of_a_seed_report_may_say(seeds, name):
    facts, coded = seeds[name]
    text = coded.article.text
    for claim in coded.claims:
        kind = coded.article.block_at(claim.trigger.start).kind
        assert kind in ("title", "standfirst", "body")
    asserted = [c for c in coded.claims if c.status == "asserted"]
    contacts = [c for c in asserted if c.event == "CONSULT"]
    pairs = [frozenset(p.actor.id for p in c.actors if p.actor is not None) for c in contacts]
    assert len(pairs) == len(set(pairs)), "one contact of the same two is told as two"
    assert not [c for c in asserted if "if necessary" in c.trigger.of(text)]
    assert all(c.event != "REQUEST" or "call" not in c.trigger.of(text) for c in coded.claims)
    published = facts["article"]["published"]["given_by_user"]
    for claim in coded.claims:
        if claim.status == "historical" and claim.date is not None:
            assert claim.date.end < published
        if claim.date is not None and claim.date.start == claim.date.end == published:
            assert "publication" not in claim.date.reason


SENTENCES = {
    "Mali recalled its ambassador to Paris on Monday, the foreign ministry said.":
        ("SANCTION", "withdraw", "asserted", ["MLI"], ["FRA"]),
    "A car bomb wounded two Turkish officers.": ("ASSAULT", "explosives", "asserted", [], ["TUR"]),
    "The Estonian and Latvian presidents met in Riga on Tuesday.": ("CONSULT", None, "asserted", ["EST"], []),
    "Peru did not expel the Bolivian ambassador.": ("SANCTION", "expel", "negated", ["PER"], ["BOL"]),
    "Ghana refused to extradite the suspect to Togo.": ("REJECT", "assist", "asserted", ["GHA"], None),
    "Kenya will send troops to Somalia next month.": ("MOBILIZE", "troops", "future", ["KEN"], []),
    "Hungary accused Romania of breaking the treaty.": ("ACCUSE", "allege", "asserted", ["HUN"], ["ROU"]),
    "Canada urged Cuba to release the journalists.": ("REQUEST", "yield", "asserted", ["CAN"], ["CUB"]),
    "Chad threatened to attack Sudan.": ("THREATEN", "violence", "asserted", ["TCD"], ["SDN"]),
    "Students protested against the budget in Lima.": ("PROTEST", "demo", "asserted", None, None),
}  # fmt: skip
"""Sentence -> event, mode, status, countries of the actors and of the recipients; None where it is not asked."""


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence(coder, sentence):
    event, mode, status, actors, recipients = SENTENCES[sentence]
    claims = coder.explain(sentence, published="2021-06-09").coded.claims
    assert [(c.event, c.mode, c.status) for c in claims] == [(event, mode, status)]
    (claim,) = claims
    assert 0 < claim.score < 1
    assert claim.reasons
    if actors is not None:
        assert [p.country for p in claim.actors][: len(actors)] == actors
    if recipients is not None:
        assert [p.country for p in claim.recipients] == recipients


@pytest.mark.parametrize(
    "sentence",
    [
        "Shares fell sharply in Tokyo on Monday.",
        "The striker attacked the goal in the final minute of the match.",
        "Scientists have made progress in the fight against cancer.",
        "The minister declined to comment.",
        "Subscribe to our newsletter.",
    ],
)
def test_a_sentence_without_a_deed(coder, sentence):
    assert coder.explain(sentence).coded.claims == ()


def test_the_saying_is_not_the_deed_and_the_speaker_is_its_voice(coder):
    (claim,) = coder.explain("Niger closed its border with Benin, the interior ministry said.").coded.claims
    assert claim.event == "COERCE"
    assert [voice.text for voice in claim.voices] == ["interior ministry"]


def test_many_reports_in_their_order(coder):
    texts = ["Mali recalled its ambassador to Paris on Monday.", "", "Chad closed its border with Sudan on Tuesday."]
    coded = list(coder.code_many([f"A title\n\nOSLO (Example) - {text}\n" if text else " " for text in texts]))
    kinds = [type(item).__name__ for item in coded]
    assert kinds[1] == "Rejection"
    assert [item for item in coded if isinstance(item, CodedArticle)]


def test_a_text_in_a_language_without_a_model_is_no_claim(coder):
    with pytest.raises(Uncodable):
        coder.code("Der Kanzler traf am Dienstag in Wien seinen Amtskollegen und sprach mit ihm lange. " * 3)


@pytest.mark.bench
def test_it_codes_at_least_forty_sentences_a_second(coder):
    sentence = "The foreign minister of Mali met the ambassador of Niger in Bamako on May {}, the ministry said."
    text = "\n\n".join(sentence.format(day) for day in range(1, 29))
    coder.code(text, published="2021-06-09", language="en")
    start = process_time()
    coder.code(text, published="2021-06-09", language="en")
    assert 28 / (process_time() - start) > 40
