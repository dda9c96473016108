"""Which place a name means."""

from dragoman.places.choice import Chosen, Surroundings, choose
from dragoman.places.finder import find
from dragoman.places.gazetteer import gazetteer
from dragoman.places.names import key
from dragoman.records import Place


def resolve(name: str, context: str | None = None) -> Place | None:
    """The place of a name; None where it is unknown, or the context does not tell which of several it is.

    Args:
        name: the name alone, or with the region or country that it lies in: `Tripoli`, `Tripoli, Lebanon`.
        context: text around it, in which other places tell which one is meant.
    """
    chosen = judge(name, context)
    return None if chosen.place is None else chosen.place.place(chosen.reason)


def judge(name: str, context: str | None = None) -> Chosen:
    """The same with the others that the name could mean; why none was chosen, where none was."""
    head, _, tail = (part.strip() for part in name.partition(","))
    within = None
    for place in gazetteer().candidates(tail) if tail else ():
        if place.kind in {"country", "region"}:
            within = place.country if place.kind == "country" else place.name
            break
    around = Surroundings()
    for mention in find(context) if context else ():
        if mention.place is not None and key(mention.text) != key(head):
            for candidate in gazetteer().candidates(mention.text):
                if (candidate.lat, candidate.lon) == (mention.place.lat, mention.place.lon):
                    around.add(candidate)
                    break
    return choose(gazetteer().candidates(head), around, within=within)
