"""The study as the structural rooms want it."""

from __future__ import annotations

import dataclasses
import gc
import weakref

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.analyses import load
from csi.model import InnerModel
from csi.study import Study

from ..reference import ITEMS, PATHS
from ..surveys import ecsi_model, ecsi_survey, flat_model, survey_of


def test_blocks_leave_interactions_out():
    model = ecsi_model(inner=InnerModel((*PATHS, ("Image * Expectation", "Satisfaction"))))
    fitted = Study(ecsi_survey(), model, resamples=0).measured
    assert fitted.point["block_correlations"].shape == (7, 7, 1)
    assert fitted.point["latent_correlations"].shape == (8, 8, 1)


def test_a_model_without_paths_is_measured_by_first_principal_components():
    fitted = Study(ecsi_survey(), flat_model(ITEMS[:5]), resamples=0).measured
    values, vectors = np.linalg.eigh(np.corrcoef(ecsi_survey().answers[:, :5].T))
    assert fitted.weighting == "component"
    assert_allclose(fitted.point["loadings"][:, 0], np.abs(vectors[:, -1]) * np.sqrt(values[-1]), atol=1e-8)


def test_the_component_weights_are_a_weighting_of_their_own():
    study = Study(ecsi_survey(), ecsi_model(), weights="component", resamples=0)
    assert not study.point["path_coefficients"].any()
    assert study.measured.weighting == "component"


def test_negative_weights_stop_the_index_and_not_the_structure():
    answers = np.array(ecsi_survey().answers)
    answers[:, 17] = 11 - answers[:, 17]
    fitted = Study(survey_of(answers, ITEMS), ecsi_model(), resamples=0).measured
    assert fitted.negative_items() == {"Satisfaction": ["CUSA1"]}


def test_resamples_of_the_criteria_are_those_of_the_index():
    study = Study(ecsi_survey(), ecsi_model(), resamples=50)
    assert study.replicates is not None
    assert study.measured.replicates is not None
    assert_allclose(study.measured.replicates.figures["index"], study.replicates.figures["index"], atol=1e-9)


def test_independent_respondents_of_some_columns_are_those_who_answered_them_all():
    answers = np.array(ecsi_survey().answers)
    answers[:200, 0] = np.nan
    weights = np.ones(250)
    weights[200:225] = 3
    survey = dataclasses.replace(survey_of(answers, ITEMS), numbers={"w": weights})
    study = Study(survey, ecsi_model().with_respondents(case_weight="w"), resamples=0)
    assert study.independent(slice(0, 2)) == pytest.approx((25 * 3 + 25) ** 2 / (25 * 9 + 25))


def test_item_correlations_are_definite_where_pairs_contradict_each_other():
    rng = np.random.default_rng(1)
    answers = np.where(rng.random((60, 24)) < 0.5, np.nan, np.clip(np.rint(ecsi_survey().answers[:60]), 1, 10))
    fitted = Study(survey_of(answers, ITEMS), ecsi_model(), weights="component", resamples=0).measured
    assert np.linalg.eigvalsh(fitted.sums.correlations()[:, :, 0])[0] < 0 < np.linalg.eigvalsh(fitted.item_correlations)[0]


def test_a_study_that_nobody_needs_any_more_is_gone_at_once():
    study = Study(ecsi_survey(), ecsi_model(), resamples=20)
    load("pls")(study, folds=0)
    load("reliability")(study)
    closer = weakref.ref(study.measured)
    gc.disable()
    try:
        del study
        assert closer() is None
    finally:
        gc.enable()
