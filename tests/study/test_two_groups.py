"""Two groups of respondents compared by a mean."""

import numpy as np
import pytest
from scipy import stats

from csi.model import Respondents
from csi.study import Study
from csi.study.two_groups import contrast

from ..surveys import flat_model, survey_of

RNG = np.random.default_rng(8)
VALUES = RNG.normal(size=120) * 10
GROUP = np.where(np.arange(120) < 40, 1.0, 0.0)
VALUES[:40] = VALUES[:40] * 2 + 5


def study_of(labels=None, numbers=None, **roles):
    survey = survey_of(np.full((120, 1), 5.0) + np.arange(120)[:, None] % 3, ["A"], labels=labels or {}, numbers=numbers or {})
    return Study(survey, flat_model(["A"], respondents=Respondents(**roles)), resamples=0)


def test_without_a_design_it_is_the_test_of_welch():
    found = contrast(study_of(), VALUES, GROUP).test
    peer = stats.ttest_ind(VALUES[:40], VALUES[40:], equal_var=False)
    assert (found.t, found.p) == pytest.approx((peer.statistic, peer.pvalue))


def test_equal_case_weights_change_the_figure_by_nothing_and_its_error_little():
    plain = contrast(study_of(), VALUES, GROUP).test
    weighed = contrast(study_of(numbers={"w": np.full(120, 2.0)}, case_weight="w"), VALUES, GROUP).test
    assert weighed.value == pytest.approx(plain.value)
    assert weighed.error == pytest.approx(plain.error, rel=0.02)


def test_twins_in_clusters_count_once():
    pairs = tuple(str(i // 2) for i in range(120))
    twins = np.repeat(VALUES[::2], 2)
    single = contrast(study_of(), twins, GROUP).test
    clustered = contrast(study_of(labels={"c": pairs}, cluster="c"), twins, GROUP).test
    assert clustered.error / single.error == pytest.approx(np.sqrt(2), rel=0.02)


def test_those_without_the_column_or_the_group_stand_aside():
    group = np.where(np.arange(120) < 10, np.nan, GROUP)
    values = np.where(np.arange(120) > 110, np.nan, VALUES)
    found = contrast(study_of(), values, group)
    assert (found.inside, found.outside) == (30, 71)


def test_a_group_of_one_has_no_test():
    assert contrast(study_of(), VALUES, (np.arange(120) == 3).astype(float)).test is None
