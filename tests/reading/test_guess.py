import pytest

from csi.errors import NothingToScore
from csi.reading.guessing.guess import guess

from .made_cells import cells

FIVE = [1, 2, 3, 4, 5, 4, 3, 4] * 5
SEVEN = [1, 2, 3, 4, 5, 6, 7, 4] * 5
TEN = [0, 2, 3, 10, 9, 8, 7, 4] * 5
WORDS = ["很满意", "满意", "一般", "不满意"] * 10
GENDER = ["f", "m"] * 20


def guessed(**columns):
    return guess(cells(columns))[0]


def blocks(model):
    return {latent.name: [leaf.column for leaf in latent.indicators] for latent in model.latents}


def sides(model):
    return {leaf.column: leaf.expectation for _, leaf in model.indicators if leaf.expectation}


def test_columns_of_one_prefix_are_one_latent():
    model = guessed(IMAG1=FIVE, IMAG2=FIVE, QUAL1=FIVE, QUAL2=FIVE)
    assert blocks(model) == {"IMAG": ["IMAG1", "IMAG2"], "QUAL": ["QUAL1", "QUAL2"]}


def test_numbered_items_of_a_question_are_one_latent():
    assert blocks(guessed(Q7_1=FIVE, Q7_2=FIVE, Q8_1=FIVE, Q8_2=FIVE)) == {"Q7": ["Q7_1", "Q7_2"], "Q8": ["Q8_1", "Q8_2"]}


def test_a_bracketed_matrix_is_one_latent_named_by_its_question():
    model = guessed(**{"Rate each: [Price]": FIVE, "Rate each: [Speed]": FIVE})
    assert [(latent.name, [leaf.name for leaf in latent.indicators]) for latent in model.latents] == [
        ("Rate each", ["Price", "Speed"])
    ]


def test_a_chinese_matrix_names_its_question_once():
    model = guessed(**{"7、请评价：—服务态度": WORDS, "7、等候时间": WORDS, "8、总体满意度": WORDS})
    assert [(latent.name, [leaf.name for leaf in latent.indicators]) for latent in model.latents] == [
        ("请评价", ["服务态度", "等候时间"]),
        ("总体满意度", ["总体满意度"]),
    ]


def test_a_matrix_of_stem_dash_statement_is_one_latent():
    model = guessed(**{"Our staff - was polite": FIVE, "Our staff - was quick": FIVE})
    assert list(blocks(model)) == ["Our staff"]


def test_single_questions_beside_each_other_are_one_latent_named_by_the_first():
    model = guessed(**{"The shop is clean": FIVE, "The staff is kind": FIVE, "Prices are fair": FIVE})
    assert list(blocks(model)) == ["The shop is clean …"]


def test_the_block_that_speaks_of_satisfaction_is_the_target():
    assert guessed(SAT1=FIVE, SAT2=FIVE, QUAL1=FIVE, QUAL2=FIVE).target == "SAT"


def test_overall_satisfaction_leaves_its_neighbours_and_is_the_target():
    model = guessed(**{"The shop is clean": FIVE, "The staff is kind": FIVE, "Overall, how satisfied are you?": FIVE})
    assert (model.target, len(model.latents)) == ("Overall, how satisfied are you?", 2)


def test_a_lone_question_on_satisfaction_leaves_its_neighbours_too():
    model = guessed(**{"The shop is clean": FIVE, "The staff is kind": FIVE, "How satisfied are you?": FIVE})
    assert model.target == "How satisfied are you?"


def test_of_several_blocks_on_satisfaction_the_overall_one_is_the_target():
    columns = ["Satisfaction with staff [Speed]", "Satisfaction with staff [Care]", "Overall satisfaction"]
    assert guessed(**dict.fromkeys(columns, FIVE)).target == "Overall satisfaction"


def test_a_single_block_is_no_target_of_its_own():
    assert guessed(SAT1=FIVE, SAT2=FIVE).target == "overall"


def test_without_a_word_of_satisfaction_the_target_is_the_whole():
    assert guessed(A1=FIVE, A2=FIVE, B1=FIVE, B2=FIVE).target == "overall"


def test_when_every_block_speaks_of_satisfaction_the_target_is_the_whole():
    matrix = {f"{stem}满意度[{item}]": WORDS for stem in ("产品", "服务") for item in ("甲", "乙")}
    assert guessed(**matrix).target == "overall"


def test_a_guess_draws_no_paths():
    assert guessed(SAT1=FIVE, SAT2=FIVE, QUAL1=FIVE, QUAL2=FIVE).inner.paths == ()


@pytest.mark.parametrize(
    ("expected", "experienced"),
    [
        (["E1", "E2", "E3"], ["P1", "P2", "P3"]),
        (["e1", "e2", "e3"], ["s1", "s2", "s3"]),
        (["speed_exp", "staff_exp"], ["speed_perc", "staff_perc"]),
        (["态度(期望)", "价格（期望）"], ["态度(感知)", "价格（感知）"]),
        (["态度期望", "价格期望"], ["态度感知", "价格感知"]),
        (["Price (expected)", "Speed (expected)"], ["Price", "Speed"]),
        (
            ["What do you expect? [Price]", "What do you expect? [Speed]"],
            ["What did you get? [Price]", "What did you get? [Speed]"],
        ),
    ],
)
def test_evident_pairs_become_expectation_columns(expected, experienced):
    model = guessed(**dict.fromkeys([*expected, *experienced], SEVEN))
    assert sides(model) == dict(zip(experienced, expected, strict=True))


def test_columns_named_alike_but_of_other_latents_are_no_pairs():
    assert sides(guessed(EXP1=FIVE, EXP2=FIVE, EXP3=FIVE, SAT1=FIVE, SAT2=FIVE, SAT3=FIVE)) == {}


def test_two_lettered_columns_are_too_few_for_a_pattern():
    assert sides(guessed(E1=FIVE, P1=FIVE)) == {}


def test_pairs_are_announced():
    _, findings = guess(cells(dict.fromkeys(["E1", "E2", "E3", "P1", "P2", "P3"], SEVEN)))
    assert [one.values["pairs"] for one in findings if one.key == "pairs_guessed"] == [("P1 ← E1", "P2 ← E2", "P3 ← E3")]


def test_importance_is_paired_with_what_it_weighs():
    model = guessed(
        **{"How important? [Price]": FIVE, "How important? [Speed]": FIVE, "How good? [Price]": FIVE, "How good? [Speed]": FIVE}
    )
    assert [leaf.importance for _, leaf in model.indicators] == ["How important? [Price]", "How important? [Speed]"]


def test_other_columns_take_their_roles():
    model = guessed(id=range(40), Q1=FIVE, Q2=FIVE, Gender=GENDER, wave=["a", "b"] * 20, NPS=TEN, weight=[0.5, 1.5] * 20)
    who = model.respondents
    assert (who.id, who.segments, who.wave, who.recommend, who.case_weight) == ("id", ("Gender",), "wave", "NPS", "weight")


def test_case_weights_are_never_taken_silently():
    _, findings = guess(cells({"Q1": FIVE, "Q2": FIVE, "weight": [0.5, 1.5] * 20}))
    assert "case_weight_guessed" in [one.key for one in findings]


def test_a_guess_announces_itself_with_the_command_that_makes_it_a_file():
    model, findings = guess(cells({"Q1": FIVE, "Q2": FIVE}))
    assert (model.source, findings[0].key, findings[0].severity) == ("guess", "model_guessed", "warning")
    assert "csi init --from {survey}" in findings[0].text.en


def test_indicators_of_one_wording_get_different_names():
    model = guessed(**{"Before [Price]": FIVE, "Before [Speed]": FIVE, "After [Price]": FIVE, "After [Speed]": FIVE})
    assert [leaf.name for _, leaf in model.indicators] == ["Price", "Speed", "Price (2)", "Speed (2)"]


def test_a_file_without_answers_says_what_it_has_instead():
    with pytest.raises(NothingToScore, match="Comments"):
        guess(cells({"Comments": [f"text number {row}" for row in range(40)]}))


def test_a_file_of_one_empty_column_cannot_be_guessed():
    with pytest.raises(NothingToScore):
        guess(cells({"column A": []}))


def test_questions_that_share_a_topic_are_named_by_it():
    model = guessed(
        **{"The food delivery app is quick": FIVE, "I like the food delivery app": FIVE, "My food delivery app fails": FIVE}
    )
    assert list(blocks(model)) == ["Food delivery app"]


def test_chinese_questions_are_named_by_what_they_share():
    model = guessed(**{"附近有足够的绿地": FIVE, "绿地里很安全": FIVE, "我常去绿地": FIVE})
    assert list(blocks(model)) == ["绿地"]


def test_columns_that_share_a_number_only_are_named_from_first_to_last():
    assert list(blocks(guessed(Q2=FIVE, Q3=FIVE, Q4=FIVE))) == ["Q2–Q4"]


def test_columns_that_a_platform_adds_do_not_part_neighbours():
    model = guessed(
        **{"Clean shop": FIVE, "Points - Clean shop": [""] * 40, "Kind staff": FIVE, "Feedback - Kind staff": [""] * 40}
    )
    assert [len(columns) for columns in blocks(model).values()] == [2]


def test_questions_answered_in_words_and_in_numbers_are_not_one_block():
    model = guessed(**{"Clean shop": WORDS, "Kind staff": WORDS, "Fair prices": FIVE, "Big choice": FIVE})
    assert [len(columns) for columns in blocks(model).values()] == [2, 2]


@pytest.mark.parametrize(
    "header",
    [
        "Kepuasan secara keseluruhan",
        "¿Qué tan satisfecho está en general?",
        "Wie zufrieden sind Sie insgesamt?",
        "全体的な満足度",
        "전반적 만족도",
    ],
)
def test_satisfaction_is_known_in_other_languages(header):
    model = guessed(**{"A1": FIVE, "A2": FIVE, "B1": FIVE, "B2": FIVE, header: FIVE})
    assert model.target == header


def test_a_statement_that_merely_holds_the_word_is_no_target():
    statement = 'Saya perlu melihat lebih banyak konten untuk mendapatkan "kepuasan" yang sama'
    assert guessed(**{"Satu hal": FIVE, "Dua hal": FIVE, "Tiga hal": FIVE, statement: FIVE}).target == "overall"


def test_a_word_of_satisfaction_in_every_block_makes_none_the_target():
    columns = ["Clean", "Kind", "I am satisfied with A", "Gender", "Fair", "Quick", "I am satisfied with B"]
    model = guessed(**{name: GENDER if name == "Gender" else FIVE for name in columns})
    assert (model.target, len(model.latents)) == ("overall", 2)


@pytest.mark.parametrize(
    ("asked", "rated"),
    [
        (["Importance of staff", "Importance of price"], ["Satisfaction with staff", "Satisfaction with price"]),
        (
            ["How important is the staff?", "How important is the price?"],
            ["How satisfied are you with the staff?", "How satisfied are you with the price?"],
        ),
        (["态度重要性", "价格重要性"], ["态度满意度", "价格满意度"]),
        (["I1. Staff", "I2. Price", "I3. Place"], ["S1. Staff", "S2. Price", "S3. Place"]),
        (["Kepentingan - Staf", "Kepentingan - Harga"], ["Kinerja - Staf", "Kinerja - Harga"]),
    ],
)
def test_importance_is_told_by_many_names(asked, rated):
    model = guessed(**dict.fromkeys([*asked, *rated], SEVEN))
    found = {leaf.column: leaf.importance for _, leaf in model.indicators if leaf.importance}
    assert list(found.values()) == asked[: len(found)] and found


@pytest.mark.parametrize(
    ("expected", "experienced"),
    [
        (["直원 (기대 수준)", "가격 (기대 수준)"], ["直원 (인지 수준)", "가격 (인지 수준)"]),
        (["Harapan 1", "Harapan 2"], ["Kenyataan 1", "Kenyataan 2"]),
        (["期望1", "期望2"], ["感知1", "感知2"]),
        (["1-1", "2-1", "3-1"], ["1-2", "2-2", "3-2"]),
        (["E1. Staff", "E2. Price", "E3. Place"], ["P1. Staff", "P2. Price", "P3. Place"]),
        (["服务态度期望值", "价格期望值"], ["服务态度实际感受", "价格实际感受"]),
    ],
)
def test_expectation_is_told_by_many_names(expected, experienced):
    model = guessed(**dict.fromkeys([*expected, *experienced], SEVEN))
    assert sides(model) == dict(zip(experienced, expected, strict=True))


def test_two_items_of_each_matrix_are_no_pairs():
    assert sides(guessed(**dict.fromkeys(["Q1_1", "Q1_2", "Q2_1", "Q2_2", "Q3_1", "Q3_2"], SEVEN))) == {}


def test_numbered_questions_with_other_words_are_no_pairs():
    columns = ["1-1 Staff", "1-2 Price", "2-1 Place", "2-2 Speed", "3-1 Choice", "3-2 Care"]
    assert sides(guessed(**dict.fromkeys(columns, SEVEN))) == {}


LIKED, DISLIKED = (
    ["I like it", "I expect it", "I am neutral", "I can tolerate it"] * 10,
    ["I dislike it", "I am neutral", "I can tolerate it"] * 13 + [""],
)


@pytest.mark.parametrize(
    ("functional", "dysfunctional"),
    [
        ("How would you feel if the app had a map?", "How would you feel if the app did not have a map?"),
        ("如果提供外卖，您感觉如何", "如果不提供外卖，您感觉如何"),
        ("Map (functional)", "Map (dysfunctional)"),
        ("1-1", "1-2"),
    ],
)
def test_kano_pairs_are_told_and_count_in_no_latent(functional, dysfunctional):
    model, findings = guess(cells({functional: LIKED, dysfunctional: DISLIKED, "Clean": FIVE, "Kind": FIVE}))
    told = next(one.values["pairs"] for one in findings if one.key == "kano_pairs_guessed")
    assert (told, [leaf.column for _, leaf in model.indicators]) == ((f"{functional} ← {dysfunctional}",), ["Clean", "Kind"])


def test_what_is_left_out_for_arithmetic_is_announced():
    columns = {"P1": FIVE, "P2": SEVEN[::-1], "ix": [(a + b) / 2 for a, b in zip(FIVE, SEVEN[::-1], strict=True)]}
    assert [one.values["columns"] for one in guess(cells(columns))[1] if one.key == "derived_left_out"] == [("ix",)]


def test_the_same_statements_asked_again_under_numbered_names_are_another_block():
    asked = ("It was easy to learn", "It was quick to use", "I liked the way it looks")
    columns = {f"{statement}{number or ''}": [1, 2, 3, 4, 5] * 6 for number in ("", 2, 3) for statement in asked}
    model, _ = guess(cells(columns))
    assert [len(latent.indicators) for latent in model.latents] == [3, 3, 3]
