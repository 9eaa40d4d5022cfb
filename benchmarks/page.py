"""What was measured, as the page docs/performance.md."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Row:
    """One line: what ran, its median seconds, its peak memory in bytes, and for a comparison the ratio and the goal."""

    what: str
    seconds: float
    peak: int | None = None
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Section:
    """One benchmark: a heading, how it was measured, its rows and what is to be said below them."""

    title: str
    how: str
    rows: tuple[Row, ...]
    below: str = ""

    def markdown(self) -> str:
        """Heading, words and table."""
        lines = ["| | time | ratio | goal | peak memory |", "|---|---:|---:|---:|---:|"]
        lines += [
            f"| {r.what} | {duration(r.seconds)} | {r.ratio} | {_goal(r)} | {'' if r.peak is None else memory(r.peak)} |"
            for r in self.rows
        ]
        parts = [f"## {self.title}", self.how, "\n".join(lines), self.below]
        return "\n\n".join(part for part in parts if part)


def duration(seconds: float) -> str:
    """Three significant digits in the unit that suits."""
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    if seconds < 1:
        return f"{seconds * 1e3:.3g} ms"
    return f"{seconds:,.0f} s" if seconds >= 100 else f"{seconds:.3g} s"


def memory(size: int) -> str:
    """Megabytes."""
    return f"{size / 1e6:,.0f} MB"


def times(ratio: float) -> str:
    """A ratio, as precise as it is worth."""
    return f"{ratio:,.0f}×" if ratio >= 20 else f"{ratio:.2f}×"


def _goal(row: Row) -> str:
    return row.goal if row.met is None else f"{row.goal} {'✓' if row.met else '✗'}"


def machine() -> str:
    """One line on what it was measured with."""
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return (
        f"{os.cpu_count()} cores ({platform.machine()}, {_processor()}), {platform.system()}, Python {platform.python_version()}, "
        f"numpy {np.__version__} with {blas['name']} {blas['version']}"
    )


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or sys.platform


HEAD = """# How fast it is, and how much memory it takes

Measured, not promised: `python -m benchmarks.run` does all of it again and writes this page. Both sides of a ratio run in the same minutes on
the same machine, one after the other in turn, and each figure is a median; peak memory is that of the largest process. Times differ between machines, ratios
hardly. A ✓ or ✗ says whether the goal was met in this run.

Machine: {machine}.
"""


def page(sections: Sequence[Section]) -> str:
    """The whole page."""
    return "\n".join([HEAD.format(machine=machine()), *(section.markdown() + "\n" for section in sections)])
