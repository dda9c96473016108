"""Standing relations: who holds which office, heads, commands, backs, recognises or opposes whom, and sits where."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.grammar import antecedent, clause
from dragoman.coding.mention import Filler, RelationMention
from dragoman.coding.naming import Naming
from dragoman.coding.tree import Sentence, Word, cover, entities, phrase, trimmed


def relations(sentence: Sentence, naming: Naming) -> list[RelationMention]:
    """Every standing relation that a sentence tells."""
    found: list[RelationMention] = []
    for word in sentence.words:
        found += _by_title(word, sentence, naming)
        if word.upos in ("NOUN", "PROPN"):
            found += _by_place(word, sentence, naming)
            found += _by_rivalry(word, sentence, naming)
        if word.upos in ("VERB", "ADJ") or word.xpos == "VBN":
            found += _by_verb(word, sentence, naming)
            found += _by_suffix(word, sentence, naming)
    seen = set()
    kept = []
    for relation in found:
        key = (relation.predicate, relation.subject.core, relation.object.span, relation.polarity)
        if key not in seen:
            seen.add(key)
            kept.append(relation)
    return kept


def _made(
    predicate: str, subject: Filler | None, object_: Filler | None, sentence: Sentence, why: str, **facts: object
) -> Iterator[RelationMention]:
    if subject is not None and object_ is not None and not subject.span.overlaps(object_.span):
        yield RelationMention(predicate, subject, object_, sentence.span, reasons=(why,), **facts)  # type: ignore[arg-type]


def _by_title(name: Word, sentence: Sentence, naming: Naming) -> Iterator[RelationMention]:
    """`Foreign Minister Jane Doe`, `Jane Doe, the head of`, `the envoy, Jane Doe`."""
    if name.ent != "PER" or not (name.ent_starts or name.i == 0 or sentence.words[name.i - 1].ent != "PER"):
        return
    person = [name]
    for word in sentence.words[name.i + 1 :]:
        if word.ent != "PER" or word.ent_starts:
            break
        person.append(word)
    subject = Filler(cover(person), cover(person), "name")
    for title, words in _titles(name, person, sentence, naming):
        office = Filler(cover(words), cover(words), "title", named=False)
        if title.lemma in naming.lexicon.relations["commands"]:
            body = [w for w in words if w.i < title.i] or [
                w for kid in title.kids("nmod") for w in trimmed(phrase(kid))
            ]
            body = [w for w in body if w not in person]
            if any(w.text[:1].isupper() for w in body):
                yield from _made(
                    "commands", subject, Filler(cover(body), cover(body), "body"), sentence, f"title '{title.text}'"
                )
                continue
        yield from _made("holds office", subject, office, sentence, f"title '{title.text}'")
        heads = naming.lexicon.relations["heads"]
        for kid in title.kids("nmod"):
            if kid.case() == "of" and (title.lemma in heads or title.lemma == "minister"):
                body = [w for w in trimmed(phrase(kid)) if w not in person]
                if body and any(w.ent == "ORG" or naming.has("actor_nouns", w) for w in body):
                    yield from _made(
                        "heads", subject, Filler(cover(body), cover(body), "of"), sentence, f"title '{title.text}'"
                    )


def _titles(name: Word, person: list[Word], sentence: Sentence, naming: Naming) -> Iterator[tuple[Word, list[Word]]]:
    """The offices by which a name is told: the noun with its words."""
    before = _title_before(name, sentence, naming)
    if before is not None:
        yield before
    for title in (*name.kids("appos"), *([name.head] if name.dep == "appos" and name.head is not None else [])):
        if not _office(title, naming):
            continue
        words = [w for w in phrase(title) if w not in person and w.upos != "PUNCT"]
        words = [w for w in words if (w.i < name.i) == (title.i < name.i)]
        if words and not (before is not None and before[0] is title):
            yield title, trimmed(words)


def _office(word: Word, naming: Naming) -> bool:
    offices = naming.lexicon.relations["offices"]
    return word.lemma in offices or word.low in offices


_BREAKS = frozenset({"PUNCT", "VERB", "AUX", "SCONJ", "PRON", "ADV", "INTJ"})


def _title_before(name: Word, sentence: Sentence, naming: Naming) -> tuple[Word, list[Word]] | None:
    """The title right before a name: `Russian Foreign Minister`, `head of the national council`."""
    title: Word | None = None
    place = name.i - 1
    first = place
    joined = True
    while place >= 0:
        word = sentence.words[place]
        hyphen = word.text in ("-", "‑") and place > 0
        if (word.upos in _BREAKS and not hyphen) or word.ent == "PER":
            break
        if _office(word, naming) and (joined or place < name.i):
            title, first = word, place
        elif title is not None and (word.upos in ("ADP", "CCONJ")):
            break
        if (title is not None and word.upos in ("ADJ", "PROPN", "NOUN", "PART")) or hyphen:
            first = place
        place -= 1
        joined = False
    if title is None:
        return None
    between = sentence.words[title.i + 1 : name.i]
    plain = all(w.upos in ("PROPN", "NOUN", "ADJ") for w in between)
    if not plain and between[0].upos != "ADP":
        return None
    words = trimmed(sentence.words[first : name.i])
    while words and words[0].upos in ("PART", "PUNCT"):
        words = words[1:]
    return (title, words) if words else None


def _by_verb(verb: Word, sentence: Sentence, naming: Naming) -> Iterator[RelationMention]:
    known = naming.lexicon.relations
    negative = any(kid.low in ("not", "n't", "n’t", "never") for kid in verb.children)
    polarity = "negative" if negative else "positive"
    past = verb.xpos == "VBD" or any(
        kid.low in ("was", "were", "had", "formerly", "previously") for kid in verb.children
    )
    if any(kid.low in ("will", "would", "may", "might", "could", "should", "can") for kid in verb.kids("aux")):
        return
    found = clause(verb)
    facts = {"polarity": polarity, "historical": past}
    why = f"'{verb.text}'"
    for predicate, forms in known["verbs"].items():
        if verb.lemma not in (forms["passive"] if found.passive else forms["active"]):
            continue
        standing = found.passive or verb.xpos in ("VBZ", "VBP") or (verb.xpos == "VB" and verb.kids("aux"))
        if predicate == "backs" and verb.xpos == "VBD" and not found.passive:
            continue
        subjects = [w for w in found.get("subj") if naming.is_actor(w)]
        objects = [w for w in found.get("obj") if naming.is_actor(w) or naming.is_place(w)]
        if standing:
            for subject in subjects:
                for object_ in objects:
                    yield from _made(
                        predicate,
                        naming.filler(subject, "subject"),
                        naming.filler(object_, "object"),
                        sentence,
                        why,
                        **facts,
                    )
    for predicate, forms in (("seated in", known["seats"]), ("operates in", known["operates"])):
        if verb.lemma not in forms["verbs"]:
            continue
        holders = found.get("obj") if found.passive else found.get("subj")
        noun = antecedent(verb)
        holders = [w for w in (holders or ([noun] if noun is not None else [])) if naming.is_actor(w)]
        held = [w for slot in forms["prepositions"] for w in found.get(slot)]
        places = [w for w in held if naming.is_place(w) or w.upos == "PROPN" or w.lemma in _PARTS]
        for holder in holders:
            for place in places:
                yield from _made(
                    predicate, naming.filler(holder, "subject"), naming.filler(place, "place"), sentence, why, **facts
                )


_PARTS = frozenset({"east", "west", "north", "south", "region", "province", "area", "capital", "territory"})
_SEATED = frozenset(
    {"government", "parliament", "administration", "authority", "authorities", "assembly", "cabinet", "council"}
)


def _by_place(body: Word, sentence: Sentence, naming: Naming) -> Iterator[RelationMention]:
    """`the government in Tripoli`, `Tripoli's parliament`; whether it is a town, who resolves names will tell."""
    if body.lemma not in _SEATED and not (body.ent == "ORG" and body.rel not in ("compound", "flat")):
        return
    seats = [kid for kid in body.kids("nmod") if kid.case() == "in" and kid.ent == "GPE"]
    if body.lemma in _SEATED:
        seats += [kid for kid in body.kids("nmod:poss", "compound") if kid.ent == "GPE"]
    holder = naming.filler(body, "head")
    if holder is None:
        return
    for seat in seats:
        place = Filler(cover(w for w in [seat, *seat.kids("flat")]), seat.span, "place")
        inner = (
            [w for w in phrase(body) if w.i > seat.i]
            if seat.i < body.i
            else [w for w in phrase(body) if w.i < seat.i - 1]
        )
        inner = [w for w in inner if w.low not in ("'s", "’s", "'", "in")]
        if inner:
            yield from _made(
                "seated in",
                Filler(cover(trimmed(inner)), cover(inner), "head"),
                place,
                sentence,
                f"seat of '{body.text}'",
            )


def _by_rivalry(noun: Word, sentence: Sentence, naming: Naming) -> Iterator[RelationMention]:
    """`rival governments, A and B`: those told apart after the noun."""
    if not any(kid.low in ("rival", "rivals", "competing") for kid in noun.kids("amod", "compound")):
        return
    named = [w for kid in noun.kids("appos", "nmod") for w in kid.conjuncts() if kid.rel == "appos" or not kid.case()]
    named = [w for w in named if naming.is_actor(w)]
    for one, other in pairwise(named):
        yield from _made(
            "rival of", naming.filler(one, "named"), naming.filler(other, "named"), sentence, f"'{noun.text}'"
        )


def _by_suffix(word: Word, sentence: Sentence, naming: Naming) -> Iterator[RelationMention]:
    """`UN-backed government`, `Tripoli-based assembly`: one token or three."""
    suffixes = naming.lexicon.relations["suffixes"]
    last = word.low.rpartition("-")[2]
    if last not in suffixes:
        return
    holder = word.head if word.rel in ("amod", "compound") else None
    while holder is not None and holder.rel == "compound":
        holder = holder.head
    if holder is None or not naming.is_actor(holder):
        return
    predicate = suffixes[last]
    if "-" in word.text:
        cut = word.text.rpartition("-")[0]
        span = type(word.span)(word.start, word.start + len(cut))
        other: Filler | None = Filler(span, span, "prefix")
    else:
        if not (word.i >= 2 and sentence.words[word.i - 1].text in ("-", "‑", "–")):
            return
        before = sentence.words[word.i - 2]
        run = next((r for r in entities(sentence.words[: word.i - 1]) if before in r), [before])
        other = Filler(cover(run), cover(run), "prefix")
    if other is None or (not sentence.words[max(0, word.i - 2)].text[:1].isupper() and not word.text[:1].isupper()):
        return
    made = naming.filler(holder, "head")
    subject, object_ = (made, other) if predicate == "seated in" else (other, made)
    yield from _made(predicate, subject, object_, sentence, f"'{last}' of '{holder.text}'")
