import math
from datetime import datetime

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from csi.errors import ModelFault, NothingToScore, Several, UnknownColumn
from csi.model import Indicator, Latent, Model, Respondents, Scale
from csi.reading.answers.decode import decode
from csi.reading.cells import Cells

from .made_cells import ORIGIN, cells, finding, keys, model

ONE_TO_FIVE = Scale(1, 5)


def decoded(columns, scale=ONE_TO_FIVE, **more):
    return decode(cells(columns), model({"Quality": list(columns)}, scale, **more))


def ends(survey, column):
    scale = survey.scales[survey.columns.index(column)]
    return scale.lowest, scale.highest


def test_numbers_however_written_become_answers_and_blanks_become_holes():
    survey = decoded({"Q1": [5.0, "4", " ３ ", "", None]})
    assert_array_equal(survey.answered("Q1"), [5, 4, 3, np.nan, np.nan])


def test_rows_and_origin_are_those_of_the_sheet():
    survey = decoded({"Q1": [5, 4]})
    assert (survey.rows, survey.origin.sheet) == ((2, 3), "Responses")


def test_an_answer_outside_its_scale_is_missing_and_every_cell_is_listed():
    survey = decoded({"Q1": [5, 6, 4, 99, 6]})
    found = finding(survey, "out_of_range")
    assert_array_equal(survey.answered("Q1"), [5, np.nan, 4, np.nan, np.nan])
    assert (found.count, found.place) == (3, "Responses!A3")
    assert found.values["cells"] == ("Responses!A3", "Responses!A5", "Responses!A6")


def test_an_answer_outside_never_stretches_the_scale():
    survey = decoded({"Q1": [5, 4, 3, 2, 1] * 20 + [8]}, scale=None)
    assert ends(survey, "Q1") == (1, 5)


def test_text_in_a_column_of_numbers_is_missing_with_its_cell():
    survey = decoded({"Q1": [5, 4], "Q2": ["八", 3]})
    found = finding(survey, "not_an_answer")
    assert (found.place, found.values["answers"]) == ("Responses!B2", ('"八"',))


@pytest.mark.parametrize("raw", [math.inf, "inf", "1e309", "1_000", "nan"])
def test_numbers_beyond_reason_are_missing(raw):
    assert keys(decoded({"Q1": [5, raw]})) in (["not_an_answer"], ["no_answer"])


def test_a_date_where_an_answer_should_be_is_said():
    assert finding(decoded({"Q1": [5, datetime(2024, 1, 5)]}), "date_for_answer").place == "Responses!A3"


def test_declared_missing_codes_are_holes_without_a_warning():
    survey = decoded({"Q1": [5, 98, "98.0", "不清楚"]}, missing=("98", "不清楚"))
    assert_array_equal(survey.answered("Q1"), [5, np.nan, np.nan, np.nan])
    assert keys(survey) == ["missing_code"]


def test_a_missing_code_of_one_scale_is_an_answer_on_another():
    latent = Latent(
        "A", indicators=(Indicator("x", "x", scale=Scale(0, 10, missing=("9",))), Indicator("y", "y", scale=Scale(0, 10)))
    )
    survey = decode(cells({"x": [9, 5], "y": [9, 5]}), Model((latent,)))
    assert_array_equal(survey.answers, [[np.nan, 9], [5, 5]])


def test_words_of_the_vocabulary_are_scored():
    survey = decoded({"Q1": ["很满意", "满意", "一般", "不满意", "很不满意"]}, scale=None)
    assert_array_equal(survey.answered("Q1"), [5, 4, 3, 2, 1])


def test_a_block_shares_one_scale_though_a_column_has_not_seen_every_word():
    columns = {"Q1": ["很不满意", "不满意", "一般", "满意", "很满意"] * 8, "Q2": ["满意", "一般", "不满意", "满意", "满意"] * 8}
    survey = decoded(columns, scale=None)
    assert_array_equal(survey.answered("Q2")[:3], [4, 3, 2])


def test_latents_may_have_words_of_different_scales_within():
    columns = {"Q1": ["很差", "较差", "一般", "较好", "很好"], "Q2": ["从不", "很少", "有时", "经常", "总是"]}
    survey = decoded(columns, scale=None)
    assert_array_equal(survey.answers[:, 0], survey.answers[:, 1])


def test_declared_labels_go_before_the_vocabulary():
    survey = decoded({"Q1": ["满意", "Ｏｋ", "不满意"]}, scale=Scale(1, 10, {"满意": 10, "ok": 5, "不满意": 1}))
    assert_array_equal(survey.answered("Q1"), [10, 5, 1])


def test_words_on_a_declared_scale_of_as_many_steps_take_its_ends():
    survey = decoded({"Q1": ["很不满意", "不满意", "一般", "满意", "很满意"]}, scale=Scale(0, 4))
    assert_array_equal(survey.answered("Q1"), [0, 1, 2, 3, 4])


def test_words_that_contradict_the_declared_scale_keep_their_own_and_say_so():
    survey = decoded({"Q1": ["很不满意", "不满意", "一般", "满意", "很满意"]}, scale=Scale(1, 10))
    assert (ends(survey, "Q1"), keys(survey)) == ((1, 5), ["scale_differs"])


def test_an_unknown_word_is_missing_and_the_nearest_label_is_proposed_not_applied():
    words = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"] * 6
    survey = decoded({"Q1": [*words, "Strongly agreee"]}, scale=None)
    found = finding(survey, "unknown_label")
    assert math.isnan(survey.answers[-1, 0])
    assert (found.place, found.values["answers"]) == ("Responses!A32", ('"Strongly agreee" → Strongly agree?',))


def test_do_not_know_and_not_applicable_are_missing_and_counted_apart():
    survey = decoded({"Q1": ["很满意", "不清楚", "一般", "不满意"], "Q2": ["满意", "N/A", "不适用", "很不满意"]}, scale=None)
    found = [one for one in survey.findings if one.key == "no_answer"]
    assert [(one.values["kind"], one.count) for one in found] == [("not_known", 1), ("not_applicable", 2)]


def test_bare_numbers_between_worded_ends_keep_their_worth():
    answers = ["0 - Not at all likely", "10 - Extremely likely", *range(1, 10)]
    survey = decoded({"Q1": answers}, scale=None)
    assert_array_equal(survey.answered("Q1"), [0, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9])


def test_ends_that_carry_words_without_codes_are_the_ends():
    survey = decoded({"Q1": ["very dissatisfied", "very satisfied", 2, 3, 4, 5, 6, 7, 8, 9]}, scale=Scale(1, 10))
    assert_array_equal(survey.answered("Q1")[:2], [1, 10])


def test_codes_beside_unknown_words_are_read_with_a_warning():
    survey = decoded({"Q1": ["1 : Nie zgadzam się", "2 : Raczej nie", "3 : Trudno powiedzieć", "5 : Zgadzam się"]}, scale=None)
    assert_array_equal(survey.answered("Q1"), [1, 2, 3, 5])
    assert finding(survey, "codes_read").severity == "warning"


def test_a_number_in_a_remark_is_no_answer():
    assert keys(decoded({"Q1": [5, 4, 3, "4 or 5"]})) == ["not_an_answer"]


def test_words_are_followed_against_their_codes_and_the_conflict_is_said():
    answers = ["1 - Very satisfied", "2 - Satisfied", "3 - Neutral", "4 - Dissatisfied", "5 - Very dissatisfied"]
    survey = decoded({"Q1": answers}, scale=None)
    assert_array_equal(survey.answered("Q1"), [5, 4, 3, 2, 1])
    assert "code_disagrees" in keys(survey)


def test_an_undeclared_scale_is_announced_once_for_all_its_columns():
    survey = decoded({"Q1": [1, 2, 3, 7] * 10, "Q2": [2, 3, 4, 5] * 10}, scale=None)
    found = finding(survey, "scale_guessed")
    assert (found.values["columns"], found.values["lowest"], found.values["highest"]) == (("Q1", "Q2"), 1, 7)


def test_a_scale_that_the_question_states_is_taken():
    header = "How good was it, from 1 to 10?"
    survey = decoded({header: [3, 4, 5, 4] * 10}, scale=None)
    assert (ends(survey, header), keys(survey)) == ((1, 10), ["scale_stated"])


def test_columns_of_a_latent_that_plainly_end_elsewhere_keep_their_own_scales():
    survey = decoded({"Q1": [1, 2, 3, 4, 5] * 20, "Q2": list(range(11)) * 9 + [10]}, scale=None)
    assert (ends(survey, "Q1"), ends(survey, "Q2")) == ((1, 5), (0, 10))


def test_a_latent_that_leaves_a_doubt_takes_the_scale_of_the_rest():
    columns = {"A": list(range(1, 11)), "B": [5, 6, 7, 6, 5, 6, 7, 7, 5, 6]}
    survey = decode(cells(columns), model({"One": ["A"], "Two": ["B"]}))
    assert ends(survey, "B") == (1, 10)


def test_expectation_and_experience_share_a_scale():
    indicator = Indicator("speed", "P", expectation="E")
    survey = decode(cells({"P": [1, 2, 3, 4, 5] * 4, "E": [7, 6, 7, 5, 7] * 4}), Model((Latent("A", indicators=(indicator,)),)))
    assert (ends(survey, "P"), ends(survey, "E")) == ((1, 7), (1, 7))


def test_importance_has_a_scale_of_its_own():
    indicator = Indicator("speed", "P", importance="W")
    survey = decode(cells({"P": [1, 3, 5] * 9, "W": [0, 50, 100] * 9}), Model((Latent("A", indicators=(indicator,)),)))
    assert (ends(survey, "P"), ends(survey, "W")) == ((1, 5), (0, 100))


def test_a_reversed_column_is_turned_once_and_said():
    latent = Latent("A", indicators=(Indicator("x", "x", scale=Scale(1, 5, reversed=True), reversed=True),))
    survey = decode(cells({"x": [1, 2, 5, ""]}), Model((latent,)))
    assert_array_equal(survey.answered("x"), [5, 4, 1, np.nan])
    assert keys(survey) == ["reversed"]


def test_a_column_used_twice_is_decoded_once():
    one = Latent("Experience", indicators=(Indicator("p", "Q1", expectation="Q2"),))
    two = Latent("Expectation", indicators=(Indicator("e", "Q2"),))
    assert decode(cells({"Q1": [1, 5], "Q2": [4, 5]}), Model((one, two), scale=ONE_TO_FIVE)).columns == ("Q1", "Q2")


@pytest.mark.parametrize("other", [Indicator("e", "Q2", scale=Scale(1, 7)), Indicator("e", "Q2", reversed=True)])
def test_two_uses_of_a_column_may_not_contradict(other):
    one = Latent("Experience", indicators=(Indicator("p", "Q1", expectation="Q2"),))
    with pytest.raises(ModelFault, match="Q2"):
        decode(cells({"Q1": [1, 5], "Q2": [4, 5]}), Model((one, Latent("Expectation", indicators=(other,))), scale=ONE_TO_FIVE))


def test_a_letter_and_a_header_may_not_claim_the_same_column():
    with pytest.raises(ModelFault, match="twice"):
        decode(cells({"Q1": [1, 5]}), model({"A": ["Q1", "$A"]}, ONE_TO_FIVE))


def test_a_column_can_be_named_by_its_letter():
    survey = decode(cells({"id": [1, 2], "Q1": [1, 5]}), model({"A": ["$B"]}, ONE_TO_FIVE))
    assert_array_equal(survey.answered("$B"), [1, 5])


def test_an_unknown_column_names_its_indicator_and_the_nearest_headers():
    with pytest.raises(UnknownColumn) as raised:
        decode(cells({"Q08": [1], "Q8a": [2], "Region": [3]}), model({"Quality": ["Q8"]}))
    assert raised.value.reason.en == (
        'the survey has no column "Q8" (indicator of Quality). Responses has 3 columns; the nearest are "Q8a" and "Q08".'
    )


def test_where_no_header_is_near_some_are_named():
    with pytest.raises(UnknownColumn, match='has 2 columns; among them "Price" and "Speed"'):
        decode(cells({"Price": [1], "Speed": [2]}), model({"Quality": ["Q8"]}))


def test_all_unknown_columns_are_told_at_once():
    with pytest.raises(Several) as raised:
        decode(cells({"Q1": [1]}), model({"A": ["Q1", "X", "Y"]}, respondents=Respondents(segments=("Z",))))
    assert [type(error) for error in raised.value.errors] == [UnknownColumn] * 3


def test_segments_are_kept_as_words():
    columns = {"Q1": [1, 2, 3, 4], "Tier": [" Gold ", 2.0, "", "98"]}
    survey = decode(
        cells(columns), model({"A": ["Q1"]}, ONE_TO_FIVE, missing=("98",), respondents=Respondents(segments=("Tier",)))
    )
    assert survey.labels["Tier"] == ("Gold", "2", None, None)


def test_case_weights_are_kept_as_numbers_and_what_is_none_is_said():
    columns = {"Q1": [1, 2, 3], "w": ["0,5", 1.25, "heavy"]}
    survey = decode(cells(columns), model({"A": ["Q1"]}, ONE_TO_FIVE, respondents=Respondents(case_weight="w")))
    assert_array_equal(survey.numbers["w"], [0.5, 1.25, np.nan])
    assert finding(survey, "not_a_number").place == "Responses!B4"


def test_a_column_that_nobody_answered_is_said():
    assert finding(decoded({"Q1": [1, 2], "Q2": ["", ""]}), "nobody_answered").values["columns"] == ("Q2",)


def test_a_column_whose_words_fit_no_scale_is_severe():
    survey = decoded({"Q1": [1, 2], "Q2": ["red", "green"]}, scale=None)
    assert finding(survey, "scale_unknown").severity == "severe"


def test_header_only_has_nothing_to_score():
    with pytest.raises(NothingToScore, match="column names"):
        decoded({"Q1": []})


def test_a_survey_without_one_valid_answer_has_nothing_to_score():
    with pytest.raises(NothingToScore, match="red"):
        decoded({"Q1": ["red", "green"]}, scale=None)


def test_empty_columns_have_nothing_to_score():
    with pytest.raises(NothingToScore, match="empty"):
        decoded({"Q1": ["", None]})


def test_an_error_without_a_sheet_names_the_file():
    plain = Cells(("Q1",), ((),), ("A",), (), ORIGIN.__class__("survey.csv", "csv"))
    with pytest.raises(NothingToScore) as raised:
        decode(plain, model({"A": ["Q1"]}))
    assert raised.value.place == "survey.csv"


def test_every_finding_has_words_in_both_languages():
    columns = {
        "Q1": [5, 99, "八", datetime(2024, 1, 1)] * 3,
        "Q2": ["很满意", "不清楚", "很很满意", "一般"] * 3,
        "Q3": ["", "", "", ""] * 3,
    }
    survey = decoded(columns, scale=None)
    assert [one.key for one in survey.findings if not (one.text.en and one.text.zh)] == []


def test_a_guessed_scale_whose_end_nobody_used_is_a_warning_that_names_the_next():
    found = finding(decoded({"Q1": [2, 3, 4] * 20, "Q2": [1, 3, 4] * 20}, scale=None), "scale_guessed")
    assert (found.severity, found.values["lowest"], found.values["highest"], found.values["rival"]) == ("warning", 1, 5, "1–7")


def test_a_guessed_scale_that_the_block_used_from_end_to_end_is_no_warning():
    found = finding(decoded({"Q1": [1, 3, 4] * 20, "Q2": [3, 4, 5] * 20}, scale=None), "scale_guessed")
    assert (found.severity, "rival" in found.values) == ("info", False)


def test_words_of_another_language_count_by_their_place_and_are_said():
    words = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
    survey = decoded({"Q1": [*words * 6, "满意", "很不满意", 2]}, scale=None)
    assert_array_equal(survey.answered("Q1")[-3:], [4, 1, 2])
    assert finding(survey, "labels_mixed").values["answers"] == ("满意", "很不满意")


def test_a_column_of_texts_was_answered_but_not_read():
    survey = decoded({"Q1": [1, 2], "Q2": ["lovely", "too loud"]})
    found = finding(survey, "unread")
    assert (found.values["filled"], "nobody_answered" in keys(survey)) == (2, False)


def test_an_unknown_column_names_its_use_in_chinese_too():
    with pytest.raises(UnknownColumn) as raised:
        decode(cells({"Q1": [1]}), model({"质量": ["满意"]}))
    assert "没有列“满意”（“质量”的指标）" in raised.value.reason.zh


MOODLE = ["1 : Muy satisfecho/a", "2 : Satisfecho/a", "3 : Neutral", "4 : Insatisfecho/a", "5 : Muy insatisfecho/a"]


def reversed_model(scale=None):
    return Model((Latent("A", indicators=(Indicator("x", "Q1", reversed=True),)),), scale=scale)


def test_codes_that_count_down_are_turned_once_though_the_model_says_reversed():
    survey = decode(cells({"Q1": MOODLE * 6}), reversed_model())
    assert_array_equal(survey.answered("Q1")[:5], [5, 4, 3, 2, 1])
    assert ("reversed_once" in keys(survey), "reversed" in keys(survey)) == (True, False)


def test_words_without_codes_are_turned_where_the_model_says_reversed():
    survey = decode(cells({"Q1": ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"] * 6}), reversed_model())
    assert_array_equal(survey.answered("Q1")[:5], [5, 4, 3, 2, 1])


def test_numbers_between_ends_whose_words_run_down_are_counted_from_the_other_end():
    survey = decoded({"Q1": ["1 - very satisfied", "2", 3, "4分", "5 - very dissatisfied"] * 9}, scale=None)
    assert_array_equal(survey.answered("Q1")[:5], [5, 4, 3, 2, 1])
    assert finding(survey, "numbers_turned").severity == "warning"


def test_codes_beside_unknown_words_count_down_where_the_known_ones_of_the_survey_do():
    columns = {
        "Q1": MOODLE * 6,
        "Q2": ["1 : Sin duda lo haré", "2 : Puede ser", "3 : Ya veremos", "4 : Jamás de los jamases", "5 : Ni loco"] * 6,
    }
    survey = decoded(columns, scale=None)
    assert_array_equal(survey.answered("Q2")[:5], [5, 4, 3, 2, 1])
    assert "as the best" in finding(survey, "codes_read").text.en


def test_ends_in_brackets_behind_their_number_are_the_ends():
    survey = decoded({"Q1": ["0 (not at all)", *range(1, 10), "10 (extremely)"] * 9}, scale=None)
    assert_array_equal(survey.answered("Q1")[:11], range(11))


def test_an_end_that_is_no_end_in_the_vocabulary_is_one_beside_eleven_numbers():
    survey = decoded({"Q1": ["不可能0", *range(1, 10), "极有可能10"] * 9}, scale=None)
    assert_array_equal(survey.answered("Q1")[:11], range(11))


def test_which_words_were_read_as_the_ends_among_numbers_is_said():
    survey = decoded({"Q1": ["Fully disagree", 2, 3, 4, 5, 6, "Fully agree"] * 9}, scale=Scale(1, 7))
    assert_array_equal(survey.answered("Q1")[:7], range(1, 8))
    assert {"Fully disagree = 1", "Fully agree = 7"} <= set(finding(survey, "labels_read").values["labels"])


def test_labels_that_begin_above_the_worst_still_mean_the_whole_scale():
    survey = decoded({"Q1": ["Neutral", "Satisfied", "Very satisfied"] * 40}, scale=None)
    assert (ends(survey, "Q1"), survey.answered("Q1").tolist()[:3]) == ((1, 5), [3, 4, 5])


@pytest.mark.parametrize(
    ("answers", "worth"),
    [
        (["★★★☆☆", "★★★★★", "⭐️"], [3, 5, 1]),
        (["5分", "4 分", "1分"], [5, 4, 1]),
        (["3.5", "4,5", 5], [3.5, 4.5, 5]),
        (["80%", "20 %", 100], [80, 20, 100]),
        (["3 estrellas", "5 stars", "1 Punkt"], [3, 5, 1]),
    ],
)
def test_numbers_come_in_stars_points_halves_and_per_cent(answers, worth):
    assert_array_equal(decoded({"Q1": answers * 9}, scale=None).answered("Q1")[:3], worth)


def test_sentinel_numbers_outside_the_scale_are_missing_and_said_and_inside_they_count():
    outside = decoded({"Q1": [1, 2, 3, 4, 5] * 20 + [99, 98, -1, 999]}, scale=None)
    inside = decoded({"Q1": [0, 25, 50, 99, 100] * 20}, scale=None)
    assert finding(outside, "out_of_range").count == 4
    assert np.isfinite(inside.answered("Q1")).all()


def test_words_on_a_declared_scale_leave_a_finding_with_their_order():
    survey = decoded({"Q1": ["Poor", "Fair", "Good"] * 9}, scale=Scale(1, 3))
    assert finding(survey, "labels_read").values["worst"] == "Poor"


def test_case_and_stray_spaces_make_no_other_label():
    survey = decoded({"Q1": ["Agree", "AGREE", " agree  ", "Agree.", "Disagree", "Neutral", "Strongly agree"] * 9}, scale=None)
    assert (survey.answered("Q1").tolist()[:4], "labels_shared" in keys(survey)) == ([4, 4, 4, 4], False)


@pytest.mark.parametrize("word", [True, "TRUE", "No", "是"])
def test_a_yes_or_a_true_among_the_numbers_of_a_scale_is_missing_and_said(word):
    survey = decoded({"Q1": [1, 2, 3, 4, 5, 4, word, 3]}, None)
    found = finding(survey, "not_an_answer")
    assert_array_equal(survey.answered("Q1"), [1, 2, 3, 4, 5, 4, np.nan, 3])
    assert (ends(survey, "Q1"), found.values["cells"]) == ((1, 5), ("Responses!A8",))


def test_yes_and_no_among_zeros_and_ones_still_are_answers():
    assert_array_equal(decoded({"Q1": [1, 0, 1, "Yes", "No", 0, 1]}, None).answered("Q1"), [1, 0, 1, 1, 0, 0, 1])


def test_a_single_word_among_numbers_that_have_its_place_is_missing_and_said():
    survey = decoded({"Q1": [1, 2, 3, 4, 5, 4, "often", 3]}, None)
    assert_array_equal(survey.answered("Q1"), [1, 2, 3, 4, 5, 4, np.nan, 3])
    assert finding(survey, "not_an_answer").count == 1


def test_a_word_that_stands_in_place_of_a_number_is_that_number():
    assert_array_equal(decoded({"Q1": [1, 2, "Neutral", 4, 5, 4, "Neutral", 2]}, None).answered("Q1"), [1, 2, 3, 4, 5, 4, 3, 2])


def test_a_question_to_which_nobody_answered_0_is_on_the_0_to_10_of_the_many_others():
    whole = {f"Q{at}": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] * 5 for at in range(4)}
    alone = {"Glad": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10] * 5}
    survey = decode(cells({**whole, **alone}), model({"A": list(whole), "B": ["Glad"]}))
    assert ends(survey, "Glad") == (0, 10)
    few = decode(cells({"Q0": whole["Q0"], **alone}), model({"A": ["Q0"], "B": ["Glad"]}))
    assert ends(few, "Glad") == (1, 10)


def test_the_other_scale_that_few_words_fit_as_well_is_named():
    survey = decoded({"Q1": ["Average", "Satisfied", "Satisfied"] * 20}, None)
    assert (
        finding(survey, "scale_doubtful").values["other"]
        == "1–5: very dissatisfied = 1 … average = 3, satisfied = 4 … very satisfied = 5"
    )
