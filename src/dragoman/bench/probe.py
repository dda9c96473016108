"""What measuring processes share. They import little, so that load times begin where they should."""

import os
from pathlib import Path


def hold_to_cores(count: int) -> None:
    """Let this process and its children use `count` cores only, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:count])


def peak_memory() -> int | None:
    """Bytes this process has had resident at most; None on a system that does not tell (Windows)."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux; getrusage would count the parent's memory here
        peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024  # given in kB
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # macOS counts bytes
