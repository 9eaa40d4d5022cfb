"""Shapley shares of 20 drivers over 1,000 resamples beside what the machine can multiply, and how often the intervals of drivers hold the truth.

python -m benchmarks.drivers                          speed
python -m benchmarks.drivers --coverage [--surveys 400]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from statistics import median

import numpy as np
from numpy.typing import NDArray

from csi.analyses.drivers import drivers as room
from csi.analyses.drivers.figures import Drivers
from csi.model import Indicator, Latent, Model, Scale
from csi.numerics.lmg import lmg
from csi.numerics.relative_weights import relative_weights
from csi.numerics.shapley import shapley
from csi.study import Study
from csi.study.importance import importance
from csi.survey import Survey

from .page import Row, Section, times

Array = NDArray[np.float64]

P, RESAMPLES, RESPONDENTS = 20, 1000, 1000
SCALE = Scale(1, 10)
CELLS = ((100, 6), (250, 6), (250, 12), (600, 12))  # respondents, drivers
COMMON = 0.6  # loading of every driver on what all have in common
EXPLAINED = 0.5  # of the outcome's variance


def slopes(p: int) -> Array:
    """From strong to nothing, the first two alike."""
    return np.array([3.0, 3.0, *np.linspace(2, 0, p - 2)])


def covariance(p: int) -> Array:
    """(p + 1, p + 1) of the drivers and, last, the outcome, each with variance 1."""
    among = np.full((p, p), COMMON**2) + (1 - COMMON**2) * np.eye(p)
    slope = slopes(p)
    slope *= np.sqrt(EXPLAINED / (slope @ among @ slope))
    toward: Array = np.asarray(among @ slope)
    return np.block([[among, toward[:, None]], [toward[None], np.ones((1, 1))]])


def draw(n: int, p: int, seed: int) -> Study:
    """A survey of that population, and its model; the answers have no steps, so that the truth is known exactly."""
    rows = np.random.default_rng([n, p, seed]).multivariate_normal(np.zeros(p + 1), covariance(p), n, method="cholesky")
    names = (*(f"D{j + 1}" for j in range(p)), "Y")
    causes = Latent("Service", indicators=tuple(Indicator(name, name) for name in names[:-1]))
    model = Model((causes, Latent("Satisfaction", indicators=(Indicator("Y", "Y"),))), target="Satisfaction", scale=SCALE)
    return Study(Survey(5.5 + rows, names, (SCALE,) * (p + 1)), model, weights="equal", resamples=1000, seed=seed + 1)


def coverage(surveys: int) -> str:
    """A table: how often the intervals hold the truth, by figure, and how often the first of two equal drivers stands before the second."""
    lines = [
        "| respondents | drivers | Shapley | Shapley share | relative weight | beta | correlation | R² | first before its equal |"
    ]
    lines += ["|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for n, p in CELLS:
        held, before = _cell(n, p, surveys)
        written = " | ".join(f"{100 * np.mean(one):.1f}" for one in held.values())
        lines.append(f"| {n} | {p} | {written} | {100 * before:.0f} |")
    return "\n".join(lines)


def _cell(n: int, p: int, surveys: int) -> tuple[dict[str, list[bool]], float]:
    truth = _truth(p)
    held: dict[str, list[bool]] = {key: [] for key in truth}
    before = []
    for seed in range(surveys):
        one = Drivers(importance(draw(n, p, seed)))
        for key, true in truth.items():
            ends = [_ends(one, key, at) for at in range(len(true))]
            held[key] += [bool(lower <= value <= upper) for (lower, upper), value in zip(ends, true, strict=True)]
        drawn = one.drawn_ranks
        assert drawn is not None
        before.append(float((drawn[0] < drawn[1]).mean()))
    return held, float(np.mean(before))


def _truth(p: int) -> dict[str, Array]:
    whole = covariance(p)
    among, toward = whole[:p, :p, None], whole[:p, p:]
    shares = shapley(among, toward)[:, 0]
    return {
        "shapley": shares,
        "share": shares / EXPLAINED,
        "relative_weight": relative_weights(among, toward)[:, 0],
        "beta": np.linalg.solve(whole[:p, :p], whole[:p, p]),
        "correlation": whole[:p, p],
        "r_squared": np.array([EXPLAINED]),
    }


def _ends(one: Drivers, key: str, at: int) -> tuple[float, float]:
    if key == "r_squared":
        _, _, lower, upper = one.explained()
    elif key == "share":
        _, lower, upper = one.share("shapley", at)
    elif key in {"shapley", "relative_weight"}:
        _, _, lower, upper = one.part(key, at)
    else:
        _, lower, upper = one.found.spread(key, at)
    return float(lower), float(upper)  # type: ignore[arg-type]


def resampled(p: int, count: int) -> tuple[Array, Array, Array, Array]:
    """Correlations of one survey of 1,000 and of `count` resamples of it."""
    rng = np.random.default_rng(1)
    rows = rng.multivariate_normal(np.zeros(p + 1), covariance(p), RESPONDENTS, method="cholesky")
    drawn = np.stack([np.corrcoef(rows[rng.integers(0, RESPONDENTS, RESPONDENTS)].T) for _ in range(count)], axis=-1)
    whole = np.asarray(np.corrcoef(rows.T))[:, :, None]
    return whole[:p, :p].copy(), whole[:p, p].copy(), drawn[:p, :p].copy(), drawn[:p, p].copy()


def _limit(elements: float) -> float:
    """Seconds that this machine needs to multiply and subtract so many numbers that lie in its cache, on all its cores."""
    size, rounds = 32_768, 2000
    a, b, c = (np.random.default_rng(j).random(size) for j in range(3))

    def work(_: int) -> None:
        product = np.empty(size)
        for _ in range(rounds):
            np.multiply(a, b, out=product)
            np.subtract(c, product, out=product)

    workers = cpu_count() or 1
    with ThreadPoolExecutor(workers) as pool:
        seconds = _seconds(lambda: list(pool.map(work, range(workers))))
    return elements * seconds / (size * rounds * workers)


def _seconds(work: Callable[[], object], rounds: int = 3) -> float:
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return median(found)


def section(rounds: int = 3) -> Section:
    """The estimate, the resamples exact and by orders, and a whole analysis."""
    among, toward, drawn_among, drawn_toward = resampled(P, RESAMPLES)
    by_orders = lmg(among, toward, resamples=RESAMPLES, seed=1)
    point = _seconds(lambda: shapley(among, toward), rounds)
    exact = _seconds(lambda: shapley(drawn_among, drawn_toward), rounds)
    sampled = _seconds(lambda: by_orders.of_resamples(drawn_among, drawn_toward), rounds)
    whole = _seconds(lambda: room(draw(RESPONDENTS, P, 0)), rounds)
    limit = _limit(4.0 * 2**P * RESAMPLES)
    rows = (
        Row(f"4 × 2²⁰ × {RESAMPLES:,} multiplications and subtractions", limit, ratio="1 (the machine's limit)"),
        Row(
            f"Shapley shares of {P} drivers, {RESAMPLES:,} resamples, every subset",
            exact,
            None,
            times(exact / limit),
            "≤ 10 s",
            exact <= 10,
        ),
        Row(
            f"the same by {by_orders.orders.shape[0] * by_orders.orders.shape[1]} common orders"
            if by_orders.orders is not None
            else "the same",
            sampled,
        ),
        Row(f"the estimate of {P} drivers alone, every subset", point),
        Row(
            f"`drivers`, {RESPONDENTS:,} respondents, {P} drivers, {RESAMPLES:,} resamples, all measures",
            whole,
            None,
            "",
            "≤ 1 s",
            whole <= 1,
        ),
    )
    how = (
        "In one process, on all cores, from the correlations on. A subset follows from a smaller one by one sweep; over all subsets that is four "
        "multiplications and subtractions each, which is the limit. Orders of entry are sampled where subsets times resamples exceed 2²⁷; "
        "each resample then differs from the exact estimate by what the same orders make of both."
    )
    return Section("Key drivers", how, rows)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--coverage", action="store_true", help="how often intervals hold the truth, in place of speed")
    options.add_argument("--surveys", type=int, default=400)
    options.add_argument("--rounds", type=int, default=3)
    asked = options.parse_args()
    print(coverage(asked.surveys) if asked.coverage else section(asked.rounds).markdown())


if __name__ == "__main__":
    main()
