"""Rows -> records, within a transaction that the caller holds."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, or_, select

from dragoman.ledger import schema, search
from dragoman.ledger.errors import EntryAmbiguous, EntryMissing
from dragoman.ledger.found import FoundClaim, FoundRelation, ReportSummary
from dragoman.ledger.names import fold
from dragoman.ledger.query import ClaimQuery, RejectionQuery, RelationQuery, ReportQuery
from dragoman.records import Article, Claim, CodedArticle, Rejection, Relation

_BATCH = 500
"""How many rows are asked for by number at once; SQLite allows 999 and more."""

_SHOWN = 5
"""How many of several ids an error lists."""

Conditions = list[ColumnElement[bool]]


def claims(connection: Connection, query: ClaimQuery) -> list[FoundClaim]:
    """The claims that pass every filter."""
    table = schema.claims
    where = _claim_conditions(connection, query)
    rows = connection.execute(_ordered(table, where, query.limit)).all()
    articles = _articles(connection, (row.report for row in rows))
    return [FoundClaim(Claim.from_dict(json.loads(row.record)), articles[row.report]) for row in rows]


def relations(connection: Connection, query: RelationQuery) -> list[FoundRelation]:
    """The relations that pass every filter."""
    table = schema.relations
    where = _relation_conditions(query)
    rows = connection.execute(_ordered(table, where, query.limit)).all()
    articles = _articles(connection, (row.report for row in rows))
    return [FoundRelation(Relation.from_dict(json.loads(row.record)), articles[row.report]) for row in rows]


def reports(connection: Connection, query: ReportQuery) -> list[ReportSummary]:
    """The reports that pass every filter."""
    table = schema.reports
    where: Conditions = []
    if query.outlet is not None:
        where.append(_named(table.c.outlet_folded, query.outlet))
    if query.language:
        where.append(table.c.language.in_(query.language))
    if query.since is not None or query.until is not None:
        where.append(or_(table.c.published_start.is_not(None), table.c.published_end.is_not(None)))
        where += _within(table.c.published_start, table.c.published_end, query.since, query.until)
    if query.words is not None:
        where.append(search.holds(connection, table, query.words))
    if query.origin is not None:
        origins = schema.origins
        where.append(exists().where(origins.c.report == table.c.number, origins.c.origin == query.origin))
    numbers = select(table.c.number).where(*where).order_by(table.c.number).limit(query.limit)
    found = list(connection.execute(numbers).scalars())
    articles = _articles(connection, found)
    return [_summary(connection, number, articles[number]) for number in found]


def rejections(connection: Connection, query: RejectionQuery) -> list[Rejection]:
    """The rejections that pass every filter: first inputs that never became reports."""
    table = schema.rejections
    where: Conditions = []
    if query.stage:
        where.append(table.c.stage.in_(query.stage))
    if query.report is not None:
        where.append(_of_report(table.c.report, query.report))
    order = (table.c.report.is_not(None), table.c.report, table.c.position, table.c.number)
    rows = connection.execute(select(table.c.record).where(*where).order_by(*order).limit(query.limit)).scalars()
    return [Rejection.from_dict(json.loads(row)) for row in rows]


def get(connection: Connection, id_: str, path: Path) -> Claim | Relation | CodedArticle:
    """What has this id, or the one thing whose id begins so."""
    table, number = _locate(connection, id_, path)
    if table is schema.reports:
        return _coded(connection, number)
    record = json.loads(connection.execute(select(table.c.record).where(table.c.number == number)).scalar_one())
    return Claim.from_dict(record) if table is schema.claims else Relation.from_dict(record)


def report_of(connection: Connection, id_: str, path: Path) -> CodedArticle:
    """The whole report that this is the id of, or that what has this id is from."""
    table, number = _locate(connection, id_, path)
    if table is not schema.reports:
        number = connection.execute(select(table.c.report).where(table.c.number == number)).scalar_one()
    return _coded(connection, number)


def _locate(connection: Connection, id_: str, path: Path) -> tuple[Any, int]:
    """The table and row of what has this id, or of the one thing whose id begins so."""
    if not id_:
        raise EntryMissing(id_, path)
    tables = (schema.claims, schema.relations, schema.reports)
    for table in tables:
        exact = select(table.c.number).where(table.c.id == id_).order_by(table.c.number)
        number = connection.execute(exact).scalars().first()
        if number is not None:
            return table, number
    near: dict[str, tuple[Any, int]] = {}
    for table in tables:
        begins = select(table.c.id, table.c.number).where(func.substr(table.c.id, 1, len(id_)) == id_)
        for row in connection.execute(begins.order_by(table.c.number).limit(_SHOWN)):
            near.setdefault(row.id, (table, row.number))
    if not near:
        raise EntryMissing(id_, path)
    if len(near) > 1:
        raise EntryAmbiguous(id_, tuple(near)[:_SHOWN])
    return next(iter(near.values()))


def _coded(connection: Connection, number: int) -> CodedArticle:
    article = _articles(connection, [number])[number]
    found_claims = (Claim.from_dict(record) for record in _records(connection, schema.claims, number))
    found_relations = (Relation.from_dict(record) for record in _records(connection, schema.relations, number))
    found_rejections = (Rejection.from_dict(record) for record in _records(connection, schema.rejections, number))
    return CodedArticle(article, tuple(found_claims), tuple(found_relations), tuple(found_rejections))


def _records(connection: Connection, table: Any, report: int) -> Iterable[dict[str, Any]]:
    rows = select(table.c.record).where(table.c.report == report).order_by(table.c.position)
    return (json.loads(record) for record in connection.execute(rows).scalars())


def _articles(connection: Connection, numbers: Iterable[int]) -> dict[int, Article]:
    """The articles of these rows, each made once."""
    table = schema.reports
    wanted = list(dict.fromkeys(numbers))
    articles: dict[int, Article] = {}
    for start in range(0, len(wanted), _BATCH):
        batch = select(table.c.number, table.c.text, table.c.record).where(
            table.c.number.in_(wanted[start : start + _BATCH])
        )
        for row in connection.execute(batch):
            articles[row.number] = Article.from_dict({**json.loads(row.record), "text": row.text})
    return articles


def _summary(connection: Connection, number: int, article: Article) -> ReportSummary:
    origins = schema.origins
    places = select(origins.c.origin).where(origins.c.report == number).order_by(origins.c.origin)
    counts = [
        connection.execute(select(func.count()).select_from(table).where(table.c.report == number)).scalar_one()
        for table in (schema.claims, schema.relations, schema.rejections)
    ]
    return ReportSummary(article, tuple(connection.execute(places).scalars()), *counts)


def _ordered(table: Any, where: Conditions, limit: int | None) -> Select[Any]:
    columns = select(table.c.report, table.c.record)
    return columns.where(*where).order_by(table.c.report, table.c.position).limit(limit)


def _claim_conditions(connection: Connection, query: ClaimQuery) -> Conditions:
    table = schema.claims
    where = _plain_conditions(query, table, ("event", "mode", "status", "place_country"))
    if query.quad is not None:
        where.append(table.c.quad == query.quad)
    if query.since is not None or query.until is not None:
        where.append(or_(table.c.date_start.is_not(None), table.c.date_end.is_not(None)))
        where += _within(table.c.date_start, table.c.date_end, query.since, query.until)
    parts = {"actor": ("actors",), "recipient": ("recipients",), "party": None}
    for name, fields in parts.items():
        wanted = getattr(query, name)
        if wanted is not None:
            where.append(_with_party(wanted, fields))
    if query.country:
        parties = schema.parties
        named = parties.c.country.in_(query.country)
        where.append(
            exists().where(parties.c.claim == table.c.number, parties.c.part.in_(("actors", "recipients")), named)
        )
    if query.voice is not None:
        voices = schema.voices
        said = or_(voices.c.actor == query.voice, _named(voices.c.folded, query.voice))
        where.append(exists().where(voices.c.claim == table.c.number, said))
    if query.words is not None:
        where.append(search.holds(connection, table, query.words))
    return where


def _with_party(wanted: str, fields: Sequence[str] | None) -> ColumnElement[bool]:
    parties = schema.parties
    who = or_(parties.c.actor == wanted, _named(parties.c.folded, wanted))
    part = [] if fields is None else [parties.c.part.in_(fields)]
    return exists().where(parties.c.claim == schema.claims.c.number, who, *part)


def _relation_conditions(query: RelationQuery) -> Conditions:
    table = schema.relations
    where = _plain_conditions(query, table, ("predicate", "polarity"))
    where += _within(table.c.valid_start, table.c.valid_end, query.since, query.until)
    sides = {
        "subject": or_(table.c.subject_actor == query.subject, _named(table.c.subject_folded, query.subject or "")),
        "object": or_(table.c.object_actor == query.object, _named(table.c.object_folded, query.object or "")),
        "party": or_(
            table.c.subject_actor == query.party,
            table.c.object_actor == query.party,
            _named(table.c.subject_folded, query.party or ""),
            _named(table.c.object_folded, query.party or ""),
        ),
        "voice": _named(table.c.voices_folded, query.voice or ""),
    }
    return where + [condition for name, condition in sides.items() if getattr(query, name) is not None]


def _plain_conditions(query: ClaimQuery | RelationQuery, table: Any, names: Iterable[str]) -> Conditions:
    """What claims and relations are asked alike, and columns that hold one of several names."""
    where: Conditions = [table.c[name].in_(getattr(query, name)) for name in names if getattr(query, name)]
    if query.min_score is not None:
        where.append(table.c.score >= query.min_score)
    if query.report is not None:
        where.append(_of_report(table.c.report, query.report))
    if query.outlet is not None:
        reports_ = schema.reports
        where.append(
            exists().where(reports_.c.number == table.c.report, _named(reports_.c.outlet_folded, query.outlet))
        )
    return where


def _of_report(column: Any, id_: str) -> ColumnElement[bool]:
    numbers = select(schema.reports.c.number).where(schema.reports.c.id == id_)
    return and_(column.in_(numbers))


def _named(column: Any, words: str) -> ColumnElement[bool]:
    """Whether a column of folded words has these, whole and in this order."""
    wanted = fold(words)
    found: ColumnElement[bool] = column.contains(f" {wanted} ", autoescape=True) if wanted else column.is_(None)
    return found


def _within(start: Any, end: Any, since: date | None, until: date | None) -> Conditions:
    """Whether a time with these bounds, either of which may be open, can lie in the period asked for."""
    where: Conditions = []
    if since is not None:
        where.append(or_(end.is_(None), end >= since.isoformat()))
    if until is not None:
        where.append(or_(start.is_(None), start <= until.isoformat()))
    return where
