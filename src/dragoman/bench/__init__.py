"""What Dragoman costs: speed and memory, measured on this machine.

A benchmark is a function that measures and returns a `Report`; `dragoman bench` shows it.
"""

from dragoman.bench.report import Bench, Figure, Report
from dragoman.errors import BenchUnknown
from dragoman.registry import Registry

benches: Registry[Bench] = Registry(
    {"code": "dragoman.bench.code:bench", "language": "dragoman.bench.language:bench"}, unknown=BenchUnknown
)

__all__ = ["Bench", "Figure", "Report", "benches"]
