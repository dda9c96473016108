"""Entity types of other tools in our terms."""

from __future__ import annotations

ENTITY_TYPES = ("PER", "ORG", "GPE", "LOC", "NORP", "EVENT", "DATE")
"""Our entity types.

Persons, organisations, places with a government, other places, nationalities and creeds, named events, dates.
"""

FROM_ONTONOTES = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "GPE",
    "LOC": "LOC",
    "FAC": "LOC",
    "NORP": "NORP",
    "EVENT": "EVENT",
    "DATE": "DATE",
    "TIME": "DATE",
}
"""OntoNotes' and CoNLL's types; what is not here is dropped."""

UD_RELATIONS = frozenset(
    (
        "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det "
        "discourse dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl "
        "orphan parataxis punct reparandum root vocative xcomp "
    ).split()
)
"""The 37 universal relations; subtypes follow a colon."""
