"""Interactions from sums against the same products of respondents' scores."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.model import Indicator, InnerModel, Latent, Model, Scale
from csi.numerics.generate import Question, answers
from csi.study import Study
from csi.survey import Survey

from ..reference import PATHS
from ..surveys import ecsi_model, ecsi_survey, survey_of

MODERATED = InnerModel((*PATHS, ("Image * Expectation", "Satisfaction")))


def study(survey: Survey | None = None, **options: object) -> Study:
    model = ecsi_model(inner=MODERATED)
    return Study(survey or ecsi_survey(), model, **{"resamples": 0, **options}).measured  # type: ignore[arg-type]


def scores(fitted: Study, weights: np.ndarray | None = None) -> np.ndarray:
    """(n, 7) standardised scores of the latents."""
    m = len(fitted.arrangement.items)
    x = fitted.arrangement.values[:, :m]
    v = np.ones(len(x)) if weights is None else weights
    mean = np.average(x, axis=0, weights=v)
    z = (x - mean) / np.sqrt(np.average((x - mean) ** 2, axis=0, weights=v))
    w = fitted.point["outer_weights"][:, 0]
    return np.column_stack([z[:, block] @ w[block] for block in fitted.arrangement.blocks()])


def regressed(y: np.ndarray, causes: list[np.ndarray], weights: np.ndarray | None = None) -> np.ndarray:
    """Standardised coefficients by least squares."""
    v = np.sqrt(np.ones(len(y)) if weights is None else weights)
    columns = [np.ones(len(y)), *causes]
    return np.linalg.lstsq(np.column_stack(columns) * v[:, None], y * v, rcond=None)[0][1:]


def test_the_interaction_equals_a_regression_on_products_of_scores():
    fitted = study()
    s = scores(fitted)
    product = s[:, 0] * s[:, 1]
    product = (product - product.mean()) / product.std()
    found = fitted.point["path_coefficients"][[0, 1, 2, 3, 7], 4, 0]
    assert_allclose(found, regressed(s[:, 4], [s[:, 0], s[:, 1], s[:, 2], s[:, 3], product]), atol=1e-10)


def test_case_weights_enter_the_product_too():
    rng = np.random.default_rng(3)
    v = rng.uniform(0.5, 3, 250)
    survey = dataclasses.replace(ecsi_survey(), numbers={"w": v})
    model = ecsi_model(inner=MODERATED).with_respondents(case_weight="w")
    fitted = Study(survey, model, resamples=0).measured
    s = scores(fitted, v)
    product = s[:, 0] * s[:, 1]
    mean = np.average(product, weights=v)
    product = (product - mean) / np.sqrt(np.average((product - mean) ** 2, weights=v))
    expected = regressed(s[:, 4], [s[:, 0], s[:, 1], s[:, 2], s[:, 3], product], v)
    assert_allclose(fitted.point["path_coefficients"][[0, 1, 2, 3, 7], 4, 0], expected, atol=1e-10)


def test_the_path_of_a_factor_is_its_slope_where_the_other_is_at_its_mean():
    fitted = study()
    s = scores(fitted)
    raw = regressed(s[:, 4], [s[:, 0], s[:, 1], s[:, 2], s[:, 3], s[:, 0] * s[:, 1]])
    found = fitted.point
    assert_allclose(found["path_coefficients"][7, 4, 0] / found["interaction_deviations"][0, 0], raw[4], atol=1e-10)


@pytest.fixture(scope="module")
def planted() -> Study:
    """4,000 respondents; the outcome is .4 A + .3 M + .25 A M + noise, measured with little error."""
    rng = np.random.default_rng(11)
    a, m = rng.standard_normal((2, 4000))
    y = 0.4 * a + 0.3 * m + 0.25 * a * m + 0.6 * rng.standard_normal(4000)
    latents = np.column_stack([a, m, y / y.std()])
    questions = [Question(k, 0.95, 50, 12, 0, 100) for k in (0, 0, 0, 1, 1, 1, 2, 2, 2)]
    columns = [f"{name}{j}" for name in "AMY" for j in (1, 2, 3)]
    blocks = tuple(Latent(name, indicators=tuple(Indicator(c, c) for c in columns if c[0] == name)) for name in "AMY")
    model = Model(blocks, InnerModel((("A", "Y"), ("M", "Y"), ("A * M", "Y"))), "Y", scale=Scale(0, 100))
    return Study(survey_of(answers(rng, latents, questions), columns, Scale(0, 100)), model, resamples=300).measured


def test_a_planted_interaction_is_found_where_it_was_planted(planted):
    truth = 0.25 / np.sqrt(0.4**2 + 0.3**2 + 0.25**2 + 0.6**2)
    assert_allclose(planted.point["path_coefficients"][3, 2, 0], truth, atol=0.03)


def test_resamples_of_an_interaction_spread_as_its_regression_does(planted):
    s = planted.replicates.figures["path_coefficients"][3, 2].std()
    residual = np.sqrt(1 - planted.point["r_squared"][2, 0])
    assert_allclose(s, residual / np.sqrt(4000), rtol=0.35)


def test_a_model_without_interactions_forms_no_products():
    assert Study(ecsi_survey(), ecsi_model(), resamples=0).arrangement.multiplied == 24
