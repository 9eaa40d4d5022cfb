"""How often the intervals of a path model hold the truth, and what consistent PLS mends.

python -m benchmarks.structure            writes docs/structure.md
python -m benchmarks.structure --surveys 50 --out -
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.numerics import effects, pls, plsc
from csi.numerics.generate import Question, answers, latent_scores
from csi.study import Study
from csi.survey import Survey

from . import type_one

Array = NDArray[np.float64]

OUT = Path(__file__).resolve().parents[1] / "docs" / "structure.md"
NAMES = ("Image", "Quality", "Satisfaction", "Loyalty")
PATHS = {(0, 1): 0.6, (0, 2): 0.2, (1, 2): 0.55, (2, 3): 0.5, (0, 3): 0.2}
LOADINGS = ((0.80, 0.75, 0.70), (0.80, 0.75, 0.70, 0.65), (0.85, 0.75, 0.70), (0.75, 0.70, 0.65))
SCALE = Scale(0, 100)  # fine enough that rounding hides nothing
FORMS = ("percentile", "bca", "normal")
KINDS = ("paths", "total effects", "loadings", "outer weights", "R²", "consistent paths")


def coefficients() -> Array:
    """(4, 4) true paths."""
    b = np.zeros((len(NAMES),) * 2)
    for (source, target), value in PATHS.items():
        b[source, target] = value
    return b


def model() -> Model:
    """The model that the answers come from and that is estimated."""
    latents = tuple(
        Latent(name, indicators=tuple(Indicator(f"{name}{j + 1}", f"{name}{j + 1}") for j in range(len(loadings))))
        for name, loadings in zip(NAMES, LOADINGS, strict=True)
    )
    inner = InnerModel(tuple((NAMES[source], NAMES[target]) for source, target in PATHS))
    return Model(latents, inner, "Satisfaction", scale=SCALE, name="known factors")


def draw(rng: np.random.Generator, n: int) -> Survey:
    """n respondents of the population."""
    questions = [Question(k, loading, 60, 12, 0, 100) for k, block in enumerate(LOADINGS) for loading in block]
    columns = tuple(leaf.column for _, leaf in model().indicators)
    return Survey(answers(rng, latent_scores(rng, n, coefficients()), questions), columns, (SCALE,) * len(columns))


def population() -> tuple[Array, Study]:
    """(m, m, 1) correlations of everybody, and a study whose shape is that of all."""
    b = coefficients()
    among = np.eye(len(NAMES))
    for target in range(1, len(NAMES)):
        among[target, :target] = among[:target, target] = among[:target, :target] @ b[:target, target]
    owner = np.repeat(np.arange(len(NAMES)), [len(block) for block in LOADINGS])
    loadings = np.concatenate(LOADINGS)
    r = among[np.ix_(owner, owner)] * np.outer(loadings, loadings)
    np.fill_diagonal(r, 1)
    return r[:, :, None], Study(draw(np.random.default_rng(0), 200), model(), resamples=0)


def truth() -> dict[str, Array]:
    """What PLS makes of everybody, and beside it the paths that the answers came from."""
    r, study = population()
    fit = pls.fit(r, study.constructs.flat, tolerance=1e-13)
    figures = {
        "path_coefficients": fit.path_coefficients,
        "loadings": fit.loadings,
        "outer_weights": fit.outer_weights,
        "r_squared": fit.r_squared,
        "latent_correlations": fit.correlations,
    }
    found = {kind: values[:, 0] for kind, values in kinds(study, figures)}
    return found | {"consistent paths": np.array(list(PATHS.values()))}


def kinds(study: Study, figures: Mapping[str, Array]) -> Iterator[tuple[str, Array]]:
    """(kind, (figures of that kind, B))."""
    sources, targets = np.array(list(PATHS)).T
    yield "paths", figures["path_coefficients"][sources, targets]
    total = effects.total_effects(figures["path_coefficients"])
    yield "total effects", total[[0, 0, 1], [2, 3, 3]]
    yield "loadings", figures["loadings"]
    yield "outer weights", figures["outer_weights"]
    yield "R²", figures["r_squared"][1:]
    corrected = plsc.consistent(
        figures["outer_weights"],
        figures["latent_correlations"],
        study.constructs.starts,
        study.constructs.paths,
        [False] * len(NAMES),
        loadings=figures["loadings"],
    )
    yield "consistent paths", corrected.path_coefficients[sources, targets]


@dataclass
class Cell:
    """Surveys of one size: for each form and kind which intervals held, and the estimates of the paths."""

    n: int
    held: dict[tuple[str, str], list[Array]] = field(default_factory=dict)
    paths: list[Array] = field(default_factory=list)
    consistent: list[Array] = field(default_factory=list)


def run(n: int, surveys: int, resamples: int, seed: int) -> Cell:
    """Draw the surveys of one size and count."""
    cell, true = Cell(n), truth()
    for number in range(surveys):
        survey = draw(np.random.default_rng([seed, n, number]), n)
        for form in FORMS:
            study = Study(survey, model(), resamples=resamples, seed=seed + number, interval=form)
            assert study.replicates is not None
            for kind, draws in kinds(study, study.replicates.figures):
                ends = [study.spread(one, n)[1:] for one in draws]
                inside = [
                    isinstance(a, float) and isinstance(b, float) and a <= t <= b
                    for (a, b), t in zip(ends, true[kind], strict=True)
                ]
                cell.held.setdefault((form, kind), []).append(np.array(inside))
        point = dict(kinds(study, study.point))
        cell.paths.append(point["paths"][:, 0])
        cell.consistent.append(point["consistent paths"][:, 0])
    return cell


def coverage_rows(cells: list[Cell]) -> str:
    """Markdown: coverage by size, form and kind."""
    lines = [f"| n | interval | {' | '.join(KINDS)} |", "|---:|---|" + "---:|" * len(KINDS)]
    for cell in cells:
        for form in FORMS:
            shares = [f"{np.mean(cell.held[form, kind]):.3f}" for kind in KINDS]
            lines.append(f"| {cell.n} | {form} | {' | '.join(shares)} |")
    return "\n".join(lines)


def bias_rows(cells: list[Cell]) -> str:
    """Markdown: the mean estimate of each path by PLS and by consistent PLS beside the truth."""
    lines = ["| path | truth | " + " | ".join(f"PLS, n = {c.n} | consistent, n = {c.n}" for c in cells) + " |"]
    lines.append("|---|---:|" + "---:|---:|" * len(cells))
    for at, ((source, target), value) in enumerate(PATHS.items()):
        means = [f"{np.mean(c.paths, axis=0)[at]:.3f} | {np.nanmean(c.consistent, axis=0)[at]:.3f}" for c in cells]
        lines.append(f"| {NAMES[source]} → {NAMES[target]} | {value:.2f} | {' | '.join(means)} |")
    return "\n".join(lines)


def type_one_rows(pairs: int, permutations: int) -> str:
    """Markdown: how often the permutation tests find a difference that is none."""
    lines = ["| groups | " + " | ".join(("path difference", "c", "mean", "variance", "index")) + " |", "|---|" + "---:|" * 5]
    for sizes in ((100, 100), (60, 140)):
        found = type_one.rates(pairs, sizes, permutations)
        lines.append(f"| {sizes[0]} and {sizes[1]} | " + " | ".join(f"{every:.3f}" for _, every in found.values()) + " |")
    return "\n".join(lines)


PAGE = """# The path model on known truth

## Intervals

{surveys:,} surveys of each size were drawn from four common factors ({items} indicators with loadings .65 to .85) and estimated with {resamples:,}
resamples. Below stands the share of surveys whose 95 % interval holds the truth: for PLS what it makes of the whole population, for consistent
PLS the paths that the answers came from. A share of .95 from {surveys:,} surveys is known to ± {margin:.3f} for one figure; each column is
an average over its figures.

{coverage}

## What consistent PLS mends

Mean estimates. PLS treats the latents as composites of their indicators, so it shrinks the paths between common factors; consistent PLS does not.

{bias}

## Permutation tests

{pairs:,} pairs of groups from one population, {permutations} permutations each, level .05: the share of figures in which a difference was
found that is none (path differences; compositional invariance c; means and variances of scores; index).

{rates}

## Get it again

```
python -m benchmarks.structure --surveys {surveys} --resamples {resamples} --pairs {pairs} --permutations {permutations} --seed {seed}
```
"""


def main(arguments: list[str] | None = None) -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--surveys", type=int, default=1000)
    options.add_argument("--resamples", type=int, default=1000)
    options.add_argument("--pairs", type=int, default=1000)
    options.add_argument("--permutations", type=int, default=199)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--out", default=str(OUT), help="where to write; - prints")
    asked = options.parse_args(arguments)
    cells = [run(n, asked.surveys, asked.resamples, asked.seed) for n in (100, 250, 500)]
    print(coverage_rows(cells), file=sys.stderr, flush=True)
    page = PAGE.format(
        **{key: getattr(asked, key) for key in ("surveys", "resamples", "pairs", "permutations", "seed")},
        items=sum(map(len, LOADINGS)),
        margin=1.96 * np.sqrt(0.95 * 0.05 / asked.surveys),
        coverage=coverage_rows(cells),
        bias=bias_rows(cells),
        rates=type_one_rows(asked.pairs, asked.permutations),
    )
    if asked.out == "-":
        print(page)
    else:
        Path(asked.out).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
