import pytest

from csi.reading.answers.scales import ends_in_header, guess_ends, plausible_answers


def ends(*answers, times=20, respondents=100):
    return guess_ends(dict.fromkeys(answers, times), respondents).ends


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((1, 2, 3, 4, 5), (1, 5)),
        ((1, 2, 3, 4, 5, 6, 7), (1, 7)),
        ((1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (1, 10)),
        ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (0, 10)),
        ((0, 1), (0, 1)),
        ((0, 25, 50, 75, 100), (0, 100)),
        ((-2, -1, 0, 1, 2), (-2, 2)),
        ((2, 3, 4), (1, 5)),
        ((1, 2, 3, 4), (1, 5)),
        ((2, 3, 4, 5, 6), (1, 7)),
        ((3, 4, 5, 6, 7, 8, 9), (1, 10)),
        ((1,), (1, 5)),
    ],
)
def test_the_scale_is_one_of_the_standard_ones(answers, expected):
    assert ends(*answers) == expected


def test_the_ends_are_theoretical_even_when_the_lowest_answers_were_never_given():
    assert ends(4, 5, 6, 7, 8, 9, 10, respondents=250) == (1, 10)


def test_ten_respondents_without_a_five_still_answered_on_one_to_five():
    assert ends(1, 2, 3, 4, respondents=10) == (1, 5)


@pytest.mark.parametrize("code", [99, 98, 88, 77, 999, -1, -99, 9])
def test_a_missing_code_does_not_stretch_the_scale(code):
    assert guess_ends({1: 20, 2: 30, 3: 30, 4: 30, 5: 20, code: 6}, 136).ends == (1, 5)


def test_a_slip_of_the_keyboard_does_not_stretch_the_scale():
    assert guess_ends({1: 20, 2: 30, 3: 30, 4: 30, 5: 20, 55: 1}, 131).ends == (1, 5)


def test_nine_is_an_answer_where_eight_and_ten_are():
    assert plausible_answers({7: 20, 8: 20, 9: 20, 10: 20}) == {7: 20, 8: 20, 9: 20, 10: 20}


def test_numbers_beyond_every_standard_scale_have_none():
    assert guess_ends({1500: 3, 2300: 4}, 7) is None


def test_a_plain_case_leaves_no_doubt():
    assert guess_ends(dict.fromkeys(range(1, 6), 40), 200).sure


def test_a_handful_of_answers_leaves_a_doubt():
    assert not guess_ends({4: 2, 5: 1}, 3).sure


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("On a scale of 1 to 10, how would you rate the food?", (1, 10)),
        ("Overall satisfaction (1-7)", (1, 7)),
        ("Overall satisfaction (1-4)", (1, 4)),
        ("请打分（１～１０）", (1, 10)),
        ("您的推荐意愿（0-10分）", (0, 10)),
        ("Rate each (1 = not important, 5 = very important) [Price]", (1, 5)),
        ("What is your age (18-24)?", None),
        ("Questions 2 to 3", None),
        ("How satisfied are you?", None),
    ],
)
def test_a_question_may_state_its_scale(header, expected):
    assert ends_in_header(header) == expected
