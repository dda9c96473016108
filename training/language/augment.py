"""Wire manners that the treebanks lack: sentences set in quotation marks, after labels, before end marks ...

Each function takes a chunk and gives one with words put in. Words put in are given labels where these are beyond
doubt; a sentence whose tree they would change loses its tree. Changed sentences lose the teachers' targets.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from dragoman.language.features import GLUED, SPACED, WordPieces

from .data import NONE, Item, TagSets
from .model import Labels

MARKS = (('"', '"'),) * 5 + (("“", "”"),) * 3 + (("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"))
SPEAKERS = (
    "he she they officials it the-minister the-spokesman the-ministry the-president a-spokeswoman the-army-chief "
    "Mr.-Okello the-governor the-statement the-envoy state-television one-resident the-rebels General-Dabo"
).split()
SAYINGS = "said said said said added told-reporters wrote announced insisted warned tweeted declared replied".split()
ABBREVIATIONS = "p.m. a.m. U.S. U.N. Inc. Ltd. Co. Corp. D.C. Ph.D. Jr. E.U. Aug. Sept. etc.".split()
BEFORE = {"p.m.": "at 9", "a.m.": "by 6", "Aug.": "in", "Sept.": "since", "etc.": ","}
ENDINGS = (
    "( END )|ENDS|Enditem|– 0 –|( Applause . )|( Laughter . )|[ Passage omitted ]|/ Wire /|( File photo )|© Agency|"
    "( More to follow )|[ Photo : Agency ]|#news"
).split("|")
PREFIXES = (
    "QUESTION :|ANSWER :|MODERATOR :|THE PRESIDENT :|Q :|A :|MR. SMITH :|1 .|2 .|3 .|- |* |( a )|Read more :|"
    "CORRECTION :|UPDATE 1 -|RT @desk :|— |FILE -"
).split("|")
STOPS = {".", "!", "?"}


class Augmenter:
    """Puts words into a share of all chunks of several sentences, and into half of that share of single ones."""

    def __init__(self, labels: Labels, sets: TagSets, pieces: WordPieces, share: float = 0.3) -> None:
        self._pieces = pieces
        self._share = share
        self._punct = labels.upos.index("PUNCT"), labels.deprel.index("punct")
        self._quotes = [labels.xpos.index(x) if x in labels.xpos else NONE for x in ("``", "''")]
        self._outside = {source: sets.of("O", source) for source in ("gum", "voa", "wikigold", "wnut")}

    def __call__(self, run: list[Item], rng: random.Random) -> list[Item]:
        """The chunk, changed or not."""
        share = self._share if len(run) > 1 else self._share / 2
        if rng.random() >= share or run[-1].words[-1] not in STOPS:
            return run
        ways = (self._quote, self._speech, self._abbreviation, self._ending, self._prefix, self._small)
        way = rng.choices(ways, (35, 30, 10, 8, 9, 8))[0]
        return way(list(run), rng)

    def _quote(self, run: list[Item], rng: random.Random) -> list[Item]:
        """Set one sentence or two between quotation marks."""
        opening, closing = rng.choice(MARKS)
        first = rng.randrange(len(run))
        last = min(first + rng.choice((0, 1, 1, 2)), len(run) - 1)
        if any(w in {opening, closing} for item in run[first : last + 1] for w in item.words):
            return run
        run[last] = self._insert(run[last], len(run[last].words), [closing], [GLUED], self._quotes[1])
        opened = self._insert(run[first], 0, [opening], [SPACED], self._quotes[0])
        run[first] = replace(opened, glue=[opened.glue[0], GLUED, *opened.glue[2:]])
        return run

    def _speech(self, run: list[Item], rng: random.Random) -> list[Item]:
        """'"One sentence. Another," somebody said.'"""
        opening, closing = rng.choice(MARKS[:8])
        last = rng.randrange(len(run))
        first = max(0, last - rng.choice((0, 1, 1, 2)))
        item = run[last]
        if item.words[-1] not in STOPS or any(w in {opening, closing} for i in run[first : last + 1] for w in i.words):
            return run
        tail = [*rng.choice(SPEAKERS).split("-"), *rng.choice(SAYINGS).split("-"), "."]
        if rng.random() < 0.3 and len(tail) == 4:
            tail = [tail[-2], *tail[:-2], "."]
        mark = item.words[-1] if item.words[-1] != "." else ","
        glue = [GLUED, GLUED, *[SPACED] * (len(tail) - 1), GLUED]
        bare = self._cut(_without_tree(item))
        run[last] = self._insert(bare, len(bare.words), [mark, closing, *tail], glue)
        opened = self._insert(run[first], 0, [opening], [SPACED], self._quotes[0])
        run[first] = replace(opened, glue=[opened.glue[0], GLUED, *opened.glue[2:]])
        return run

    def _abbreviation(self, run: list[Item], rng: random.Random) -> list[Item]:
        """End a sentence with an abbreviation in place of its full stop."""
        at = rng.randrange(len(run))
        if run[at].words[-1] != ".":
            return run
        short = rng.choice(ABBREVIATIONS)
        words = [*BEFORE.get(short, "in the").split(), short]
        bare = self._cut(_without_tree(run[at]))
        run[at] = self._insert(bare, len(bare.words), words, [SPACED] * len(words))
        return run

    def _ending(self, run: list[Item], rng: random.Random) -> list[Item]:
        """An end mark or a credit, a unit of its own."""
        words = rng.choice(ENDINGS).split()
        glue = [SPACED if i == 0 or (w.isalnum() and words[i - 1].isalnum()) else GLUED for i, w in enumerate(words)]
        empty = Item(run[-1].source, run[-1].paragraph, [], [], allowed=[], number=-1)
        return [*run, self._insert(replace(empty, glue=[]), 0, words, glue)]

    def _prefix(self, run: list[Item], rng: random.Random) -> list[Item]:
        """A speaker's label, a list marker: it belongs to the sentence after it."""
        at = rng.randrange(len(run))
        words = rng.choice(PREFIXES).split()
        glue = [SPACED if i == 0 or w[0].isalnum() or w == "-" else GLUED for i, w in enumerate(words)]
        run[at] = self._insert(_without_tree(run[at]), 0, words, glue)
        return run

    def _small(self, run: list[Item], _: random.Random) -> list[Item]:
        """Sentences that begin in lower case."""
        return [replace(i, shapes=[0 if i.shapes[0] == 1 else i.shapes[0], *i.shapes[1:]]) for i in run]

    def _cut(self, item: Item) -> Item:
        """The sentence without its last word."""
        return replace(
            item,
            words=item.words[:-1],
            glue=item.glue[:-1],
            allowed=item.allowed[:-1],
            pieces=item.pieces[:-1],
            shapes=item.shapes[:-1],
        )

    def _insert(self, item: Item, at: int, words: Sequence[str], glue: Sequence[int], xpos: int = NONE) -> Item:
        """The sentence with words put in at one end; with a tree, they are punctuation on its root."""
        pairs = [self._pieces.word(w) for w in words]
        n = len(words)
        changed = replace(
            item,
            number=-1,
            words=_put(item.words, at, list(words)),
            glue=_put(item.glue, at, list(glue)),
            pieces=_put(item.pieces, at, [p for p, _ in pairs]),
            shapes=_put(item.shapes, at, [s for _, s in pairs]),
            allowed=_put(item.allowed, at, [self._outside[item.source]] * n),
        )
        if not item.upos:
            return changed
        heads = [h + n if h and at == 0 else h for h in item.heads]
        root = item.heads.index(0) + 1 + (n if at == 0 else 0)
        return replace(
            changed,
            upos=_put(item.upos, at, [self._punct[0]] * n),
            xpos=_put(item.xpos, at, [xpos] * n),
            heads=_put(heads, at, [root] * n),
            deprels=_put(item.deprels, at, [self._punct[1]] * n),
        )


def _put(values: list, at: int, new: list) -> list:
    return [*values[:at], *new, *values[at:]]


def _without_tree(item: Item) -> Item:
    return replace(item, upos=[], xpos=[], heads=[], deprels=[], number=-1)
