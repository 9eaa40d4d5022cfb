import numpy as np

from csi.model import Scale
from csi.survey import Origin, Survey
from csi.survey.conduct import Check, Conduct
from csi.survey.quality import quality

FIVE = Scale(1, 5)
VARIED = np.random.default_rng(3).integers(1, 6, (30, 12)).astype(float)
BLOCK = tuple(f"Q{number}" for number in range(1, 7))


def survey(answers, **more):
    values = np.asarray(answers, dtype=float)
    columns = tuple(f"Q{number + 1}" for number in range(values.shape[1]))
    return Survey(values, columns, (FIVE,) * len(columns), rows=tuple(range(2, len(values) + 2)), **more)


def found(answers, key, *, blocks=None, identifier=None, conduct=None, **more):
    one = survey(answers, **more)
    findings = quality(one, blocks or {"A": one.columns}, identifier=identifier, conduct=conduct)
    return next((finding for finding in findings if finding.key == key), None)


def test_less_than_a_third_of_the_median_time_is_speeding():
    times = np.full(30, 300.0)
    times[[3, 7]] = 90
    one = found(VARIED, "speeding", conduct=Conduct(times, "duration", in_seconds=True))
    assert (one.values["rows"], one.values["median"]) == (("5", "9"), 300)


def test_less_than_two_seconds_a_question_is_speeding():
    times = np.full(30, 40.0)
    times[3] = 20
    assert found(VARIED, "speeding", conduct=Conduct(times, "duration", in_seconds=True)).count == 1


def test_a_time_without_a_unit_is_compared_with_the_median_alone():
    times = np.full(30, 4.0)
    times[3] = 2
    assert found(VARIED, "speeding", conduct=Conduct(times, "duration")) is None


def test_few_times_have_no_median_worth_a_word():
    times = np.full(30, np.nan)
    times[:5] = [300, 300, 300, 300, 1]
    assert found(VARIED, "speeding", conduct=Conduct(times, "duration", in_seconds=True)) is None


def test_who_does_not_answer_as_told_failed_the_check():
    failed = np.zeros(30, dtype=bool)
    failed[4] = True
    one = found(VARIED, "attention_failed", conduct=Conduct(checks=(Check("Q", "Select 4", "4", failed),)))
    assert (one.values["rows"], one.values["wanted"], one.severity) == (("6",), "4", "info")


def test_many_failed_checks_are_a_warning():
    check = Check("Q", "Select 4", "4", np.arange(30) < 6)
    assert found(VARIED, "attention_failed", conduct=Conduct(checks=(check,))).severity == "warning"


def test_who_answered_nothing_is_flagged_and_failed_no_check():
    answers = VARIED.copy()
    answers[4] = np.nan
    check = Check("Q", "Select 4", "4", np.arange(30) == 4)
    assert found(answers, "no_answers_at_all", conduct=Conduct(checks=(check,))).values["rows"] == ("6",)
    assert found(answers, "attention_failed", conduct=Conduct(checks=(check,))) is None


def test_a_person_who_comes_twice_is_flagged_without_being_named():
    addresses = tuple(f"person{number % 28}@example.org" for number in range(30))
    one = found(VARIED, "duplicate_people", conduct=Conduct(people={"E-mail": addresses}))
    assert (one.values["rows"], "example" in str(one)) == (("30", "31"), False)


def test_one_address_for_most_is_nobody():
    addresses = ("shop@example.org",) * 30
    assert found(VARIED, "duplicate_people", conduct=Conduct(people={"E-mail": addresses})) is None


def test_a_line_through_a_block_is_told_when_there_are_more_than_by_chance():
    answers = VARIED.copy()
    answers[:5, :6] = 4
    one = found(answers, "block_lines", blocks={"A": BLOCK, "B": tuple(f"Q{number}" for number in range(7, 13))})
    assert (one.values["rows"], one.values["latents"]) == (("2", "3", "4", "5", "6"), ("A",))


def test_a_line_through_four_questions_is_as_often_meant():
    answers = VARIED.copy()
    answers[:9, :4] = 4
    assert found(answers, "block_lines", blocks={"A": BLOCK[:4], "B": BLOCK[4:]}) is None


def test_the_same_answer_ten_times_in_a_row_is_a_long_string():
    answers = VARIED.copy()
    answers[4, 1:12] = 2
    answers[4, 0] = 1
    one = found(answers, "long_strings")
    assert (one.values["rows"], one.values["longest"], one.values["limit"]) == (("6",), 11, 10)


def test_a_straight_line_is_not_told_again_as_a_long_string():
    answers = VARIED.copy()
    answers[4] = 2
    assert found(answers, "long_strings") is None


def test_a_hole_ends_a_long_string():
    answers = VARIED.copy()
    answers[4] = [2, 2, 2, 2, 2, np.nan, 2, 2, 2, 2, 2, 1]
    assert found(answers, "long_strings") is None


def test_a_running_number_that_starts_anew_tells_of_pasted_exports():
    numbers = tuple(str(number) for number in (*range(1, 21), *range(1, 11)))
    one = found(VARIED, "ids_restart", identifier="id", labels={"id": numbers})
    assert (one.count, one.values["rows"]) == (1, ("22",))


def test_numbers_in_any_order_do_not_restart():
    numbers = tuple(str(number) for number in np.random.default_rng(1).permutation(30))
    assert found(VARIED, "ids_restart", identifier="id", labels={"id": numbers}) is None


def test_a_table_of_counts_has_no_respondents_to_flag():
    one = survey(np.full((30, 12), 4.0), origin=Origin(holds="counts"))
    assert quality(one, {"A": one.columns}) == ()


def test_respondents_who_differ_in_one_answer_are_no_doubles():
    answers = np.vstack([VARIED, VARIED])
    answers[30:, 0] = answers[30:, 0] % 5 + 1
    assert found(answers, "duplicate_answers") is None
