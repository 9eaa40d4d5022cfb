"""The command line. Nothing heavy is imported before it is known what was asked."""

from __future__ import annotations

import os
import sys

from .. import __version__
from .streams import aside, open_closed, settle

_SETTINGS = {
    # one thread for linear algebra: the work is threaded over blocks of resamples, and sums must not depend on the cores
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYDANTIC_DISABLE_PLUGINS": "1",  # looking for plugins we have no use for takes 0.02 s
}


def main() -> None:
    """Run the command line of this process and leave with its exit code."""
    open_closed()
    words = sys.argv[1:]
    if words == ["--version"]:
        sys.exit(0 if aside(f"csi {__version__}", stream="stdout") else 2)
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    from .app import run

    sys.exit(settle(run(words)))
