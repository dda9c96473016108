"""Decisions about single names that all conversions of entity corpora share."""

import re
from collections.abc import Sequence
from typing import Final

from dragoman.evaluate.knowledge import key, knowledge

UNDECIDED_PLACE: Final = "PLACE"
"""A place of which the lists cannot say whether it is political (GPE) or physical (LOC)."""

_YEAR = re.compile(r"(1[0-9]|20)[0-9]{2}((-|–|/)([0-9]{2}|[0-9]{4}))?")
_DECADE = re.compile(r"((1[0-9]|20)[0-9]0|['’]?[0-9]0)['’]?s")
_NUMERAL = re.compile(r"[0-9][0-9,.]*")
_ORDINAL = re.compile(r"[0-9]{1,2}(st|nd|rd|th)")
_DATE_FIGURES = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_NEEDS_CAPITAL = frozenset(("may", "march", "sun", "mon", "sat", "wed", "jan", "mar", "dec", "nov", "sep"))
_WITHIN_DATES = frozenset(("of", "and", "to", "or", "in", "the", "a", "an", "'s", "’s"))
_BEFORE_NAMES = frozenset(
    """a an the this that of in from near southern northern eastern western central southeastern southwestern
    northeastern northwestern south-eastern south-western north-eastern north-western
    south north east west mainland
    downtown
    northwest northeast southwest southeast nearby neighboring neighbouring upper lower greater""".split()
)
_CONNECTORS = frozenset(("of", "the", "and", "for", "&", "-", ",", "'s", "’s"))


def place_label(words: Sequence[str]) -> str:
    """GPE or LOC of a name known to be a place; `UNDECIDED_PLACE` where neither list nor head noun decides.

    GPE when the name is in the lists of states, dependencies, first-level regions and cities or ends in a
    noun such as "Province" or "City"; LOC when it is in the list of physical places or holds a noun such as
    "Sea", "River" or "Mountains".
    """
    known = knowledge()
    name = key(" ".join(words))
    if name in known.political:
        return "GPE"
    if name in known.physical:
        return "LOC"
    lowered = [word.casefold() for word in words]
    if len(words) > 1:
        for position, word in (("last", lowered[-1]), ("first", lowered[0])):
            if (label := known.heads.get((position, word))) in ("GPE", "LOC"):
                return label
        for word in lowered:
            if (label := known.heads.get(("any", word))) in ("GPE", "LOC"):
                return label
    return UNDECIDED_PLACE


def organisation_head(words: Sequence[str]) -> bool:
    """Whether the last word is a noun such as "Ministry" that makes the name an organisation's."""
    return knowledge().heads.get(("last", words[-1].casefold())) == "ORG"


def is_generic(words: Sequence[str]) -> bool:
    """Whether a "name" is one letter or one common noun only, such as "State" or "Village"."""
    heads, word = knowledge().heads, words[0].casefold()
    if len(words) > 1:
        return False
    return len(word) == 1 or ("alone", word) in heads or heads.get(("last", word)) in ("GPE", "LOC")


def without_direction(words: Sequence[str]) -> int:
    """How many words in front of a listed name to leave out: 1 for "Northern Iraq" or "The U.S.", else 0.

    Names listed with the word ("Northern Ireland", "The Hague") keep it.
    """
    if len(words) < 2 or words[0].casefold() not in _BEFORE_NAMES or listed_place(words) or is_people(words):
        return 0
    rest = words[1:]
    return int(bool(listed_place(rest) or is_people(rest) or is_organisation(rest)))


def listed_place(words: Sequence[str]) -> str | None:
    """GPE or LOC when the whole name is in a list of places, else None."""
    known = knowledge()
    name = key(" ".join(words))
    if name in known.political:
        return "GPE"
    return "LOC" if name in known.physical else None


def is_people(words: Sequence[str], *, marked: bool = False) -> bool:
    """Whether the words are, in full, an adjective or name of a nation, people, religion or of inhabitants.

    Args:
        words: the words of one name; the first must begin with a capital.
        marked: a corpus marks them as an entity, so that forms that mean other things often count too.
    """
    known = knowledge()
    name = key(" ".join(words))
    listed = name in known.peoples or (marked and name in known.peoples_if_marked)
    return listed and words[0][:1].isupper()


def is_organisation(words: Sequence[str]) -> bool:
    """Whether the whole name is in the short list of organisations that corpora mark as places or persons."""
    return key(" ".join(words)) in knowledge().organisations


def title_kind(word: str) -> str | None:
    """What kind of title a word is, or None; "ex-" and "former-" in front do not count."""
    lowered = word.casefold().removesuffix(".")
    for prefix in ("ex-", "former-"):
        lowered = lowered.removeprefix(prefix)
    return knowledge().titles.get(lowered)


def after_titles(words: Sequence[str]) -> int:
    """How many words at the start of a person's mention are titles, with what belongs to them.

    Between titles, and after "of", the name of a nation, place or organisation belongs to the title: all of
    "Israeli Prime Minister", "President of Iran", "House Speaker" is passed over. May be all of the words.
    """
    at, end = 0, len(words)
    while at < end:
        if title_kind(words[at]):
            at += 1
        elif at and words[at].casefold() in _CONNECTORS and at + 1 < end:
            step = _qualifier(words, at + 1)
            if not step and not title_kind(words[at + 1]):
                break
            at += 1 + step
        elif (step := _qualifier(words, at)) and _title_follows(words, at + step):
            at += step
        elif at < 2 and at + 2 < end and words[at][:1].isupper() and title_kind(words[at + 1]) == "office":
            at += 2
        else:
            break
    return at


def _qualifier(words: Sequence[str], at: int) -> int:
    """How many words from `at` on name a nation, a place or a listed organisation."""
    for length in range(min(3, len(words) - at), 0, -1):
        name = words[at : at + length]
        if is_people(name) or listed_place(name) or is_organisation(name):
            return length
    return 0


def _title_follows(words: Sequence[str], at: int) -> bool:
    return at < len(words) and title_kind(words[at]) is not None


def is_calendar_word(word: str) -> bool:
    """Whether the word alone is of the calendar: weekday, month, feast, year, decade, "today"."""
    calendar = knowledge().calendar
    lowered = word.casefold()
    if lowered in _NEEDS_CAPITAL and not word[0].isupper():
        return False
    if any(lowered in calendar[kind] for kind in ("weekday", "month", "deictic", "holiday")):
        return True
    part, hyphen, rest = lowered.partition("-")
    if hyphen and part in ("mid", "early", "late"):
        return is_calendar_word(word[len(part) + 1 :]) if rest else False
    return any(pattern.fullmatch(word) for pattern in (_YEAR, _DECADE, _DATE_FIGURES))


def is_date(words: Sequence[str]) -> bool:
    """Whether a mention of time holds a calendar or deictic expression, and so is a DATE.

    That is a weekday, month, feast, year or decade; "today", "yesterday"; "last week", "this year", "recent
    months"; "three years", "decades ago"; "the 19th century". A bare number, an hour or "later" is none.
    """
    if any(is_calendar_word(word) for word in words):
        return True
    calendar = knowledge().calendar
    lowered = [word.casefold() for word in words]
    units = [i for i, word in enumerate(lowered) if word in calendar["unit"]]
    for unit in units:
        for word in lowered[:unit]:
            if word in calendar["modifier"] or word in calendar["number"] or _NUMERAL.fullmatch(word):
                return True
            if lowered[unit].startswith("centur") and (word in calendar["ordinal"] or _ORDINAL.fullmatch(word)):
                return True
    return bool(units) and any(word in calendar["ago"] for word in lowered)


def date_span(words: Sequence[str]) -> tuple[int, int] | None:
    """The DATE in a mention of time: the longest run of words of dates that `is_date`, or None.

    Prepositions, articles and punctuation at its ends are cut, so that "since early 2003" yields "early
    2003".
    """
    fillers = knowledge().calendar["filler"]
    best: tuple[int, int] | None = None
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _belongs_to_date(words[end]):
            end += 1
        start, stop = at, end
        while start < stop and (_cut_from_date(words[start]) or words[start].casefold() in fillers):
            start += 1
        while stop > start and _cut_from_date(words[stop - 1]):
            stop -= 1
        if is_date(words[start:stop]) and (best is None or stop - start > best[1] - best[0]):
            best = (start, stop)
        at = max(end, at + 1)
    return best


def _belongs_to_date(word: str) -> bool:
    lowered = word.casefold()
    if lowered in _NEEDS_CAPITAL:
        return word[0].isupper()
    listed = any(lowered in words for words in knowledge().calendar.values())
    figure = _NUMERAL.fullmatch(word) or _ORDINAL.fullmatch(lowered) or is_calendar_word(word)
    return listed or bool(figure) or lowered in _WITHIN_DATES or not _has_letter_or_digit(word)


def _cut_from_date(word: str) -> bool:
    return word.casefold() in _WITHIN_DATES or not _has_letter_or_digit(word)


def trim_name(words: Sequence[str]) -> tuple[int, int]:
    """What is left of a name when quotes, brackets, articles, directions and common nouns at its ends go."""
    start, end = 0, len(words)
    while start < end and (not _has_letter_or_digit(words[start]) or _leads_in(words, start, end)):
        start += 1
    start += without_direction(words[start:end])
    while end > start and (not _has_letter_or_digit(words[end - 1]) or _trails(words, start, end)):
        end -= 1
    return start, end


def _leads_in(words: Sequence[str], start: int, end: int) -> bool:
    return words[start] in _BEFORE_NAMES and any(w[:1].isupper() for w in words[start + 1 : end])


def _trails(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the last word is a possessive mark or a lower-case noun that no name ends with ("province")."""
    word = words[end - 1]
    if word in ("'s", "’s", "'", "’"):
        return True
    known = knowledge().heads
    is_head = known.get(("last", word)) in ("LOC", "ORG") or ("any", word) in known
    return word.islower() and word.isalpha() and not is_head and any(w[:1].isupper() for w in words[start : end - 1])


def _has_letter_or_digit(word: str) -> bool:
    return any(character.isalnum() for character in word)
