"""The command line. Nothing heavy is imported before it is known what was asked."""

from __future__ import annotations

import os
import sys

from .. import __version__

# One thread for linear algebra: the work is threaded over blocks of resamples, and sums must not depend on the machine's cores.
_SINGLE_THREADED = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    words = sys.argv[1:]
    if words == ["--version"]:
        print(f"csi {__version__}")
        return
    for name in _SINGLE_THREADED:
        os.environ.setdefault(name, "1")
    from .app import run

    sys.exit(run(words))
