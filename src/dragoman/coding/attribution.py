"""Whose words a stretch of text is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dragoman.coding.grammar import clause, is_passive, surface_subject
from dragoman.coding.mention import Attribution
from dragoman.coding.naming import Naming
from dragoman.coding.tree import Sentence, Word, cover, phrase, trimmed
from dragoman.records import Manner, Span


@dataclass(slots=True)
class Saying:
    """A word that carries a saying, what it governs, and the attribution."""

    word: Word
    attribution: Attribution
    content: list[Word] = field(default_factory=list)
    """The heads of what is said."""


def sayings(sentence: Sentence, naming: Naming) -> list[Saying]:
    """Every saying in a sentence."""
    found = []
    for word in sentence.words:
        if word.upos in ("VERB", "AUX") and word.lemma in naming.lexicon.saying:
            found += _of_verb(word, sentence, naming)
        elif word.low == "according" or (word.low == "per" and word.rel == "case"):
            found += _according(word, naming)
    found += _adverbs(sentence, naming)
    for saying in found:
        saying.attribution = replace(saying.attribution, content=_stretches(saying))
    return found


def _stretches(saying: Saying) -> tuple[Span, ...]:
    """What is said, as stretches of the text: the clauses without the words that say who says it."""
    heads = saying.content
    source = saying.attribution.source
    names = [saying.word]
    if source is not None:
        above = [saying.word, *saying.word.ancestors()]
        names += [w for top in above for w in top.subtree() if w.start >= source.start and w.end <= source.end]
    outside = {id(w) for name in names if not any(head.below(name) for head in heads) for w in name.subtree()}
    outside |= {id(name) for name in names}
    said = {w.i: w for head in heads for w in head.subtree() if id(w) not in outside}
    runs: list[list[Word]] = []
    for place in sorted(said):
        if runs and runs[-1][-1].i == place - 1:
            runs[-1].append(said[place])
        else:
            runs.append([said[place]])
    kept = [[w for w in run if w.upos != "PUNCT"] for run in runs if not _when(run, saying.word)]
    return tuple(cover(words) for words in kept if words)


def _when(run: list[Word], cue: Word) -> bool:
    """Whether words right behind a saying tell its day, whatever they hang on: `..., she said on Monday`."""
    return run[0].i == cue.i + 1 and all(word.ent == "DATE" or word.upos in ("ADP", "DET", "PUNCT") for word in run)


def _of_verb(verb: Word, sentence: Sentence, naming: Naming) -> list[Saying]:
    lexicon = naming.lexicon
    stance = lexicon.saying[verb.lemma]
    content = [kid for kid in verb.kids("ccomp") if kid.i != verb.i]
    content += [kid for kid in verb.kids("parataxis") if kid.i < verb.i and kid.upos in ("VERB", "AUX", "NOUN", "ADJ")]
    head = verb.head
    # "..., the ministry said Monday in a statement": what comes before is what was said, whatever hangs on "said".
    after = verb.rel == "parataxis" and head is not None and head.i < verb.i
    loose = not content and verb.rel in ("parataxis", "advcl")
    if head is not None and (after or loose) and _is_aside(verb, naming):
        content = [_clause_head(head), *content]
    if is_passive(verb):
        return _passive(verb, naming, stance, content)
    if not content or (verb.lemma in lexicon.voices["evidence"] and not verb.kids("ccomp")):
        return []
    subjects, _ = surface_subject(verb)
    plain = verb.lemma in lexicon.voices["parenthetical"]
    speakers = [
        word
        for word in subjects
        if naming.is_actor(word) or naming.has("documents", word) or (plain and word.upos in ("NOUN", "PROPN"))
    ]
    if not speakers:
        return []
    quoted = any(sentence.quoted[word.i] for part in content for word in (part, *part.children))
    manner: Manner = "direct" if quoted else "indirect"
    return [Saying(verb, _attribution(verb, speaker, naming, manner, stance), content) for speaker in speakers[:1]]


def _clause_head(word: Word) -> Word:
    """The verb, or the root, of the clause that a word stands in."""
    while word.upos not in ("VERB", "AUX") and word.head is not None:
        word = word.head
    return word


def _is_aside(verb: Word, naming: Naming) -> bool:
    """Whether a verb of saying stands beside what is said: `..., the ministry said`."""
    return verb.lemma in naming.lexicon.voices["parenthetical"] and not verb.kids("obj")


def _passive(verb: Word, naming: Naming, stance: str, content: list[Word]) -> list[Saying]:
    """`was reported to have left`, `it is believed that`; with an agent it is the agent's word."""
    content = content or [kid for kid in verb.kids("xcomp", "csubj") if kid.upos in ("VERB", "AUX", "NOUN", "ADJ")]
    if not content or verb.lemma not in naming.lexicon.voices["unattributed"]:
        return []
    agents = [word for word in clause(verb).get("subj") if naming.is_actor(word)]
    if agents:
        return [Saying(verb, _attribution(verb, agents[0], naming, "indirect", stance), content)]
    return [Saying(verb, _nobody(verb, stance), content)]


def _nobody(word: Word, stance: str = "asserts") -> Attribution:
    return Attribution(None, None, word.span, "unattributed", stance, head=word.i)  # type: ignore[arg-type]


def _attribution(verb: Word, speaker: Word, naming: Naming, manner: Manner, stance: str) -> Attribution:
    made = naming.filler(speaker, "speaker")
    cue = Span(verb.start, verb.end)
    if made is None:
        return Attribution(speaker.span, speaker.span, cue, manner, stance, head=verb.i)  # type: ignore[arg-type]
    document = naming.has("documents", speaker)
    return Attribution(made.span, made.core, cue, manner, stance, document=document, head=verb.i)  # type: ignore[arg-type]


def _according(word: Word, naming: Naming) -> list[Saying]:
    source = word.head
    if source is None:
        return []
    if source.low == "to" and source.head is not None:
        source = source.head
    if word.rel not in ("case", "mark"):
        source = next((kid for kid in word.kids("obl", "nmod")), source)
    governor = source.head if source.head is not word else word.head
    if governor is None:
        return []
    made = naming.filler(source, "speaker")
    words = trimmed(phrase(source))
    span = made.span if made else cover(words)
    core = made.core if made else span
    document = naming.has("documents", source)
    attribution = Attribution(span, core, word.span, "indirect", "asserts", document=document, head=word.i)
    return [Saying(word, attribution, [governor])]


def _adverbs(sentence: Sentence, naming: Naming) -> list[Saying]:
    cues = naming.lexicon.status["adverbs"]
    found = []
    for word in sentence.words:
        if word.head is None:
            continue
        if word.low in cues["unattributed"]:
            found.append(Saying(word, _nobody(word), [word.head]))
        elif word.low in cues["alleged"]:
            found.append(Saying(word, _nobody(word, "alleges"), [word.head]))
    return found
