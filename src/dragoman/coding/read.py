"""An article's blocks -> all that coding finds in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.coding.attribution import Saying, sayings
from dragoman.coding.deed import SAID, Deed
from dragoman.coding.deeds import deeds
from dragoman.coding.lexicon import Lexicon, lexicon
from dragoman.coding.mention import Attribution, Found, Mention, RelationMention, Uncoded
from dragoman.coding.naming import Naming
from dragoman.coding.relations import relations
from dragoman.coding.repair import repair
from dragoman.coding.standing import Standing, standing
from dragoman.coding.timing import Pinned, govern, pins, places, spoken
from dragoman.coding.tree import Sentence, Word, sentences
from dragoman.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TURNED = {"cancel": "negated", "postpone": "future"}
"""What some ways of carrying a noun's deed make of its status, as the codebook has it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an article and its analysis."""

    doc: Doc
    offset: int
    """Where the block starts in the article's text."""
    block: str
    """Its kind."""


def read(
    text: str,
    parts: Iterable[Part],
    dates: Sequence[Span] = (),
    sites: Sequence[Span] = (),
    known: Lexicon | None = None,
) -> Found:
    """Every deed, saying and standing relation in the blocks of an article.

    Args:
        text: the article's.
        parts: its blocks that may be coded, in order, each analysed on its own.
        dates: the expressions of time in the text; mentions and attributions refer to them by their place here.
        sites: the names of places in the text, referred to likewise.
        known: the lexicons; those shipped where left out.
    """
    naming = Naming(known or lexicon(), text)
    reader = _Reader(naming, dates, sites)
    for number, part in enumerate(parts):
        for sentence in sentences(part.doc, part.offset, part.block, number, naming.lexicon.lemma):
            repair(sentence, naming.lexicon)
            reader.read(sentence)
            naming.remember(sentence)
    return reader.found()


def attributions(text: str, parts: Iterable[Part], known: Lexicon | None = None) -> tuple[Attribution, ...]:
    """Every saying in the blocks of an article, in order; the arguments are those of `read`."""
    naming = Naming(known or lexicon(), text)
    found: list[Attribution] = []
    for number, part in enumerate(parts):
        for sentence in sentences(part.doc, part.offset, part.block, number, naming.lexicon.lemma):
            repair(sentence, naming.lexicon)
            found += (saying.attribution for saying in sayings(sentence, naming))
            naming.remember(sentence)
    return tuple(found)


@dataclass(slots=True)
class _Read:
    sentence: Sentence
    mentions: list[Mention]
    said: list[Attribution]
    quoted: bool


class _Reader:
    def __init__(self, naming: Naming, dates: Sequence[Span], sites: Sequence[Span]) -> None:
        self.naming = naming
        self.dates = list(enumerate(dates))
        self.sites = list(enumerate(sites))
        self.done: list[_Read] = []
        self.relations: list[RelationMention] = []
        self.uncoded: list[Uncoded] = []

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        here = [(n, s) for n, s in self.dates if sentence.span.overlaps(s)]
        sites = [(n, s) for n, s in self.sites if sentence.span.overlaps(s)]
        pinned = pins(sentence, here)
        said = sayings(sentence, self.naming)
        for saying in said:
            saying.attribution = replace(saying.attribution, dates=spoken(saying, pinned))
        reading = deeds(sentence, self.naming)
        mentions = []
        for deed in reading.deeds:
            stands = standing(deed.start, deed.trigger, deed.event, sentence, said, self.naming)
            if deed.stative and _stands(deed.start, stands):
                continue  # a standing relation, found as such
            if stands.uncoded is not None:
                self.uncoded.append(Uncoded(deed.trigger_span, f"{deed.event} not coded: {stands.uncoded}"))
                continue
            mentions.append(self._mention(deed, stands, sentence, pinned, said, sites))
        for word, why in reading.rejected:
            if word.upos == "VERB":
                self.uncoded.append(Uncoded(word.span, why))
        quoted = sum(sentence.quoted) > 0.6 * len(sentence.words)
        self.done.append(_Read(sentence, mentions, [s.attribution for s in said], quoted))
        for relation in relations(sentence, self.naming):
            word = next((w for w in sentence.words if w.start == relation.object.core.start), sentence.words[0])
            voices = tuple(s.attribution for s in said if any(word.below(c) for c in s.content))
            self.relations.append(replace(relation, voices=voices))

    def _mention(
        self, deed: Deed, stands: Standing, sentence: Sentence, pinned: list[Pinned], said: list[Saying],
        sites: list[tuple[int, Span]],
    ) -> Mention:  # fmt: skip
        cast = deed.cast
        status = stands.status
        turned = _TURNED.get(deed.way)
        if turned is not None and status in ("asserted", "future"):
            status = turned
            deed.reasons.append(f"{turned}: '{deed.start.text}'")
        actors, recipients = cast.actors, cast.recipients
        if stands.orderer is not None:
            from dragoman.coding.grammar import clause

            orderers = [w for w in clause(stands.orderer).get("subj") if self.naming.is_actor(w)]
            actors = self.naming.fillers(orderers, f"subject of '{stands.orderer.text}'") or actors
        prior = deed.prior * stands.weight * (0.8 if not actors else 1.0)
        voices = tuple(saying.attribution for saying in reversed(stands.sayings))
        return Mention(
            event=deed.event, cameo=deed.cameo, trigger=deed.trigger_span, sentence=sentence.span, block=sentence.block,
            paragraph=sentence.paragraph, status=status, mode=deed.mode, contexts=deed.contexts, actors=actors,
            recipients=recipients, requested_by=deed.requested_by, host=deed.host, about=deed.about,
            reciprocal=cast.reciprocal, verbal=deed.verbal or deed.event in SAID, definite=deed.definite,
            refers=deed.refers, answers=_answers(deed.start), background=stands.background, voices=voices,
            dates=tuple(govern(deed, pinned, said, self.naming)),
            places=tuple(places(deed, sentence, sites)), prior=prior,
            reasons=(*deed.reasons, *stands.reasons),
        )  # fmt: skip

    def found(self) -> Found:
        """Everything, quotations that run over several sentences given their voice."""
        mentions: list[Mention] = []
        for place, read in enumerate(self.done):
            voice = self._continued(place) if read.quoted and not read.said else None
            first = () if voice is None else (voice,)
            mentions += [mention.but(voices=(*first, *mention.voices)) for mention in read.mentions]
        said = tuple(attribution for read in self.done for attribution in read.said)
        return Found(tuple(mentions), tuple(self.relations), tuple(self.uncoded), said)

    def _continued(self, place: int) -> Attribution | None:
        """The voice of a quotation that is named in the sentence before or after it."""
        for other in (place - 1, place + 1, place - 2, place + 2):
            if 0 <= other < len(self.done) and self.done[other].quoted:
                for attribution in self.done[other].said:
                    if attribution.manner == "direct":
                        return attribution
        return None


def _stands(verb: Word, stands: Standing) -> bool:
    """Whether a verb of backing is told as a lasting state: in the simple present, or as a participle."""
    del stands
    if verb.xpos in ("VBZ", "VBP") and not verb.kids("aux"):
        return True
    if verb.xpos == "VBN" and verb.rel in ("acl", "amod", "advcl"):
        return True
    do = [kid for kid in verb.kids("aux") if kid.lemma == "do"]
    passive = [kid for kid in verb.kids("aux:pass") if kid.xpos in ("VBZ", "VBP")]
    return bool(do or passive) and not any(kid.xpos == "VBD" for kid in verb.kids("aux"))


def _answers(verb: Word) -> bool:
    """Whether it is told as an answer: `in response`, `in return`."""
    return any(
        kid.lemma in ("response", "retaliation", "reply", "reaction") and kid.case() == "in" for kid in verb.kids("obl")
    )
