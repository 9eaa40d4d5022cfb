"""How often the permutation tests find a difference between two groups that do not differ.

python -m benchmarks.type_one                      1,000 pairs of groups of 100, 199 permutations each: about two minutes
python -m benchmarks.type_one --pairs 200 --n 60
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from csi.numerics import invariance
from csi.study import Study
from csi.study.group_pair import Pair

from . import population

Array = NDArray[np.float64]


def p_values(pair: Pair) -> Mapping[str, Array]:
    """All p values of one pair: (paths,) of path differences, (k,) of c, mean and variance."""
    sources, targets = (np.array(ends) for ends in zip(*pair.study.constructs.arrows, strict=True))
    observed, permuted = pair.observed, pair.permuted.figures
    return {
        "path difference": invariance.two_sided(observed["paths"][sources, targets], permuted["paths"][sources, targets]),
        "c": invariance.lower_tail(observed["composition"], permuted["composition"]),
        "mean": invariance.two_sided(observed["means"], permuted["means"]),
        "variance": invariance.two_sided(observed["variances"], permuted["variances"]),
        "index": invariance.two_sided(observed["index"], permuted["index"]),
    }


def simulated(rng: np.random.Generator, sizes: tuple[int, int], permutations: int, seed: int) -> Mapping[str, Array]:
    """The p values of two groups drawn from one population."""
    survey = population.survey(population.draw(rng, sum(sizes)))
    study = Study(survey, population.model(), weights="pls", resamples=0, seed=seed)
    return p_values(Pair(("A", "B"), study.measured, sizes, permutations))


def rates(pairs: int, sizes: tuple[int, int], permutations: int, level: float = 0.05) -> Mapping[str, tuple[float, float]]:
    """For each test the share of pairs in which its first figure was significant, and the share over all its figures."""
    rng = np.random.default_rng(11)
    runs = [simulated(rng, sizes, permutations, seed) for seed in range(pairs)]
    found = {}
    for test in runs[0]:
        significant = np.array([run[test] for run in runs]) <= level + 1e-12
        found[test] = float(significant[:, 0].mean()), float(significant.mean())
    return found


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--pairs", type=int, default=1000)
    options.add_argument("--n", type=int, default=100, help="respondents in the first group")
    options.add_argument("--other", type=int, help="respondents in the second group; else as many")
    options.add_argument("--permutations", type=int, default=199)
    asked = options.parse_args()
    sizes = (asked.n, asked.other or asked.n)
    print(f"{asked.pairs} pairs of groups of {sizes[0]} and {sizes[1]}, {asked.permutations} permutations, level 5%")
    for test, (first, every) in rates(asked.pairs, sizes, asked.permutations).items():
        print(f"{test:16} {100 * first:5.2f}% of its first figure, {100 * every:5.2f}% over all its figures")


if __name__ == "__main__":
    main()
