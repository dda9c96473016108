"""A table for people: claims under their reports, what was given up and why, and how to go on."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TYPE_CHECKING, BinaryIO

from dragoman.export import marks, phrases
from dragoman.export.claims import Items, Tally, WriteOptions
from dragoman.export.styles import STYLES, safe
from dragoman.records import Article, Claim, CodedArticle, Rejection, Span

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

WIDE = 140
"""Columns of a terminal from which claims stand in a table; below, each has a few lines of its own."""

SHOWN = 12
"""Rejections within reports that are listed; the rest are counted."""

_AROUND = 150
"""Characters of a sentence that a row shows, around the deed."""

_WHOLE = {"event": 16, "status": 12, "when": 10}
"""Columns whose words are not to be broken: `unconventional`, `hypothetical`, `2024-03-04`."""

_STATUS = {
    "asserted": "green",
    "negated": "red",
    "denied": "red",
    "future": "blue",
    "hypothetical": "blue",
    "historical": "dim",
    "asked": "magenta",
}


def write(items: Items, stream: BinaryIO, options: WriteOptions) -> None:
    """Write the table; in colours where the stream is a terminal."""
    with console_on(stream) as console:
        tally = Tally()
        unread: list[str] = []
        given_up: list[str] = []
        heads = True
        for item in items:
            tally = tally.plus(item)
            if isinstance(item, Rejection):
                unread.append(str(item))
                continue
            given_up += [phrases.rejection(one, item.article) for one in item.rejections]
            console.print(_heading(item))
            if item.claims:
                console.print(_claims(item, console.width, heads=heads))
                heads = False
        for part in _closing(tally, unread, given_up, options):
            console.print(part)


@contextmanager
def console_on(stream: BinaryIO) -> "Iterator[Console]":
    """A console that writes to a stream of bytes and leaves it open."""
    from rich.console import Console

    text = TextIOWrapper(stream, encoding="utf-8", newline="\n", write_through=True)
    try:
        yield Console(file=text, highlight=False)
    finally:
        text.flush()
        text.detach()


def _heading(coded: CodedArticle) -> "Text":
    from rich.text import Text

    article = coded.article
    facts = [safe(fact) for fact in phrases.report_facts(article)]
    facts.append(phrases.count(len(coded.claims), "claim"))
    if coded.relations:
        facts.append(phrases.count(len(coded.relations), "relation"))
    return Text.assemble("\n", (safe(phrases.report(article)), "bold"), "\n", (" · ".join(facts), "dim"))


def _claims(coded: CodedArticle, width: int, *, heads: bool) -> "RenderableType":
    if width < WIDE:
        from rich.console import Group

        return Group(*(_lines(claim, coded.article) for claim in coded.claims))
    table = _table(heads)
    for claim in coded.claims:
        table.add_row(*_cells(claim, coded.article))
    return table


def _table(heads: bool) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, show_header=heads, expand=True, pad_edge=False, padding=(0, 1, 0, 0), leading=1)
    columns = {
        "who": 15,
        "event": 12,
        "to whom": 13,
        "when": 10,
        "where": 9,
        "on whose word": 13,
        "status": 9,
        "words it rests on": 38,
    }
    for name, ratio in columns.items():
        whole = _WHOLE.get(name)
        table.add_column(name, ratio=None if whole else ratio, width=whole, overflow="fold")
    return table


def _cells(claim: Claim, article: Article) -> "list[Text]":
    from rich.text import Text

    return [
        Text(safe(phrases.parties(claim.actors))),
        Text(phrases.event(claim), "bold"),
        Text(safe(phrases.parties(claim.recipients))),
        Text(phrases.date(claim.date)),
        Text(safe(phrases.place(claim.place))),
        Text(safe(phrases.word_of(claim.voices, article)), "" if claim.voices else "dim"),
        Text(claim.status, _STATUS.get(claim.status, "")),
        words(claim, article),
    ]


def _lines(claim: Claim, article: Article) -> "RenderableType":
    """A claim on lines of its own, for a narrow terminal."""
    from rich.padding import Padding
    from rich.text import Text

    who, whom = safe(phrases.parties(claim.actors)) or "somebody", safe(phrases.parties(claim.recipients))
    facts = [phrases.date(claim.date), safe(phrases.place(claim.place)), safe(phrases.word_of(claim.voices, article))]
    text = Text.assemble(
        (phrases.event(claim), "bold"),
        "  ",
        (claim.status, _STATUS.get(claim.status, "")),
        f"\n{who}{f' → {whom}' if whom else ''}",
        (f"\n{' · '.join(fact for fact in facts if fact)}\n", "dim"),
        words(claim, article),
    )
    return Padding(text, (1, 0, 0, 2))


def words(claim: Claim, article: Article) -> "Text":
    """The sentence around the deed, its words in the colours of their roles."""
    from rich.text import Text

    if not article.text:
        return Text("(text withheld)", "dim")
    shown = _around(claim, article.text)
    text = Text("" if shown.start == claim.span.start else "… ")
    for piece in marks.pieces(shown, marks.of_claim(claim, article, 0)):
        style = STYLES[piece.marks[0].role] if piece.marks else ""
        text.append(safe(piece.span.of(article.text), line=True), style)
    if shown.end < claim.span.end:
        text.append(" …")
    return text


def _around(claim: Claim, text: str) -> Span:
    """The part of the sentence to show: all of a short one, else whole words around the deed."""
    whole = claim.span
    if len(whole) <= _AROUND:
        return whole
    start = max(whole.start, min(claim.trigger.start - _AROUND // 3, whole.end - _AROUND))
    end = min(whole.end, max(start + _AROUND, claim.trigger.end))
    if start > whole.start:
        blank = text.find(" ", start, claim.trigger.start)
        start = blank + 1 if blank >= 0 else start
    if end < whole.end:
        blank = text.rfind(" ", claim.trigger.end, end)
        end = blank if blank >= 0 else end
    return Span(start, end)


def _closing(tally: Tally, unread: list[str], given_up: list[str], options: WriteOptions) -> "Iterator[Text]":
    from rich.text import Text

    found = [
        phrases.count(tally.claims, "claim"),
        phrases.count(tally.relations, "relation"),
        phrases.count(tally.reports, "report"),
    ]
    yield Text.assemble("\n", (f"{found[0]} and {found[1]} in {found[2]}", "bold"))
    if unread:
        yield Text.assemble("\n", (f"Not read: {len(unread)}", "bold"))
        for line in unread:
            yield Text(f"  {safe(line)}")
    if given_up:
        yield Text.assemble("\n", (f"Read but not used: {len(given_up)}", "bold"))
        for line in given_up[:SHOWN]:
            yield Text(f"  {safe(line)}")
        if len(given_up) > SHOWN:
            yield Text(f"  and {len(given_up) - SHOWN} more; -o FILE.html or FILE.jsonl has them all", "dim")
    if options.next_steps:
        yield Text.assemble("\n", ("How to go on", "bold"))
        for step in options.next_steps:
            yield Text(f"  {safe(step)}")
