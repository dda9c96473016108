import pytest

from dragoman.errors import DataMalformed
from dragoman.evaluate import knowledge


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("U.S.", "u s"),
        ("Port-au-Prince", "port au prince"),
        ("Côte d’Ivoire", "côte d ivoire"),
        (" the  West ", "the west"),
    ],
)
def test_key(name, key):
    assert knowledge.key(name) == key


@pytest.mark.parametrize("name", sorted(knowledge.COLUMNS))
def test_every_list_is_in_order(name):
    rows = list(knowledge.rows(name))
    assert rows
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_the_lists_hold_the_states_of_the_world():
    kinds = [row["kind"] for row in knowledge.rows("countries")]
    assert kinds.count("state") == 196  # the members of the United Nations, the Holy See, Palestine, Taiwan
    codes = [row["code"] for row in knowledge.rows("countries")]
    assert len(set(codes)) == len(codes)


def test_places_lie_in_listed_countries():
    codes = {row["code"] for row in knowledge.rows("countries")}
    assert {row["country"] for row in knowledge.rows("places")} <= codes


def test_nothing_is_both_political_and_physical():
    known = knowledge.knowledge()
    assert not known.political & known.physical
    assert not known.political & known.peoples


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("form,kind\nGaul,people\n", 1, "columns"),
        ("form,kind,ambiguous\nGaul,people\n", 2, "2 fields"),
        ("form,kind,ambiguous\nGaul,people,\nGoth,tribe,\n", 3, "unknown kind 'tribe'"),
        ("form,kind,ambiguous\n,people,\n", 2, "empty name"),
        ("form,kind,ambiguous\nGaul ,people,\n", 2, "outer spaces"),
    ],
)
def test_malformed_lists_fail_by_line(write, content, line, reason):
    path = write("demonyms.csv", content)
    with pytest.raises(DataMalformed, match=reason) as error:
        list(knowledge._checked(path, knowledge.COLUMNS["demonyms"], knowledge.KINDS["demonyms"]))
    assert (error.value.path, error.value.line) == (path, line)
