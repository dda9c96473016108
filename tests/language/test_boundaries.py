"""What rules forbid and force among the sentence starts that the model finds likely."""

import numpy as np
import pytest

from dragoman.language.boundaries import Opening, list_marker, sentence_starts
from dragoman.language.features import GLUED, SPACED


def starts(marked: str, opening: Opening = Opening(), offset: int = 0) -> list[int]:  # noqa: B008
    """`|` before a word: the model finds a start likely; `~` before a word: glued to the one before."""
    items = marked.split()
    likely = np.array([i.startswith("|") for i in items])
    words = [i.lstrip("|").lstrip("~") or "~" for i in items]
    glue = [GLUED if "~" in i else SPACED for i in items]
    return sentence_starts(likely, words, glue, opening, offset)


@pytest.mark.parametrize(
    ("marked", "opening", "offset", "found"),
    [
        ("a b |c d", Opening(), 0, [0, 2]),
        ("|a b c", Opening(), 0, [0]),
        # "ROME (Ag.) - The ...": no start up to the fourth word, none forced at it.
        ("R |( Ag |- The |b", Opening(4), 0, [0, 5]),
        ("R |( Ag - |The b", Opening(4), 0, [0]),
        # Alone: a start right after it, whatever the model finds.
        ("R |, May . The |b", Opening(4, True), 0, [0, 4, 5]),
        ("R , May . |The b", Opening(4, True), 0, [0, 4]),
        # A later window of the same run knows nothing of it.
        ("a |b c", Opening(4, True), 9, [0, 1]),
        # A dateline with nothing after it.
        ("R May |.", Opening(3, True), 0, [0]),
        # A colon or a comma ends nothing.
        ("He said : |We go , |he said .", Opening(), 0, [0]),
        # Marks alone: with the word they are glued to, else with what came before, or with what follows at the start.
        ('Go , " he said . |" |~Never . "', Opening(), 0, [0, 6]),
        ("He left . |* |She stayed .", Opening(), 0, [0, 4]),
        ("He left . |*", Opening(), 0, [0]),
        ('" |We go .', Opening(), 0, [0]),
        ("... |!", Opening(), 0, [0]),
        # A full stop that is no abbreviation's, and a capital: two sentences, whatever the model finds.
        ("The men left ~. They went ~.", Opening(), 0, [0, 4]),
        ("They met in Juba ~. Nobody spoke ~.", Opening(), 0, [0, 5]),
        ('" ~The men left ~. They went ~, ~" he said ~.', Opening(), 0, [0, 5]),
        ('He called it " ~a crime ~. ~" It was ~.', Opening(), 0, [0, 8]),
        ("He left ~. ~They stayed ~.", Opening(), 0, [0, 3]),
        ("It took a day ~. 15 men died ~.", Opening(), 0, [0, 5]),
        ("It cost 3.5 ~m ~. Nobody paid ~.", Opening(), 0, [0, 5]),
        ("they left ~. nobody spoke ~.", Opening(), 0, [0, 3]),
        ("He met the U.S. The talks failed ~.", Opening(), 0, [0, 4]),
        # Not so: an abbreviation's, a single letter's, a quoted question's.
        ("See no ~. Five of them ~.", Opening(), 0, [0]),
        ("Dr. B. Plan A failed ~.", Opening(), 0, [0]),
        ('" ~Who left ~? ~" Petrov asked ~.', Opening(), 0, [0]),
        ("He met the U.S. envoy ~.", Opening(), 0, [0]),
        ("It lists some ( e.g. The Times ) ~.", Opening(), 0, [0]),
        # After what breaks off, after an hour, at a label or a credit: a new start; not at a day or a zone.
        ("We wait ... The rest went ~.", Opening(), 0, [0, 3]),
        ("We wait ... and wait ~.", Opening(), 0, [0]),
        ("I know she is — That is all ~.", Opening(), 0, [0, 5]),
        ("The king — Harald — left ~.", Opening(), 0, [0]),
        ("It begins at 9 p.m. Soldiers came ~.", Opening(), 0, [0, 5]),
        ("It begins at 9 p.m. Kyiv time ~.", Opening(), 0, [0]),
        ("It begins at 9 p.m. Monday ~.", Opening(), 0, [0]),
        ("Phone ~: 4151 Fax ~: 4152", Opening(), 0, [0, 3]),
        ("Troops near Bria [ ~Ann Lee/Agency ~]", Opening(), 0, [0, 3]),
        ("Troops near Bria ( ~north ~)", Opening(), 0, [0]),
        ("It came at 6 p.m. ~She left ~.", Opening(), 0, [0, 5]),
        ("It passed by 61 to 4 ~. 12 deputies left ~.", Opening(), 0, [0, 7]),
        ("They back Plan B. Plan A failed ~.", Opening(), 0, [0, 4]),
        ("He gave no comment ~. --MANS vk ~/ ~ps", Opening(), 0, [0, 5, 6]),
        # A footnote's figure goes with the sentence before it; a designation with its abbreviation.
        ("They left ~. |4 |Even so they lost ~.", Opening(), 0, [0, 4]),
        ("It lies at 14 deg ~. |N ~.", Opening(), 0, [0]),
        # Nor does the model part what runs on in lower case.
        ('" ~Who left ~? ~" |he asked Ann ~.', Opening(), 0, [0]),
        ("On 8 Feb. |next they met Ann ~.", Opening(), 0, [0]),
        # A figure is no bare mark.
        ("He left . |– ~0 ~–", Opening(), 0, [0, 3]),
    ],
)
def test_sentence_starts(marked: str, opening: Opening, offset: int, found: list[int]) -> None:
    assert starts(marked, opening, offset) == found


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("1. The parties", "1. "),
        ("(a) The parties", "(a) "),
        ("iv) The parties", "iv) "),
        ("– No.", "– "),
        ("• Release", "• "),
        ("12 deputies", ""),
        ("A. The", "A. "),
        ("3.5 percent", ""),
        ("-", ""),
        ("The parties", ""),
    ],
)
def test_list_marker(text: str, marker: str) -> None:
    assert list_marker(text) == len(marker)


def test_a_firm_may_end_a_sentence_if_no_name_follows() -> None:
    words = "It went to Delta Inc. Opposition grew .".split()
    none, glue = np.zeros(len(words), dtype=bool), [SPACED] * 7 + [GLUED]
    assert sentence_starts(none, words, glue, Opening(), proper=[False] * 8) == [0, 5]
    assert sentence_starts(none, words, glue, Opening(), proper=[w == "Opposition" for w in words]) == [0]
