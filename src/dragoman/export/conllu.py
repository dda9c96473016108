"""CoNLL-U, the format of Universal Dependencies (https://universaldependencies.org/format.html).

Character offsets into the document and entities stand in the MISC column: `start_char` and `end_char`
(half-open), `ner` in BIO notation.
"""

from typing import TYPE_CHECKING

from dragoman.export.words import deprel, head, sentences
from dragoman.records import Document

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def conllu(document: Document, doc: "Doc") -> str:
    """The whole document as CoNLL-U; white-space tokens are left out, as the format demands."""
    lines = [f"# newdoc id = {_one_line(document.origin)}"]
    for number, words in enumerate(sentences(doc), start=1):
        lines.append(f"# sent_id = {number}")
        lines.append(f"# text = {''.join(word.text + ' ' * _spaced(word) for word in words).strip()}")
        ids = {word.i: position for position, word in enumerate(words, start=1)}
        lines.extend(_row(word, ids) for word in words)
        lines.append("")
    return "\n".join(lines) + "\n"


def _row(token: "Token", ids: dict[int, int]) -> str:
    above = head(token)
    fields = (
        str(ids[token.i]),
        token.text,
        token.lemma_,
        token.pos_,
        token.tag_,
        str(token.morph),
        str(ids[above.i]) if above is not None else "0",
        deprel(token),
        "",
        _misc(token),
    )
    return "\t".join(_one_line(field) or "_" for field in fields)


def _misc(token: "Token") -> str:
    facts = [] if _spaced(token) else ["SpaceAfter=No"]
    facts += [f"start_char={token.idx}", f"end_char={token.idx + len(token)}"]
    if token.ent_type_:
        facts.append(f"ner={token.ent_iob_}-{token.ent_type_}")
    return "|".join(facts)


def _spaced(token: "Token") -> bool:
    """Whether white space of any kind, or the end of the text, follows."""
    end = token.i + 1
    return bool(token.whitespace_) or end == len(token.doc) or token.doc[end].is_space


def _one_line(field: str) -> str:
    return " ".join(field.split())
