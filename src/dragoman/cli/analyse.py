"""`dragoman analyse`."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from dragoman.cli.console import one_line, report_rejections, tell_left_out
from dragoman.cli.exit_codes import ExitCode
from dragoman.cli.progress import tracked
from dragoman.records import Document, Rejection

if TYPE_CHECKING:
    from rich.console import RenderableType
    from spacy.tokens import Doc

    from dragoman.pipeline import Analysed

TABLE = "table"
STDOUT = Path("-")


def analyse(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files (text, HTML, JSON Lines, CSV), folders of them, patterns, a web address, or - for standard "
            "input.",
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where results go; - is standard output. The file's ending chooses the format.",
        ),
    ] = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="table, conllu or jsonl. Without it: by the ending of FILE, else a table on a terminal and "
            "conllu in a pipe.",
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option("--engine", metavar="NAME", help="What analyses: dragoman (the shipped model), spacy or stanza."),
    ] = "dragoman",
    model: Annotated[
        str,
        typer.Option(
            "--model",
            metavar="NAME",
            help="The engine's model: a shipped one, an installed spaCy pipeline, a language of Stanza.",
        ),
    ] = "en",
    processes: Annotated[
        int,
        typer.Option(
            "--processes",
            min=1,
            metavar="NUMBER",
            help="How many processes share the work; results stay the same.",
        ),
    ] = 1,
) -> None:
    """Analyse English text: words, tags, lemmas, the UD tree, entities and sentences.

    What cannot be read (absent, binary, empty, a malformed line) is listed at the end on standard error; the exit
    code is then 4, or 3 if nothing could be read.

    Examples:

    - `dragoman analyse reports/` shows the sentences of a folder with their entities and roots

    - `dragoman analyse reports/ -o reports.conllu` writes them in CoNLL-U

    - `curl -s https://example.org/dispatch.txt | dragoman analyse - | less` reads standard input

    - `dragoman analyse a.txt b.txt --format jsonl | jq .entities` gives JSON with character offsets
    """
    from dragoman import language, pipeline, sources

    write_one = writer(choose_format(format_name, output))
    analyser = language.load(model, engine)
    files = sources.find(paths)
    tell_left_out(paths)
    results = pipeline.analyse(sources.documents(files), analyser, processes=processes)
    rejections: list[Rejection] = []
    analysed = 0
    with opened(output) as stream:
        for result in tracked(results, len(files), "analysing", show=not stream.isatty()):
            if isinstance(result, Rejection):
                rejections.append(result)
            else:
                write_one(result, stream)
                analysed += 1
    report_rejections(rejections)
    if rejections:
        raise typer.Exit(ExitCode.SOME_REJECTED if analysed else ExitCode.NOTHING_READ)


def choose_format(name: str | None, output: Path | None) -> str:
    """The format asked for, or the one that fits where results go."""
    from dragoman.export import analysis_formats

    if name is not None:
        return name
    if output is None:
        return TABLE if sys.stdout.isatty() else "conllu"
    if output == STDOUT:
        return "conllu"
    ending = output.suffix.removeprefix(".")
    if ending not in analysis_formats:
        endings = ", ".join(f".{known}" for known in analysis_formats)
        raise typer.BadParameter(f"{output} ends in none of {endings}; name the format with --format")
    return ending


def writer(format_name: str) -> Callable[["Analysed", TextIO], None]:
    """What writes one analysed document in the format of this name.

    Raises:
        FormatUnknown: there is no such format.
    """
    from dragoman.errors import FormatUnknown
    from dragoman.export import analysis_formats

    if format_name == TABLE:
        return write_table
    if format_name not in analysis_formats:
        raise FormatUnknown(format_name, (TABLE, *analysis_formats))
    text_of = analysis_formats.get(format_name)
    return lambda result, stream: typer.echo(text_of(result.document, result.doc), file=stream, nl=False)


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The stream that results go to; a file takes its place only when all went well.

    Raises:
        OutputUnwritable: the file cannot be written.
    """
    if output is None or output == STDOUT:
        yield sys.stdout
        return
    from dragoman.export.claims import opened as opened_for_bytes

    with opened_for_bytes(output) as raw:
        stream = TextIOWrapper(raw, encoding="utf-8", newline="\n")
        yield stream
        stream.flush()
        stream.detach()


def write_table(result: "Analysed", stream: TextIO) -> None:
    """Write one document as a table for people."""
    from rich.console import Console

    Console(file=stream, highlight=False).print(table(result.document, result.doc))


def table(document: Document, doc: "Doc") -> "RenderableType":
    """The sentences of a document, each with its entities and the root of its tree."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from dragoman.export.words import root, sentences

    rows = Table(title=Text(one_line(document.origin), style="bold"), title_justify="left", box=SIMPLE_HEAD)
    rows.add_column("", justify="right", style="dim")
    rows.add_column("sentence", ratio=1)
    rows.add_column("root", style="cyan")
    rows.add_column("entities", style="green")
    for number, words in enumerate(sentences(doc), start=1):
        span = doc[words[0].i : words[-1].i + 1]
        top = root(words)
        entities = "\n".join(f"{entity.label_} {one_line(entity.text)}" for entity in span.ents)
        rows.add_row(str(number), Text(one_line(span.text)), Text(one_line(top.text) if top else ""), Text(entities))
    return rows
