"""A claim, a relation or a whole report with its words marked in the text, for a terminal or a pipe.

In colours a word's role is its style; plain, it stands in brackets with its role: `⟦who Ida Solvik⟧`.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from dragoman.export import marks, phrases
from dragoman.export.claims_table import console_on
from dragoman.export.marks import MEANING, ROLES, Mark
from dragoman.export.styles import STYLES, safe
from dragoman.records import Article, BlockKind, Claim, CodedArticle, Party, Relation, Span, Voice

if TYPE_CHECKING:
    from rich.text import Text

OPEN, CLOSE = "⟦", "⟧"
_DIM: tuple[BlockKind, ...] = ("furniture", "related", "credit", "caption")


def write_shown(coded: CodedArticle, entry: Claim | Relation | None, stream: BinaryIO) -> None:
    """Write a report, or one claim or relation of it, to a stream; in colours where that is a terminal."""
    with console_on(stream) as console:
        text = shown(coded, entry, plain=not console.is_terminal)
        console.print(text, soft_wrap=not console.is_terminal)


def shown(coded: CodedArticle, entry: Claim | Relation | None, *, plain: bool) -> "Text":
    """What `write_shown` writes; without an entry, the whole report."""
    if isinstance(entry, Claim):
        return _claim(coded, entry, plain=plain)
    if isinstance(entry, Relation):
        return _relation(coded, entry, plain=plain)
    return _report(coded, plain=plain)


def _claim(coded: CodedArticle, claim: Claim, *, plain: bool) -> "Text":
    from rich.text import Text

    article = coded.article
    text = Text.assemble((phrases.event(claim), "bold"), f"  {claim.status}", ("  " + safe(claim.id), "dim"), "\n\n")
    _facts(text, _claim_facts(claim, article))
    _facts(text, _report_lines(article))
    text.append("\n")
    _marked(text, article, _paragraph(article, claim.span), list(marks.of_claim(claim, article, 0)), plain=plain)
    _legend(text, marks.of_claim(claim, article, 0), plain=plain)
    return text


def _relation(coded: CodedArticle, relation: Relation, *, plain: bool) -> "Text":
    from rich.text import Text

    article = coded.article
    heading = safe(phrases.relation(relation))
    text = Text.assemble((heading, "bold"), ("  " + safe(relation.id), "dim"), "\n\n")
    facts = [
        ("of", _party(relation.subject)),
        ("it is said", ("not: " if relation.polarity == "negative" else "") + relation.predicate),
        ("", _party(relation.object)),
        ("when", _because(phrases.date(relation.valid), relation.valid.reason if relation.valid else "")),
        *_voice_facts(relation.voices, article),
        ("score", f"{relation.score:.2f}"),
        *(("because", reason) for reason in relation.reasons),
    ]
    _facts(text, facts)
    _facts(text, _report_lines(article))
    text.append("\n")
    found = list(marks.of_relation(relation, 0))
    _marked(text, article, _paragraph(article, relation.span), found, plain=plain)
    return text


def _report(coded: CodedArticle, *, plain: bool) -> "Text":
    from rich.text import Text

    article = coded.article
    text = Text.assemble((safe(phrases.report(article)), "bold"), ("  " + safe(article.id), "dim"), "\n\n")
    _facts(text, _report_lines(article, titled=False))
    text.append("\n")
    found = list(marks.of_dateline(article))
    for number, claim in enumerate(coded.claims):
        found += marks.of_claim(claim, article, number)
    _marked(text, article, Span(0, len(article.text)), found, plain=plain, numbered=True)
    if coded.claims:
        text.append("\nClaims\n", "bold")
    for number, claim in enumerate(coded.claims, start=1):
        text.append(f"{number:>4}  {safe(_sentence(claim, article))}")
        text.append(f"  {safe(claim.id)}\n", "dim")
    if coded.relations:
        text.append("\nStanding relations\n", "bold")
    for relation in coded.relations:
        text.append(f"      {safe(phrases.relation(relation))}")
        text.append(f"  {safe(relation.id)}\n", "dim")
    if coded.rejections:
        text.append("\nRead but not used\n", "bold")
    for rejection in coded.rejections:
        text.append(f"      {safe(phrases.rejection(rejection, article))}\n")
    _legend(text, found, plain=plain)
    return text


def _sentence(claim: Claim, article: Article) -> str:
    """`Ida Solvik (NOR) → Jon Hallsson (ISL): CONSULT, asserted, 2024-03-04, by the word of the ministry`."""
    who, whom = phrases.parties(claim.actors) or "somebody", phrases.parties(claim.recipients)
    facts = [phrases.event(claim), claim.status, phrases.date(claim.date), phrases.place(claim.place)]
    if claim.voices:
        facts.append(f"by the word of {phrases.word_of(claim.voices, article)}")
    return f"{who}{f' → {whom}' if whom else ''}: {', '.join(fact for fact in facts if fact)}"


def _claim_facts(claim: Claim, article: Article) -> Iterator[tuple[str, str]]:
    for label, parties in (
        ("who", claim.actors),
        ("to whom", claim.recipients),
        ("requested by", claim.requested_by),
        ("host", claim.host),
    ):
        for party in parties:
            yield label, _party(party)
    yield "when", _because(phrases.date(claim.date), claim.date.reason if claim.date else "")
    yield "where", _because(phrases.place(claim.place), claim.place.reason if claim.place else "")
    yield from _voice_facts(claim.voices, article)
    if article.text:
        for span in claim.about:
            yield "about", span.of(article.text)
    yield "in answer to", claim.in_response_to or ""
    yield "contexts", ", ".join(claim.contexts)
    yield "CAMEO", claim.cameo or ""
    yield "quad class", "" if claim.quad is None else str(claim.quad)
    if claim.scale is not None:
        yield "scale", f"{claim.scale.value:g} ({claim.scale.table} {claim.scale.version})"
    yield "score", f"{claim.score:.2f}"
    for reason in claim.reasons:
        yield "because", reason


def _voice_facts(voices: tuple[Voice, ...], article: Article) -> Iterator[tuple[str, str]]:
    yield "on the word of", article.outlet or ""
    for voice in voices:
        said: list[str] = [voice.manner]
        if voice.cue is not None and article.text:
            said.append(f"“{voice.cue.of(article.text)}”")
        if voice.spoken is not None:
            said.append(phrases.date(voice.spoken))
        yield "who cites" if article.outlet else "on the word of", f"{phrases.voice(voice)} ({', '.join(said)})"


def _report_lines(article: Article, *, titled: bool = True) -> Iterator[tuple[str, str]]:
    if titled:
        yield "report", f"{phrases.report(article)}  {article.id}"
    yield "outlet", article.outlet or ""
    published = article.published
    if published is not None:
        basis = article.published_basis or ""
        yield (
            "published",
            _because(phrases.published(article), f"{basis}: {published.reason}" if published.reason else basis),
        )
    yield "language", article.language or ""
    yield "origin", article.document.origin
    yield "url", article.document.metadata.url or ""


def _party(party: Party) -> str:
    who = " ".join((party.country or "", *party.sectors)).strip()
    named = f"{phrases.party(party)}{f' ({who})' if who else ''}"
    return _because(named, party.reason)


def _because(fact: str, reason: str) -> str:
    return f"{fact} – {reason}" if fact and reason else fact


def _facts(text: "Text", facts: Iterable[tuple[str, str]]) -> None:
    before = None
    for label, fact in facts:
        if fact:
            text.append(f"{'' if label == before else label:<15}", "dim")
            text.append(f"{safe(fact)}\n")
            before = label


def _paragraph(article: Article, sentence: Span) -> Span:
    """The block that a sentence is in, or the sentence itself."""
    block = article.block_at(sentence.start)
    return block.span if block is not None and block.span.covers(sentence) else sentence


def _marked(
    text: "Text", article: Article, within: Span, found: list[Mark], *, plain: bool, numbered: bool = False
) -> None:
    """The words of a span, marked."""
    if not article.text:
        text.append("The text is withheld; spans count characters of the report.\n", "dim")
        return
    if plain:
        text.append(_bracketed(article, within, found, numbered=numbered) + "\n")
        return
    dim = [block.span for block in article.of_kind(*_DIM)]
    for piece in marks.pieces(within, found):
        style = STYLES[piece.marks[0].role] if piece.marks else ""
        if not style and any(span.covers(piece.span) for span in dim):
            style = "dim"
        text.append(safe(piece.span.of(article.text), line=False), style)
        ending = [m.of + 1 for m in piece.marks if m.role == "trigger" and m.span.end == piece.span.end]
        if numbered and ending:
            text.append("".join(f"[{number}]" for number in ending), "bold magenta")
    text.append("\n")


def _bracketed(article: Article, within: Span, found: list[Mark], *, numbered: bool) -> str:
    """The words with brackets where marks begin and end; the same words in the same role once."""
    opening: dict[int, list[tuple[int, int, str]]] = {}
    closing: dict[int, int] = {}
    seen: set[tuple[Span, str]] = set()
    for mark in found:
        if not len(mark.span) or not within.covers(mark.span):
            continue
        label = "deed" if mark.role == "trigger" else MEANING[mark.role]
        if numbered and mark.role == "trigger":
            label = f"{label} {mark.of + 1}"
        if (mark.span, label) in seen:
            continue
        seen.add((mark.span, label))
        opening.setdefault(mark.span.start, []).append((-len(mark.span), ROLES.index(mark.role), label))
        closing[mark.span.end] = closing.get(mark.span.end, 0) + 1
    cuts = sorted({within.start, within.end, *opening, *closing})
    parts: list[str] = []
    for place, cut in enumerate(cuts):
        parts.append(CLOSE * closing.get(cut, 0))
        parts += [f"{OPEN}{label} " for _, _, label in sorted(opening.get(cut, []))]
        if place + 1 < len(cuts):
            parts.append(safe(article.text[cut : cuts[place + 1]], line=False))
    return "".join(parts)


def _legend(text: "Text", found: Iterable[Mark], *, plain: bool) -> None:
    """What the colours mean; brackets say it themselves."""
    used = {mark.role for mark in found}
    if plain or not used:
        return
    text.append("\n")
    for role in ROLES:
        if role in used:
            text.append(MEANING[role], STYLES[role])
            text.append("  ")
