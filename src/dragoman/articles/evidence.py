"""What a report says, by the way, about the day it was published: dates on the page, years and weekdays in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.records import Block
from dragoman.text import MONTH, calendar_date, day_and_month

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_FULL = re.compile(
    rf"(?<![\w./-])(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|{_DAY} {MONTH}\.? ?,? ?\d{{4}}"
    rf"|{MONTH}\.? {_DAY},? \d{{4}})(?![\w/-]|\.\d)"
)
_WIRE_US = re.compile(r"-(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{2}|\d{4}) \d{4}(?:GMT|[ECMP][SD]T)?\b")
_WIRE = re.compile(rf"\b(?P<day>\d{{2}})\d{{4}} ?(?:GMT )?(?P<name>{MONTH}) (?P<year>\d{{2}}|\d{{4}})\b", re.IGNORECASE)
_YEARLESS = re.compile(rf"\b(?:{_DAY} {MONTH}\b|{MONTH}\.? {_DAY}\b)(?!,? \d{{4}})(?! \d{{4}})")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[^\d\n]{0,60}(?P<year>(?:19|20)\d{2})\b")
_YEAR = re.compile(
    rf"(?i:\b(?:in|since|during|after|until|of|early|late|mid|summer|spring|autumn|fall|winter|(?:{MONTH})\.?)[ -]"
    r"(?:\d{1,2},? )?)"
    r"(?P<year>(?:19|20)\d{2})(?![\w%/]|[.,]\d|-\d)"
)
_PAST = re.compile(
    r"\b(?:\w{3,}ed|was|were|had|did|has|have|began|took|fell|left|won|came|went|lost|broke|led|held|met|made|sent)\b"
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?![\"”’)]*\s+[A-Z\"“])[^.!?]*)*[.!?]?[\"”’)]*\s*")
_AHEAD = re.compile(
    r"\b(?:will|(?:is|are) to|to be held|(?:is|are) (?:due|scheduled|expected|planned|set|going)|plans? to|planned for"
    r"|due on|scheduled for|expected (?:to|in|on)|hopes? to|intends? to|set for|at the earliest"
    r"|(?:by|until|till|before) (?:the (?:end|middle|start|beginning) of )?(?:(?:early|mid|late)[ -])?"
    rf"(?:\d|{MONTH}\b))"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Dates and years that bear on when a report was published; all of them sorted."""

    stamps: tuple[date, ...]
    """Days that the page itself is stamped with, outside the report's text."""
    pictures: tuple[date, ...]
    """Days that captions and their credits name."""
    copyright: tuple[int, ...]
    """Years of copyright lines."""
    past: tuple[date, ...]
    """Whole dates that the text looks back on."""
    ahead: tuple[date, ...]
    """Whole dates that the text looks forward to."""
    past_days: tuple[tuple[int, int], ...]
    """Day and month of dates without a year that the text looks back on."""
    days_ahead: tuple[tuple[int, int], ...]
    """Day and month of dates without a year that the text looks forward to."""
    years: tuple[int, ...]
    """Years that the text looks back on, of whole dates or alone."""
    years_ahead: tuple[int, ...]
    """Years that the text looks forward to."""
    weekdays: frozenset[int]
    """The weekdays, Monday being 0, of the first of the text's two opening paragraphs that names any."""

    @property
    def weekday(self) -> int | None:
        """The latest of these weekdays, as in `met on Friday, it said on Saturday`; None where there are none."""
        latest = [day for day in self.weekdays if (day + 1) % 7 not in self.weekdays]
        return min(latest, default=None)


def gather(text: str, blocks: Sequence[Block]) -> Evidence:
    """All evidence of a text that is told into blocks."""
    said = [(block, " ".join(block.span.of(text).split())) for block in blocks]
    body = [words for block, words in said if block.kind in ("body", "standfirst")]
    page = [(block, words) for block, words in said if block.kind in ("furniture", "credit", "byline")]
    of_pictures = [words for block, words in said if block.kind == "caption"]
    of_pictures += [words for block, words in page if block.reason == "it ends a caption"]
    looking = [(sentence, _AHEAD.search(sentence) is not None) for words in body for sentence in _sentences(words)]
    back = [sentence for sentence, ahead in looking if not ahead]
    forth = [sentence for sentence, ahead in looking if ahead]
    past = _days(back)
    return Evidence(
        stamps=_days(words for block, words in page if block.reason != "it ends a caption"),
        pictures=_days(of_pictures),
        copyright=tuple(sorted({int(m["year"]) for _, words in page for m in _COPYRIGHT.finditer(words)})),
        past=past,
        ahead=_days(forth),
        past_days=_yearless(back),
        days_ahead=_yearless(forth),
        years=tuple(sorted({*(day.year for day in past), *(int(y) for words in back for y in _years(words))})),
        years_ahead=tuple(sorted({int(year) for words in forth for year in _YEAR.findall(words)})),
        weekdays=_weekdays([words for block, words in said if block.kind == "body"][:2]),
    )


def _sentences(words: str) -> Iterator[str]:
    return (match[0] for match in _SENTENCE.finditer(words) if match[0].strip())


def _days(lines: Iterator[str] | Sequence[str]) -> tuple[date, ...]:
    """The whole dates that lines name, each to the day."""
    return tuple(sorted({day for words in lines for day in _days_of(words)}))


def _days_of(words: str) -> Iterator[date]:
    for match in _FULL.finditer(words):
        found = calendar_date(match[0])
        if found is not None and found.precision == "day":
            yield found.start
    for pattern, order in ((_WIRE_US, "{year}-{month}-{day}"), (_WIRE, "{day} {name} {year}")):
        for match in pattern.finditer(words):
            parts = match.groupdict()
            parts["year"] = _century(parts["year"])
            found = calendar_date(order.format(**parts))
            if found is not None:
                yield found.start


def _century(year: str) -> str:
    if len(year) == 4:
        return year
    return f"{'19' if int(year) >= 70 else '20'}{year}"


def _years(words: str) -> list[str]:
    """The years that a sentence names as past."""
    return _YEAR.findall(words) if _PAST.search(words) else []


def _yearless(sentences: Sequence[str]) -> tuple[tuple[int, int], ...]:
    found = {day_and_month(match[0]) for words in sentences for match in _YEARLESS.finditer(words)}
    return tuple(sorted(pair for pair in found if pair is not None))


def _weekdays(paragraphs: Sequence[str]) -> frozenset[int]:
    found = (frozenset(WEEKDAYS.index(name) for name in _WEEKDAY.findall(words)) for words in paragraphs)
    return next(filter(None, found), frozenset())
