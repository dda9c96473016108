"""Coded reports made by hand: an invented report, its claims, relations and rejections."""

from dataclasses import replace
from datetime import date

from dragoman.records import (
    Actor,
    Article,
    Block,
    Claim,
    CodedArticle,
    Dateline,
    DateSpan,
    Document,
    Metadata,
    Party,
    Place,
    Rejection,
    Relation,
    ScaleValue,
    Span,
    Voice,
)

TITLE = "Norway and Iceland hold talks over herring patrols"
DATELINE = "OSLO, March 4 (Northern Wire) –"
LEAD = (
    "Norwegian Foreign Minister Ida Solvik met her Icelandic counterpart Jon Hallsson in Oslo on Monday, "
    "the Norwegian ministry said in a statement."
)
DEMAND = (
    'Hallsson "urged Norway to recall the patrol ship Havbris," according to a spokeswoman for the ministry '
    "quoted by the daily Strandposten."
)
DENIAL = "Norway did not seize the trawler Ægir last week, Solvik said."
PLAN = "The two sides will sign a fishing accord in Bergen in June."
PAST = "Norway expelled two Icelandic surveyors in 1976."
CAPTION = "Ida Solvik and Jon Hallsson in Oslo. Photo: Northern Wire"
FURNITURE = "Subscribe to our newsletter <script>alert('1')</script> & more"
BODY = (LEAD, DEMAND, DENIAL, PLAN, PAST)
TEXT = "\n\n".join([TITLE, f"{DATELINE} {LEAD}", CAPTION, f"{DEMAND} {DENIAL}", f"{PLAN} {PAST}", FURNITURE])

SOLVIK = Actor("actor-solvik", "Ida Solvik", "person", "NOR")
HALLSSON = Actor("actor-hallsson", "Jon Hallsson", "person", "ISL")
NORWAY = Actor("country-NOR", "Norway", "country", "NOR")
SCALE = ScaleValue(1.0, "invented scale", "1")


def span(words: str, within: str = TEXT, text: str = TEXT) -> Span:
    """Where these words first stand within a stretch of the text."""
    start = text.index(words, text.index(within))
    return Span(start, start + len(words))


def party(words: str, within: str, actor: Actor | None = None, country: str | None = None, *sectors: str) -> Party:
    """A party by its words."""
    return Party(words, span(words, within), actor, country, sectors, "named in the text")


def voice(words: str, within: str, cue: str | None = None, **facts) -> Voice:
    """A voice by its words."""
    where = span(words, within)
    return Voice(words, where, facts.pop("manner", "indirect"), cue=span(cue, within) if cue else None, **facts)


def claim(article_id: str, event: str, status: str, trigger: str, sentence: str, **facts) -> Claim:
    """A claim by the words of its trigger and its sentence."""
    where = span(trigger, sentence)
    facts = {"score": 0.75, **facts}
    spans = [[p.span for p in facts.get(name, ())] for name in ("actors", "recipients")]
    id_ = Claim.identify(article_id, event, status, where, *spans)
    return Claim(id=id_, event=event, status=status, trigger=where, span=span(sentence), **facts)


def article(text: str = TEXT, origin: str = "herring.txt", **facts) -> Article:
    """The invented report's article."""
    published = DateSpan.of_day(date(2024, 3, 4), "given")
    given = {
        "title": TITLE,
        "outlet": "Northern Wire",
        "outlet_basis": "dateline",
        "published": published,
        "published_basis": "given",
        "published_confidence": 1.0,
        "language": "en",
        "language_confidence": 0.99,
        **facts,
    }
    document = Document(origin, text, "ab" * 32, metadata=Metadata(url="https://example.org/herring"))
    parts = [
        ("title", TITLE),
        ("dateline", DATELINE),
        ("body", LEAD),
        ("caption", CAPTION),
        ("body", f"{DEMAND} {DENIAL}"),
    ]
    parts += [("body", f"{PLAN} {PAST}"), ("furniture", FURNITURE)]
    dateline = Dateline(
        span(DATELINE),
        place="Oslo",
        place_span=span("OSLO"),
        agency="Northern Wire",
        agency_span=span("Northern Wire"),
        date="March 4",
        date_span=span("March 4"),
    )
    return Article(
        document.id,
        document.facts,
        text,
        tuple(Block(k, span(w), f"a {k}") for k, w in parts),
        dateline=dateline,
        **given,
    )


def coded(origin: str = "herring.txt", **facts) -> CodedArticle:
    """The invented report with five claims, two relations and a rejection."""
    report = article(origin=origin, **facts)
    return CodedArticle(report, claims(report.id), relations(report.id), (rejection(report.id),))


def claims(id_: str) -> tuple[Claim, ...]:
    ministry = voice("the Norwegian ministry", LEAD, "said", actor=None)
    spokeswoman = voice("a spokeswoman for the ministry", DEMAND, "according to")
    daily = voice("the daily Strandposten", DEMAND, "quoted by", manner="direct")
    solvik = voice("Solvik", DENIAL, "said", actor=SOLVIK, stance="denies")
    met = claim(
        id_,
        "CONSULT",
        "asserted",
        "met",
        LEAD,
        mode="visit",
        quad=1,
        cameo="040",
        scale=SCALE,
        score=0.93,
        actors=(
            party("Norwegian Foreign Minister Ida Solvik", LEAD, SOLVIK, "NOR", "GOV"),
            party("her Icelandic counterpart Jon Hallsson", LEAD, HALLSSON, "ISL", "GOV", "DIP"),
        ),
        host=(party("Norwegian", LEAD, NORWAY, "NOR"),),
        date=DateSpan.of_day(date(2024, 3, 4), "“Monday”, counted from the day of publication"),
        place=Place("Oslo", "NOR", "Oslo", 59.91, 10.75, 3143244, "town", "named in the sentence"),
        voices=(ministry,),
        reasons=("“met” is a trigger of CONSULT",),
    )
    urged = claim(
        id_,
        "REQUEST",
        "asserted",
        "urged",
        DEMAND,
        quad=3,
        actors=(party("Hallsson", DEMAND, HALLSSON, "ISL"),),
        recipients=(party("Norway", DEMAND, NORWAY, "NOR"),),
        about=(span("recall the patrol ship Havbris", DEMAND),),
        voices=(daily, spokeswoman),
    )
    seized = claim(
        id_,
        "COERCE",
        "denied",
        "seize",
        DENIAL,
        quad=4,
        actors=(party("Norway", DENIAL, NORWAY, "NOR"),),
        recipients=(party("the trawler Ægir", DENIAL, None, "ISL", "BUS"),),
        date=DateSpan(date(2024, 2, 26), date(2024, 3, 3), "week", "“last week”"),
        in_response_to=urged.id,
        voices=(solvik,),
    )
    sign = claim(
        id_,
        "AGREE",
        "future",
        "will sign",
        PLAN,
        quad=1,
        score=0.6,
        actors=(party("The two sides", PLAN),),
        date=DateSpan.of_month(2024, 6, "“in June”"),
        place=Place("Bergen", "NOR", reason="named in the sentence"),
    )
    expelled = claim(
        id_,
        "COERCE",
        "historical",
        "expelled",
        PAST,
        quad=4,
        contexts=("diplomatic",),
        actors=(party("Norway", PAST, NORWAY, "NOR"),),
        recipients=(party("two Icelandic surveyors", PAST, None, "ISL"),),
        date=DateSpan.of_year(1976, "“1976”"),
    )
    return (met, urged, seized, sign, expelled)


def relations(id_: str) -> tuple[Relation, ...]:
    office = (party("Ida Solvik", LEAD, SOLVIK, "NOR"), party("Norwegian Foreign Minister", LEAD, None, "NOR"))
    counterpart = (party("Jon Hallsson", LEAD, HALLSSON, "ISL"), party("Icelandic", LEAD, None, "ISL"))
    valid = DateSpan(date(2024, 3, 4), None, "range")
    return (
        _relation(id_, "holds office", *office, valid=valid, voices=(voice("the Norwegian ministry", LEAD),)),
        _relation(id_, "represents", *counterpart, polarity="negative"),
    )


def _relation(id_: str, predicate: str, subject: Party, object_: Party, **facts) -> Relation:
    made = Relation.identify(id_, predicate, subject.span, object_.span, facts.get("polarity", "positive"))
    return Relation(made, subject, predicate, object_, span(LEAD), 0.8, **facts)


def rejection(id_: str) -> Rejection:
    return Rejection("claims", "a caption makes no claim", id_, span=span(CAPTION))


def other(origin: str = "other.txt", **facts) -> CodedArticle:
    """The same report in another outlet: another report, with two of the claims."""
    report = replace(article(origin=origin), id="report-other", outlet="Sagatíðindi", **facts)
    return CodedArticle(report, claims("report-other")[:2])


def recoded(**changes) -> CodedArticle:
    """The first report, coded otherwise: its first claim alone, and surer."""
    first = coded()
    return replace(first, claims=(replace(first.claims[0], score=0.99, **changes),))


def many(number: int) -> list[CodedArticle]:
    """That many reports of different ids with the same words."""
    made = []
    for count in range(number):
        report = replace(article(origin=f"report-{count}.txt"), id=f"report-{count:04}")
        made.append(CodedArticle(report, claims(report.id), relations(report.id)))
    return made
