"""Answers as small whole numbers: equal where the answers are equal."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from csi.survey.lines import longest_runs, straight_lines
from csi.survey.steps import HOLE, steps_of

ANSWERS = st.sampled_from([1.0, 2.0, 3.0, 5.0, np.nan])


@given(arrays(np.float64, (7, 3), elements=st.one_of(ANSWERS, st.sampled_from([0.5, -3.0, 40_000.0]))))
def test_answers_share_a_step_exactly_when_they_are_equal(answers):
    steps = steps_of(answers)
    told = ~np.isnan(answers)
    np.testing.assert_array_equal(steps == HOLE, ~told)
    np.testing.assert_array_equal(steps[told][:, None] == steps[told], answers[told][:, None] == answers[told])


@pytest.mark.parametrize(("highest", "width"), [(5, np.int8), (100, np.int8), (1000, np.int16)])
def test_steps_are_no_wider_than_they_need_be(highest: int, width: type):
    assert steps_of(np.array([[1.0, highest]])).dtype == width


def test_nobody_answered_is_all_holes():
    assert (steps_of(np.full((3, 2), np.nan)) == HOLE).all()


@given(arrays(np.float64, (6, 7), elements=ANSWERS))
def test_lines_and_runs_are_those_of_going_through_each_respondent(answers):
    given_answers = [[answer for answer in row if not np.isnan(answer)] for row in answers]
    straight = [len(row) >= 5 and len(set(row)) == 1 for row in given_answers]
    complete = [len(row) == 7 and len(set(row)) == 1 for row in given_answers]
    assert straight_lines(steps_of(answers)).tolist() == straight
    assert straight_lines(steps_of(answers), complete=True).tolist() == complete
    assert longest_runs(steps_of(answers)).tolist() == [_longest(row) for row in answers]


def _longest(row):
    return max(
        (
            end - begun
            for begun in range(8)
            for end in range(begun, 8)
            if len(set(row[begun:end])) == 1 and not np.isnan(row[begun])
        ),
        default=0,
    )
