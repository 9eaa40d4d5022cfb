"""Questions asked twice, and what only looks like them: running numbers, letters of a list, items of a section."""

import pytest

from csi.errors import NothingToScore
from csi.reading.guessing.classify import classify
from csi.reading.guessing.guess import guess
from csi.reading.layout.platforms import added_by

from .made_cells import cells

SEVEN = [1, 2, 3, 4, 5, 6, 7, 4] * 5
KANO = ["我很喜欢", "理应如此", "无所谓", "勉强接受", "我很不喜欢"] * 8


def seen(names, values=SEVEN, **more):
    model, findings = guess(cells({**dict.fromkeys(names, values), **more}))
    return model, {one.key: one for one in findings}


@pytest.mark.parametrize(
    ("asked", "side"),
    [
        (["1、速度（期望）", "2、速度（感知）", "3、价格（期望）", "4、价格（感知）"], "expectation"),
        (["1. Kepentingan: cepat", "2. Kepentingan: harga", "3. Kinerja: cepat", "4. Kinerja: harga"], "importance"),
        (["Q1a_Importance", "Q1b_Satisfaction", "Q2a_Importance", "Q2b_Satisfaction"], "importance"),
        (["1-1. Staff (expected)", "2-1. Staff (perceived)", "1-2. Price (expected)", "2-2. Price (perceived)"], "expectation"),
        (["1.1 期望：速度", "1.2 期望：价格", "2.1 感知：速度", "2.2 感知：价格"], "expectation"),
    ],
)
def test_a_running_number_in_front_parts_no_pair(asked, side):
    model, findings = seen(asked)
    paired = [getattr(leaf, side) for _, leaf in model.indicators]
    assert (len(paired), None in paired, "side_without_partner" in findings) == (2, False, False)


def test_items_of_the_same_question_are_not_paired_by_their_last_letter():
    model, _ = seen(["Q1a_Importance", "Q1b_Importance", "Q1c_Satisfaction", "Q1d_Satisfaction"])
    assert [leaf.importance for _, leaf in model.indicators] == [None] * 4


def test_an_expectation_without_its_experience_is_told():
    _, findings = seen(["速度（期望）", "速度（感知）", "价格（期望）", "环境（感知）"])
    assert findings["side_without_partner"].values["columns"] == ("价格（期望）",)


def test_items_of_sections_are_no_expectations():
    model, findings = seen([f"{section}-{item}" for section in range(1, 5) for item in range(1, 4)])
    assert (len(model.indicators), "pairs_guessed" in findings) == (12, False)


@pytest.mark.parametrize("stem", ["Item ", "Q_", "Q10."])
def test_the_fourth_and_sixth_of_a_list_are_answers(stem):
    model, findings = seen([f"{stem}{letter}" for letter in "ABCDEF"])
    assert (len(model.indicators), "kano_pairs_guessed" in findings) == (6, False)


def test_several_pairs_of_numbers_with_and_without_are_kano_questions_with_a_warning():
    model, findings = seen([f"{name}_{letter}" for name in ("map", "chat", "share") for letter in "fd"], Clean=SEVEN)
    found = findings["kano_pairs_guessed"]
    assert (found.count, found.severity, [leaf.column for _, leaf in model.indicators]) == (3, "warning", ["Clean"])


@pytest.mark.parametrize(
    ("with_it", "without"),
    [
        ("1、如果提供地图，您的感受是？", "2、如果不提供地图，您的感受是？"),
        ("1、地图（正向）", "2、地图（反向）"),
        ("1、有地图时，您的感受", "2、没有地图时，您的感受"),
        ("Map_f", "Map_d"),
    ],
)
def test_kano_pairs_with_a_running_number_are_found(with_it, without):
    _, findings = seen([with_it, without], KANO, Clean=SEVEN)
    assert (findings["kano_pairs_guessed"].count, "kano_left_out" in findings) == (1, False)


def test_a_survey_of_kano_questions_alone_is_one_of_features():
    model, _ = seen(["1、如果提供地图", "1、如果不提供地图"], KANO)
    assert [one.pair for one in model.features] == [("1、如果提供地图", "1、如果不提供地图")]


def test_kano_questions_without_their_partners_are_called_so():
    with pytest.raises(NothingToScore) as refused:
        seen(["Alpha", "Beta"], KANO)
    assert "Kano questions" in refused.value.reason.en


def test_pairs_of_the_same_words_are_told_with_their_columns():
    asked = ["1、您的期望程度：—速度", "1、服务", "1、价格", "2、您的实际感受：—速度", "2、服务", "2、价格"]
    _, findings = seen(asked)
    assert findings["pairs_guessed"].values["pairs"][1:] == ("服务 (E) ← 服务 (B)", "价格 (F) ← 价格 (C)")


@pytest.mark.parametrize("restart", [60, 30])
def test_ids_that_start_again_are_ids(restart):
    numbers = [*range(1, restart + 1), *range(1, 61)]
    assert classify(cells({"序号": numbers, "row": numbers}))[0].kind == "id"
    assert classify(cells({"No": [1, 2, 3, 4, 5] * 20}))[0].kind == "indicator"


def test_the_state_of_a_form_in_redcap_is_no_answer():
    assert added_by("redcap", "satisfaction_complete") and not added_by("wjx", "satisfaction_complete")
