import pickle
from dataclasses import fields
from pathlib import Path

import pytest

from dragoman.errors import DragomanError
from dragoman.ledger import errors

EXAMPLES = [
    (errors.LedgerMissing(Path("a.db")), "no ledger at a.db"),
    (errors.LedgerUnreadable(Path("a.db"), "it is no database"), "cannot read the ledger a.db: it is no database"),
    (errors.LedgerUnwritable(Path("a.db"), "disk full"), "cannot write the ledger a.db: disk full"),
    (errors.LedgerVersion(Path("a.db"), 3, 2), "made by a newer Dragoman"),
    (errors.LedgerVersion(Path("a.db"), 1, 2), "open it once for writing"),
    (errors.LedgerConflict(Path("a.db"), "it keeps no texts"), "does not fit: it keeps no texts"),
    (errors.EntryMissing("claim-1", Path("a.db")), "nothing in a.db has the id 'claim-1'"),
    (errors.EntryAmbiguous("c", ("claim-1", "claim-2")), "begin with 'c': claim-1, claim-2"),
    (errors.FilterInvalid("since", "'x'", "a date is needed"), "since cannot be 'x'"),
    (errors.FilterUnknown("actr", ("actor",)), "no filter 'actr'; did you mean 'actor'?"),
    (errors.StoreUnknown("x", ("sqlite",)), "no store 'x'"),
    (errors.LibraryMissing("pandas", "pandas"), "pip install 'dragoman[pandas]'"),
]


def test_every_error_has_an_example_here():
    defined = {one for one in vars(errors).values() if isinstance(one, type) and one.__module__ == errors.__name__}
    assert defined == {type(error) for error, _ in EXAMPLES}


@pytest.mark.parametrize(("error", "words"), EXAMPLES)
def test_message_and_pickling(error, words):
    assert isinstance(error, DragomanError)
    assert words in str(error)
    copy = pickle.loads(pickle.dumps(error))
    assert [getattr(copy, f.name) for f in fields(copy)] == [getattr(error, f.name) for f in fields(error)]
