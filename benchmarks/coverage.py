"""How often the intervals of the index and of the gaps hold the truth, and how near the estimates come to it.

python -m benchmarks.coverage            writes docs/coverage.md
python -m benchmarks.coverage --surveys 50 --out -
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from csi.errors import CsiError
from csi.numerics import intervals
from csi.study import Study
from csi.study.pairs import Pairs

from . import population

Array = NDArray[np.float64]

CELLS = [(n, weights) for weights in ("pls", "equal") for n in (10, 20, 50, 100, 250, 500) if weights == "equal" or n >= 50]
FIGURES = ("index", "latents", "indicator gaps", "latent gaps", "overall gap")
OUT = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"


@dataclass
class Cell:
    """What 1,000 surveys of one size under one weighting came to, by figure: lists of booleans, errors and widths."""

    n: int
    weights: str
    ours: dict[str, list[bool]] = field(default_factory=lambda: {figure: [] for figure in FIGURES})
    plain: dict[str, list[bool]] = field(default_factory=lambda: {figure: [] for figure in FIGURES})
    errors: dict[str, list[float]] = field(default_factory=lambda: {figure: [] for figure in FIGURES})
    refused: dict[str, int] = field(default_factory=dict)


def figures(study: Study) -> Iterator[tuple[str, float, Array | None, int]]:
    """(figure, estimate, replicates, respondents it stands on), in an order that is the same for every study."""
    drawn = study.replicates
    names = [latent.name for latent in study.arrangement.latents]
    for k, name in enumerate(names):
        draws = None if drawn is None else drawn.figures["index"][k]
        value = float(study.point["index"][k, 0])
        yield "latents", value, draws, study.used
        if name == study.model.target:
            yield "index", value, draws, study.used
    pairs = Pairs(study)
    for row in range(len(pairs.leaves)):
        yield "indicator gaps", *_gap(pairs, row)
    for latent in pairs.latents:
        yield "latent gaps", *_gap(pairs, latent)
    yield "overall gap", *_gap(pairs, None)


def _gap(pairs: Pairs, what: int | str | None) -> tuple[float, Array | None, int]:
    combination = pairs.one(what) if isinstance(what, int) else pairs.of_latent(what)
    return pairs.value(combination), pairs.draws(combination), combination.n


def run(cell: Cell, truths: list[float], surveys: int, resamples: int, seed: int) -> Cell:
    """Draw the surveys of a cell and count. Both weightings of one size see the same surveys."""
    for number in range(surveys):
        values = population.draw(np.random.default_rng([seed, cell.n, number]), cell.n)
        try:
            study = Study(
                population.survey(values), population.model(), weights=cell.weights, resamples=resamples, seed=seed + number
            )
            found = list(figures(study))
        except CsiError as error:
            name = type(error).__name__
            cell.refused[name] = cell.refused.get(name, 0) + 1
            continue
        for (figure, value, draws, n), true in zip(found, truths, strict=True):
            _, lower, upper = study.spread(draws, n)
            assert draws is not None and isinstance(lower, float) and isinstance(upper, float)
            narrow, wide = intervals.percentile(draws, study.confidence, intervals.SMALL)
            cell.ours[figure].append(lower <= true <= upper)
            cell.plain[figure].append(bool(narrow <= true <= wide))
            cell.errors[figure].append(value - true)
    return cell


def table_of_coverage(cells: list[Cell]) -> str:
    """Markdown: coverage by figure; below 100 respondents plain percentiles stand in brackets."""
    lines = [
        "| weights | n | target's index | index of a latent | gap of an indicator | gap of a latent | overall gap | no answer |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for cell in cells:
        shares = [_share(cell, figure) for figure in FIGURES]
        lines.append(f"| {cell.weights} | {cell.n} | {' | '.join(shares)} | {sum(cell.refused.values()) or '–'} |")
    return "\n".join(lines)


def _share(cell: Cell, figure: str) -> str:
    ours, plain = np.mean(cell.ours[figure]), np.mean(cell.plain[figure])
    return f"{ours:.3f}" if cell.n >= intervals.SMALL else f"{ours:.3f} ({plain:.3f})"


def table_of_errors(cells: list[Cell]) -> str:
    """Markdown: bias and root mean square error of the target's index and the overall gap, in points."""
    lines = [
        "| weights | n | index: bias | index: RMSE | overall gap: bias | overall gap: RMSE |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for cell in cells:
        row = []
        for figure in ("index", "overall gap"):
            errors = np.array(cell.errors[figure])
            row += [f"{errors.mean():+.2f}", f"{np.sqrt((errors**2).mean()):.2f}"]
        lines.append(f"| {cell.weights} | {cell.n} | {' | '.join(row)} |")
    return "\n".join(lines)


def verdict(cells: list[Cell]) -> str:
    """One sentence: whether every figure at n >= 100 covers within 93-97 %."""
    shares = {(c.weights, c.n, f): float(np.mean(c.ours[f])) for c in cells if c.n >= intervals.SMALL for f in FIGURES}
    out = [
        f"{figure} ({weights}, n = {n}): {share:.3f}"
        for (weights, n, figure), share in shares.items()
        if not 0.93 <= share <= 0.97
    ]
    low, high = min(shares.values()), max(shares.values())
    if not out:
        return f"From 100 respondents on, every figure covers the truth in {100 * low:.1f}–{100 * high:.1f} % of the surveys (goal: 93–97 %)."
    return f"From 100 respondents on the goal of 93–97 % is missed by: {'; '.join(out)}."


PAGE = """# How often the intervals hold the truth

{surveys:,} surveys of each size were drawn from a known population: an ECSI-like path model (Image, Expectation, Quality, Value,
Satisfaction, Loyalty; {items} questions on 1–10, 3 to 5 a latent) with expectations asked beside {pairs} of them. Each was scored as `csi score` and
`csi gap` score it, with {resamples:,} resamples. Below stands the share of surveys whose 95 % interval holds the truth, which is
what the same estimator makes of {people:,} people (answers rounded to the scale as in a survey). A share of .95 from
{surveys:,} surveys is known to ± {margin:.3f}; "index of a latent", "gap of an indicator" and "gap of a latent" are averages
over all of them.

{verdict}

{coverage}

In brackets, below 100 respondents: what plain percentiles would cover.

## What is done at small n

Plain percentile intervals are too short in small samples, for two reasons: the resamples vary by (n − 1)/n too little, and they
use the normal law where Student's is due. Below 100 respondents (effective respondents under case weights, clusters
where there are fewer) the ends are therefore *expanded percentiles*: in place of 2.5 % the tail is Φ(−t √(n/(n−1))), t the quantile of
Student's law with n − 1 degrees of freedom (Hesterberg 2015, The American Statistician 69(4), 371–386). `settings` and a remark under the table say so.
Under PLS at least 10 respondents (and 2 more than the largest block) are demanded, and a finding says when they are few; `--weights equal` has no such
need. With one or two respondents there is no interval, and the reason stands in its place.

## The estimates come nearer to the truth

Bias and root mean square error of the estimates, in index points.

{errors}

## Get it again

```
python -m benchmarks.coverage --surveys {surveys} --resamples {resamples} --people {people} --seed {seed}
```

The population is `benchmarks/population.py`. "No answer": surveys for which `csi` refuses a PLS index (a negative weight,
too few respondents) and says so; they count neither way.
"""


def main(arguments: list[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--surveys", type=int, default=1000)
    options.add_argument("--resamples", type=int, default=2000)
    options.add_argument("--people", type=int, default=4_000_000, help="how many stand for the population")
    options.add_argument("--seed", type=int, default=20_26)
    options.add_argument("--out", default=str(OUT), help="where to write; - prints")
    asked = options.parse_args(arguments)
    truths = {
        weights: [value for _, value, _, _ in figures(population.truth(weights, asked.people, asked.seed))]
        for weights in ("pls", "equal")
    }
    cells = []
    for n, weights in CELLS:
        cells.append(run(Cell(n, weights), truths[weights], asked.surveys, asked.resamples, asked.seed))
        print(table_of_coverage(cells[-1:]).splitlines()[-1], cells[-1].refused or "", file=sys.stderr, flush=True)
    page = PAGE.format(
        surveys=asked.surveys,
        resamples=asked.resamples,
        people=asked.people,
        seed=asked.seed,
        items=sum(population.ITEMS.values()),
        pairs=sum(population.ITEMS[name] for name in population.PAIRED),
        margin=1.96 * np.sqrt(0.95 * 0.05 / asked.surveys),
        verdict=verdict(cells),
        coverage=table_of_coverage(cells),
        errors=table_of_errors(cells),
    )
    if asked.out == "-":
        print(page)
    else:
        Path(asked.out).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
