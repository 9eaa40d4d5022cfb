"""Latents on latents: the two stages and the repeated indicators against the same steps on respondents' scores."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.numerics import pls
from csi.numerics.design import PlsDesign
from csi.numerics.generate import latent_scores
from csi.numerics.higher_order import Layers, repeated, two_stage

# Latents: cause (3 items), quality (parts of 3 and 4 items), outcome (3 items); cause -> quality -> outcome.
PATHS = np.array([[0, 1, 0], [0, 0, 1], [0, 0, 0]], dtype=bool)
BLOCK_PATHS = np.array([[0, 1, 1, 0], [0, 0, 0, 1], [0, 0, 0, 1], [0, 0, 0, 0]], dtype=bool)
STARTS, LATENT_STARTS, ITEMS = (0, 3, 6, 10), (0, 3, 10), 13


def layers(mode_b: bool = False) -> Layers:
    blocks = PlsDesign(STARTS, ITEMS, BLOCK_PATHS, (False,) * 4)
    return Layers(blocks, PlsDesign(LATENT_STARTS, ITEMS, PATHS, (False, mode_b, False)), ((0,), (1, 2), (3,)))


def rows(n: int = 400) -> np.ndarray:
    """(n, 13) standardised answers of a cause, two aspects of one quality, and an outcome."""
    rng = np.random.default_rng(5)
    scores = latent_scores(rng, n, np.array([[0, 0.6, 0], [0, 0, 0.7], [0, 0, 0]]))
    aspects = 0.85 * scores[:, [1, 1]] + 0.5 * rng.standard_normal((n, 2))
    drawn = np.column_stack(
        [scores[:, [0]].repeat(3, 1), aspects[:, [0]].repeat(3, 1), aspects[:, [1]].repeat(4, 1), scores[:, [2]].repeat(3, 1)]
    )
    x = drawn + 0.7 * rng.standard_normal(drawn.shape)
    return (x - x.mean(axis=0)) / x.std(axis=0)


def correlations(x: np.ndarray) -> np.ndarray:
    return np.corrcoef(x.T)[:, :, None]


def standardised(x: np.ndarray) -> np.ndarray:
    return (x - x.mean(axis=0)) / x.std(axis=0)


def by_scores(x: np.ndarray, mode_b: bool) -> pls.PlsFit:
    """The second stage on columns of scores, as a person would do it with two programs."""
    first = pls.fit(correlations(x), layers().blocks, tolerance=1e-12)
    w = first.outer_weights[:, 0]
    parts = np.column_stack([x[:, 3:6] @ w[3:6], x[:, 6:10] @ w[6:10]])
    table = np.column_stack([x[:, :3], standardised(parts), x[:, 10:]])
    return pls.fit(correlations(table), PlsDesign((0, 3, 5), 8, PATHS, (False, mode_b, False)), tolerance=1e-12)


@pytest.mark.parametrize("mode_b", [False, True])
def test_two_stages_on_correlations_equal_two_stages_on_scores(mode_b):
    x = rows()
    found = two_stage(correlations(x), layers(mode_b), start=None, tolerance=1e-12)
    second = by_scores(x, mode_b)
    assert_allclose(found.figures["path_coefficients"], second.path_coefficients, atol=1e-10)
    assert_allclose(found.figures["part_weights"][1:3, 0], second.outer_weights[3:5, 0], atol=1e-10)
    assert_allclose(found.figures["part_loadings"][1:3, 0], second.loadings[3:5, 0], atol=1e-10)


def test_weights_of_items_make_the_higher_latent_with_variance_one():
    x = rows()
    found = two_stage(correlations(x), layers(), start=None, tolerance=1e-12)
    scores = x[:, 3:10] @ found.figures["outer_weights"][3:10, 0]
    assert_allclose(scores.std(), 1, atol=1e-10)
    assert_allclose(found.figures["loadings"][3:10, 0], [np.corrcoef(scores, x[:, j])[0, 1] for j in range(3, 10)], atol=1e-10)


def test_block_loadings_are_correlations_with_the_parts():
    x = rows()
    found = two_stage(correlations(x), layers(), start=None, tolerance=1e-12)
    part = x[:, 3:6] @ found.figures["block_weights"][3:6, 0]
    assert_allclose(found.figures["block_loadings"][3:6, 0], [np.corrcoef(part, x[:, j])[0, 1] for j in range(3, 6)], atol=1e-10)


def test_repeated_indicators_are_a_path_model_with_the_items_written_twice():
    x = rows()
    found = repeated(correlations(x), layers(), start=None, tolerance=1e-12)
    paths = np.zeros((5, 5), dtype=bool)
    paths[0, 4] = paths[4, 3] = paths[4, 1] = paths[4, 2] = True
    design = PlsDesign((0, 3, 6, 10, 13), 20, paths, (False,) * 5)
    written = pls.fit(correlations(np.column_stack([x, x[:, 3:10]])), design, tolerance=1e-12)
    assert_allclose(found.figures["outer_weights"][3:10, 0], written.outer_weights[13:, 0], atol=1e-10)
    assert_allclose(found.figures["latent_correlations"][0, 1, 0], written.correlations[0, 4, 0], atol=1e-10)


def test_parts_do_not_crowd_out_the_cause_of_a_formative_latent():
    found = repeated(correlations(rows()), layers(mode_b=True), start=None, tolerance=1e-10)
    r = found.figures["latent_correlations"][0, 1, 0]
    assert_allclose(found.figures["path_coefficients"][0, 1, 0], r)
    assert r > 0.3


@pytest.mark.parametrize("way", [two_stage, repeated])
def test_a_batch_holds_the_same_figures_as_its_members(way):
    one, other = correlations(rows()), correlations(rows(120))
    together = way(np.concatenate([one, other], axis=2), layers(), start=None, tolerance=1e-12)
    alone = way(other, layers(), start=None, tolerance=1e-12)
    for key, values in alone.figures.items():
        assert_allclose(together.figures[key][..., 1], values[..., 0], atol=1e-9, err_msg=key)


@pytest.mark.parametrize("way", [two_stage, repeated])
def test_starting_from_the_solution_stays_there(way):
    r = correlations(rows())
    found = way(r, layers(), start=None, tolerance=1e-12)
    begin = (found.figures["block_weights"][:, 0], found.figures["outer_weights"][:, 0], found.figures["part_weights"][:, 0])
    again = way(r, layers(), start=begin, tolerance=1e-7)
    assert_allclose(again.figures["outer_weights"], found.figures["outer_weights"], atol=1e-6)


def test_a_replicate_without_spread_is_not_settled():
    r = np.concatenate([correlations(rows()), np.full((ITEMS, ITEMS, 1), np.nan)], axis=2)
    assert two_stage(r, layers(), start=None, tolerance=1e-9).settled.tolist() == [True, False]
