"""The flat form of claims, relations, reports and rejections: one table of columns for every file and frame.

CSV, Parquet, polars and pandas all have these names; `docs/columns.md` is made from them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.records import DateSpan, Party, Place, Rejection, ScaleValue, Span, Voice

if TYPE_CHECKING:
    from polars import DataFrame

T = TypeVar("T")
Kind = Literal["text", "integer", "number", "date", "texts"]
Value = str | int | float | date | list[str | None] | None


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column: what it is called, what it holds, what it means and how it comes from a thing."""

    name: str
    kind: Kind
    """`texts` is a list; lists that speak of the same things (`actors`, `actor_countries`) run in step."""
    meaning: str
    value: Callable[[T], Value]


def _parties(
    name: str, what: str, of: Callable[[T], Sequence[Party]], *, plural: str | None = None
) -> tuple[Column[T], ...]:
    """The columns of one part in a claim."""
    return (
        Column(plural or f"{name}s", "texts", what, lambda found: [party.text for party in of(found)]),
        Column(
            f"{name}_ids", "texts", "their ids, where they are known by name", lambda found: [_id(p) for p in of(found)]
        ),
        Column(
            f"{name}_names",
            "texts",
            "their names, where they are known by name",
            lambda found: [None if p.actor is None else p.actor.name for p in of(found)],
        ),
        Column(
            f"{name}_countries",
            "texts",
            "their countries: ISO 3166-1 alpha-3 or a PLOVER non-state code",
            lambda found: [p.country for p in of(found)],
        ),
        Column(
            f"{name}_sectors",
            "texts",
            "their PLOVER sectors, those of one party between blanks",
            lambda found: [" ".join(p.sectors) or None for p in of(found)],
        ),
    )


def _id(party: Party) -> str | None:
    return None if party.actor is None else party.actor.id


def _name(voice: Voice) -> str | None:
    return None if voice.actor is None else voice.actor.name


def _start(span: DateSpan | None) -> date | None:
    return None if span is None else span.start


def _end(span: DateSpan | None) -> date | None:
    return None if span is None else span.end


def _precision(span: DateSpan | None) -> str | None:
    return None if span is None else span.precision


def _place(found: FoundClaim) -> Place:
    return found.claim.place or Place("")


def _scale(found: FoundClaim) -> ScaleValue | None:
    return found.claim.scale


def _words(found: FoundClaim | FoundRelation, spans: Iterable[Span]) -> list[str | None]:
    return [found.words(span) for span in spans]


def _dates(
    name: str, what: str, of: Callable[[T], DateSpan | None], *, precision: bool = True
) -> tuple[Column[T], ...]:
    columns: list[Column[T]] = [
        Column(f"{name}_start", "date", f"{what}: the first day it may be; empty where open", lambda f: _start(of(f))),
        Column(f"{name}_end", "date", f"{what}: the last day it may be; empty where open", lambda f: _end(of(f))),
    ]
    if precision:
        kinds = "day, week, month, quarter, season, year, decade or range"
        columns.append(
            Column(f"{name}_precision", "text", f"what these days stand for: {kinds}", lambda f: _precision(of(f)))
        )
    return tuple(columns)


def _report(of: Callable[[T], Any]) -> tuple[Column[T], ...]:
    """The columns that tell which report something is from."""
    return (
        Column(
            "outlet", "text", "who published the report; every row is on its word first of all", lambda f: of(f).outlet
        ),
        *_dates("published", "when the report was published", lambda f: of(f).published),
        Column(
            "published_basis",
            "text",
            "where that date comes from: given, metadata, dateline or inferred",
            lambda f: of(f).published_basis,
        ),
        Column("title", "text", "the report's title", lambda f: of(f).title),
        Column("language", "text", "the report's language, ISO 639-1", lambda f: of(f).language),
        Column("origin", "text", "the file or address that the report was read from", lambda f: of(f).document.origin),
        Column(
            "url", "text", "the report's address, where its source names one", lambda f: of(f).document.metadata.url
        ),
        Column("report_id", "text", "the report's id; copies of a report have the same", lambda f: of(f).id),
    )


def _voices(of: Callable[[T], Sequence[Voice]]) -> tuple[Column[T], ...]:
    return (
        Column(
            "voices",
            "texts",
            "the words that name on whose word it is, outermost first, after the outlet",
            lambda found: [voice.text for voice in of(found)],
        ),
        Column(
            "voice_names", "texts", "their names, where they are known by name", lambda f: [_name(v) for v in of(f)]
        ),
        Column(
            "voice_manners",
            "texts",
            "how each is told: direct, indirect or unattributed",
            lambda found: [voice.manner for voice in of(found)],
        ),
        Column(
            "voice_stances",
            "texts",
            "what each makes of it: asserts, denies, doubts or alleges",
            lambda found: [voice.stance for voice in of(found)],
        ),
    )


def _spot(name: str, what: str, of: Callable[[Any], Span]) -> tuple[Column[Any], ...]:
    """The columns of a span: its words, and where it is."""
    return (
        Column(name, "text", f"{what}; empty where the text is withheld", lambda found: found.words(of(found))),
        Column(f"{name}_start", "integer", "its first character in the report's text, from 0", lambda f: of(f).start),
        Column(f"{name}_end", "integer", "the character after its last", lambda found: of(found).end),
    )


CLAIM_COLUMNS: tuple[Column[FoundClaim], ...] = (
    Column("claim_id", "text", "the claim's id, made from its content", lambda f: f.claim.id),
    *_parties("actor", "who did it: the words that name them", lambda f: f.claim.actors),
    Column("event", "text", "what was done: the PLOVER event class", lambda f: f.claim.event),
    Column("mode", "text", "in which manner: the PLOVER mode", lambda f: f.claim.mode),
    Column("contexts", "texts", "PLOVER contexts", lambda f: list(f.claim.contexts)),
    *_parties("recipient", "to whom: the words that name them", lambda f: f.claim.recipients),
    *_dates("date", "when the deed was, is or would be done", lambda f: f.claim.date),
    Column("place", "text", "where, by name", lambda f: _place(f).name or None),
    Column("place_country", "text", "the place's country, ISO 3166-1 alpha-3", lambda f: _place(f).country),
    Column("place_region", "text", "the first-level division it lies in", lambda f: _place(f).region),
    Column("place_lat", "number", "degrees north, WGS 84", lambda f: _place(f).lat),
    Column("place_lon", "number", "degrees east, WGS 84", lambda f: _place(f).lon),
    Column("place_geonames_id", "integer", "the place's number at GeoNames", lambda f: _place(f).geonames_id),
    *_voices(lambda f: f.claim.voices),
    Column(
        "status",
        "text",
        "of the deed: asserted, negated, denied, future, hypothetical, historical or asked",
        lambda f: f.claim.status,
    ),
    Column("score", "number", "how likely it is that the claim holds as coded, 0 to 1", lambda f: f.claim.score),
    Column("cameo", "text", "the CAMEO code that comes nearest; text, since zeros lead", lambda f: f.claim.cameo),
    Column(
        "quad",
        "integer",
        "PLOVER's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
        lambda f: f.claim.quad,
    ),
    Column(
        "scale_value",
        "number",
        "where a scale of conflict and cooperation puts it",
        lambda f: s.value if (s := _scale(f)) else None,
    ),
    Column("scale_table", "text", "the name of that scale", lambda f: s.table if (s := _scale(f)) else None),
    Column("scale_version", "text", "the version of that scale", lambda f: s.version if (s := _scale(f)) else None),
    *_parties("requester", "who asked for it: the words that name them", lambda f: f.claim.requested_by),
    *_parties("host", "under whose roof: the words that name them", lambda f: f.claim.host),
    Column("about", "texts", "topics: their words", lambda f: _words(f, f.claim.about)),
    Column("in_response_to", "text", "the id of the claim that this one answers", lambda f: f.claim.in_response_to),
    *_spot("trigger", "the words that name the deed", lambda f: f.claim.trigger),
    *_spot("sentence", "the sentence that the claim rests on", lambda f: f.claim.span),
    Column("reasons", "texts", "what made the claim and its score", lambda f: list(f.claim.reasons)),
    *_report(lambda f: f.article),
)

RELATION_COLUMNS: tuple[Column[FoundRelation], ...] = (
    Column("relation_id", "text", "the relation's id, made from its content", lambda f: f.relation.id),
    *_parties("subject", "of whom it is said", lambda f: (f.relation.subject,)),
    Column("predicate", "text", "what is said: holds office, commands, backs ...", lambda f: f.relation.predicate),
    *_parties("object", "the other side", lambda f: (f.relation.object,)),
    Column("polarity", "text", "negative where the report says that it does not hold", lambda f: f.relation.polarity),
    *_dates("valid", "when it held", lambda f: f.relation.valid),
    *_voices(lambda f: f.relation.voices),
    Column("score", "number", "how likely it is that it holds as coded, 0 to 1", lambda f: f.relation.score),
    *_spot("sentence", "the sentence that it rests on", lambda f: f.relation.span),
    Column("reasons", "texts", "what made the relation and its score", lambda f: list(f.relation.reasons)),
    *_report(lambda f: f.article),
)

REPORT_COLUMNS: tuple[Column[ReportSummary], ...] = (
    *_report(lambda f: f.article),
    Column("origins", "texts", "every file and address that it was read from", lambda f: list(f.origins)),
    Column("claims", "integer", "how many claims it makes", lambda f: f.claims),
    Column("relations", "integer", "how many relations it states", lambda f: f.relations),
    Column("rejections", "integer", "how much of it was given up", lambda f: f.rejections),
)

REJECTION_COLUMNS: tuple[Column[Rejection], ...] = (
    Column("stage", "text", "the stage that gave it up", lambda r: r.stage),
    Column("id", "text", "what was given up", lambda r: r.id),
    Column("place", "text", "where in it", lambda r: r.place),
    Column("reason", "text", "why", lambda r: r.reason),
    Column("start", "integer", "the first character of the words given up", lambda r: r.span.start if r.span else None),
    Column("end", "integer", "the character after their last", lambda r: r.span.end if r.span else None),
)


def table(columns: Sequence[Column[T]], things: Sequence[T]) -> dict[str, list[Value]]:
    """The values of each column, by its name."""
    return {column.name: [column.value(thing) for thing in things] for column in columns}


def frame(columns: Sequence[Column[T]], things: Sequence[T]) -> "DataFrame":
    """A polars frame of these columns, with the same types for any number of rows, none included."""
    import polars as pl

    kinds: dict[Kind, Any] = {
        "text": pl.String,
        "integer": pl.Int64,
        "number": pl.Float64,
        "date": pl.Date,
        "texts": pl.List(pl.String),
    }
    return pl.DataFrame(table(columns, things), schema={column.name: kinds[column.kind] for column in columns})
