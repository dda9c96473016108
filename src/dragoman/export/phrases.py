"""Parts of claims in words for people, the same in every table, page and view."""

from calendar import monthrange

from dragoman.records import Article, Claim, DateSpan, Party, Place, Rejection, Relation, Voice

DASH = "–"


def event(claim: Claim) -> str:
    """`CONSULT by phone`: the event and its mode."""
    return claim.event if claim.mode is None else f"{claim.event} · {claim.mode}"


def party(party: Party) -> str:
    """Who it is by name where that is known, else the words, on one line."""
    return " ".join((party.text if party.actor is None else party.actor.name).split())


def party_with_country(whom: Party) -> str:
    """The same with the country, where the name is not the country's own."""
    named = party(whom)
    code = whom.country
    is_country = whom.actor is not None and whom.actor.kind == "country"
    return named if code is None or is_country else f"{named} ({code})"


def parties(several: tuple[Party, ...]) -> str:
    """All of them, parted by semicolons."""
    return "; ".join(party_with_country(one) for one in several)


def date(span: DateSpan | None) -> str:
    """As exactly as it is known: `2024-03-04`, `2024-06`, `1976`, `2024-02-26 – 2024-03-03`."""
    if span is None:
        return ""
    if span.start is None:
        return f"until {span.end}"
    if span.end is None:
        return f"from {span.start}"
    if span.start == span.end:
        return str(span.start)
    whole = span.start.day == 1 and _month_ends(span)
    if whole and span.precision == "month" and (span.start.year, span.start.month) == (span.end.year, span.end.month):
        return span.start.isoformat()[:7]
    if span.precision == "year" and whole and span.start.year == span.end.year and span.start.month == 1:
        return span.start.isoformat()[:4]
    return f"{span.start} {DASH} {span.end}"


def _month_ends(span: DateSpan) -> bool:
    return span.end is not None and span.end.day == monthrange(span.end.year, span.end.month)[1]


def place(where: Place | None) -> str:
    """The name and the country's code."""
    if where is None:
        return ""
    return where.name if where.country is None else f"{where.name} ({where.country})"


def voice(who: Voice) -> str:
    """Who says it, and what they make of it where they do more than assert."""
    words = "somebody unnamed" if who.text is None else " ".join(who.text.split())
    named = words if who.actor is None else who.actor.name
    return named if who.stance == "asserts" else f"{named} ({who.stance})"


def voices(several: tuple[Voice, ...]) -> str:
    """The chain, outermost first, without the outlet."""
    return " › ".join(voice(one) for one in several)


def word_of(several: tuple[Voice, ...], article: Article) -> str:
    """On whose word it is: the chain, or the outlet where nobody else is named."""
    return voices(several) or article.outlet or ""


def relation(found: Relation) -> str:
    """`Ida Solvik holds office Foreign Minister`, with a `not` where it does not hold."""
    negated = "not: " if found.polarity == "negative" else ""
    return f"{party(found.subject)} {negated}{found.predicate} {party(found.object)}"


def report(article: Article) -> str:
    """What a report is called: its title, else where it is from."""
    return " ".join((article.title or article.document.origin).split())


def published(article: Article) -> str:
    """When a report was published: `2024-03-04`, `2024-03-04 (inferred)`, `May 14, year open (2001 or later)`."""
    span, line = article.published, article.dateline
    if span is not None and span.end is None and line is not None and line.date is not None:
        return f"{' '.join(line.date.split())}, year open ({span.start:%Y} or later)"
    if span is not None and span.end is None:
        return f"{span.start} or later"
    told = date(span)
    return f"{told} (inferred)" if told and article.published_basis == "inferred" else told


def report_facts(article: Article) -> tuple[str, ...]:
    """Outlet, date and origin of a report; what is not known is left out."""
    facts = (article.outlet, published(article), article.document.origin if article.title else "")
    return tuple(fact for fact in facts if fact)


def rejection(given_up: Rejection, article: Article | None = None) -> str:
    """What was given up and why; words of an article are quoted."""
    if article is None or given_up.span is None or not article.text:
        return str(given_up)
    words = " ".join(given_up.span.of(article.text).split())
    return f"“{words}”: {given_up.reason}"


def count(number: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
