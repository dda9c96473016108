"""Which expression of time or place goes with which deed, and which with the saying of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.attribution import Saying
from dragoman.coding.deed import Deed
from dragoman.coding.mention import Governing
from dragoman.coding.naming import Naming
from dragoman.coding.standing import family_of
from dragoman.coding.tree import Sentence, Word
from dragoman.records import Span

_TEMPORAL = frozenset({"after", "before", "when", "since", "once", "until", "while", "although", "because"})
_ALONGSIDE = frozenset({"during", "at", "in", "on", "within"})
_LOCAL = frozenset(
    "in at near outside inside on around across from to into towards toward throughout along over off between".split()
)


@dataclass(slots=True)
class Pinned:
    """A date expression in a sentence: its number, its topmost word and the word that it modifies."""

    number: int
    word: Word
    governor: Word | None


def pins(sentence: Sentence, spans: Sequence[tuple[int, Span]]) -> list[Pinned]:
    """The expressions with the words that they modify: verbs, and nouns that are no dates themselves."""
    found = []
    for number, span in spans:
        words = [w for w in sentence.words if w.start < span.end and span.start < w.end]
        if not words:
            continue
        top = next((w for w in words if w.head is None or w.head not in words), words[0])
        governor = top.head
        while governor is not None and (governor.ent == "DATE" or governor.upos in ("ADP", "NUM", "PUNCT")):
            governor = governor.head
        found.append(Pinned(number, top, governor))
    return found


def spoken(saying: Saying, found: list[Pinned]) -> tuple[int, ...]:
    """The expressions that tell when something was said."""
    return tuple(pin.number for pin in found if pin.governor is saying.word)


def govern(deed: Deed, found: list[Pinned], said: list[Saying], naming: Naming) -> list[Governing]:
    """The expressions that tell when a deed was done, the surest first."""
    sayers = {saying.word.i: saying for saying in said}
    spoken_for = {pin.number for pin in found if pin.governor is not None and pin.governor.i in sayers}
    reached: list[tuple[int, Governing]] = []
    for pin in found:
        if pin.governor is None:
            continue
        way = _reach(deed, pin, sayers, naming)
        if way is not None:
            reached.append((way[0], Governing(pin.number, way[1])))
    if not reached:
        reached += [
            (7, Governing(pin.number, "in the same clause"))
            for pin in found
            if pin.number not in spoken_for and pin.governor is not None and _near(deed, pin)
        ]
    reached.sort(key=lambda item: item[0])
    return [governing for _, governing in reached]


def _reach(deed: Deed, pin: Pinned, sayers: dict[int, Saying], naming: Naming) -> tuple[int, str] | None:
    """How surely, and by which way, an expression reaches a deed; a lower number is surer."""
    governor = pin.governor
    if governor is None:
        return None
    between = [deed.trigger, *deed.trigger.ancestors()]
    if governor is deed.trigger or governor is deed.start:
        return 0, f"'{governor.text}' is dated so"
    if governor in between and deed.start in between and between.index(governor) < between.index(deed.start):
        return 1, f"through '{governor.text}'"
    if (
        governor.below(deed.start)
        and not pin.word.below(deed.trigger)
        and governor.rel in ("obl", "obj", "nmod", "xcomp")
    ):
        return 2, f"dated so with its '{governor.text}'"
    if governor.below(deed.trigger) and governor.rel in ("acl", "nmod") and governor.head is deed.trigger:
        return 1, f"through '{governor.text}'"
    along = _alongside(deed, pin, naming)
    if along is not None:
        return along
    return _from_above(deed, governor, pin, sayers, naming)


def _alongside(deed: Deed, pin: Pinned, naming: Naming) -> tuple[int, str] | None:
    """During the meeting that was held that day."""
    for noun in pin.word.ancestors():
        if noun is deed.start:
            break
        near = noun.head is deed.start and noun.case() in _ALONGSIDE
        if noun.upos != "NOUN" or noun.rel != "obl" or not (near or noun.case() == "during"):
            continue
        if naming.has_event(noun) and noun.below(deed.start) and (near or not _other_deed(noun, deed)):
            return 3, f"it was {noun.case()} the '{noun.text}', which is dated so"
    return None


def _from_above(
    deed: Deed, governor: Word, pin: Pinned, sayers: dict[int, Saying], naming: Naming
) -> tuple[int, str] | None:
    """From a verb above the deed that does not part it in time from it."""
    word = deed.start
    steps = 0
    while word.head is not None and steps < 5:
        head = word.head
        marks = word.cases()
        family = family_of(head, word, naming)
        saying = sayers.get(head.i)
        if saying is not None and saying.attribution.manner != "unattributed" and word in saying.content:
            return None
        if word.rel == "advcl" and marks & _TEMPORAL:
            return None
        if word.dep == "acl:relcl" or word.rel == "parataxis":
            return None
        if word.rel == "conj" and (word.kids("nsubj") or pin.word.i > head.i):
            return None
        if word.rel in ("obl", "nmod") and head.upos == "VERB" and word.case() not in _ALONGSIDE | {"of", "on"}:
            return None
        if head is governor:
            how = f"'{head.text}' above it is dated so"
            if family is not None and family.status == "future":
                how = f"the day of '{head.text}'"
            return 4 + steps, how
        word = head
        steps += 1
    return None


def _other_deed(noun: Word, deed: Deed) -> bool:
    """Whether a finite clause or another's doing lies between a noun and the deed above it."""
    for above in noun.ancestors():
        if above is deed.start:
            return False
        if above.upos in ("VERB", "AUX") and not (above.rel == "acl" and "to" in above.cases()):
            return True
    return True


def _near(deed: Deed, pin: Pinned) -> bool:
    """Whether the expression stands within the deed's own clause, on a noun that is none of its own deeds."""
    governor = pin.governor
    if governor is None or governor.upos in ("VERB", "AUX"):
        return False
    for above in (governor, *governor.ancestors()):
        if above is deed.start:
            return True
        if above.upos in ("VERB", "AUX") or (
            above is governor and governor.rel in ("nmod", "obl") and governor.case() == "of"
        ):
            return False
    return False


def places(deed: Deed, sentence: Sentence, spans: Sequence[tuple[int, Span]]) -> list[int]:
    """The place expressions where the deed was done, the closest first."""
    taken = [f.span for f in (*deed.cast.actors, *deed.requested_by)]
    found = []
    for number, span in spans:
        if any(s.overlaps(span) for s in taken):
            continue
        words = [w for w in sentence.words if w.start < span.end and span.start < w.end]
        if not words:
            continue
        top = next((w for w in words if w.head is None or w.head not in words), words[0])
        rank = _place_rank(deed, top)
        if rank is not None:
            found.append((rank, abs(top.i - deed.trigger.i), number))
    return [number for _, _, number in sorted(found)]


def _place_rank(deed: Deed, top: Word) -> int | None:
    head = top.head
    if head is None:
        return None
    direct = head is deed.trigger or head is deed.start
    local = bool(top.cases() & _LOCAL)
    if direct and local:
        return 0 if "to" not in top.cases() else 1
    if direct and top.rel == "obj":
        return 1
    if local and (head.below(deed.trigger) or head.below(deed.start)) and not _clause_between(top, deed):
        return 2
    return None


def _clause_between(word: Word, deed: Deed) -> bool:
    for above in word.ancestors():
        if above in (deed.start, deed.trigger):
            return False
        if above.upos in ("VERB", "AUX") and above.rel != "xcomp":
            return True
    return True
