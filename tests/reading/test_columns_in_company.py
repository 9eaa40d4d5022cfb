import random

import pytest

from csi.errors import NothingToScore
from csi.reading.guessing.classify import classify
from csi.reading.guessing.guess import guess

from .made_cells import cells

DICE = random.Random(7)
ROWS = 40


def drawn(*choices):
    return [DICE.choice(choices) for _ in range(ROWS)]


def kinds(columns):
    return {one.header: (one.kind, one.reason) for one in classify(cells(columns))}


FIVE, OTHER, THIRD = (drawn(1, 2, 3, 4, 5) for _ in range(3))
ORDERS = [DICE.sample([1, 2, 3, 4], 4) for _ in range(ROWS)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("8(选项A)", "8(选项B)"),
        ("CH[SQ001]", "CH[SQ002]"),
        ("channels/shop", "channels/app"),
        ("What did you use? - Shop", "What did you use? - App"),
        ("3.您知道我们的渠道(多选):官网", "3.您知道我们的渠道(多选):微信"),
        ("Q9_1", "Q9_2"),
    ],
)
def test_ticks_under_one_question_are_its_options(first, second):
    found = kinds({first: drawn(1, 0), second: drawn(1, 0), "Q1": FIVE})
    assert [found[first], found[second]] == [("multi_select", "option_of_several")] * 2


def test_options_may_be_marked_by_their_own_words():
    columns = {"Which? - Shop": drawn("Shop", ""), "Which? - App": drawn("App", "")}
    assert set(kinds(columns).values()) == {("multi_select", "option_of_several")}


def test_the_column_that_joins_the_options_is_one_of_them():
    columns = {"channels": drawn("shop app", "shop", "app"), "channels/shop": drawn(1, 0), "channels/app": drawn(1, 0)}
    assert kinds(columns)["channels"] == ("multi_select", "several_choices")


def test_ones_and_noughts_that_stand_alone_are_groups():
    assert kinds({"Gender": drawn(0, 1), "Member": drawn(0, 1)})["Member"] == ("segment", "two_numbers")


def test_the_mean_of_other_columns_is_no_answer():
    mean = [(a + b) / 2 for a, b in zip(FIVE, OTHER, strict=True)]
    assert kinds({"P1": FIVE, "P2": OTHER, "Index of it": mean})["Index of it"] == ("derived", "mean_of_others")


def test_a_rounded_mean_is_found_too():
    mean = [round((a + b + c) / 3, 2) for a, b, c in zip(FIVE, OTHER, THIRD, strict=True)]
    assert kinds({"P1": FIVE, "P2": OTHER, "P3": THIRD, "ix": mean})["ix"] == ("derived", "mean_of_others")


def test_the_sum_of_other_columns_is_no_answer():
    total = [a + b + c for a, b, c in zip(FIVE, OTHER, THIRD, strict=True)]
    assert kinds({"P1": FIVE, "P2": OTHER, "P3": THIRD, "T": total})["T"] == ("derived", "sum_of_others")


def test_an_amount_is_no_sum_of_answers():
    assert kinds({"P1": FIVE, "P2": OTHER, "Spend": drawn(120, 340, 15, 99)})["Spend"] == ("number", "other_numbers")


def test_a_recoded_copy_is_no_answer_of_its_own():
    turned = [6 - answer for answer in FIVE]
    assert kinds({"op2": FIVE, "Rop2": turned})["Rop2"] == ("derived", "copy_of_another")


def test_equal_answers_under_another_name_are_answers():
    assert kinds({"Staff": FIVE, "Prices": FIVE})["Prices"] == ("indicator", "scale_numbers")


def test_places_given_out_once_a_row_are_a_ranking():
    columns = {f"Order these [{name}]": [row[at] for row in ORDERS] for at, name in enumerate("ABCD")}
    assert set(kinds(columns).values()) == {("ranking", "order_numbers")}


def test_ratings_of_a_matrix_are_no_ranking():
    columns = {f"Rate these [{name}]": drawn(1, 2, 3, 4) for name in "ABCD"}
    assert {kind for kind, _ in kinds(columns).values()} == {"indicator"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1st choice", "2nd choice"),
        ("Tasks [Rank 1]", "Tasks [Rank 2]"),
        ("第一选择", "第二选择"),
        ("primera opción", "segunda opción"),
    ],
)
def test_first_and_second_choice_among_the_same_options_are_a_ranking(first, second):
    found = kinds({first: drawn("Price", "Staff", "Place"), second: drawn("Price", "Staff", "Place")})
    assert set(found.values()) == {("ranking", "ranks")}


def test_an_arrow_between_choices_is_a_ranking():
    assert kinds({"排序": drawn("A→B→C", "B→A→C", "C→B→A")})["排序"] == ("ranking", "ranks")


def test_your_income_among_ratings_is_a_rating():
    found = kinds({"Tu tiempo libre": drawn(*range(11)), "Tus ingresos": drawn(*range(11)), "Tu salud": drawn(*range(11))})
    assert found["Tus ingresos"] == ("indicator", "scale_numbers")


@pytest.mark.parametrize(
    ("header", "answers"),
    [
        ("Please select 4 for this item", [4] * 9 + [2]),
        ("本题请选择“非常同意”", ["非常同意"] * 9 + ["同意"]),
        ("Bitte wählen Sie hier 5", [5] * 8 + [1, 2]),
        ("Attention check", [3] * 9 + [1]),
        ("「そう思う」を選択してください", ["そう思う"] * 9 + ["そう思わない"]),
        ("To show that you are reading, choose “Agree”", ["Agree"] * 8 + ["Disagree"] * 2),
    ],
)
def test_a_question_that_tells_its_answer_is_an_attention_check(header, answers):
    assert kinds({header: answers * 4})[header] == ("attention", "instructed")


@pytest.mark.parametrize(
    ("header", "answers"),
    [
        ("Please select how satisfied you are", [4] * 9 + [2]),
        ("请选择您对本店的满意程度", ["满意"] * 8 + ["不满意"] * 2),
        ("Please select a number from 1 to 5", [5] * 8 + [1, 2]),
        ("The staff paid attention to me", [5] * 9 + [4]),
        ("Please select 4 for this item", [4, 2, 3, 1, 5]),
    ],
)
def test_a_question_that_leaves_the_answer_open_is_no_attention_check(header, answers):
    assert kinds({header: answers * 8})[header][0] == "indicator"


@pytest.mark.parametrize(
    "words",
    [
        ["I like it", "I expect it", "I am neutral", "I can tolerate it", "I dislike it"],
        ["我很喜欢", "理应如此", "无所谓", "勉强接受", "我很不喜欢"],
        ["마음에 든다", "당연하다", "아무런 느낌이 없다", "하는 수 없다", "마음에 안 든다"],
        ["Das würde mich sehr freuen", "Das setze ich voraus", "Das ist mir egal", "Das würde mich sehr stören"],
    ],
)
def test_the_words_of_a_kano_question_are_no_scale(words):
    assert kinds({"Q": drawn(*words)})["Q"] == ("kano", "kano_words")


def test_agreement_with_a_neutral_middle_is_no_kano_question():
    assert kinds({"Q": drawn("Agree", "Neutral", "Disagree")})["Q"] == ("indicator", "scale_words")


def test_a_semicolon_behind_every_choice_is_several_choices():
    assert kinds({"Which?": drawn("Phone;", "Chat;", "Phone;Chat;")})["Which?"] == ("multi_select", "several_choices")


def test_a_question_that_asks_for_all_that_apply_is_several_choices():
    assert kinds({"Which? Select all that apply": drawn("Phone", "Chat")})["Which? Select all that apply"][0] == "multi_select"


def test_commas_inside_single_choices_do_not_make_several():
    towns = drawn("Paris, France", "Lyon, France", "Rome, Italy", "Turin, Italy")
    assert kinds({"Where do you live?": towns})["Where do you live?"][0] == "segment"


@pytest.mark.parametrize(
    ("header", "values", "kind"),
    [
        ("¿Nos recomendaría a un amigo?", range(11), "recommend"),
        ("¿Qué tan probable es que nos recomiende?", range(11), "recommend"),
        ("Würden Sie uns weiterempfehlen?", range(11), "recommend"),
        ("Recommanderiez-vous notre service ?", range(11), "recommend"),
        ("Você nos recomendaria?", range(11), "recommend"),
        ("Apakah Anda merekomendasikan kami?", range(11), "recommend"),
        ("友人にすすめたいと思いますか（推奨度）", range(11), "recommend"),
        ("추천할 의향이 있습니까", range(11), "recommend"),
        ("您會推薦我們嗎", range(11), "recommend"),
        ("Código postal", (34000, 34001, 34002), "number"),
        ("Geburtsjahr", (1980, 1990, 2000), "number"),
        ("Usia", (19, 20, 41), "number"),
        ("생년월일", ("1980-01-01", "1990-02-02"), "personal"),
        ("Jenis Kelamin", ("Laki-laki", "Perempuan"), "segment"),
        ("所用时间", ("183秒", "75秒", "64秒"), "duration"),
        ("Dauer (in Sekunden)", (183, 75, 64), "duration"),
        ("Browser", ("Chrome", "Firefox"), "metadata"),
        ("Nachname", ("Meier", "Huber"), "personal"),
        ("연락처", ("a", "b"), "personal"),
        ("电子邮箱", ("甲", "乙"), "personal"),
        ("Feedback - Prise en main", ("", ""), "derived"),
    ],
)
def test_names_are_known_in_the_languages_of_survey_platforms(header, values, kind):
    assert kinds({header: drawn(*values)})[header][0] == kind


def test_a_column_that_the_platform_adds_is_no_answer_whatever_its_cells():
    head = {
        "id": list(range(5)),
        "submitdate": ["2024-03-17 21:19:03"] * 5,
        "lastpage": [8, 3, 8, 2, 5],
        "startlanguage": ["en"] * 5,
    }
    from csi.reading.layout.described import described

    found = {one.header: one.kind for one in classify(described(cells({**head, "seed": [3] * 5, "SAT": [1, 2, 3, 4, 5]})))}
    assert (found["lastpage"], found["SAT"]) == ("metadata", "indicator")


def test_a_long_column_of_texts_is_told_by_a_stretch_of_it_and_counted_whole():
    from csi.reading.guessing.glimpse import STRETCH

    texts = ["", *[f"It was fine on day {row}, mostly" for row in range(STRETCH + 500)]]
    (one,) = classify(cells({"Comments": texts}))
    assert (one.kind, one.answered, one.rows) == ("free_text", STRETCH + 500, STRETCH + 501)


def test_a_question_asked_late_in_a_long_file_is_still_found():
    rows = [*[""] * 5000, *[f"It was fine on day {row}, mostly" for row in range(2500)]]
    assert kinds({"Why?": rows})["Why?"] == ("free_text", "comments")


def test_an_option_that_everybody_ticked_is_an_option_beside_the_others():
    found = kinds({"Q1": FIVE, "8(微信)": drawn(0, 1), "8(门店)": drawn(0, 1), "8(电话)": [1] * ROWS})
    assert found["8(电话)"] == ("multi_select", "option_of_several")


def test_the_question_beside_its_groups_of_promoters_is_the_recommendation_whatever_its_name():
    scores = drawn(*range(11))
    groups = ["Promoter" if score > 8 else "Passive" if score > 6 else "Detractor" for score in scores]
    assert kinds({"Q1": FIVE, "Q2_NPS_GROUP": groups, "Q2": scores})["Q2"] == ("recommend", "group_beside")


def test_a_column_for_each_answer_of_a_question_holds_choices_and_no_ratings():
    words = ["Very satisfied", "Satisfied", "Dissatisfied"]
    chosen = drawn(*words)
    spread = {f"How satisfied are you? - {word}": [word if one == word else "" for one in chosen] for word in words}
    assert {kind for kind, _ in kinds({"Q1": FIVE, **spread}).values()} == {"indicator", "multi_select"}


def test_codes_without_their_words_are_said_to_need_an_order():
    codes = drawn("A1", "A2", "A3", "A4", "A5")
    found = kinds({"SAT[SQ001]": codes, "SAT[SQ002]": codes[::-1], "Arm": drawn("T1", "T2", "T3")})
    assert [reason for _, reason in found.values()] == ["answer_codes", "answer_codes", "groups"]
    with pytest.raises(NothingToScore) as caught:
        guess(cells({"SAT[SQ001]": codes, "SAT[SQ002]": codes[::-1]}))
    assert "labels: {A1: 1, A2: 2" in caught.value.remedy.en
