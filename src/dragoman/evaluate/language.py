"""The task `language`: how good the English analysis is.

Tags, trees, lemmas and entities are measured on gold words, sentence by sentence; sentences and tokens on raw
text. What each measure counts is said in `trees` and `rows`; how intervals are made, in `statistics`.

Data, in a folder `treebanks`: `gum_dev.conllu.gz`, `gum_test.conllu.gz`, `ewt_ud20_test.conllu.gz`,
`uner_ewt_test.iob2.gz`, `ner_gmb_voa_8300.csv.gz`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dragoman.evaluate import bio, cases, conllu, names, rows, voa
from dragoman.evaluate.data import folder
from dragoman.evaluate.floors import targets
from dragoman.evaluate.report import Report, Row

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dragoman.language import Analyser

TASK: Final = "language"
GUM_DEV: Final = "gum_dev.conllu.gz"
GUM_TEST: Final = "gum_test.conllu.gz"
EWT: Final = "ewt_ud20_test.conllu.gz"
UNER: Final = "uner_ewt_test.iob2.gz"
VOA: Final = "ner_gmb_voa_8300.csv.gz"

NOTES: Final = (
    "Figures are percent; ± is half of the 95% interval, whose bounds are in the JSON.",
    "EWT is of the UD 2.0 era: its labels and tokens differ from today's GUM, so it shows a trend.",
    "UNER's LOC takes in our GPE and LOC; our other types are ignored there.",
    "VOA is silver, and who learns from its other nine tenths learns its habits (types: evaluate/voa.py).",
    "Place takes in GPE, LOC and places the lists leave undecided; the rows GPE and LOC leave those out.",
    "GUM's names are drawn from its mentions by rule (evaluate/names.py).",
    "Joined means that paragraphs are joined by a space: nothing but the words shows where headings end.",
)


@dataclass(frozen=True, slots=True)
class Language:
    """The data that the task measures on."""

    gum_dev: Sequence[conllu.Document]
    gum_test: Sequence[conllu.Document]
    ewt: Sequence[conllu.Document]
    uner: Sequence[names.TaggedWords]
    voa: Sequence[voa.VoaSentence]
    cases: Sequence[cases.WireCase]


def run(
    data: Path | None,
    analyser: "Analyser | None" = None,
    progress: Callable[[str], None] | None = None,
) -> Report:
    """Measure the English analysis; the arguments are those of every `Task`.

    Raises:
        EvalDataMissing: files are missing.
        DataMalformed: a file is not in its format.
        WordsChanged: the analyser does not keep the words that it is given.
    """
    tell = progress or _silent
    tell("reading the treebanks")
    language = read(data)
    if analyser is None:
        from dragoman.language import load

        analyser = load()
    return measure(language, analyser, tell)


def read(data: Path | None) -> Language:
    """Read the data of the task from their folder; the wire cases from the checkout, if there is one."""
    at = folder(TASK, data, "treebanks", (GUM_DEV, GUM_TEST, EWT, UNER, VOA))
    case_file = cases.find()
    return Language(
        gum_dev=conllu.read(at / GUM_DEV),
        gum_test=conllu.read(at / GUM_TEST),
        ewt=conllu.read(at / EWT),
        uner=names.read_uner(at / UNER),
        voa=[sentence for sentence in voa.read(at / VOA) if voa.is_heldout(sentence.number)],
        cases=cases.read(case_file) if case_file else (),
    )


def measure(language: Language, analyser: "Analyser", tell: Callable[[str], None] | None = None) -> Report:
    """Measure an analyser on data that are read already."""
    tell = tell or _silent
    analyses = _Analyses(analyser)
    notes = list(NOTES)
    found: list[Row] = []
    tell("tags, trees and lemmas: GUM test")
    found += _trees(analyses, "GUM test", language.gum_test, genres=True, labels=True)
    tell("tags, trees and lemmas: GUM news, EWT")
    news = [d for d in (*language.gum_dev, *language.gum_test) if d.genre == "news"]
    found += _trees(analyses, "GUM news", news)
    found += _trees(analyses, "EWT test", language.ewt)
    tell("named entities")
    found += _entities(analyses, language)
    tell("sentences and tokens of raw text")
    found += _raw(analyser, language.gum_dev)
    if language.cases:
        docs = list(analyser.pipe([case.text for case in language.cases]))
        found += rows.of_cases("wire cases", language.cases, docs)
    else:
        notes.append(f"The wire cases were not measured: {cases.FILE} is part of a checkout only.")
    return Report(TASK, tuple(found), tuple(notes)).with_targets(targets(TASK))


class _Analyses:
    """Docs of sentences given in words, each analysed once however many measures use it."""

    def __init__(self, analyser: "Analyser") -> None:
        self._analyser = analyser
        self._known: dict[tuple[str, ...], Doc] = {}

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list["Doc"]:
        keys = [tuple(words) for words in sentences]
        new = [key for key in dict.fromkeys(keys) if key not in self._known]
        self._known |= zip(new, self._analyser.analyse_words(new), strict=True)
        return [self._known[key] for key in keys]


def _trees(
    analyses: _Analyses,
    dataset: str,
    documents: Sequence[conllu.Document],
    *,
    genres: bool = False,
    labels: bool = False,
) -> list[Row]:
    if not documents:
        return []
    docs = analyses([sentence.words for document in documents for sentence in document.sentences])
    return rows.of_trees(dataset, documents, docs, genres=genres, labels=labels)


def _entities(analyses: _Analyses, language: Language) -> list[Row]:
    """UNER: PER, ORG, LOC. VOA: PER, ORG, place, NORP, DATE. GUM: these and EVENT."""
    uner = [bio.entities(tags) for _, tags in language.uner]
    found = rows.of_entities(
        "UNER-EWT test",
        uner,
        analyses([words for words, _ in language.uner]),
        ("PER", "ORG", "LOC"),
        place="LOC",
    )
    found += rows.of_entities(
        "VOA held out",
        [bio.entities(voa.convert(sentence)) for sentence in language.voa],
        analyses([sentence.words for sentence in language.voa]),
        ("PER", "ORG", rows.PLACE, "NORP", "DATE"),
        without=("DATE",),
        apart=True,
    )
    found += rows.of_entities(
        "GUM test names",
        [bio.entities(tags) for document in language.gum_test for tags in names.gum_names(document)],
        analyses([sentence.words for document in language.gum_test for sentence in document.sentences]),
        ("PER", "ORG", rows.PLACE, "NORP", "DATE", "EVENT"),
        sample=rows.sample_of(language.gum_test),
        apart=True,
    )
    return found


def _raw(analyser: "Analyser", documents: Sequence[conllu.Document]) -> list[Row]:
    found: list[Row] = []
    for dataset, paragraphs in (("GUM dev raw", True), ("GUM dev joined", False)):
        raw = [conllu.raw_text(document, paragraphs=paragraphs) for document in documents]
        docs = list(analyser.pipe([text.text for text in raw]))
        found += rows.of_raw_text(dataset, documents, raw, docs)
    return found


def _silent(message: str) -> None:
    """Tell no one."""
