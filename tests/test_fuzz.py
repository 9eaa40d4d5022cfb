"""Whatever the survey and the model, a run ends in a result or in one of our errors, without a warning and without a NaN."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csi.analyses import ANALYSES
from csi.assembler import run
from csi.errors import CsiError
from csi.renderers import render
from csi.study import Study

from .fuzz import case

CASES = int(os.environ.get("CSI_FUZZ", "100"))  # of each analysis; CSI_FUZZ=2000 for the whole of it
FOUND = (4428237, 10020, 10729, 11526)  # nothing varies under em; weights that cancel in a gap
OPTIONS = {"pls": {"folds": 5, "repeats": 1}, "multigroup": {"permutations": 50}}


@pytest.mark.parametrize("name", list(ANALYSES))
@settings(max_examples=CASES, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_any_small_survey_ends_in_a_result_or_in_one_of_our_errors(name, seed):
    ends_well(name, seed)


@pytest.mark.parametrize("seed", FOUND)
@pytest.mark.parametrize("name", list(ANALYSES))
def test_surveys_that_once_met_a_fault_end_well(name, seed):
    ends_well(name, seed)


def ends_well(name, seed):
    made = case(seed)
    try:
        found = run(name, Study(made.survey, made.model, **made.options), **OPTIONS.get(name, {}))
    except CsiError as refusal:
        assert refusal.remedy.en
        assert refusal.remedy.zh
    else:
        document = render(found, "json").decode()
        assert "NaN" not in document
        assert "Infinity" not in document
