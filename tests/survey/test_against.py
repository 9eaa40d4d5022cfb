import numpy as np

from csi.model import Scale
from csi.survey import Survey
from csi.survey.against import items_against

RNG = np.random.default_rng(5)
MOOD = RNG.integers(1, 6, 200).astype(float)


def survey(*signs, noise=1):
    shaken = [np.clip(MOOD + RNG.integers(-noise, noise + 1, 200), 1, 5) for _ in signs]
    answers = np.column_stack([column if sign > 0 else 6 - column for column, sign in zip(shaken, signs, strict=True)])
    return Survey(answers, tuple(f"Q{number}" for number in range(1, len(signs) + 1)), (Scale(1, 5),) * len(signs))


def found(one):
    return list(items_against(one, {"A": one.columns}))


def test_one_reversed_item_is_named_with_its_correlation_and_the_line_to_add():
    one = found(survey(1, 1, -1, 1))
    assert [finding.values["column"] for finding in one] == ["Q3"]
    assert one[0].values["correlation"] < -0.6
    assert one[0].values["line"] == '- {name: "Q3", column: "Q3", reversed: true}'


def test_many_reversed_items_do_not_hide_each_other():
    assert [finding.values["column"] for finding in found(survey(1, -1, 1, -1, 1, -1, 1))] == ["Q2", "Q4", "Q6"]


def test_in_a_block_of_two_halves_only_one_is_named_and_the_other_mentioned():
    one = found(survey(1, -1, 1, -1))
    assert len(one) == 2
    assert "the other half" in one[0].text.en


def test_of_two_halves_the_better_answered_is_the_rule():
    high = np.clip(MOOD + 1, 1, 5)
    for columns, names in (([high, high, 5 - MOOD, 5 - MOOD], ["c", "d"]), ([5 - MOOD, 5 - MOOD, high, high], ["a", "b"])):
        one = Survey(np.column_stack(columns), ("a", "b", "c", "d"), (Scale(0, 5),) * 4)
        assert [finding.values["column"] for finding in found(one)] == names


def test_the_fewer_are_the_reversed_ones():
    assert [finding.values["column"] for finding in found(survey(-1, -1, -1, 1))] == ["Q4"]


def test_items_that_go_together_leave_nothing_to_say():
    assert found(survey(1, 1, 1)) == []


def test_a_correlation_within_the_noise_of_few_respondents_is_none():
    few = survey(1, -1, 1)
    assert found(Survey(few.answers[:9], few.columns, few.scales)) == []


def test_nothing_is_turned():
    one = survey(1, 1, -1)
    before = one.answers.copy()
    found(one)
    assert np.array_equal(one.answers, before)


def test_holes_and_columns_without_spread_are_no_obstacle():
    answers = np.array(survey(1, 1, -1, 1).answers)
    answers[::3, 0] = np.nan
    answers[:, 3] = 4
    one = Survey(answers, ("a", "b", "c", "d"), (Scale(1, 5),) * 4)
    assert [finding.values["column"] for finding in found(one)] == ["c"]
