"""What was found -> files others read: one module a format.

A format of an analysis is a function from a document and its Doc to the text that stands for the document in
a file; a file is these texts one after the other. A format of claims is a function from coded reports to a stream;
`write_claims` chooses it by the ending of a file.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.errors import FormatUnknown
from dragoman.export.claims import ClaimFormat, Tally, WriteOptions, claim_formats, format_for, write_claims
from dragoman.records import Document
from dragoman.registry import Registry

if TYPE_CHECKING:
    from spacy.tokens import Doc

AnalysisFormat = Callable[[Document, "Doc"], str]

analysis_formats: Registry[AnalysisFormat] = Registry(
    {
        "conllu": "dragoman.export.conllu:conllu",
        "jsonl": "dragoman.export.jsonl:jsonl",
    },
    unknown=FormatUnknown,
    group="dragoman.analysis_formats",
)

__all__ = [
    "AnalysisFormat",
    "ClaimFormat",
    "Tally",
    "WriteOptions",
    "analysis_formats",
    "claim_formats",
    "format_for",
    "write_claims",
]
