"""A population whose truth is known: an ECSI-like path model, answers 1 to 10, what was expected beside what was experienced."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.numerics.generate import Question, answers, latent_scores
from csi.numerics.moments import Sums
from csi.study import Study
from csi.survey import Survey

Array = NDArray[np.float64]

ITEMS = {"Image": 4, "Expectation": 3, "Quality": 5, "Value": 3, "Satisfaction": 3, "Loyalty": 3}
PAIRED = ("Quality", "Value")
PATHS = {
    ("Image", "Expectation"): 0.50,
    ("Image", "Satisfaction"): 0.15,
    ("Image", "Loyalty"): 0.20,
    ("Expectation", "Quality"): 0.55,
    ("Expectation", "Value"): 0.10,
    ("Expectation", "Satisfaction"): 0.05,
    ("Quality", "Value"): 0.55,
    ("Quality", "Satisfaction"): 0.50,
    ("Value", "Satisfaction"): 0.20,
    ("Satisfaction", "Loyalty"): 0.55,
}
SCALE = Scale(1, 10)
CHUNK = 250_000  # people drawn at a time


def model() -> Model:
    """The model that is estimated, which is the one the answers come from."""
    latents = tuple(Latent(name, indicators=tuple(_indicator(name, j) for j in range(count))) for name, count in ITEMS.items())
    return Model(latents, inner=InnerModel(tuple(PATHS)), target="Satisfaction", scale=SCALE, name="known population")


def _indicator(latent: str, number: int) -> Indicator:
    column = f"{latent}{number + 1}"
    return Indicator(column, column, expectation=f"expected {column}" if latent in PAIRED else None)


def questions() -> dict[str, Question]:
    """How the answers to each column come about: loadings .65 to .85, means 6.6 to 8.2, deviations 1.5 to 2.1."""
    names = list(ITEMS)
    found = {}
    for k, (name, count) in enumerate(ITEMS.items()):
        for j in range(count):
            found[f"{name}{j + 1}"] = Question(k, 0.85 - 0.05 * j, 7.4 - 0.2 * (j % 3) + 0.1 * (k % 3), 1.5 + 0.15 * j)
    for name in PAIRED:
        for j in range(ITEMS[name]):
            found[f"expected {name}{j + 1}"] = Question(names.index("Expectation"), 0.65, 7.0 + 0.3 * j, 1.6)
    return found


def draw(rng: np.random.Generator, n: int) -> Array:
    """(n, columns) answers of n people."""
    names = list(ITEMS)
    paths = np.zeros((len(names), len(names)))
    for (source, target), value in PATHS.items():
        paths[names.index(source), names.index(target)] = value
    return answers(rng, latent_scores(rng, n, paths), list(questions().values()))


def survey(values: Array) -> Survey:
    """The answers as a survey."""
    columns = tuple(questions())
    return Survey(values, columns, (SCALE,) * len(columns))


def truth(weights: str, people: int, seed: int) -> Study:
    """A study whose point estimate is that of the whole (discretised) population.

    Its sums are those of `people` people drawn in chunks, so that all its figures are what the program's own
    arithmetic makes of everybody.
    """
    study = Study(survey(draw(np.random.default_rng(seed), 1000)), model(), weights=weights, resamples=0)
    study.__dict__["sums"] = _sums(study, people, np.random.default_rng(seed))
    return study


def _sums(study: Study, people: int, rng: np.random.Generator) -> Sums:
    columns = list(questions())
    by_use = {leaf.name: leaf for _, leaf in study.model.indicators}
    order = [0] * len(study.arrangement.scales)
    for (use, name), place in study.arrangement.at.items():
        leaf = by_use[name]
        order[place] = columns.index(str(leaf.expectation) if use == "expectation" else leaf.column)
    m = len(study.arrangement.items)
    total, gram = np.zeros(len(order)), np.zeros((m, m))
    for _ in range(people // CHUNK):
        rows = draw(rng, CHUNK)[:, order]
        total += rows.sum(axis=0)
        gram += rows[:, :m].T @ rows[:, :m]
    weight = np.full((len(order), 1), float(people // CHUNK * CHUNK))
    return Sums(weight, total[:, None], np.zeros(len(order)), gram[np.triu_indices(m)][:, None])
