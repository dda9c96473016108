"""A progress bar for what takes long."""

import sys
import time
from collections.abc import Iterable, Iterator
from threading import Timer
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 2.0
"""Seconds before a bar appears."""


def tracked(items: Iterable[T], total: int, what: str, *, show: bool) -> Iterator[T]:
    """Pass the items on; after two seconds show how far they are, on standard error if that is a terminal.

    Args:
        items: what to pass on.
        total: how many there will be.
        what: the label of the bar.
        show: False where the results themselves appear on the terminal and a bar would mix with them.
    """
    if not (show and sys.stderr.isatty()):
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    start = time.monotonic()
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, visible=False)
        patience = Timer(PATIENCE, bar.update, (task,), {"visible": True})  # the first item alone can take longer
        patience.daemon = True
        patience.start()
        try:
            for item in items:
                yield item
                late = time.monotonic() - start > PATIENCE
                bar.update(task, advance=1, visible=True if late else None)
        finally:
            patience.cancel()
