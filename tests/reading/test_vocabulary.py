"""The vocabulary in nine languages, held against a list of 227 answer scales whose labels run from worst to best."""

import json
from itertools import combinations

import pytest

from csi.errors import NothingToScore
from csi.model import Scale
from csi.reading.answers.decode import decode
from csi.reading.answers.label_sets import LANGUAGES, sets_knowing, vocabulary
from csi.reading.answers.labels import label_sets
from csi.reading.answers.no_answers import is_no_answer, kind_of_no_answer

from ..reference import reference
from .made_cells import cells, finding, keys, model

# one scale a language, so that a checkout that stands alone is tested too
SCALES = [
    "非常不滿意|不滿意|普通|滿意|非常滿意",
    "Sangat tidak puas|Tidak puas|Cukup puas|Puas|Sangat puas",
    "STS|TS|N|S|SS",
    "😡|🙁|😐|🙂|😀",
    "☹|🙁|😐|🙂|😀",
    "Nada importante|Poco importante|Neutral|Importante|Muy importante",
    "Muy insatisfecho/a|Insatisfecho/a|Neutral|Satisfecho/a|Muy satisfecho/a",
    "Discordo totalmente|Discordo parcialmente|Não concordo nem discordo|Concordo parcialmente|Concordo totalmente",
    "Trifft überhaupt nicht zu|Trifft eher nicht zu|Teils / teils|Trifft eher zu|Trifft voll und ganz zu",
    "Nicht wichtig|Kaum wichtig|Mäßig wichtig|Wichtig|Sehr wichtig",
    "Pas du tout satisfait(e)|Peu satisfait(e)|Moyennement satisfait(e)|Satisfait(e)|Très satisfait(e)",
    "まったくそう思わない|あまりそう思わない|どちらともいえない|ややそう思う|とてもそう思う",
    "전혀 그렇지 않다|그렇지 않다|보통이다|그렇다|매우 그렇다",
    "None at all|A little|A moderate amount|A lot|A great deal",
    "Ninguno|Básico|Intermedio|Avanzado|Experto",
    "😡|🙁|😐|🙂|😍",
]


def scored(labels, times=10):
    """What decode makes of a column that says each label so often, and the keys of what it has to say."""
    try:
        survey = decode(cells({"Q1": [label for label in labels for _ in range(times)]}), model({"A": ["Q1"]}))
    except NothingToScore:
        return None, ["unread"]
    return survey.answered("Q1")[::times].tolist(), keys(survey)


def scales():
    listed = json.loads(reference("likert-labels.json").read_text(encoding="utf-8"))["labels"]
    return [labels for families in listed.values() for sets in families.values() for labels in sets]


def is_in_order(labels):
    lowest = 0 if len(labels) in (2, 11) else 1
    return scored(labels)[0] == list(range(lowest, lowest + len(labels)))


@pytest.mark.parametrize("labels", SCALES)
def test_a_scale_of_each_language_scores_one_to_five(labels):
    assert scored(labels.split("|"))[0] == [1, 2, 3, 4, 5]


def test_every_listed_scale_is_read_as_its_codes_say():
    assert [labels for labels in scales() if not is_in_order(labels)] == []


def test_no_part_of_a_listed_scale_is_read_in_another_order():
    parts = [part for labels in scales() for size in (2, len(labels) - 1) for part in combinations(labels, size)]
    read = {part: scored(part)[0] for part in set(parts) if len(part) > 1 and not any(label.isdigit() for label in part)}
    assert [part for part, scores in read.items() if scores and scores != sorted(set(scores))] == []


def test_every_listed_word_for_no_answer_is_known():
    listed = json.loads(reference("likert-labels.json").read_text(encoding="utf-8"))["not_answers"]
    words = [word for said in listed.values() for word in said]
    assert [word for word in words if scored([*SCALES[0].split("|"), word])[0][-1:] in ([1], [2], [3], [4], [5])] == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("no se", "not_known"),
        ("weiss nicht", "not_known"),
        ("わからない", "not_known"),
        ("sans objet", "not_applicable"),
        ("해당없음", "not_applicable"),
        ("不适用", "not_applicable"),
        ("k. a", "refused"),
        ("prefiero no responder", "refused"),
        ("(空)", "left_blank"),
    ],
)
def test_a_word_for_no_answer_says_which_way(word, kind):
    assert kind_of_no_answer(word) == kind


@pytest.mark.parametrize("word", ["neutral", "regular", "一般", "never", "nada"])
def test_a_middle_and_a_low_answer_are_answers(word):
    assert not is_no_answer(word)


def test_a_language_is_not_spelled_out_for_words_that_it_cannot_say():
    assert [language for language in LANGUAGES if sets_knowing(language, ["male", "female"])] == []


def test_other_languages_are_not_asked_where_english_knows_every_word():
    english = {one.rank for one in vocabulary("en")}
    assert {one.rank for one in label_sets(["no", "yes"])} <= english


def test_traditional_and_simplified_characters_are_one_word():
    answers = ["非常滿意", "非常满意", "滿意", "普通", "不滿意", "不满意", "非常不滿意"]
    assert scored(answers)[0] == [5, 5, 4, 3, 2, 2, 1]


def test_accents_may_be_left_out():
    assert scored(["Muy facil", "Facil", "Regular", "Dificil", "Muy dificil"])[0] == [5, 4, 3, 2, 1]


def test_both_genders_are_one_word():
    answers = [
        "Satisfecho/a",
        "satisfecha",
        "SATISFECHO(A)",
        "Satisfech@",
        "Muy satisfecho",
        "Neutral",
        "Insatisfecho",
        "Muy insatisfecha",
    ]
    scores, said = scored(answers)
    assert (scores, "labels_shared" in said) == ([4, 4, 4, 4, 5, 3, 2, 1], False)


def test_labels_in_two_languages_at_once_are_known_by_either():
    assert scored(["Bon / Good", "Moyen / Average", "Mauvais / Bad"])[0] == [3, 2, 1]
    assert scored(["5-非常满意 Very satisfied", "4-满意 Satisfied", "2-不满意 Dissatisfied"])[0] == [5, 4, 2]


def test_names_of_answers_with_underscores_are_words():
    assert scored(["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"])[0] == [5, 4, 3, 2, 1]


def test_none_is_an_answer_where_its_scale_has_it_and_missing_elsewhere():
    assert scored(["None", "A little", "A moderate amount", "A lot"])[0] == [1, 2, 3, 4]
    answers, said = scored(["None", "Satisfied", "Neutral", "Dissatisfied", "Very satisfied"])
    assert (answers[0] != answers[0], "no_answer" in said) == (True, True)


def test_letters_that_may_mean_anything_are_no_scale_until_three_are_seen():
    assert scored(["S", "N"]) == (None, ["unread"])


def test_grades_are_no_scale_unless_declared():
    assert scored(list("ABCDF")) == (None, ["unread"])
    survey = decode(
        cells({"Q1": ["A", "F"]}), model({"A": ["Q1"]}, Scale(1, 5, dict(zip("ABCDF", (5, 4, 3, 2, 1), strict=True))))
    )
    assert survey.answered("Q1").tolist() == [5, 1]


def test_two_words_of_a_longer_scale_leave_a_doubt_that_is_said():
    assert "scale_doubtful" in scored(["Average", "Satisfied"], times=35)[1]


def test_a_stray_word_does_not_make_a_longer_scale():
    answers = ["很不满意", "不满意", "一般", "满意", "很满意"] * 100 + ["不太满意"]
    survey = decode(cells({"Q1": answers}), model({"A": ["Q1"]}))
    assert survey.answered("Q1").tolist()[-3:] == [4, 5, 2]
    assert finding(survey, "labels_shared").values["answers"] == ("不满意 = 不太满意",)


def test_the_finding_of_a_worded_scale_holds_what_each_word_is_worth():
    survey = decode(cells({"Q1": ["Very good", "Good", "Fair", "Poor", "Excellent"] * 30}), model({"A": ["Q1"]}))
    assert "Very good = 4" in finding(survey, "labels_read").values["labels"]
