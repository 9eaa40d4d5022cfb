"""How many threads a matrix product takes."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

PREFIXES = ("scipy_openblas", "openblas")  # in numpy's wheels, in the distributions' packages
SUFFIXES = ("64_", "")


class _OpenBlas:
    """The library that numpy multiplies with, and how many computations want it on one thread at this moment."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.inside = 0
        self.before = 1
        self.read, self.write = _controls()

    def enter(self) -> None:
        with self.lock:
            if self.inside == 0:
                self.before = self.read()
                self.write(1)
            self.inside += 1

    def leave(self) -> None:
        with self.lock:
            self.inside -= 1
            if self.inside == 0:
                self.write(self.before)


def _controls() -> tuple[Callable[[], int], Callable[[int], object]]:
    """How to read and set the number of threads; two idle functions where numpy multiplies with something else."""
    core = ctypes.CDLL(sys.modules["numpy._core._multiarray_umath"].__file__)  # sees what numpy itself is linked with
    for prefix in PREFIXES:
        for suffix in SUFFIXES:
            if hasattr(core, f"{prefix}_set_num_threads{suffix}"):
                read, write = (getattr(core, f"{prefix}_{verb}_num_threads{suffix}") for verb in ("get", "set"))
                return read, write
    return lambda: 1, lambda threads: None


_LIBRARY: list[_OpenBlas] = []  # at most one, looked up when it is first wanted


@contextmanager
def one_thread_a_product() -> Iterator[None]:
    """Inside, OpenBLAS multiplies on the calling thread alone; afterwards it has its threads back.

    Replicates are computed on as many threads as there are processors. Products that start threads of their own as well
    then wait for one another. It also keeps the last digits of a product the same whatever the number of processors.
    """
    if not _LIBRARY:
        _LIBRARY.append(_OpenBlas())
    library = _LIBRARY[0]
    library.enter()
    try:
        yield
    finally:
        library.leave()
