"""What the machine itself needs for the random draws and the matrix product of a bootstrap: prints {"draws": ..., "product": ...} in seconds."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from statistics import median

import numpy as np

BATCH = 128  # resamples drawn together


def timed(work: Callable[[], object], repeats: int = 9) -> float:
    seconds = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def draw(number: int, units: int) -> None:
    rng = np.random.Generator(np.random.SFC64(number))
    picks = rng.integers(0, units, size=(BATCH, units), dtype=np.int64)
    picks += np.arange(BATCH)[:, None] * units
    np.bincount(picks.ravel(), minlength=BATCH * units)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--respondents", type=int, default=250)
    options.add_argument("--items", type=int, default=24)
    options.add_argument("--resamples", type=int, default=10_000)
    asked = options.parse_args()
    rng = np.random.default_rng(1)
    width = asked.items + asked.items * (asked.items + 1) // 2
    terms = rng.standard_normal((width, asked.respondents)).astype(np.float32)
    counts = rng.standard_normal((asked.respondents, asked.resamples)).astype(np.float32)
    product = timed(lambda: terms @ counts)
    with ThreadPoolExecutor(cpu_count()) as pool:
        batches = range(-(-asked.resamples // BATCH))
        draws = timed(lambda: list(pool.map(lambda number: draw(number, asked.respondents), batches)))
    print(json.dumps({"draws": draws, "product": product}))


if __name__ == "__main__":
    main()
