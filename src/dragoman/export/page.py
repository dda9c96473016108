"""What a page shows: coded reports as rows, options of filters and marked text, ready for a template."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dragoman.export import marks, phrases
from dragoman.export.marks import Mark, Nearby
from dragoman.records import Article, Block, Claim, CodedArticle, Party, Rejection, Relation, Span, Voice

OUTLET_ALONE = "the outlet alone"
"""The option that stands for claims on nobody's word but the outlet's."""

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the table; `key` is what its words in the text are marked with."""

    key: str
    number: int
    claim: Claim
    report: int
    who: tuple[Party, ...]
    whom: tuple[Party, ...]
    event: str
    quad: str
    date: str
    place: str
    voices: tuple[str, ...]
    countries: str
    """Codes parted by blanks."""
    voice_numbers: str
    """Places among the options of the filter, parted by blanks."""
    about: tuple[str, ...]
    answers: int | None
    """The number of the claim that this one answers."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation in its table."""

    key: str
    relation: Relation
    report: int
    valid: str
    voices: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look; `refs` are the claims whose deed it ends."""

    text: str
    role: str
    title: str
    keys: str
    """`c3:actor c5:recipient`."""
    refs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that claims rest on, or (without keys) text between such."""

    keys: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a report, or what of it is shown."""

    kind: str
    label: str
    sentences: tuple[Sentence, ...]
    gap: bool
    """Whether text before it is left out."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its words marked."""

    number: int
    article: Article
    facts: tuple[str, ...]
    passages: tuple[Passage, ...]
    loose: tuple[int, ...]
    """Claims whose deed is in no passage: the text is withheld."""
    claims: int
    address: str
    """Where it can be read, an http address; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter, and how many claims it leaves."""

    value: str
    name: str
    claims: int


@dataclass(slots=True)
class Page:
    """All of a page."""

    rows: list[Row] = field(default_factory=list)
    relations: list[RelationRow] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    unread: list[Rejection] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    events: list[Option] = field(default_factory=list)
    statuses: list[Option] = field(default_factory=list)
    countries: list[Option] = field(default_factory=list)
    voices: list[Option] = field(default_factory=list)


def page(items: Iterable[CodedArticle | Rejection], *, full_text: bool) -> Page:
    """The page of these reports; without `full_text` it holds the sentences that claims and relations rest on."""
    made = Page()
    coded: list[CodedArticle] = []
    for item in items:
        if isinstance(item, Rejection):
            made.unread.append(item)
        else:
            coded.append(item)
    numbers: dict[str, int] = {}
    for report in coded:
        for claim in report.claims:
            numbers.setdefault(claim.id, len(numbers) + 1)
    said = Counter(name for report in coded for claim in report.claims for name in set(_voice_names(claim)))
    voice_numbers = {name: str(number) for number, name in enumerate(sorted(said, key=lambda n: (-said[n], n)))}
    number = 0
    for place, report in enumerate(coded, start=1):
        first = number + 1
        for claim in report.claims:
            number += 1
            made.rows.append(_row(claim, report.article, number, place, numbers, voice_numbers))
        relations = [(f"r{len(made.relations) + n}", one) for n, one in enumerate(report.relations, start=1)]
        made.relations += [_relation_row(key, relation, place) for key, relation in relations]
        made.reports.append(_report(report, place, first, [key for key, _ in relations], full_text=full_text))
        made.given_up += [phrases.rejection(one, report.article) for one in report.rejections]
    made.events = _options(row.claim.event for row in made.rows)
    made.statuses = _options(row.claim.status for row in made.rows)
    made.countries = _options(code for row in made.rows for code in row.countries.split())
    made.voices = [Option(voice_numbers[name], name, said[name]) for name in voice_numbers]
    return made


def _row(
    claim: Claim, article: Article, number: int, report: int, numbers: dict[str, int], voice_numbers: dict[str, str]
) -> Row:
    countries = {party.country for party in (*claim.actors, *claim.recipients) if party.country}
    if claim.place is not None and claim.place.country:
        countries.add(claim.place.country)
    return Row(
        key=f"c{number}",
        number=number,
        claim=claim,
        report=report,
        who=claim.actors,
        whom=claim.recipients,
        event=phrases.event(claim),
        quad="" if claim.quad is None else QUADS[claim.quad],
        date=phrases.date(claim.date),
        place=phrases.place(claim.place),
        voices=tuple(phrases.voice(one) for one in claim.voices),
        countries=" ".join(sorted(countries)),
        voice_numbers=" ".join(voice_numbers[name] for name in dict.fromkeys(_voice_names(claim))),
        about=tuple(_one_line(span.of(article.text)) for span in claim.about) if article.text else (),
        answers=numbers.get(claim.in_response_to or ""),
    )


def _relation_row(key: str, relation: Relation, report: int) -> RelationRow:
    return RelationRow(key, relation, report, phrases.date(relation.valid), phrases.voices(relation.voices))


def _voice_names(claim: Claim) -> Iterator[str]:
    if not claim.voices:
        yield OUTLET_ALONE
    for voice in claim.voices:
        yield _voice_name(voice)


def _voice_name(voice: Voice) -> str:
    if voice.actor is not None:
        return voice.actor.name
    return "somebody unnamed" if voice.text is None else _one_line(voice.text)


def _options(values: Iterable[str]) -> list[Option]:
    counted = Counter(values)
    return [Option(value, value, counted[value]) for value in sorted(counted)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _report(coded: CodedArticle, place: int, first: int, relation_keys: Sequence[str], *, full_text: bool) -> Report:
    """A report; its claims are numbered from `first` on."""
    article = coded.article
    keys = [f"c{number}" for number in range(first, first + len(coded.claims))] + list(relation_keys)
    all_marks = list(marks.of_dateline(article)) if article.text else []
    for number, claim in enumerate(coded.claims):
        all_marks += marks.of_claim(claim, article, number)
    for number, relation in enumerate(coded.relations, start=len(coded.claims)):
        all_marks += marks.of_relation(relation, number)
    found: tuple[Claim | Relation, ...] = (*coded.claims, *coded.relations)
    words = _Words(
        article,
        keys,
        Nearby(zip((one.span for one in found), keys, strict=True)),
        Nearby([(mark.span, mark) for mark in all_marks]),
    )
    passages = tuple(_passages(words, full_text=full_text)) if article.text else ()
    linked = {ref for passage in passages for s in passage.sentences for piece in s.pieces for ref in piece.refs}
    loose = tuple(number for number in range(first, first + len(coded.claims)) if number not in linked)
    url = article.document.metadata.url or article.document.origin
    address = url if url.startswith(("https://", "http://")) else ""
    return Report(place, article, phrases.report_facts(article), passages, loose, len(coded.claims), address)


@dataclass(frozen=True, slots=True)
class _Words:
    """A report's text with what rests on it."""

    article: Article
    keys: Sequence[str]
    """Of the claims, then of the relations, as marks count them."""
    sentences: Nearby[str]
    marks: Nearby[Mark]


def _passages(words: _Words, *, full_text: bool) -> Iterator[Passage]:
    article = words.article
    if full_text:
        for block in _parts(article):
            if block.kind == "title" and _one_line(block.span.of(article.text)) == phrases.report(article):
                continue  # the heading says it
            yield Passage(block.kind, _label(block), tuple(_sentences(block.span, words)), gap=False)
        return
    if article.dateline is not None:
        yield Passage("dateline", "", tuple(_sentences(article.dateline.span, words)), gap=False)
    previous: Span | None = None if article.dateline is None else article.dateline.span
    for whole in _runs(marks.merged([span for span, _ in words.sentences.all]), article.text):
        gap = previous is not None and bool(article.text[previous.end : whole.start].strip())
        yield Passage("body", "", tuple(_sentences(whole, words)), gap=gap)
        previous = whole


def _parts(article: Article) -> Iterator[Block]:
    """The blocks, and as body whatever text no block covers."""
    borders = [Span(0, 0), *(block.span for block in article.blocks), Span(len(article.text), len(article.text))]
    blocks = iter(article.blocks)
    for before, after in pairwise(borders):
        between = article.text[before.end : after.start]
        if between.strip():
            start = before.end + len(between) - len(between.lstrip())
            yield Block("body", Span(start, start + len(between.strip())))
        block = next(blocks, None)
        if block is not None:
            yield block


def _label(block: Block) -> str:
    if block.kind in ("body", "title", "dateline"):
        return ""
    return f"{block.kind}, repeated" if block.repeats is not None else block.kind


def _runs(spans: list[Span], text: str) -> list[Span]:
    """Sentences that follow each other in a paragraph as one."""
    runs: list[Span] = []
    for span in spans:
        between = text[runs[-1].end : span.start] if runs else ""
        if runs and not between.strip() and between.count("\n") < 2:
            runs[-1] = Span(runs[-1].start, span.end)
        else:
            runs.append(span)
    return runs


def _sentences(within: Span, words: _Words) -> Iterator[Sentence]:
    """The text within a span: sentences that claims rest on, and what stands between them."""
    inside = words.sentences.overlapping(within)
    at = within.start
    for whole in marks.merged([span for span, _ in inside]):
        clipped = Span(max(whole.start, within.start), min(whole.end, within.end))
        if clipped.start > at:
            yield Sentence("", tuple(_pieces(Span(at, clipped.start), words)))
        named = " ".join(key for span, key in inside if span.overlaps(clipped))
        yield Sentence(named, tuple(_pieces(clipped, words)))
        at = clipped.end
    if at < within.end:
        yield Sentence("", tuple(_pieces(Span(at, within.end), words)))


def _pieces(within: Span, words: _Words) -> Iterator[Piece]:
    keys = words.keys
    for piece in marks.pieces(within, [mark for _, mark in words.marks.overlapping(within)]):
        held = piece.marks
        ending = (mark for mark in held if mark.role == "trigger" and mark.span.end == piece.span.end)
        yield Piece(
            text=piece.span.of(words.article.text),
            role=held[0].role if held else "",
            title="; ".join(dict.fromkeys(_title(mark, keys) for mark in held)),
            keys=" ".join(dict.fromkeys(f"{keys[mark.of]}:{mark.role}" for mark in held if mark.of >= 0)),
            refs=tuple(int(keys[mark.of][1:]) for mark in ending),
        )


def _title(mark: Mark, keys: Sequence[str]) -> str:
    meaning = marks.MEANING[mark.role]
    if mark.of < 0 or keys[mark.of].startswith("r"):
        return meaning
    return f"{meaning} (claim {keys[mark.of][1:]})"
