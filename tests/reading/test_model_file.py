"""YAML text -> Model."""

from __future__ import annotations

import pytest

from csi.errors import ModelFault, Several
from csi.model import Indicator, Respondents, Scale
from csi.reading.models.yaml_file import parse_model

CONTRACT = """\
name: ECSI mobile
language: en
scale: 1-10
missing: [98, 99, 不清楚]
index: Satisfaction
weights: pls
latents:
  Image: [IMAG1..IMAG5]
  Expectation: [CUEX1..CUEX3]
  Perceived quality:
    label: {en: Perceived quality, zh: 感知质量}
    mode: B
    parts:
      Product: [P1, P2]
      Service:
        weight: 0.6
        indicators:
          - {name: Speed, column: Q7, expectation: E7, importance: W7, weight: 2, controllable: yes, label: {zh: 速度}}
          - name: Staff
            column: "3. How polite was our staff, [all in all]?"
            expectation: E8
            reversed: true
            scale: 1-7
  Satisfaction: [CUSA1..CUSA3]
paths:
  Image: [Expectation, Satisfaction]
  Expectation: [Perceived quality, Satisfaction]
respondents: {id: ID, case_weight: w, segments: [Region, Tier], wave: Wave, cluster: Store, recommend: NPS, profit: Margin}
"""


def model(text):
    return parse_model(text, "model.yaml")


def columns(text):
    return [leaf.column for _, leaf in model(text).indicators]


def only_leaf(text):
    [(_, leaf)] = model(text).indicators
    return leaf


def fault(text):
    with pytest.raises(ModelFault) as caught:
        model(text)
    return caught.value


def faults(text):
    with pytest.raises(Several) as caught:
        model(text)
    return caught.value.errors


def test_the_settings_of_the_contract_are_read():
    said = model(CONTRACT)
    assert (said.name, said.language, said.scale, said.missing) == ("ECSI mobile", "en", Scale(1, 10), ("98", "99", "不清楚"))
    assert (said.target, said.weights, said.source) == ("Satisfaction", "pls", "model.yaml")


def test_the_tree_of_the_contract_is_read():
    quality = model(CONTRACT).latent("Perceived quality")
    assert [node.name for node in quality.nodes()] == ["Perceived quality", "Product", "Service"]
    assert (quality.mode, quality.label["zh"], quality.parts[1].weight) == ("B", "感知质量", 0.6)


def test_the_indicators_of_the_contract_are_read():
    speed, staff = model(CONTRACT).latent("Perceived quality").parts[1].indicators
    assert speed == Indicator("Speed", "Q7", "E7", "W7", 2.0, controllable=True, label={"zh": "速度"})
    header = "3. How polite was our staff, [all in all]?"
    assert staff == Indicator("Staff", header, "E8", scale=Scale(1, 7), reversed=True)


def test_the_columns_about_respondents_are_read():
    roles = Respondents("ID", "w", ("Region", "Tier"), "Wave", "Store", None, "NPS", "Margin")
    assert model(CONTRACT).respondents == roles


def test_every_node_knows_its_line():
    said = model(CONTRACT)
    assert said.latents[2].place == "model.yaml:10"
    assert said.latents[2].parts[1].indicators[0].place == "model.yaml:18"


def test_ranges_and_single_columns_mix():
    assert columns("latents: {A: [Q08..Q10, X, {column: Y}]}") == ["Q08", "Q09", "Q10", "X", "Y"]


def test_a_latent_may_be_a_single_column():
    assert columns("latents: {Complaints: CUSCO}") == ["CUSCO"]


def test_a_column_in_a_map_is_never_a_range():
    assert only_leaf('latents: {A: [{column: "Q1..Q5"}]}').column == "Q1..Q5"


def test_a_name_alone_is_the_column_too():
    assert only_leaf("latents: {A: [{name: Speed}]}").column == "Speed"


def test_expectation_and_importance_may_stand_beside_the_indicators():
    text = "latents: {A: {indicators: [P1..P2], expectation: [E1..E2], importance: [W1, W2]}}"
    assert [(leaf.expectation, leaf.importance) for _, leaf in model(text).indicators] == [("E1", "W1"), ("E2", "W2")]


def test_lists_side_by_side_must_be_equally_long():
    found = fault("latents: {A: {indicators: [P1..P4], expectation: [E1..E3]}}")
    assert "3 columns beside 4 indicators" in found.reason.en


def test_an_expectation_is_given_only_once():
    found = fault("latents: {A: {indicators: [{column: P, expectation: E}], expectation: [X]}}")
    assert "has its expectation already" in found.reason.en


def test_a_scale_at_a_latent_is_for_all_indicators_below_without_their_own():
    text = "latents: {A: {scale: 1-5, parts: {B: [x], C: [{column: y, scale: 1-7}]}}}"
    assert [leaf.scale for _, leaf in model(text).indicators] == [Scale(1, 5), Scale(1, 7)]


def test_a_scale_may_say_its_labels_and_missing_codes():
    said = model("scale: {min: 1, max: 5, missing: 9, labels: {很满意: 5, 不满意: 1}}\nlatents: {A: [x]}")
    assert said.scale == Scale(1, 5, {"很满意": 5, "不满意": 1}, ("9",))


@pytest.mark.parametrize("word", ["yes", "no", "on", "1-10", "2024-01-01", "=A1", "1e3", "007", "null", "~", "12:30"])
def test_every_scalar_is_text(word):
    assert columns(f"latents: {{A: [{word}]}}") == [word]


@pytest.mark.parametrize(("word", "turned"), [("yes", True), ("true", True), ("是", True), ("no", False), ("否", False)])
def test_yes_and_no_may_be_said_in_both_languages(word, turned):
    assert only_leaf(f"latents: {{A: [{{column: x, reversed: {word}}}]}}").reversed is turned


@pytest.mark.parametrize(("word", "mode"), [("A", "A"), ("b", "B"), ("formative", "B"), ("反映型", "A")])
def test_the_mode_may_be_a_word(word, mode):
    assert model(f"latents: {{L: {{mode: {word}, indicators: x}}}}").latents[0].mode == mode


def test_a_label_without_its_language_speaks_for_itself():
    assert only_leaf("latents: {A: [{column: x, label: 速度}]}").label == {"zh": "速度"}
    assert only_leaf("latents: {A: [{column: x, label: Speed}]}").label == {"en": "Speed"}


@pytest.mark.parametrize("word", ["zh", "zh-CN", "ZH_cn", "中文"])
def test_the_language_may_name_its_country(word):
    assert model(f"language: {word}\nlatents: {{A: [x]}}").language == "zh"


@pytest.mark.parametrize(
    "paths",
    ["{A: [B, C], B: C}", "[A -> B, A → C, B -> C]", "[{from: A, to: B}, {from: A, to: C}, {from: B, to: C}]"],
)
def test_paths_may_be_written_in_three_ways(paths):
    said = model(f"latents: {{A: [a], B: [b], C: [c]}}\npaths: {paths}")
    assert said.inner.paths == (("A", "B"), ("A", "C"), ("B", "C"))


def test_an_arrow_may_run_on():
    assert model("latents: {A: [a], B: [b], C: [c]}\npaths: A -> B -> C").inner.paths == (("A", "B"), ("B", "C"))


def test_the_whole_tree_may_be_the_target_in_both_languages():
    assert model("index: 总体\nlatents: {A: [x]}").target == "overall"


def test_a_blank_value_says_nothing():
    assert model("name:\nscale:\nmissing:\nlatents: {A: [{column: x, weight: , label: }]}").scale is None


def test_an_unknown_key_names_its_place_and_the_nearest():
    found = fault("latents:\n  A:\n    - {column: x, weigth: 2}")
    assert (found.place, found.remedy.en) == ("model.yaml:3:19", 'The nearest is "weight".')


def test_a_key_at_the_wrong_place_is_sent_home():
    assert fault("latents: {A: [x]}\nprofit: Margin").remedy.en == "It belongs to: respondents."


def test_a_key_written_twice_names_both_places():
    found = fault("latents:\n  A: [x]\n  A: [y]")
    assert found.place == "model.yaml:3:3"
    assert "first at model.yaml:2:3" in found.reason.en


def test_every_fault_is_told_at_once_in_the_order_of_the_file():
    told = faults(
        "nmae: x\nweights: plz\nindex: Qualty\nlatents:\n  Quality:\n    weight: -1\n    mode: C\n"
        "    indicators:\n      - {column: Q8, weight: abc}\n      - {label: x}\npaths: [Quality -> Imgae]"
    )
    assert [error.place for error in told] == [
        "model.yaml:1:1", "model.yaml:2:10", "model.yaml:3:8", "model.yaml:6:13", "model.yaml:7:11", "model.yaml:9:30",
        "model.yaml:10:9", "model.yaml:11:9",
    ]  # fmt: skip


def test_a_wrong_indicator_draws_no_second_fault_after_it():
    assert "name or a column" in fault("latents: {A: [{label: x}]}").reason.en


def test_faults_of_the_whole_come_with_the_others():
    told = faults("nmae: x\nlatents: {A: [{name: one, column: x}, {name: two, column: x}]}")
    assert 'column "x" is claimed 2 times' in told[1].reason.en


def test_weights_that_are_not_there_yet_say_what_is():
    found = fault("weights: ahp\nlatents: {A: [x]}")
    assert (found.place, "cannot be computed yet" in found.reason.en) == ("model.yaml:1:10", True)
    assert found.remedy.en == "Available now: pls, component, equal, given, stated."


def test_given_weights_on_some_children_only_are_refused():
    found = fault("weights: given\nlatents:\n  A:\n    - {column: x, weight: 1}\n    - y")
    assert (found.place, '"A"' in found.reason.en) == ("model.yaml:5", True)


def test_weights_on_some_children_are_fine_where_they_are_not_used():
    assert model("latents: {A: [{column: x, weight: 1}, y], B: [z]}\npaths: {A: B}").weighting == "pls"


def test_a_negative_weight_is_refused():
    assert fault("latents: {A: [{column: x, weight: -0.5}]}").place == "model.yaml:1:35"


@pytest.mark.parametrize("weight", ["abc", "nan", "1e999"])
def test_a_weight_must_be_a_number(weight):
    assert "not a number" in fault(f"latents: {{A: [{{column: x, weight: {weight}}}]}}").reason.en


def test_a_label_outside_its_scale_is_refused():
    assert "outside the scale" in fault("scale: {min: 1, max: 5, labels: {好: 6}}\nlatents: {A: [x]}").reason.en


def test_a_scale_upside_down_is_refused_at_its_place():
    assert fault("latents: {A: [{column: x, scale: 10-1}]}").place == "model.yaml:1:34"


def test_a_scale_without_an_end_says_which():
    assert fault("scale: {min: 1}\nlatents: {A: [x]}").reason.en == '"max" is missing.'


def test_paths_in_a_circle_are_refused_at_the_arrow_that_closes_it():
    found = fault("latents: {A: [a], B: [b]}\npaths: {A: B, B: A}")
    assert (found.place, "circle" in found.reason.en) == ("model.yaml:2:18", True)


def test_a_column_listed_twice_is_one_fault_at_its_second_place():
    found = fault("latents:\n  A: [a, b, a]")
    assert (found.place, type(found).__name__) == ("model.yaml:2:13", "ModelFault")
    assert found.reason.en == 'the column "a" is claimed 2 times.'


def test_a_list_where_one_word_belongs_is_said_plainly_and_once():
    found = fault("latents:\n  A: [a]\n  S: {higher_order: [A, B]}")
    assert (found.place, found.reason.en) == ("model.yaml:3:21", "higher_order should be one word.")
    assert (found.reason.zh, found.remedy.en) == ("higher_order 应为一个词。", "Write two-stage or repeated.")


def test_a_path_written_twice_is_refused():
    assert "written twice" in fault("latents: {A: [a], B: [b]}\npaths: [A -> B, A -> B]").reason.en


@pytest.mark.parametrize("text", ["", "# nothing", "---\n"])
def test_an_empty_file_is_refused(text):
    assert fault(text).place.startswith("model.yaml")


@pytest.mark.parametrize(
    "text", ["latents: {A: &a [x], B: *a}", "latents: {A: !!python/name:os.system [x]}", "latents: {A: [x]}\n---\na: b"]
)
def test_anchors_tags_and_second_documents_are_refused(text):
    with pytest.raises((ModelFault, Several)):
        model(text)


def test_depth_cannot_exhaust_the_machine():
    assert "levels" in fault("a: " + "[" * 100_000).reason.en


def test_text_that_is_no_yaml_says_where():
    assert fault("latents:\n  A: [x\n").place == "model.yaml:3:1"


def test_a_full_width_colon_is_recognised():
    assert "full-width" in fault("latents：\n  A: [x]").remedy.en


def test_a_tab_is_recognised():
    assert "spaces" in fault("latents:\n\tA: [x]").remedy.en


def test_a_control_character_names_its_place():
    assert fault("name: a\x00b").place == "model.yaml:1:8"


def test_a_byte_order_mark_does_not_matter():
    assert columns("\ufefflatents: {A: [x]}") == ["x"]


def test_a_fault_quotes_at_most_a_line_of_what_is_wrong():
    said = fault("x" * 100_000)
    assert max(len(said.reason.en), len(said.reason.zh)) < 200


SERVICE = "latents:\n  Service:\n    higher_order: {}\n    parts: {{Speed: [s1, s2], Staff: {{mode: B, indicators: [t1, t2]}}}}\n  C: [c]"


@pytest.mark.parametrize("word", ["two-stage", "Two-Stage", "two_stage", "yes", "是", "两阶段法"])
def test_a_latent_may_be_of_higher_order(word):
    service = model(SERVICE.format(word)).latents[0]
    assert (service.higher_order, [part.mode for part in service.parts]) == ("two-stage", ["A", "B"])


@pytest.mark.parametrize("word", ["repeated", "重复指标法"])
def test_a_higher_order_may_repeat_the_indicators(word):
    assert model(SERVICE.format(word)).latents[0].higher_order == "repeated"


@pytest.mark.parametrize("word", ["", "no", "否"])
def test_a_higher_order_may_be_denied(word):
    assert model(SERVICE.format(word)).latents[0].higher_order is None


def test_an_unknown_way_to_a_higher_order_says_which_there_are():
    found = fault(SERVICE.format("threestage"))
    assert (found.place, "two-stage or repeated" in found.reason.en) == ("model.yaml:3:19", True)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("latents: {A: {higher_order: yes, indicators: [x]}}", "model.yaml:1:29", "x stands beside"),
        ("latents: {A: {higher_order: yes, parts: {P: [x]}}}", "model.yaml:1:29", "one part only, P"),
        ("latents: {A: {parts: {P: {higher_order: yes, parts: {Q: [x], R: [y]}}}}}", "model.yaml:1:41", "is a part"),
        ("latents: {A: [a], B: {parts: {P: [p]}}}\npaths: {P: A}", "model.yaml:2:9", 'is a part of "B"'),
        ("latents: {A: [a], B: {parts: {P: [p]}}}\nindex: P", "model.yaml:2:8", 'is a part of "B"'),
        ("latents: {A: [a], B: [b], C: [c]}\npaths: {A: C, A * B: C}", "model.yaml:2:15", "without B -> C"),
        ("latents: {A: [a], B: [b], C: [c]}\npaths: {A: C, A * Bb: C}", "model.yaml:2:15", 'no latent "Bb"'),
        ("latents: {A: [a], B: [b], C: [c]}\npaths: {A: C, B: C, C: A * B}", "model.yaml:2:24", "no path can lead"),
    ],
)
def test_what_forbids_a_higher_order_or_an_interaction_is_said_at_its_place(text, place, words):
    found = fault(text)
    assert (found.place, words in found.reason.en) == (place, True)


@pytest.mark.parametrize("sign", [" * ", "*", " × ", "＊"])
@pytest.mark.parametrize(
    "form", ["{{A: C, B: C, A{}B: C}}", "[A -> C, B -> C, A{}B -> C]", "[A -> C, B -> C, {{from: A{}B, to: C}}]"]
)
def test_an_interaction_is_a_cause_of_two_latents(form, sign):
    said = model("latents: {A: [a], B: [b], C: [c]}\npaths: " + form.format(sign))
    assert said.inner.paths == (("A", "C"), ("B", "C"), ("A * B", "C"))


def test_the_factors_of_an_interaction_may_stand_either_way_round():
    text = "latents: {A: [a], B: [b], C: [c], D: [d]}\npaths: {A: [C, D], B: [C, D], A * B: C, B * A: D}"
    assert [one.name for one in model(text).interactions] == ["A * B"]


def test_an_interaction_written_twice_is_refused_either_way_round():
    text = "latents: {A: [a], B: [b], C: [c]}\npaths: {A: C, B: C, A * B: C, B * A: C}"
    assert "A * B -> C is written twice" in fault(text).reason.en


def test_a_latent_called_like_a_product_is_a_latent():
    assert model("latents: {A * B: [a], C: [c]}\npaths: {A * B: C}").interactions == ()


def test_a_chinese_key_is_told_its_english_name():
    assert fault("latents: {A: {高阶: 是, parts: {P: [x], Q: [y]}}}").remedy.en == 'The nearest is "higher_order".'
