"""The sign guard: ready-made gaps are read in the direction that is declared, and headings that state one are told."""

import numpy as np
import pandas as pd
import pytest

from csi import open_survey, run
from csi.errors import ModelFault, UsageFault
from csi.model import Indicator, Latent, Model, Scale
from csi.reading.gap_headers import direction
from csi.reading.models.yaml_file import parse_model
from csi.study import Study

FIVE = Scale(1, 5)
RNG = np.random.default_rng(31)
HAD = RNG.integers(2, 5, 40)
WISHED = np.clip(HAD + RNG.integers(-1, 2, 40), 1, 5)


def read(gaps, sign=None, heading="G", reversed_=False, had=HAD):
    leaf = Indicator("q", "P", expectation=heading, reversed=reversed_)
    model = Model((Latent("A", indicators=(leaf,)),), scale=FIVE, gap_sign=sign)
    return open_survey(pd.DataFrame({"P": had, heading: gaps}), model)


def told(survey):
    return [found.key for found in survey.findings]


def test_a_declared_direction_gives_the_expectation_back():
    survey, _ = read(WISHED - HAD, "expectation-experience")
    assert list(survey.answered("G")) == list(WISHED)
    assert survey.scales[1] == FIVE


def test_the_other_direction_is_taken_as_it_is_declared():
    survey, _ = read(HAD - WISHED, "experience-expectation")
    assert list(survey.answered("G")) == list(WISHED)


def test_the_gap_is_told_as_experience_less_expectation_whatever_the_file_prints():
    opposite = Study(*read(WISHED - HAD, "expectation-experience"), resamples=0)
    found = run("gap", opposite, sign="expectation-experience")
    assert found.table("gaps").records()[0]["gap"] == pytest.approx((HAD - WISHED).mean())
    assert found.settings["sign"] == "expectation-experience"


def test_a_reversed_question_turns_its_gap_round():
    survey, _ = read((6 - WISHED) - (6 - HAD), "expectation-experience", reversed_=True, had=6 - HAD)
    assert list(survey.answered("G")) == list(WISHED)


def test_the_wrong_direction_shows_in_expectations_outside_the_scale():
    high = np.full(40, 5)
    survey, _ = read(np.where(np.arange(40) < 9, -2, 0), "experience-expectation", had=high)
    outside = next(found for found in survey.findings if found.key == "ready_gaps_outside")
    assert (outside.count, outside.severity) == (9, "warning")
    assert int(np.isnan(survey.answered("G")).sum()) == 9


def test_a_gap_beyond_the_width_of_the_scale_is_no_gap():
    gaps = (WISHED - HAD).astype(float)
    gaps[0] = 7
    survey, _ = read(gaps, "expectation-experience")
    assert np.isnan(survey.answered("G")[0])


def test_nothing_is_turned_without_a_declaration():
    survey, _ = read(np.where(WISHED - HAD < 1, 1, WISHED - HAD), heading="期望−体验")
    assert survey.answered("期望−体验").max() == 1
    assert "gap_in_heading" in told(survey)


def test_a_heading_that_contradicts_the_declaration_is_told():
    survey, _ = read(HAD - WISHED, "experience-expectation", heading="gap (expectation minus result)")
    assert "gap_sign_differs" in told(survey)


def test_a_heading_that_agrees_with_it_is_silent():
    survey, _ = read(WISHED - HAD, "expectation-experience", heading="期望－体验")
    assert not {"gap_sign_differs", "gap_in_heading"} & set(told(survey))


def test_an_opposite_gap_that_is_not_read_is_noted():
    table = pd.DataFrame({"P": HAD, "E": WISHED, "E − P": WISHED - HAD})
    survey, _ = open_survey(table, Model((Latent("A", indicators=(Indicator("q", "P", "E"),)),), scale=FIVE))
    assert "gap_column_unused" in told(survey)


@pytest.mark.parametrize(
    ("heading", "sign"),
    [
        ("期望−体验", "expectation-experience"),
        ("期望值减实际值", "expectation-experience"),
        ("Speed: expectation minus", "expectation-experience"),
        ("Expectation - Perception", "expectation-experience"),
        ("E-P", "expectation-experience"),
        ("Performance − expectation", "experience-expectation"),
        ("P – E", "experience-expectation"),
        ("Expectation of the service - overall", None),
        ("Experience-based answers", None),
        ("PE-1", None),
    ],
)
def test_which_direction_a_heading_states(heading, sign):
    assert direction(heading) == sign


def test_the_option_must_come_before_the_reading():
    study = Study(*read(WISHED), resamples=0)
    with pytest.raises(UsageFault, match="when the survey is read"):
        run("gap", study, sign="expectation-experience")


def test_a_gap_column_belongs_to_one_indicator():
    leaves = tuple(Indicator(name, name, expectation="G") for name in ("P", "Q"))
    model = Model((Latent("A", indicators=leaves),), scale=FIVE, gap_sign="expectation-experience")
    with pytest.raises(ModelFault, match="second use"):
        open_survey(pd.DataFrame({"P": HAD, "Q": HAD, "G": WISHED - HAD}), model)


@pytest.mark.parametrize(
    ("said", "sign"),
    [
        ("expectation - experience", "expectation-experience"),
        ("期望−体验", "expectation-experience"),
        ("experience-expectation", "experience-expectation"),
        ("体验 减 期望", "experience-expectation"),
    ],
)
def test_a_model_says_it_in_words(said, sign):
    text = f"gap_sign: {said}\nlatents: {{A: [{{name: q, column: P, expectation: G}}]}}"
    assert parse_model(text, "m.yaml").gap_sign == sign


def test_a_direction_that_is_none_is_a_fault_of_the_model():
    with pytest.raises(ModelFault):
        parse_model("gap_sign: up\nlatents: {A: [P]}", "m.yaml")
