"""How often the intervals of `csi simulate` hold the truth, on surveys from a population that is known.

python -m benchmarks.simulate                      400 surveys of each size, 500 resamples each: a few minutes
python -m benchmarks.simulate --surveys 50 --resamples 200
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

import numpy as np

from csi.analyses import load
from csi.errors import CsiError
from csi.results import Result
from csi.study import Study

from . import population

SIZES = (100, 250, 500)
RAISES: Mapping[str, Mapping[str, float]] = {
    "an indicator by 5": {"Quality1": 5},
    "a latent by 3": {"Image": 3},
    "two at once": {"Expectation2": 4, "Value": 2},
}
FIGURES = ("index", "loyalty", "every latent that moves")


def simulated(study: Study, raises: Mapping[str, float]) -> Iterator[tuple[str, float, float, float]]:
    """(figure, change, lower, upper) of every change that is not put in by hand."""
    result: Result = load("simulate")(study, raise_=raises)
    for row in result.table("effects").records():
        change, lower, upper = (row[key] if isinstance(row[key], float) else np.nan for key in ("change", "lower", "upper"))
        if row["latent"] in raises or change == 0:
            continue
        named = {"Satisfaction": "index", "Loyalty": "loyalty"}.get(str(row["latent"]))
        for figure in (named, FIGURES[2]) if named else (FIGURES[2],):
            yield figure, float(change), float(lower), float(upper)


def coverage(n: int, surveys: int, resamples: int, truth: Study, seed: int = 7) -> Mapping[str, float]:
    """Share of the intervals that hold the truth, by figure, over all raises."""
    held: dict[str, list[bool]] = {figure: [] for figure in FIGURES}
    true = {name: [change for _, change, _, _ in simulated(truth, raises)] for name, raises in RAISES.items()}
    for number in range(surveys):
        values = population.draw(np.random.default_rng([seed, n, number]), n)
        study = Study(population.survey(values), population.model(), weights="pls", resamples=resamples, seed=seed + number)
        for name, raises in RAISES.items():
            try:
                found = list(simulated(study, raises))
            except CsiError:  # a negative weight: no answer, which counts neither way
                continue
            for (figure, _, lower, upper), change in zip(found, true[name], strict=True):
                held[figure].append(lower <= change <= upper)
    return {figure: float(np.mean(ones)) for figure, ones in held.items()}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--surveys", type=int, default=400)
    options.add_argument("--resamples", type=int, default=500)
    options.add_argument("--people", type=int, default=2_000_000, help="how many stand for the population")
    asked = options.parse_args()
    truth = population.truth("pls", asked.people, 20_26)
    print(f"| n | {' | '.join(FIGURES)} |\n|---:|{'---:|' * len(FIGURES)}")
    for n in SIZES:
        shares = coverage(n, asked.surveys, asked.resamples, truth)
        print(f"| {n} | {' | '.join(f'{shares[figure]:.3f}' for figure in FIGURES)} |", flush=True)


if __name__ == "__main__":
    main()
