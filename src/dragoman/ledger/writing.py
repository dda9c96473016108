"""Records -> rows, within a transaction that the caller holds."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from dragoman import __version__
from dragoman.ledger import schema, search
from dragoman.ledger.names import folded
from dragoman.ledger.store import AddResult
from dragoman.records import Article, Claim, CodedArticle, DateSpan, Party, Rejection, Relation, Voice

PARTS = ("actors", "recipients", "requested_by", "host")
"""The fields of a claim that hold parties."""

_ORIGIN = ("origin", "sha256", "media_type", "encoding")
"""What copies of a report differ in."""

_SURROGATES = re.compile("[\ud800-\udfff]")


def without_text(coded: CodedArticle) -> CodedArticle:
    """The report without its text and standfirst; titles, names of parties and voices, and all offsets stay."""
    return replace(coded, article=replace(coded.article, text="", standfirst=None))


def add(connection: Connection, coded: CodedArticle, now: str) -> AddResult:
    """Add a report; the same again changes nothing, another coding of it takes the place of the first."""
    coded = _storable(coded)
    mark = fingerprint(coded)
    counts = (len(coded.claims), len(coded.relations), len(coded.rejections))
    found = select(schema.reports.c.number, schema.reports.c.fingerprint).where(schema.reports.c.id == coded.article.id)
    known = connection.execute(found).one_or_none()
    if known is not None and known.fingerprint == mark:
        new = _add_origin(connection, known.number, coded.article)
        return AddResult("unchanged", coded.article.id, *counts, new_origin=new)
    if known is None:
        number = _insert(connection, coded, mark, now, None)
        _add_origin(connection, number, coded.article)
        _heal(connection, coded.article)
        return AddResult("added", coded.article.id, *counts)
    places = connection.execute(select(schema.origins).where(schema.origins.c.report == known.number)).mappings().all()
    _remove(connection, known.number)
    number = _insert(connection, coded, mark, now, known.number)
    connection.execute(insert(schema.origins), [dict(place) for place in places])
    new = _add_origin(connection, number, coded.article)
    return AddResult("replaced", coded.article.id, *counts, new_origin=new)


def reject(connection: Connection, rejection: Rejection) -> AddResult:
    """Add a rejection of input that never became a report; the same again changes nothing."""
    record = _plain(rejection.to_dict())
    row = {"stage": record["stage"], "id": record["id"], "record": _json(record)}
    table = schema.rejections
    same = select(table.c.number).where(table.c.report.is_(None), *(table.c[name] == row[name] for name in row))
    if connection.execute(same).first() is not None:
        return AddResult("unchanged", rejection.id, rejections=1)
    connection.execute(insert(table), row)
    return AddResult("added", rejection.id, rejections=1)


def fingerprint(coded: CodedArticle) -> str:
    """What two codings of a report have in common when they say the same, wherever the report was read from."""
    record = coded.to_dict()
    document = record["article"]["document"]
    record["article"]["document"] = {name: value for name, value in document.items() if name not in _ORIGIN}
    return sha256(_json(record).encode()).hexdigest()


def _insert(connection: Connection, coded: CodedArticle, mark: str, now: str, number: int | None) -> int:
    article = coded.article
    row = {
        "number": number,
        "id": article.id,
        "fingerprint": mark,
        "outlet_folded": folded(article.outlet),
        "published_start": _first(article.published),
        "published_end": _last(article.published),
        "language": article.language,
        "title": article.title,
        "text": article.text,
        "record": _json({**article.to_dict(), "text": ""}),
        "added": now,
        "dragoman": __version__,
    }
    connection.execute(insert(schema.reports), row)
    number = connection.execute(select(schema.reports.c.number).where(schema.reports.c.id == article.id)).scalar_one()
    indexed = search.current(connection)
    if indexed:
        search.index(connection, "reports", [number])
    else:
        search.lost(connection)
    _insert_claims(connection, number, coded)
    if indexed:
        search.index(connection, "claims", _numbers(connection, number))
    relations = [_relation_row(number, place, relation) for place, relation in enumerate(coded.relations)]
    _insert_all(connection, schema.relations, relations)
    rejections = [_rejection_row(number, place, rejection) for place, rejection in enumerate(coded.rejections)]
    _insert_all(connection, schema.rejections, rejections)
    return int(number)


def _insert_claims(connection: Connection, report: int, coded: CodedArticle) -> None:
    text = coded.article.text
    rows = [_claim_row(report, place, claim, text) for place, claim in enumerate(coded.claims)]
    _insert_all(connection, schema.claims, rows)
    numbers = _numbers(connection, report)
    numbered = list(zip(numbers, coded.claims, strict=True))
    parties = [row for number, claim in numbered for row in _party_rows(number, claim)]
    voices = [row for number, claim in numbered for row in _voice_rows(number, claim.voices)]
    _insert_all(connection, schema.parties, parties)
    _insert_all(connection, schema.voices, voices)


def _insert_all(connection: Connection, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _numbers(connection: Connection, report: int) -> list[int]:
    claims = schema.claims
    of_report = select(claims.c.number).where(claims.c.report == report).order_by(claims.c.position)
    return list(connection.execute(of_report).scalars())


def _remove(connection: Connection, number: int) -> None:
    if search.current(connection):
        search.forget(connection, "claims", _numbers(connection, number))
        search.forget(connection, "reports", [number])
    connection.execute(delete(schema.reports).where(schema.reports.c.number == number))


def _add_origin(connection: Connection, number: int, article: Article) -> bool:
    """Note where a report was read from; whether that is news."""
    facts = article.document
    origins = schema.origins
    known = select(origins.c.origin).where(origins.c.report == number, origins.c.origin == facts.origin)
    if connection.execute(known).first() is not None:
        return False
    row = {"report": number, **{name: getattr(facts, name) for name in _ORIGIN}}
    connection.execute(insert(origins), row)
    return True


def _heal(connection: Connection, article: Article) -> None:
    """Forget that this origin could not be used: now it could."""
    table = schema.rejections
    connection.execute(delete(table).where(table.c.report.is_(None), table.c.id == article.document.origin))


def _claim_row(report: int, place: int, claim: Claim, text: str) -> dict[str, Any]:
    return {
        "report": report,
        "position": place,
        "id": claim.id,
        "event": claim.event,
        "mode": claim.mode,
        "status": claim.status,
        "quad": claim.quad,
        "score": claim.score,
        "date_start": _first(claim.date),
        "date_end": _last(claim.date),
        "place_country": None if claim.place is None else claim.place.country,
        "sentence": claim.span.of(text) if text else None,
        "record": _json(claim.to_dict()),
    }


def _party_rows(number: int, claim: Claim) -> Iterable[dict[str, Any]]:
    for part in PARTS:
        parties: tuple[Party, ...] = getattr(claim, part)
        for place, party in enumerate(parties):
            yield {
                "claim": number,
                "part": part,
                "position": place,
                "actor": _actor(party),
                "country": party.country,
                "folded": _folded(party),
            }


def _voice_rows(number: int, voices: Iterable[Voice]) -> Iterable[dict[str, Any]]:
    for place, voice in enumerate(voices):
        yield {"claim": number, "position": place, "actor": _actor(voice), "folded": _folded(voice)}


def _relation_row(report: int, place: int, relation: Relation) -> dict[str, Any]:
    return {
        "report": report,
        "position": place,
        "id": relation.id,
        "subject_actor": _actor(relation.subject),
        "subject_folded": _folded(relation.subject),
        "predicate": relation.predicate,
        "object_actor": _actor(relation.object),
        "object_folded": _folded(relation.object),
        "polarity": relation.polarity,
        "valid_start": _first(relation.valid),
        "valid_end": _last(relation.valid),
        "voices_folded": "|".join(_folded(voice) for voice in relation.voices),
        "score": relation.score,
        "record": _json(relation.to_dict()),
    }


def _rejection_row(report: int, place: int, rejection: Rejection) -> dict[str, Any]:
    record = _json(rejection.to_dict())
    return {"report": report, "position": place, "stage": rejection.stage, "id": rejection.id, "record": record}


def _actor(who: Party | Voice) -> str | None:
    return None if who.actor is None else who.actor.id


def _folded(who: Party | Voice) -> str:
    return folded(who.text, None if who.actor is None else who.actor.name)


def _first(span: DateSpan | None) -> str | None:
    return None if span is None or span.start is None else span.start.isoformat()


def _last(span: DateSpan | None) -> str | None:
    return None if span is None or span.end is None else span.end.isoformat()


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _storable(coded: CodedArticle) -> CodedArticle:
    """The same, halves of characters (lone surrogates, which no file can hold) replaced one for one."""
    if not _SURROGATES.search(_json(coded.to_dict())):
        return coded
    return CodedArticle.from_dict(_plain(coded.to_dict()))


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    return value
