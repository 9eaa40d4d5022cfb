"""Rows of the sheet `model` -> Model."""

from __future__ import annotations

import datetime

import pytest

from csi.errors import ModelFault, Several
from csi.model import Indicator, Respondents, Scale
from csi.reading.models.sheet import model_from_rows

HEAD = ["latent", "part", "indicator", "column"]


def model(*rows):
    return model_from_rows(rows, 'sheet "model"')


def only_leaf(*rows):
    [(_, leaf)] = model(*rows).indicators
    return leaf


def fault(*rows):
    with pytest.raises(ModelFault) as caught:
        model(*rows)
    return caught.value


def test_a_row_is_an_indicator():
    head = [
        "latent",
        "indicator",
        "column",
        "expectation",
        "importance",
        "weight",
        "scale",
        "reversed",
        "controllable",
        "label_zh",
    ]
    row = ["Quality", "Speed", "Q7", "E7", "W7", 2.0, "1-7", "yes", "no", "速度"]
    speed = Indicator("Speed", "Q7", "E7", "W7", 2.0, Scale(1, 7), True, False, {"zh": "速度"})
    assert only_leaf(head, row) == speed


def test_header_words_may_be_chinese():
    head = [
        "潜变量",
        "部分",
        "指标",
        "列",
        "期望列",
        "重要性列",
        "权重",
        "量表",
        "反向",
        "可控",
        "中文标签",
        "英文标签",
        "中文题目",
    ]
    row = ["质量", "服务", "速度", "Q7", "E7", "W7", 2.0, "1至7", "是", "否", "速度", "Speed", "快吗？"]
    assert only_leaf(head, row) == Indicator(
        "速度", "Q7", "E7", "W7", 2.0, Scale(1, 7), True, False, {"zh": "速度", "en": "Speed"}, {"zh": "快吗？"}
    )


def test_numbers_from_excel_read_as_people_write_them():
    assert only_leaf(["latent", "indicator", "column"], ["A", 3.0, 12.0]).column == "12"


def test_a_blank_latent_means_the_one_above():
    said = model(HEAD, ["A", None, "x", "x"], [None, None, "y", "y"], ["B", "", "z", "z"])
    assert [latent.name for latent in said.latents] == ["A", "B"]
    assert [leaf.name for leaf in said.latents[0].indicators] == ["x", "y"]


def test_parts_may_stand_in_several_columns():
    said = model(["latent", "part", "part 2", "column"], ["A", "B", "C", "x"], ["A", "B", "", "y"])
    assert [node.name for node in said.latents[0].nodes()] == ["A", "B", "C"]


def test_parts_may_stand_in_one_column_as_a_way():
    said = model(["latent", "part", "column"], ["A", "B / C", "x"])
    assert [node.name for node in said.latents[0].nodes()] == ["A", "B", "C"]


def test_a_row_without_indicator_and_column_speaks_of_its_node():
    head = ["latent", "part", "column", "weight", "mode", "label_zh"]
    said = model(head, ["A", "", "", 0.4, "B", "甲"], ["A", "P", "", 0.7, "", ""], ["A", "P", "x", "", "", ""])
    latent = said.latents[0]
    assert (latent.weight, latent.mode, latent.label, latent.parts[0].weight) == (0.4, "B", {"zh": "甲"}, 0.7)


def test_the_mode_may_stand_at_an_indicator():
    assert model(["latent", "column", "mode"], ["A", "x", "B"]).latents[0].mode == "B"


def test_two_modes_for_one_latent_are_refused_at_the_second():
    assert fault(["latent", "column", "mode"], ["A", "x", "B"], ["A", "y", "A"]).place == "model!C3"


def test_a_column_alone_may_be_a_range():
    said = model(["latent", "column"], ["A", "Q1..Q3"])
    assert [leaf.column for _, leaf in said.indicators] == ["Q1", "Q2", "Q3"]


def test_paths_may_stand_below():
    said = model(["latent", "column"], ["A", "x"], ["B", "y"], [], ["from", "to"], ["A", "B"])
    assert said.inner.paths == (("A", "B"),)


def test_paths_may_stand_beside():
    said = model(["latent", "column", None, "原因", "结果"], ["A", "x", None, "A", "B"], ["B", "y"], ["C", "z", None, None, "C"])
    assert said.inner.paths == (("A", "B"), ("A", "C"))


@pytest.mark.parametrize("head", [["来源", "去向"], ["从", "到"], ["起点", "终点"]])
def test_paths_have_several_chinese_headers(head):
    said = model(["潜变量", "列"], ["甲", "x"], ["乙", "y"], [], head, ["甲", "乙"])
    assert said.inner.paths == (("甲", "乙"),)


def test_latents_may_be_called_from_and_to():
    said = model(["latent", "indicator", "column"], ["from", "to", "x"], ["to", "y", "y"], [], ["from", "to"], ["from", "to"])
    assert said.inner.paths == (("from", "to"),)


def test_settings_are_rows_of_key_and_value():
    said = model(
        ["latent", "column"], ["A", "x"], [], ["setting", "value"], ["name", "Spring"], ["语言", "zh"], ["scale", "1-5"],
        ["missing", "98, 99；不清楚"], ["目标", "A"], ["weights", "equal"], ["id", "ID"], ["细分", "Region、Tier"], ["wave", 2026.0],
    )  # fmt: skip
    assert (said.name, said.language, said.scale, said.target, said.weights) == ("Spring", "zh", Scale(1, 5), "A", "equal")
    assert said.missing == ("98", "99", "不清楚")
    assert said.respondents == Respondents(id="ID", segments=("Region", "Tier"), wave="2026")


def test_a_scale_cell_may_hold_the_long_form():
    row = ["A", "x", "{min: 1, max: 5, labels: {很满意: 5, 不满意: 1}}"]
    assert only_leaf(["latent", "column", "scale"], row).scale == Scale(1, 5, {"很满意": 5, "不满意": 1})


def test_a_list_in_brackets_keeps_its_commas():
    said = model(["latent", "column"], ["A", "x"], ["setting", "value"], ["segments", '["Town, or village", Tier]'])
    assert said.respondents.segments == ("Town, or village", "Tier")


def test_a_scale_that_excel_made_a_date_says_so():
    found = fault(["latent", "column", "scale"], ["A", "x", datetime.datetime(2026, 1, 10)])
    assert (found.place, "date" in found.reason.en) == ("model!C2", True)


def test_notes_that_begin_with_a_hash_are_passed_over():
    assert len(model(["# our model"], ["latent", "column", "# remarks"], ["A", "x"], ["# end"]).indicators) == 1


@pytest.mark.parametrize("blank", [None, "", "  ", float("nan")])
def test_blank_rows_are_passed_over(blank):
    assert len(model(["latent", "column"], [blank, blank], ["A", "x"], [blank], ["B", "y"]).latents) == 2


def test_a_stray_cell_is_refused():
    assert fault(["latent", "column"], ["A", "x", "", "old"]).place == "model!D2"


def test_an_unknown_header_names_the_nearest():
    found = fault(["latent", "column", "wieght"], ["A", "x", 1])
    assert (found.place, '"weight"' in found.remedy.en) == ("model!C1", True)


def test_a_header_twice_is_refused():
    assert fault(["latent", "column", "column"], ["A", "x", "y"]).place == "model!C1"


def test_an_unknown_setting_names_the_nearest():
    found = fault(["latent", "column"], ["A", "x"], ["setting", "value"], ["mising", "9"])
    assert (found.place, '"missing"' in found.remedy.en) == ("model!A4", True)


def test_a_wrong_value_names_its_cell():
    assert fault(["latent", "column", "weight"], ["A", "x", "heavy"]).place == "model!C2"


def test_an_indicator_knows_its_cell():
    assert only_leaf(HEAD, ["A", None, "x", "x"]).place == "model!C2"


def test_a_path_to_no_latent_names_its_cell():
    assert fault(["latent", "column"], ["A", "x"], ["from", "to"], ["A", "Z"]).place == "model!B4"


def test_an_attribute_without_indicator_is_refused():
    assert fault(["latent", "column", "expectation"], ["A", "x", ""], ["A", "", "E9"]).place == "model!C3"


def test_a_first_row_without_latent_is_refused():
    with pytest.raises((ModelFault, Several), match="names no latent"):
        model(["latent", "column"], ["", "x"], ["A", "y"])


def test_the_sheet_is_called_what_it_is_called():
    with pytest.raises(ModelFault) as caught:
        model_from_rows([["潜变量", "列", "权重"], ["A", "x", "-1"]], "sheet", sheet="模型")
    assert caught.value.place == "模型!C2"


@pytest.mark.parametrize("rows", [[], [[]], [["some", "notes"]], [[None, "latent"]]])
def test_a_sheet_without_a_table_of_indicators_is_refused(rows):
    with pytest.raises((ModelFault, Several)):
        model_from_rows(rows, "sheet")


def test_a_higher_order_stands_in_the_row_of_the_latent():
    said = model(["latent", "part", "column", "higher_order"], ["A", "", "", "repeated"], ["A", "P", "x"], ["", "Q", "y"])
    assert said.latents[0].higher_order == "repeated"


def test_a_higher_order_in_the_row_of_an_indicator_speaks_of_its_latent():
    said = model(["潜变量", "部分", "列", "高阶"], ["A", "P", "x", "两阶段法"], ["", "Q", "y", "两阶段法"])
    assert said.latents[0].higher_order == "two-stage"


def test_a_higher_order_that_cannot_be_names_its_cell():
    assert fault(["latent", "column", "higher order"], ["A", "x", "yes"]).place == "model!C2"


def test_an_interaction_stands_among_the_causes():
    said = model(["latent", "column"], ["A", "a"], ["B", "b"], ["C", "c"], ["from", "to"], ["A", "C"], ["B", "C"], ["A×B", "C"])
    assert said.interactions == (("A * B", "A", "B"),)
