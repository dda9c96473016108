"""`dragoman explain`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.console import one_line, stdout
from dragoman.cli.options import published_days

if TYPE_CHECKING:
    from dragoman.coder import ExplainedWord, Explanation
    from dragoman.records import Claim, Party, Relation


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="The sentence, in quotation marks.")],
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="The day that `on Monday` is told from: YYYY-MM-DD."),
    ] = None,
    tree: Annotated[bool, typer.Option("--tree/--no-tree", help="Whether to show the tree.")] = True,
) -> None:
    """Show why a sentence is coded as it is: its tree, the words that name deeds, roles, rules and scores.

    Coloured in a terminal, plain in a pipe.

    Examples:

    - `dragoman explain "Mali recalled its ambassador to Paris."` explains a claim

    - `dragoman explain "Peru did not expel the envoy, he said."` explains a status and a voice

    - `dragoman explain "The talks failed." --no-tree` tells why nothing is coded
    """
    from dragoman import coder

    found = coder.load().explain(sentence, published_days(published))
    lines = [*(_trees(found) if tree else []), *_claims(found)]
    console = stdout()
    for style, line in lines:
        if sys.stdout.isatty():
            from rich.text import Text

            console.print(Text(line, style))
        else:
            typer.echo(line)


Line = tuple[str, str]
"""Style and words."""


def _trees(found: "Explanation") -> list[Line]:
    lines: list[Line] = []
    for words in found.sentences:
        lines.append(("bold", "Tree"))
        children: dict[int | None, list[int]] = {}
        for place, word in enumerate(words):
            children.setdefault(word.head, []).append(place)
        for root in children.get(None, []):
            lines += _branch(words, children, root, 1)
        lines.append(("", ""))
    return lines


def _branch(
    words: "tuple[ExplainedWord, ...]", children: dict[int | None, list[int]], at: int, depth: int
) -> list[Line]:
    word = words[at]
    entity = f" [{word.entity}]" if word.entity else ""
    lines = [("", f"{'  ' * depth}{one_line(word.text)}  {word.deprel} {word.upos}{entity}")]
    for child in children.get(at, []):
        lines += _branch(words, children, child, depth + 1)
    return lines


def _claims(found: "Explanation") -> list[Line]:
    text = found.coded.article.text
    lines: list[Line] = []
    for claim in found.coded.claims:
        lines += _claim(claim, text)
    for relation in found.coded.relations:
        lines += _relation(relation)
    if not found.coded.claims:
        lines.append(("bold", "No claim."))
    if found.coded.rejections:
        lines.append(("bold", "Not coded"))
        for rejection in found.coded.rejections:
            words = rejection.span.of(text) if rejection.span is not None else ""
            lines.append(("dim", f"  {one_line(words)}: {rejection.reason}"))
    return lines


def _claim(claim: "Claim", text: str) -> list[Line]:
    event = " ".join(part for part in (claim.event, claim.mode) if part)
    lines = [
        ("bold green", f"{event}  {claim.status}  CAMEO {claim.cameo}  quad {claim.quad}  score {claim.score:.2f}"),
        ("", f"  deed       {one_line(claim.trigger.of(text))}"),
    ]
    for name, parties in (
        ("actor", claim.actors),
        ("recipient", claim.recipients),
        ("asked by", claim.requested_by),
        ("host", claim.host),
    ):
        lines += [("cyan", f"  {name:<10} {_party(party)}") for party in parties]
    lines += [("", f"  {'about':<10} {one_line(span.of(text))}") for span in claim.about]
    if claim.date is not None:
        lines.append(
            (
                "green",
                f"  date       {claim.date.start} to {claim.date.end} ({claim.date.precision}): {claim.date.reason}",
            )
        )
    if claim.place is not None:
        lines.append(("blue", f"  place      {claim.place.name}, {claim.place.country}: {claim.place.reason}"))
    for voice in claim.voices:
        who = one_line(voice.text) if voice.text else "nobody in particular"
        cue = "" if voice.cue is None else f" ('{one_line(voice.cue.of(text))}')"
        lines.append(("magenta", f"  voice      {who}, {voice.manner}, {voice.stance}{cue}"))
    lines += [("dim", f"  because    {reason}") for reason in claim.reasons]
    return [*lines, ("", "")]


def _relation(relation: "Relation") -> list[Line]:
    sign = "" if relation.polarity == "positive" else "not: "
    words = f"{one_line(relation.subject.text)} — {sign}{relation.predicate} — {one_line(relation.object.text)}"
    why = "; ".join(relation.reasons)
    return [("bold blue", f"relation     {words}"), ("dim", f"  because    {why}"), ("", "")]


def _party(party: "Party") -> str:
    known = party.actor.name if party.actor is not None else None
    facts = ", ".join(fact for fact in (known, party.country, *party.sectors) if fact)
    return f"{one_line(party.text)} = {facts or 'unresolved'}; {party.reason}"
