"""CAMEO: the older code list, which published series are in."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.ontology.errors import CameoUnknown
from dragoman.ontology.files import Row, read_table
from dragoman.ontology.table import Table

COLUMNS: Final = ("code", "label", "published_label", "label_source", "gdelt_quad", "phoenix_class", "note")
STRAY_COLUMNS: Final = ("code", "read_as", "published", "reason")
_CODE: Final = re.compile(r"\d{2,4}")


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A code of CAMEO 1.1, or of ICEWS beside it. Codes are text: 20 and 020 are two."""

    code: str
    label: str
    """In our words."""
    published_label: str
    """As its source prints it, faults included: what scripts match on."""
    label_source: str
    gdelt_quad: int
    """1 to 4, by GDELT's convention."""
    phoenix_class: int
    """0 (neutral) to 4, by Phoenix's convention."""
    note: str = ""

    @property
    def root(self) -> str:
        """The first two digits."""
        return self.code[:2]

    @property
    def level(self) -> int:
        """1 for a root, 2 and 3 below it."""
        return len(self.code) - 1

    @property
    def parent(self) -> str | None:
        """The code above; None for a root."""
        return parent(self.code)


@dataclass(frozen=True, slots=True)
class StrayCode:
    """A code that files contain and no list knows, and how we read it."""

    code: str
    read_as: str
    published: str
    """Its row in the published crosswalk; empty where it has none."""
    reason: str


def parent(code: str) -> str | None:
    """The code above a CAMEO code; None for a root."""
    return code[:-1] if len(code) > 2 else None


def read_codes(path: Path) -> Table[CameoCode]:
    """Read the codes.

    Raises:
        OntologyMalformed: a code twice, of a wrong shape or without its parent, or a class out of its range.
    """
    found: dict[str, CameoCode] = {}
    for row in read_table(path, COLUMNS):
        code = row["code"]
        if not _CODE.fullmatch(code):
            raise row.wrong(f"{code!r} is no CAMEO code: two to four digits")
        if code in found:
            raise row.wrong(f"{code} stands here twice")
        above = parent(code)
        if above is not None and above not in found:
            raise row.wrong(f"{code} stands here without, or before, its parent {above}")
        found[code] = _code(row)
    return Table(found, CameoUnknown)


def read_strays(path: Path, codes: Table[CameoCode]) -> Table[StrayCode]:
    """Read the stray codes; what they are read as must be a code."""
    found: dict[str, StrayCode] = {}
    for row in read_table(path, STRAY_COLUMNS):
        if row.text("code") in codes or row["code"] in found:
            raise row.wrong(f"{row['code']!r} is known already")
        read_as = row.one_of("read_as", codes, "CAMEO code")
        found[row["code"]] = StrayCode(row["code"], read_as, row["published"], row.text("reason"))
    return Table(found, CameoUnknown)


def _code(row: Row) -> CameoCode:
    return CameoCode(
        code=row["code"],
        label=row.text("label"),
        published_label=row.text("published_label"),
        label_source=row.text("label_source"),
        gdelt_quad=int(row.one_of("gdelt_quad", "1234", "quad class")),
        phoenix_class=int(row.one_of("phoenix_class", "01234", "class of Phoenix")),
        note=row["note"],
    )
