"""Trees by hand: a line a word, with lemma, part of speech, tag, head (from 1, 0 for the root), relation, entity."""

import pytest
import spacy
from spacy.tokens import Doc


def make(tree: str) -> Doc:
    rows = [line.split() for line in tree.strip().splitlines()]
    ents = []
    for row in rows:
        label = row[6] if len(row) > 6 else "O"
        ents.append(label if label == "O" or label[1] == "-" else f"B-{label}")
    words = [row[0] for row in rows]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[following not in {".", ",", "?", "'s"} for following in [*words[1:], "."]],
        lemmas=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[row[3] for row in rows],
        heads=[int(row[4]) - 1 if row[4] != "0" else at for at, row in enumerate(rows)],
        deps=[row[5] for row in rows],
        ents=ents,
        sent_starts=[at == 0 for at in range(len(rows))],
    )


@pytest.fixture(scope="session")
def tree():
    return make
