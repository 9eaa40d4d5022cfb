import pytest

from csi.reading.answers.label_scales import Heard, choose
from csi.reading.answers.labels import LANGUAGES, LONGEST, label_sets, vocabulary
from csi.reading.answers.no_answers import is_no_answer
from csi.reading.answers.written_form import normalise, split_code


def scored(*words, respondents=100):
    choice = choose(Heard(dict.fromkeys(words, 10), respondents))
    return choice.label_set.size, [choice.label_set.steps[word] + choice.label_set.lowest for word in words]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("  Very   Satisfied ", "very satisfied"),
        ("Ｖｅｒｙ　ｓａｔｉｓｆｉｅｄ", "very satisfied"),
        ("Very\u00a0satisfied.", "very satisfied"),
        ("😀 Very satisfied", "very satisfied"),
        ("☹️ 不满意！", "不满意"),
        ("Don’t know", "don't know"),
        ("“Good”", "good"),
        ("很满意（5分）", "很满意(5分)"),
        ("\x00", ""),
        (".5", ".5"),
        ("★★★", "★★★"),
    ],
)
def test_an_answer_is_compared_without_case_width_spaces_quotes_and_emoji(written, form):
    assert normalise(written) == form


@pytest.mark.parametrize(
    ("written", "words", "code"),
    [
        ("5 - very satisfied", "very satisfied", 5),
        ("2 : satisfied", "satisfied", 2),
        ("(1) none at all", "none at all", 1),
        ("5. very good", "very good", 5),
        ("很满意(5分)", "很满意", 5),
        ("极有可能10", "极有可能", 10),
        ("strongly agree (7)", "strongly agree", 7),
        ("agree - 4", "agree", 4),
        ("5分", "", 5),
        ("(5)", "", 5),
        ("4)", "", 4),
        ("5 stars", "", 5),
        ("very satisfied", "very satisfied", None),
        ("18-24岁", "18-24岁", None),
        ("a4", "a4", None),
        ("1e309", "1e309", None),
        ("1-3 times", "1-3 times", None),
    ],
)
def test_a_code_before_or_behind_the_words_is_told_from_them(written, words, code):
    assert split_code(written) == (words, code)


def test_dissatisfied_is_not_found_inside_very_dissatisfied():
    assert scored("很不满意", "不满意", "一般", "满意", "很满意") == (5, [1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    "labels",
    [
        "very dissatisfied|dissatisfied|neutral|satisfied|very satisfied",
        "extremely dissatisfied|somewhat dissatisfied|neither satisfied nor dissatisfied|somewhat satisfied|extremely satisfied",
        "not at all satisfied|slightly satisfied|moderately satisfied|very satisfied|extremely satisfied",
        "strongly disagree|disagree|neither agree nor disagree|agree|strongly agree",
        "not at all important|slightly important|moderately important|very important|extremely important",
        "unimportant|slightly important|moderately important|important|very important",
        "never|rarely|sometimes|often|always",
        "very unlikely|unlikely|neutral|likely|very likely",
        "definitely not|probably not|might or might not|probably|definitely",
        "poor|fair|good|very good|excellent",
        "very poor|poor|average|good|excellent",
        "much worse than expected|worse than expected|as expected|better than expected|much better than expected",
        "not at all|a little|somewhat|quite a bit|a great deal",
        "非常不满意|不满意|一般|满意|非常满意",
        "很不满意|不太满意|一般|比较满意|很满意",
        "非常不满意|比较不满意|一般|比较满意|非常满意",
        "不满意|不太满意|基本满意|满意|很满意",
        "很不满意|不满意|基本满意|满意|很满意",
        "完全不同意|比较不同意|不确定|比较同意|完全同意",
        "非常不认同|不认同|一般|认同|非常认同",
        "完全不符合|比较不符合|一般|比较符合|完全符合",
        "很不重要|不太重要|一般|比较重要|很重要",
        "从不|很少|有时|经常|总是",
        "从不|偶尔|有时|经常|总是",
        "非常不可能|不可能|一般|可能|非常可能",
        "一定不会|可能不会|不确定|可能会|一定会",
        "完全不愿意|不愿意|一般|愿意|非常愿意",
        "很差|较差|一般|较好|很好",
        "很差|较差|一般|良好|优秀",
        "远低于预期|低于预期|符合预期|高于预期|远高于预期",
    ],
)
def test_five_words_of_a_common_scale_score_one_to_five(labels):
    assert scored(*labels.split("|")) == (5, [1, 2, 3, 4, 5])


@pytest.mark.parametrize(
    "labels",
    [
        "strongly disagree|disagree|somewhat disagree|neutral|somewhat agree|agree|strongly agree",
        "completely disagree|mostly disagree|slightly disagree|neutral|slightly agree|mostly agree|completely agree",
        "extremely dissatisfied|very dissatisfied|dissatisfied|neutral|satisfied|very satisfied|extremely satisfied",
        "never|rarely|occasionally|sometimes|frequently|usually|always",
        "很不满意|不满意|不太满意|一般|基本满意|满意|很满意",
        "非常不满意|不满意|有点不满意|一般|有点满意|满意|非常满意",
        "完全不同意|不同意|比较不同意|中立|比较同意|同意|完全同意",
        "很不重要|不重要|不太重要|一般|有点重要|重要|很重要",
    ],
)
def test_seven_words_of_a_common_scale_score_one_to_seven(labels):
    assert scored(*labels.split("|")) == (7, [1, 2, 3, 4, 5, 6, 7])


@pytest.mark.parametrize(
    ("labels", "scores"),
    [
        ("dissatisfied|satisfied", [0, 1]),
        ("no|yes", [0, 1]),
        ("否|是", [0, 1]),
        ("不满意|一般|满意", [1, 2, 3]),
        ("not satisfied|somewhat satisfied|very satisfied", [1, 2, 3]),
        ("very dissatisfied|dissatisfied|satisfied|very satisfied", [1, 2, 3, 4]),
        ("不满意|基本满意|满意|非常满意", [1, 2, 3, 4]),
        ("很不满意|不满意|满意|很满意", [1, 2, 3, 4]),
        ("差|中|良|优", [1, 2, 3, 4]),
        ("strongly disagree|disagree|slightly disagree|slightly agree|agree|strongly agree", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_shorter_and_even_scales_are_known(labels, scores):
    assert scored(*labels.split("|")) == (len(scores), scores)


def test_an_unused_end_does_not_shorten_the_scale_when_few_answered():
    assert scored("dissatisfied", "neutral", "satisfied", respondents=8) == (5, [2, 3, 4])


def test_a_reading_that_could_be_another_scale_is_doubtful():
    assert choose(Heard({"dissatisfied": 4, "neutral": 2, "satisfied": 3}, 9)).doubtful


def test_words_that_fit_one_scale_leave_no_doubt():
    words = ("strongly disagree", "disagree", "neutral", "agree", "strongly agree")
    assert not choose(Heard(dict.fromkeys(words, 30), 150)).doubtful


def test_a_declared_width_decides_between_scales():
    words = {"dissatisfied": 40, "neutral": 20, "satisfied": 40}
    assert choose(Heard(words, 100, width=4)).label_set.size == 5


def test_codes_beside_the_words_decide_between_scales():
    words = {"very dissatisfied": 30, "dissatisfied": 30, "satisfied": 40, "very satisfied": 50}
    codes = {"very dissatisfied": 1.0, "dissatisfied": 2.0, "satisfied": 4.0, "very satisfied": 5.0}
    assert choose(Heard(words, 150, codes)).label_set.size == 5


def test_a_misspelt_word_does_not_hide_the_scale_of_the_others():
    choice = choose(Heard({"strongly agree": 20, "agree": 30, "neutral": 9, "strongly agreee": 3}, 62))
    assert (choice.complete, choice.label_set.family) == (False, "agreement")


def test_words_of_no_scale_have_none():
    assert choose(Heard({"red": 5, "green": 5}, 10)) is None


@pytest.mark.parametrize("word", ["n/a", "don't know", "not applicable", "不清楚", "不适用", "(空)", "(跳过)", "-"])
def test_words_for_no_answer_are_known_in_both_languages(word):
    assert is_no_answer(word)


def test_not_sure_is_a_step_only_where_the_scale_has_it():
    words = ("一定不会", "可能不会", "不确定", "可能会", "一定会")
    assert scored(*words) == (5, [1, 2, 3, 4, 5])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_vocabulary_stands_in_its_compared_form(language):
    assert [word for one in vocabulary(language) for word in one.steps if normalise(word) != word] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_the_vocabulary_is_longer_than_what_is_looked_up(language):
    assert [word for one in vocabulary(language) for word in one.steps if len(word) > LONGEST] == []


def test_sets_are_offered_in_the_order_of_the_vocabulary():
    ranks = [one.rank for one in label_sets(["satisfied", "agree"])]
    assert ranks == sorted(ranks)
