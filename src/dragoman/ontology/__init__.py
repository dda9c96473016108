"""What things are called and what they mean: events, modes, contexts, sectors, CAMEO, scales, crosswalks, status.

`load()` reads the shipped tables of `dragoman/data/ontology`, checks them against themselves and keeps them; a user's
own classes and words come in with `load(Path("mine.yaml"))`.
"""

from dragoman.ontology.cameo import CameoCode, StrayCode
from dragoman.ontology.contested import ContestedPolicy, ContestedRule, DisputedEntity, Ruling
from dragoman.ontology.crosswalks import CameoMapping, Crosswalk, PloverMapping, demand
from dragoman.ontology.errors import (
    CameoUnknown,
    CodeUnknown,
    ContextUnknown,
    EntryUnknown,
    EventUnknown,
    OntologyMalformed,
    ScaleUnknown,
    SectorUnknown,
)
from dragoman.ontology.examples import Example
from dragoman.ontology.guidance import Boundary, Chapter, Trap
from dragoman.ontology.lexicon import Term
from dragoman.ontology.lookup import Entry, find
from dragoman.ontology.ontology import Ontology, load, read
from dragoman.ontology.plover import Context, EventType, Mode, Nearest, NonState, Quad, Roles, Sector
from dragoman.ontology.relations import Predicate
from dragoman.ontology.scales import Scale
from dragoman.ontology.statuses import Status, StatusBook, StatusRule
from dragoman.ontology.table import Table

__all__ = [
    "Boundary",
    "CameoCode",
    "CameoMapping",
    "CameoUnknown",
    "Chapter",
    "CodeUnknown",
    "ContestedPolicy",
    "ContestedRule",
    "Context",
    "ContextUnknown",
    "Crosswalk",
    "DisputedEntity",
    "Entry",
    "EntryUnknown",
    "EventType",
    "EventUnknown",
    "Example",
    "Mode",
    "Nearest",
    "NonState",
    "Ontology",
    "OntologyMalformed",
    "PloverMapping",
    "Predicate",
    "Quad",
    "Roles",
    "Ruling",
    "Scale",
    "ScaleUnknown",
    "Sector",
    "SectorUnknown",
    "Status",
    "StatusBook",
    "StatusRule",
    "StrayCode",
    "Table",
    "Term",
    "Trap",
    "demand",
    "find",
    "load",
    "read",
]
