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


def test_single_questions_beside_each_other_are_one_latent_named_by_its_columns():
    model = guessed(**{"The shop is clean": FIVE, "The staff is kind": FIVE, "Prices are fair": FIVE})
    assert list(blocks(model)) == ["Columns A–C"]


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
