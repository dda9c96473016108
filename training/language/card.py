"""`python -m training.language.card REPORT`: the model card that ships, from its template and a measured report.

REPORT is what `dragoman eval language --format json` prints, of the model that ships.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from string import Template

from dragoman.language.model import FILES, models_folder

NAMES = {
    "UPOS": "UPOS",
    "lemma": "lemma, predicted tags",
    "LAS": "LAS",
    "core LAS": "core arguments' LAS",
    "entity F1": "entities, exact F1",
    "sentence F1": "sentences, F1",
    "cases right": "wire cases right",
    "UAS": "UAS",
}


def figures(rows: list[dict[str, object]]) -> str:
    """The tables of the card: the goals and their like, by genre, by type."""
    by = {(r["measure"], r["dataset"], r["slice"]): r for r in rows}
    lines = ["| measure | data | value | interval | n |", "|---|---|---:|---|---:|"]
    for (measure, data, kind), r in by.items():
        if kind == "all" and r.get("floor") is not None and measure in NAMES:
            lines.append(
                f"| {NAMES[measure]} | {data} | {r['value']:.1f} | {r['low']:.1f} to {r['high']:.1f} | {r['n']:,} |"
            )
    lines += [
        "",
        "By genre of GUM test (UPOS, LAS, core arguments):",
        "",
        "| genre | UPOS | LAS | core |",
        "|---|---:|---:|---:|",
    ]
    for (measure, data, kind), r in by.items():
        if measure == "UPOS" and data == "GUM test" and kind != "all":
            las, core = by["LAS", data, kind], by["core LAS", data, kind]
            name = str(kind).partition("=")[2]
            lines.append(f"| {name} | {r['value']:.1f} | {las['value']:.1f} | {core['value']:.1f} |")
    lines += ["", "Entities by type (exact F1):", "", "| data | type | F1 | n |", "|---|---|---:|---:|"]
    for (measure, data, kind), r in by.items():
        if measure == "entity F1" and kind != "all":
            lines.append(f"| {data} | {str(kind).partition('=')[2]} | {r['value']:.1f} | {r['n']:,} |")
    return "\n".join(lines)


def main() -> None:
    """Write the card beside the model."""
    report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    model = models_folder() / "en"
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    size = sum((model / name).stat().st_size for name in FILES) / 1e6
    template = Template((Path(__file__).parent / "MODEL_CARD.template.md").read_text(encoding="utf-8"))
    given = {"version": meta["version"], "format": meta["format"], "size": f"{size:.1f}"}
    card = template.substitute(given, figures=figures(report["rows"]))
    (model / "MODEL_CARD.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
