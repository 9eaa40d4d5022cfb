import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.model import Scale
from csi.survey import Survey
from csi.survey.against import item_rest_correlation
from csi.survey.quality import quality

FIVE = Scale(1, 5)
VARIED = np.random.default_rng(3).integers(1, 6, (30, 10)).astype(float)


def survey(answers, scales=None, **more):
    values = np.asarray(answers, dtype=float)
    columns = tuple(f"Q{number + 1}" for number in range(values.shape[1]))
    return Survey(values, columns, scales or (FIVE,) * len(columns), rows=tuple(range(2, len(values) + 2)), **more)


def found(answers, key, *, identifier=None, blocks=None, **more):
    one = survey(answers, **more)
    findings = quality(one, blocks or {"A": one.columns}, identifier=identifier)
    return next((finding for finding in findings if finding.key == key), None)


def test_the_same_answer_to_everything_is_flagged_with_its_row():
    answers = VARIED.copy()
    answers[4] = 3
    assert found(answers, "straight_lines").values["rows"] == ("6",)


def test_a_straight_line_is_what_was_ticked_not_what_it_became_when_turned():
    answers = np.array([[2.0, 4, 2, 4, 2], [1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [2, 2, 2, 2, 2]])
    scales = (FIVE, Scale(1, 5, reversed=True), FIVE, Scale(1, 5, reversed=True), FIVE)
    assert found(answers, "straight_lines", scales=scales).values["rows"] == ("2",)


def test_four_equal_answers_are_no_line():
    assert found([[3, 3, 3, 3], [1, 2, 3, 4]], "straight_lines") is None


def test_many_straight_lines_are_a_warning():
    answers = VARIED.copy()
    answers[:6] = 3
    assert found(answers, "straight_lines").severity == "warning"


def test_a_respondent_who_repeats_another_is_flagged():
    answers = VARIED.copy()
    answers[20] = answers[3]
    assert found(answers, "duplicate_answers").values["rows"] == ("22",)


def test_few_equal_answers_are_a_coincidence():
    assert found([[1, 2, 3], [1, 2, 3], [3, 2, 1]], "duplicate_answers") is None


def test_an_id_that_comes_twice_is_a_warning():
    labels = {"id": ("a", "b", "a", None, None)}
    one = found(VARIED[:5], "duplicate_ids", identifier="id", labels=labels)
    assert (one.severity, one.values["rows"]) == ("warning", ("4",))


def test_holes_are_counted_and_the_worst_column_named():
    answers = VARIED.copy()
    answers[:4, 2] = np.nan
    answers[0, 5] = np.nan
    one = found(answers, "missing_answers")
    assert (one.count, one.values["column"], one.values["most"]) == (5, "Q3", 4)


def test_a_column_that_is_mostly_empty_is_a_warning():
    answers = VARIED.copy()
    answers[:20, 2] = np.nan
    assert found(answers, "mostly_missing").values["columns"] == ("Q3",)


def test_an_item_against_its_fellows_is_named_and_not_turned():
    mood = np.tile([1.0, 2, 3, 4, 5], 12)
    answers = np.column_stack([mood, mood, 6 - mood, mood])
    one = survey(answers)
    names = [finding.values["column"] for finding in quality(one, {"A": one.columns}) if finding.key == "negative_item"]
    assert (names, one.answers[0, 2]) == (["Q3"], 5)


def test_a_weak_negative_correlation_is_noise():
    assert found(np.random.default_rng(1).integers(1, 6, (30, 4)), "negative_item") is None


def test_a_latent_of_one_item_has_no_fellows():
    assert found(VARIED[:, :1], "negative_item") is None


def test_clean_answers_leave_nothing_to_say():
    one = survey(VARIED)
    assert quality(one, {"A": one.columns[:1]}) == ()


def test_the_rest_is_the_mean_of_the_other_answers_that_were_given():
    answers = np.array([[1.0, 2, np.nan], [2, 2, 4], [3, np.nan, 5], [4, 5, 5]] * 4)
    rest = np.array([2.0, 3, 5, 5] * 4)
    assert_allclose(item_rest_correlation(answers)[0], np.corrcoef(answers[:, 0], rest)[0, 1])


@pytest.mark.parametrize("answers", [VARIED[:9], np.full((20, 3), 4.0)])
def test_too_few_respondents_or_no_spread_have_no_correlation(answers):
    assert np.isnan(item_rest_correlation(answers)).all()


def test_item_rest_correlations_over_many_stretches_are_those_of_numpy():
    answers = np.random.default_rng(8).integers(1, 6, (60_000, 4)).astype(float)
    answers[:, 1] = np.clip(answers[:, 0] + answers[:, 1] - 3, 1, 5)
    answers[np.random.default_rng(9).random(answers.shape) < 0.3] = np.nan
    found = item_rest_correlation(answers)
    for item in range(4):
        rest = np.delete(answers, item, axis=1)
        pairs = ~np.isnan(answers[:, item]) & ~np.isnan(rest).all(axis=1)
        expected = np.corrcoef(answers[pairs, item], np.nanmean(rest[pairs], axis=1))[0, 1]
        assert_allclose(found[item], expected, rtol=1e-10)
