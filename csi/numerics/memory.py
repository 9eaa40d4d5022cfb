"""What becomes of memory that is no longer needed."""

from __future__ import annotations

import numpy as np

LARGEST = 31 << 20  # just under glibc's limit for what it learns from


def keep_freed_memory() -> None:
    """From now on the allocator keeps what is freed for the next array, as long as no array is larger than 31 MB.

    By default glibc hands arrays of some megabytes back to the system when they are freed, and the system clears the
    pages of the next one: measured, a fifth of the time of a bootstrap. It changes its mind once it has seen a larger array
    freed (mallopt(3), M_MMAP_THRESHOLD); this one is never written to, so it takes no memory. Other allocators are not affected.
    """
    np.empty(LARGEST, dtype=np.uint8)
