"""Stage one: what the user holds -> `Document`.

for item in sources.documents(sources.find(["reports/", "https://example.org/dispatch.html"])):
    ...  # a Document, or a Rejection that says what could not be read and why
"""

from dragoman.sources.columns import Columns
from dragoman.sources.finding import find, left_out
from dragoman.sources.inputs import Input
from dragoman.sources.options import Options
from dragoman.sources.readers import Reader, readers
from dragoman.sources.reading import documents

__all__ = ["Columns", "Input", "Options", "Reader", "documents", "find", "left_out", "readers"]
