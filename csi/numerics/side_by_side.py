"""Replicates worked out a part at a time, several parts at the same time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def in_parts(work: Callable[..., Array], *arrays: Array, size: int) -> Array:
    """`work` of these arrays, whose last axis is B replicates, `size` of them at a time; its own last axis is theirs.

    The parts are the same whatever the number of processors, and so is the result. numpy lets other threads run while it computes.
    """
    total = arrays[0].shape[-1]
    if total <= size:
        return work(*arrays)
    parts = [slice(start, start + size) for start in range(0, total, size)]
    from threadpoolctl import threadpool_limits

    # decompositions that start threads of their own as well would wait for one another
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(min(len(parts), cpu_count() or 1)) as pool:
        done = list(pool.map(lambda part: work(*(np.ascontiguousarray(one[..., part]) for one in arrays)), parts))
    return np.concatenate(done, axis=-1)
