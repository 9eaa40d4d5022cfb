"""Large surveys: moments and PLS of a million rows beside one matrix product, and an index over 200 questions.

python -m benchmarks.moments [--rounds 3]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np

from csi.analyses.score import score
from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.numerics import pls
from csi.numerics.generate import Question, answers, latent_scores
from csi.numerics.moments import point_sums
from csi.study import Study
from csi.survey import Survey

from .measure import Runs, run
from .page import Row, Section, times

ROWS, ITEMS, BLOCK = 1_000_000, 24, 4
WIDE_ROWS, WIDE_LATENTS, WIDE_BLOCK = 5_000, 20, 10
SIZES = (10_000, 200_000, 500_000, 1_000_000)  # respondents; from 100,000 on, 10,000 resamples are moment-Gaussian
PART = 50_000  # respondents made at a time
GIGABYTE = 1_000_000_000


def chain(k: int, reach: int, value: float) -> np.ndarray:
    """(k, k) paths of every latent to the `reach` next ones."""
    paths = np.zeros((k, k))
    for source in range(k):
        paths[source, source + 1 : source + 1 + reach] = value
    return paths


def million() -> dict[str, list[float]]:
    """Seconds of one X'X, and of moments and PLS, on the same array, in turn."""
    rng = np.random.default_rng(1)
    k = ITEMS // BLOCK
    questions = [Question(latent, 0.8, 7.3, 1.9) for latent in range(k) for _ in range(BLOCK)]
    paths = chain(k, 2, 0.35)
    x = np.concatenate([answers(rng, latent_scores(rng, ROWS // 20, paths), questions) for _ in range(20)])
    design = pls.PlsDesign(tuple(range(0, ITEMS, BLOCK)), ITEMS, paths > 0, (False,) * k)

    def fitted() -> object:
        return pls.fit(point_sums(x, None, ITEMS).correlations(), design)

    found: dict[str, list[float]] = {"product": [], "fitted": []}
    for _ in range(9):
        found["product"].append(_seconds(lambda: x.T @ x))
        found["fitted"].append(_seconds(fitted))
    return found


def resampled() -> dict[str, list[float]]:
    """Seconds of the single estimate with every criterion of a million respondents, and of 10,000 resamples at three sizes."""
    found: dict[str, list[float]] = {}
    for rows in SIZES:
        survey, model = _survey(rows, ITEMS // BLOCK, BLOCK, 2, 0.35)
        begin = time.perf_counter()
        study = Study(survey, model, resamples=10_000)
        _ = study.point, study.measured.point
        found.setdefault(f"point {rows}", []).append(time.perf_counter() - begin)
        once, more = (_seconds(partial(getattr, one, "replicates")) for one in (study, replace(study, resamples=50_000)))
        found[f"replicates {rows}"], found[f"further {rows}"] = [once], [(more - once) / 4]
    return found


def wide() -> dict[str, list[float]]:
    """Seconds of the index, intervals included, of 5,000 respondents and 200 questions."""
    survey, model = _survey(WIDE_ROWS, WIDE_LATENTS, WIDE_BLOCK, 3, 0.25)
    return {"score": [_seconds(lambda: score(Study(survey, model, resamples=2000)))]}


def _survey(rows: int, k: int, block: int, reach: int, value: float) -> tuple[Survey, Model]:
    """Clean answers of a chain of k latents with `block` questions each, and the chain as a model."""
    rng = np.random.default_rng(1)
    paths = chain(k, reach, value)
    questions = [Question(latent, 0.8, 7.3, 1.9) for latent in range(k) for _ in range(block)]
    columns = tuple(f"Q{j + 1}" for j in range(len(questions)))
    parts = [answers(rng, latent_scores(rng, min(rows, PART), paths), questions) for _ in range(max(1, rows // PART))]
    survey = Survey(np.concatenate(parts), columns, (Scale(1, 10),) * len(columns))
    latents = tuple(
        Latent(f"L{latent}", indicators=tuple(Indicator(c, c) for c in columns[latent * block : (latent + 1) * block]))
        for latent in range(k)
    )
    inner = InnerModel(tuple((f"L{s}", f"L{t}") for s, t in np.argwhere(paths)))
    return survey, Model(latents, inner=inner, target=f"L{k - 1}", scale=Scale(1, 10))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def section(rounds: int = 3) -> Section:
    """Each in a process of its own, `rounds` times."""
    runs = {
        name: Runs(tuple(run([sys.executable, "-m", "benchmarks.moments", "--measure", name]) for _ in range(rounds)))
        for name in ("million", "resampled", "wide")
    }
    product, fitted = median(runs["million"].printed("product")), median(runs["million"].printed("fitted"))
    ratio = fitted / product
    wide_seconds, wide_peak = median(runs["wide"].printed("score")), runs["wide"].peak
    rows = (
        Row(f"one `X.T @ X`, {ROWS:,} × {ITEMS}", product, ratio="1 (the machine's limit)"),
        Row("moments and PLS of the same array", fitted, runs["million"].peak, times(ratio), "≤ 3×", ratio <= 3),
        Row(
            "single estimate with every criterion, 1,000,000 × 24",
            median(runs["resampled"].printed("point 1000000")),
            runs["resampled"].peak,
            goal="≤ 0.3 s",
            met=median(runs["resampled"].printed("point 1000000")) <= 0.3,
        ),
        *(
            Row(f"10,000 {what}resamples, {rows:,} × 24, {_form(rows)}", median(runs["resampled"].printed(f"{key} {rows}")))
            for key, what in (("replicates", ""), ("further", "further "))
            for rows in SIZES
        ),
        Row(
            f"`score`, {WIDE_ROWS:,} × {WIDE_LATENTS * WIDE_BLOCK} under PLS, 2,000 resamples",
            wide_seconds,
            wide_peak,
            goal="< 1 GB",
            met=wide_peak < GIGABYTE,
        ),
    )
    how = (
        "In one process, same array (clean, double precision), same number of threads. Peak memory is the process's, the array "
        f"({ROWS * ITEMS * 8 / 1e6:.0f} MB) and its making included."
    )
    width = WIDE_LATENTS * WIDE_BLOCK
    flops = 2.0 * 2000 * WIDE_ROWS * (width * (width + 1) // 2 + width)
    below = f"The {width} questions have {width * (width + 1) // 2:,} products, so their 2,000 resamples are {flops / 1e9:,.0f} billion additions and multiplications."
    return Section("Large surveys", how, rows, below)


def _form(rows: int) -> str:
    return "every respondent drawn" if rows * 50_000 <= 1e9 else "moment-Gaussian"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--measure", choices=("million", "resampled", "wide"), help="one measurement in this process, as JSON")
    asked = options.parse_args()
    if asked.measure:
        print(json.dumps({"million": million, "resampled": resampled, "wide": wide}[asked.measure]()))
    else:
        print(section(asked.rounds).markdown())


if __name__ == "__main__":
    main()
