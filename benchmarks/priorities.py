"""Every analysis of expectations and priorities on one survey of 1,000 respondents and 30 questions, intervals included.

python -m benchmarks.priorities [--rounds 5]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from csi.analyses import load
from csi.model import Feature, Indicator, InnerModel, Latent, Model, Scale
from csi.numerics.generate import Question, answers, latent_scores
from csi.reading import open_survey
from csi.study import Study
from csi.survey import Survey

from . import drivers
from .measure import Runs, run
from .page import Row, Section

ROWS, LATENTS, BLOCK, RESAMPLES = 1000, 6, 5, 2000
SCALE = Scale(1, 10)
OPTIONS: Mapping[str, Mapping[str, object]] = {"simulate": {"raise_": {"L0": 5.0}}}
ROOMS = ("gap", "expectations", "ipa", "drivers", "kano", "asymmetry", "simulate")


def survey() -> tuple[Survey, Model]:
    """30 questions in a chain of latents, each also asked as expected, as important and as what would be given up; ten features."""
    rng = np.random.default_rng(1)
    paths = np.triu(np.full((LATENTS, LATENTS), 0.3), 1) * (np.triu(np.ones((LATENTS, LATENTS)), 3) == 0)
    questions = [Question(latent, 0.8, 7.0, 1.9) for latent in range(LATENTS) for _ in range(BLOCK)]
    had = answers(rng, latent_scores(rng, ROWS, paths), questions)
    expected = np.clip(np.rint(had * 0.4 + 4.8 + rng.normal(0, 1.2, had.shape)), 1, 10)
    important = np.clip(np.rint(7 + rng.normal(0, 1.5, had.shape)), 1, 10)
    given_up = (rng.random(had.shape) < np.linspace(0.05, 0.8, had.shape[1])).astype(float)
    pairs = rng.integers(1, 6, (ROWS, 20)).astype(float)
    names = [f"Q{j}" for j in range(had.shape[1])]
    columns = (
        *names,
        *(f"E{n}" for n in names),
        *(f"W{n}" for n in names),
        *(f"G{n}" for n in names),
        *(f"K{j}" for j in range(20)),
    )
    leaves = [Indicator(n, n, expectation=f"E{n}", importance=f"W{n}", give_up=f"G{n}") for n in names]
    latents = tuple(Latent(f"L{k}", indicators=tuple(leaves[k * BLOCK : (k + 1) * BLOCK])) for k in range(LATENTS))
    arrows = tuple((f"L{s}", f"L{t}") for s, t in np.argwhere(paths))
    features = tuple(Feature(f"F{j}", f"K{2 * j}", f"K{2 * j + 1}") for j in range(10))
    model = Model(latents, inner=InnerModel(arrows), target=f"L{LATENTS - 1}", scale=SCALE, features=features)
    from pandas import DataFrame

    frame = DataFrame(np.hstack([had, expected, important, given_up, pairs]).astype(int), columns=columns)
    return open_survey(frame, model)


def measured() -> dict[str, float]:
    """Seconds of each analysis, a study of its own each, in this process; the second of two, for the first loads libraries."""
    answered, model = survey()
    found = {}
    for name in ROOMS:
        for _ in range(2):
            study = Study(answered, replace(model), resamples=RESAMPLES)
            start = time.perf_counter()
            load(name)(study, **OPTIONS.get(name, {}))
            found[name] = time.perf_counter() - start
    return found


def section(rounds: int = 5) -> Section:
    """All rooms in one process, `rounds` processes; then the drivers."""
    runs = Runs(tuple(run([sys.executable, "-m", "benchmarks.priorities", "--measure"]) for _ in range(rounds)))
    rows = []
    for name in ROOMS:
        seconds = sorted(runs.printed(name))[rounds // 2]
        rows.append(
            Row(f"`{name}`, {ROWS:,} × {LATENTS * BLOCK}, {RESAMPLES:,} resamples", seconds, None, "", "≤ 1 s", seconds <= 1)
        )
    key = drivers.section(min(rounds, 3))
    how = (
        f"{ROWS:,} respondents, {LATENTS * BLOCK} questions under a path model, each also asked as expected, as important and as what would be "
        f"given up; ten Kano features. From the answers in memory to the tables: the fit, {RESAMPLES:,} resamples and all intervals. "
        f"Key drivers: {key.how[0].lower()}{key.how[1:]}"
    )
    return Section("Expectations and priorities", how, (*rows, *key.rows))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--measure", action="store_true", help="once in this process, as JSON")
    asked = options.parse_args()
    print(json.dumps(measured()) if asked.measure else section(asked.rounds).markdown())


if __name__ == "__main__":
    main()
