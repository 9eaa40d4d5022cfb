import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from csi.numerics.folds import fold_of_units, places, training_sums
from csi.numerics.moments import point_sums
from csi.numerics.pls import fit
from csi.numerics.predict import errors
from csi.numerics.predict_maps import Frame, Trained
from csi.numerics.sample import Sample

from ..reference import ITEMS, peer, reference
from .test_pls import design

RNG = np.random.default_rng(3)
LATENT = RNG.standard_normal((60, 1))
ANSWERS = np.clip(np.rint(5.5 + 2 * (LATENT + RNG.normal(0, 0.8, (60, 5)))), 1, 10)
WEIGHTS = RNG.uniform(0.5, 2, 60)
OWNER = np.array([0, 0, 1, 1, 1])
PATHS = np.array([[False, True], [False, False]])


def trained(r: np.ndarray) -> Trained:
    from csi.numerics.design import PlsDesign

    found = fit(r, PlsDesign((0, 2), 5, PATHS, (False, False)), tolerance=1e-12)
    return Trained(found.outer_weights, found.loadings, found.path_coefficients, found.settled)


def ecsi_trained(r: np.ndarray) -> Trained:
    found = fit(r, design(), tolerance=1e-12)
    return Trained(found.outer_weights, found.loadings, found.path_coefficients, found.settled)


def ecsi() -> np.ndarray:
    answers = np.genfromtxt(reference("surveys/ecsi-mobile.csv"), delimiter=",", names=True)
    return np.column_stack([answers[item] for item in ITEMS])


@pytest.mark.parametrize(("technique", "earliest"), [("DA", False), ("EA", True)])
def test_leave_one_out_errors_of_model_and_linear_model_equal_seminr_to_1e_9(technique, earliest):
    theirs = peer("mobi__modeA_path__seminr")[f"plspredict_loocv_{technique}"]
    frame = Frame(design().owner, design().paths, earliest)
    found = errors(Sample(ecsi(), 24), frame, ecsi_trained, folds=250, repeats=1, seed=1)
    names = [ITEMS[j] for j in frame.items]
    wanted = {
        (side, kind): [theirs[side][kind][name] for name in names]
        for side in ("PLS_out_of_sample", "LM_out_of_sample")
        for kind in ("RMSE", "MAE")
    }
    assert_allclose(np.sqrt(found.squared.mean(axis=0)), wanted["PLS_out_of_sample", "RMSE"], atol=1e-9)
    assert_allclose(found.absolute, wanted["PLS_out_of_sample", "MAE"], atol=1e-9)
    assert_allclose(np.sqrt(found.lm_squared), wanted["LM_out_of_sample", "RMSE"], atol=1e-9)
    assert_allclose(found.lm_absolute, wanted["LM_out_of_sample", "MAE"], atol=1e-9)
    q_squared = 1 - found.squared.sum(axis=0) / found.naive_squared.sum(axis=0)
    assert_allclose(q_squared, [theirs["Q2_predict_computed"][name] for name in names], atol=1e-9)


def row_by_row(weights: np.ndarray | None, folds: int, seed: int) -> dict[str, np.ndarray]:
    """The same cross-validation the long way: each fold's model fitted on the other rows, with case weights."""
    v = np.ones(60) if weights is None else weights
    assigned = fold_of_units(60, folds, 1, seed)[0]
    out = {key: np.empty((60, 3)) for key in ("model", "mean", "linear")}
    for fold in range(folds):
        inside, outside = assigned == fold, assigned != fold
        w = v[outside] / v[outside].sum()
        mean = w @ ANSWERS[outside]
        deviation = np.sqrt(w @ (ANSWERS[outside] - mean) ** 2)
        z, new = (ANSWERS[outside] - mean) / deviation, (ANSWERS[inside] - mean) / deviation
        model = trained((z.T @ (z * w[:, None]))[:, :, None])
        score = new[:, :2] @ model.outer_weights[:2, 0]
        predicted = np.outer(score * model.path_coefficients[0, 1, 0], model.loadings[2:, 0]) * deviation[2:] + mean[2:]
        root = np.sqrt(w)[:, None]
        beta = np.linalg.lstsq(
            root * np.column_stack([np.ones(outside.sum()), ANSWERS[outside, :2]]), root * ANSWERS[outside, 2:], rcond=None
        )[0]
        linear = np.column_stack([np.ones(inside.sum()), ANSWERS[inside, :2]]) @ beta
        for key, guess in (("model", predicted), ("mean", mean[2:]), ("linear", linear)):
            out[key][inside] = ANSWERS[inside, 2:] - guess
    return out


@pytest.mark.parametrize("weights", [None, WEIGHTS])
def test_errors_equal_those_of_models_fitted_fold_by_fold(weights):
    found = errors(Sample(ANSWERS, 5, weights), Frame(OWNER, PATHS), trained, folds=7, repeats=1, seed=4)
    wanted = row_by_row(weights, 7, 4)
    share = np.full(60, 1 / 60) if weights is None else weights / weights.sum()
    assert_allclose(found.squared, wanted["model"] ** 2, rtol=1e-9, atol=1e-12)
    assert_allclose(found.naive_squared, wanted["mean"] ** 2, rtol=1e-9, atol=1e-12)
    assert_allclose(found.absolute, share @ np.abs(wanted["model"]), rtol=1e-9)
    assert_allclose(found.lm_squared, share @ wanted["linear"] ** 2, rtol=1e-9)
    assert_allclose(found.lm_absolute, share @ np.abs(wanted["linear"]), rtol=1e-9)


def test_repeats_are_averaged_not_added():
    once, thrice = (errors(Sample(ANSWERS, 5), Frame(OWNER, PATHS), trained, folds=60, repeats=r, seed=9) for r in (1, 3))
    assert thrice.repeats == 3
    assert_allclose(thrice.squared, once.squared, rtol=1e-12)
    assert_allclose(thrice.lm_absolute, once.lm_absolute, rtol=1e-12)


def test_rows_predicted_in_pieces_have_the_same_errors(monkeypatch):
    whole = errors(Sample(ANSWERS, 5), Frame(OWNER, PATHS), trained, folds=4, repeats=2, seed=2)
    monkeypatch.setattr("csi.numerics.predict.CHUNK", 8)
    pieces = errors(Sample(ANSWERS, 5), Frame(OWNER, PATHS), trained, folds=4, repeats=2, seed=2)
    assert_allclose(pieces.squared, whole.squared, rtol=1e-12)
    assert_allclose(pieces.lm_absolute, whole.lm_absolute, rtol=1e-12)


def test_a_linear_model_on_twin_items_has_no_answer_and_the_path_model_has():
    twins = ANSWERS.copy()
    twins[:, 1] = twins[:, 0]
    found = errors(Sample(twins, 5), Frame(OWNER, PATHS), trained, folds=5, repeats=1, seed=1)
    assert np.isnan(found.lm_squared).all()
    assert np.isfinite(found.squared).all()


def test_a_fold_that_leaves_an_item_without_spread_cannot_be_used():
    rare = ANSWERS.copy()
    rare[:, 3] = 7
    rare[0, 3] = 8
    found = errors(Sample(rare, 5), Frame(OWNER, PATHS), trained, folds=5, repeats=2, seed=1)
    assert found.repeats == 0
    assert np.isnan(found.squared).all()


def test_folds_differ_in_size_by_one_at_most_and_change_with_the_repeat():
    assigned = fold_of_units(23, 5, 3, 1)
    assert [sorted(np.bincount(row).tolist()) for row in assigned] == [[4, 4, 5, 5, 5]] * 3
    assert (assigned[0] != assigned[1]).any()


def test_leaving_one_out_has_no_chance_in_it():
    assert_array_equal(fold_of_units(6, 6, 2, 5), [np.arange(6)] * 2)


@pytest.mark.parametrize("units", [None, np.repeat(np.arange(12), 5)])
def test_training_sums_are_those_of_the_rows_outside_the_fold(units):
    sample = Sample(ANSWERS, 5, WEIGHTS, units)
    assigned = fold_of_units(sample.unit_count, 3, 2, 8)
    sums = training_sums(sample, assigned, 3)
    by_row = assigned if units is None else assigned[:, units]
    outside = by_row[1] != 2  # the last of the six batches
    direct = point_sums(ANSWERS[outside], WEIGHTS[outside], 5)
    assert_allclose(sums.means[:, 5], direct.means[:, 0], rtol=1e-12)
    assert_allclose(sums.correlations()[:, :, 5], direct.correlations()[:, :, 0], atol=1e-12)


def test_places_list_the_rows_of_each_fold():
    assert_array_equal(places(np.array([1, 0, 1, 2, 1]), 3), [[1, -1, -1], [0, 2, 4], [3, -1, -1]])
