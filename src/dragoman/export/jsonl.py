"""JSON Lines: one object a document, with character offsets into it."""

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from dragoman.export.words import deprel, head, sentences
from dragoman.records import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def jsonl(document: Document, doc: "Doc") -> str:
    """The document as one line of JSON.

    It has `document`, `sha256` (of the text in UTF-8), `sentences` and `entities`. A sentence has `start`,
    `end`, `text` and `tokens`; a token has `start`, `end`, `text`, `lemma`, `upos`, `xpos`, `feats`, `deprel`
    and `head`, the place of its head among the sentence's tokens counted from 0, or null for the root. An
    entity has `start`, `end`, `text` and `type`. All offsets are half-open and count characters.
    """
    record = {
        "document": document.origin,
        "sha256": sha256(document.text.encode()).hexdigest(),
        "sentences": [_sentence(words, document.text) for words in sentences(doc)],
        "entities": [
            {"start": entity.start_char, "end": entity.end_char, "text": entity.text, "type": entity.label_}
            for entity in doc.ents
        ],
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _sentence(words: list["Token"], text: str) -> dict[str, object]:
    start, end = words[0].idx, words[-1].idx + len(words[-1])
    places = {word.i: place for place, word in enumerate(words)}
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "tokens": [_token(word, places) for word in words],
    }


def _token(token: "Token", places: dict[int, int]) -> dict[str, object]:
    above = head(token)
    return {
        "start": token.idx,
        "end": token.idx + len(token),
        "text": token.text,
        "lemma": token.lemma_,
        "upos": token.pos_,
        "xpos": token.tag_,
        "feats": str(token.morph),
        "deprel": deprel(token),
        "head": None if above is None else places[above.i],
    }
