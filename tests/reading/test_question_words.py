"""Questions that say what their numbers mean, and numbers and words whose scale may be read in two ways."""

import pytest
from numpy.testing import assert_array_equal

from csi.model import Indicator, Latent, Model, Scale
from csi.reading.answers.decode import decode
from csi.reading.answers.wordings import for_the_next_wave
from csi.reading.explicit import explicit

from .made_cells import cells, finding, keys, model

NUMBERS = [1, 2, 3, 4, 5]


def read(header, answers=NUMBERS, scale=None):
    return decode(cells({header: answers * 12}), model({"A": [header]}, scale))


@pytest.mark.parametrize(
    "header",
    [
        "Service (1 = sehr zufrieden, 5 = sehr unzufrieden)",
        "Speed (1 = excellent, 5 = very poor)",
        "Overall (1=very satisfied ... 5=very dissatisfied)",
        "How good? 1 (excellent) to 5 (very poor)",
        "How good? (1 = best, 5 = worst)",
        "1、服务态度（1非常满意 5非常不满意）",
        "2、等候时间（1表示非常满意，5表示非常不满意）",
        "3、总体（1=非常满意，2=满意，3=一般，4=不满意，5=非常不满意）",
    ],
)
def test_numbers_that_the_question_counts_down_are_turned_and_said(header):
    survey = read(header)
    assert_array_equal(survey.answered(header)[:5], [5, 4, 3, 2, 1])
    assert finding(survey, "question_turned").severity == "warning"


@pytest.mark.parametrize(
    "header",
    ["Q1 (1 = very poor, 5 = excellent)", "Q1 (1-5)", "1、服务（1非常不满意 5非常满意）", "1. Service", "Q1 - Good service"],
)
def test_numbers_that_the_question_counts_up_or_does_not_name_stay(header):
    survey = read(header)
    assert_array_equal(survey.answered(header)[:5], NUMBERS)
    assert not {"question_turned", "direction_assumed"} & set(keys(survey))


def test_a_direction_in_words_that_are_not_known_is_assumed_and_said():
    survey = read("Q1 (1 = floopy, 5 = droopy)")
    assert_array_equal(survey.answered("Q1 (1 = floopy, 5 = droopy)")[:5], NUMBERS)
    assert finding(survey, "direction_assumed").severity == "warning"


def test_a_question_that_counts_down_is_turned_once_though_the_model_says_reversed():
    header = "Speed (1 = excellent, 5 = very poor)"
    once = Model((Latent("A", indicators=(Indicator("x", header, reversed=True),)),), scale=Scale(1, 5))
    survey = decode(cells({header: NUMBERS * 9}), once)
    assert_array_equal(survey.answered(header)[:5], [5, 4, 3, 2, 1])
    assert "reversed_once" in keys(survey)


def test_a_model_for_the_next_wave_turns_an_answer_that_nobody_gave_in_this_one():
    header = "Speed (1 = excellent, 5 = very poor)"
    first, asked = cells({header: [2, 3, 4, 5] * 9}), model({"A": [header]}, None)
    said = explicit(first, asked, decode(first, asked))
    assert_array_equal(decode(cells({header: NUMBERS}), said).answered(header), [5, 4, 3, 2, 1])


def test_a_model_for_the_next_wave_knows_other_words_for_the_steps_that_nobody_used():
    words = ["Extremely dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
    first, asked = cells({"Q1": words[1:] * 20}), model({"A": ["Q1"]}, None)
    said = for_the_next_wave(first, explicit(first, asked, decode(first, asked)))
    assert_array_equal(decode(cells({"Q1": words}), said).answered("Q1"), NUMBERS)


def test_a_few_zeros_below_a_full_scale_are_no_answers_and_said():
    survey = read("Q1", [*NUMBERS * 5, 0])
    assert (survey.scales[0].lowest, survey.scales[0].highest) == (1, 5)
    guessed = finding(survey, "scale_guessed")
    assert (guessed.severity, guessed.values["rival"]) == ("warning", "0–5")
    assert finding(survey, "out_of_range").count == 12


def test_zeros_on_a_scale_to_ten_and_many_zeros_are_answers():
    assert read("Q1", [*range(11), *range(1, 11)]).scales[0].lowest == 0
    assert read("Q1", [0, *NUMBERS]).scales[0].lowest == 0


def test_german_marks_without_the_worst_are_of_the_six():
    survey = read("Q1", ["mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"])
    assert_array_equal(survey.answered("Q1")[:5], [2, 3, 4, 5, 6])


def test_a_doubtful_scale_shows_what_its_words_are_worth_in_both_readings():
    said = finding(read("Q1", ["Average", "Satisfied", "Satisfied"]), "scale_doubtful")
    assert said.values["other"] == "1–5: very dissatisfied = 1 … average = 3, satisfied = 4 … very satisfied = 5"
    assert "{labels}" in said.text.en
