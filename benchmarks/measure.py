"""Whole processes, timed in turn (A B A B) so that a busy moment falls on all of them alike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from types import MappingProxyType

ROOT = Path(__file__).resolve().parents[1]
LAUNCHER = Path(__file__).with_name("launch.py")

# A CPU kind forced on OpenBLAS costs up to 1.6 times; bytecode is kept, as it is wherever a package was installed.
_DROPPED = ("OPENBLAS_CORETYPE", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


@dataclass(frozen=True)
class Run:
    """One process: seconds from start to end, peak memory in bytes, what it printed."""

    seconds: float
    peak: int
    output: str


@dataclass(frozen=True)
class Runs:
    """One command run several times."""

    runs: tuple[Run, ...]

    @property
    def seconds(self) -> float:
        """The median."""
        return median(run.seconds for run in self.runs)

    @property
    def peak(self) -> int:
        """The largest."""
        return max(run.peak for run in self.runs)

    def printed(self, key: str) -> list[float]:
        """The figures the process measured itself and printed as JSON: a number, or a list of them."""
        found: list[float] = []
        for run in self.runs:
            value = json.loads(run.output)[key]
            found += value if isinstance(value, list) else [value]
        return found


@cache
def _bytecode() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="csi-bytecode-")


def environment() -> dict[str, str]:
    """Ours, without what would slow either side, and with the checkout importable."""
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    return {**kept, "PYTHONPYCACHEPREFIX": _bytecode().name, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}


def run(command: Sequence[str], *, folder: Path = ROOT, settings: Mapping[str, str] = MappingProxyType({})) -> Run:
    """The command, once, under further environment settings. Raises RuntimeError with its last words when it fails."""
    with tempfile.TemporaryDirectory() as place:
        output = Path(place, "output")
        words = [sys.executable, "-I", "-S", str(LAUNCHER), str(output), *command]
        said = json.loads(
            subprocess.run(words, env={**environment(), **settings}, cwd=folder, capture_output=True, check=True).stdout
        )
        if said["code"] != 0:
            raise RuntimeError(f"{' '.join(command)} ended with {said['code']}: {Path(f'{output}.err').read_text()[-2000:]}")
        return Run(said["seconds"], said["peak"], output.read_text(encoding="utf-8"))


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int, *, folder: Path = ROOT, warm: bool = True) -> dict[str, Runs]:
    """Every command once without counting (caches, bytecode), then `rounds` times one after the other."""
    if warm:
        for command in commands.values():
            run(command, folder=folder)
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            found[name].append(run(command, folder=folder))
    return {name: Runs(tuple(runs)) for name, runs in found.items()}
