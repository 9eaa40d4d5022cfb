"""Correlations, means and deviations stand in place of respondents."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from csi.assembler import run
from csi.errors import NothingToScore
from csi.model import Scale
from csi.reading import open_survey
from csi.reading.cells import Cells
from csi.reading.grid import read_cells
from csi.results import Blank
from csi.study import Study

from ..nasty import make
from ..reference import ITEMS, ecsi_like
from ..surveys import ecsi_model, ecsi_survey
from .made_cells import model

LOWER = [",Q1,Q2,Q3", "Q1,1,,", "Q2,.56,1,", "Q3,.62,.48,1"]
BELOW = ["mean,4.1,3.8,4.0", "sd,.8,.9,.7", "n,250,250,250"]
PAPER = [
    "Variable,M,SD,n,1,2,3",
    "1. Quality,4.1,.8,250,(.88),,",
    "2. Value,3.8,.9,250,.56**,—,",
    "3. Trust,4.0,.7,250,.62**,.48*,(.9)",
]
SPSS = [
    "ROWTYPE_,VARNAME_,Q1,Q2,Q3", "MEAN,,4.1,3.8,4", "STDDEV,,.8,.9,.7", "N,,250,250,250",
    "CORR,Q1,1,.56,.62", "CORR,Q2,.56,1,.48", "CORR,Q3,.62,.48,1",
]  # fmt: skip
CHINESE = [",质量,价值,信任", "质量,1,,", "价值,.56,1,", "信任,.62,.48,1", "均值,4.1,3.8,4.0", "标准差,.8,.9,.7", "样本量,250,,"]


def text(lines: list[str]) -> Cells:
    return read_cells("\n".join(lines).encode())


def survey_of(tmp_path, lines: list[str], chosen):
    return open_survey(make.saved(tmp_path, "r.csv", "\n".join(lines).encode()), chosen)[0]


@pytest.mark.parametrize("lines", [LOWER + BELOW, PAPER, SPSS, CHINESE, PAPER[:1] + PAPER[1:]])
def test_a_matrix_is_recognised_however_it_is_printed(lines: list[str]):
    cells = text(lines)
    assert (cells.origin.holds, len(cells.header), len(cells.rows)) == ("correlations", 3, 250)


def test_numbers_in_front_of_the_items_are_no_part_of_their_names():
    assert text(PAPER).header == ("Quality", "Value", "Trust")


def test_the_rows_have_exactly_the_printed_moments(tmp_path):
    answers = survey_of(tmp_path, LOWER + BELOW, model({"A": ["Q1", "Q2", "Q3"]}, Scale(1, 5))).answers
    assert_allclose(answers.mean(axis=0), [4.1, 3.8, 4.0], atol=1e-12)
    assert_allclose(answers.std(axis=0, ddof=1), [0.8, 0.9, 0.7], atol=1e-12)
    assert_allclose(np.corrcoef(answers.T)[np.tril_indices(3, -1)], [0.56, 0.62, 0.48], atol=1e-12)


def test_pls_from_the_moments_is_pls_from_the_respondents(tmp_path):
    # the example survey's own means, deviations and correlations, written out in full
    raw, chosen = ecsi_like(), ecsi_model()
    r = np.corrcoef(raw.T)
    lines = ["," + ",".join(ITEMS)]
    lines += [f"{name}," + ",".join(repr(float(value)) for value in r[at]) for at, name in enumerate(ITEMS)]
    for key, values in (("mean", raw.mean(axis=0)), ("sd", raw.std(axis=0, ddof=1)), ("n", np.full(len(ITEMS), 250))):
        lines.append(f"{key}," + ",".join(repr(float(value)) for value in values))
    sums = Study(survey_of(tmp_path, lines, chosen), chosen, resamples=0).point
    rows = Study(ecsi_survey(), chosen, resamples=0).point
    assert_allclose(sums["path_coefficients"], rows["path_coefficients"], atol=1e-9)
    assert_allclose(sums["index"], rows["index"], atol=1e-7)


def test_a_reversed_item_is_turned_round_its_scale(tmp_path):
    from csi.model import Indicator, Latent, Model

    turned = Model((Latent("A", indicators=(Indicator("a", "Q1"), Indicator("b", "Q2", reversed=True))),), scale=Scale(1, 5))
    answers = survey_of(tmp_path, LOWER + BELOW, turned).answers
    assert_allclose(answers.mean(axis=0), [4.1, 6 - 3.8], atol=1e-12)
    assert np.corrcoef(answers.T)[0, 1] == pytest.approx(-0.56)


def test_the_share_of_the_best_answers_says_that_it_needs_respondents(tmp_path):
    chosen = model({"A": ["Q1", "Q2", "Q3"]}, Scale(1, 5))
    study = Study(survey_of(tmp_path, LOWER + BELOW, chosen), chosen, resamples=0)
    assert {row["top_two"] for row in run("score", study).tables[1].records()} == {Blank("needs_respondents")}


def test_that_intervals_are_those_of_normal_answers_is_said():
    found = next(one for one in text(LOWER + BELOW).findings if one.key == "correlations_read")
    assert (found.severity, found.values["n"]) == ("info", 250)
    assert "normally distributed" in found.text.en


@pytest.mark.parametrize("absent", range(3))
def test_what_the_table_lacks_is_named(absent: int):
    refused = make.refusal(text, LOWER + [line for at, line in enumerate(BELOW) if at != absent])
    assert isinstance(refused, NothingToScore)
    assert "is a table of correlations, but" in refused.reason.en


def test_correlations_that_no_answers_can_have_are_refused():
    assert "contradict" in make.refusal(text, [LOWER[0], LOWER[1], "Q2,.95,1,", "Q3,.95,-.9,1", *BELOW]).reason.en


def test_correlations_that_contradict_each_other_by_rounding_are_mended_and_that_is_said():
    lines = [",Q1,Q2,Q3", "Q1,1,,", "Q2,.99,1,", "Q3,.99,.95,1", *BELOW]
    assert "correlations_mended" in [one.key for one in text(lines).findings]


def test_fewer_respondents_than_items_are_refused():
    assert "respondents" in make.refusal(text, [*LOWER, *BELOW[:2], "n,3,3,3"]).reason.en


def test_unequal_numbers_of_respondents_are_counted_by_the_smallest_and_said():
    cells = text([*LOWER, *BELOW[:2], "n,250,240,246"])
    assert len(cells.rows) == 240
    assert "unequal_bases" in [one.key for one in cells.findings]


def test_respondents_named_like_the_questions_are_no_matrix():
    assert text(["Name,Ann,Bob", "Ann,5,4", "Bob,3,5", "Cid,1,2"]).origin.holds == "respondents"
