"""The order of the stages, and only here."""

from dragoman.pipeline.analyse import Analysed, analyse
from dragoman.pipeline.code import Codes, code, code_article, code_sentence

__all__ = ["Analysed", "Codes", "analyse", "code", "code_article", "code_sentence"]
