"""The most memory that this process has held."""

from __future__ import annotations

import re
import resource
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_megabytes() -> int:
    """Linux counts the memory of the parent to a child in ru_maxrss, but not here."""
    if _STATUS.exists():
        return int(re.search(r"VmHWM:\s+(\d+)", _STATUS.read_text())[1]) // 1024  # type: ignore[index]
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
