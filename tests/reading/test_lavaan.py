"""Lavaan text -> Model."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csi.errors import CsiError, ModelFault, Several
from csi.model import Model, Scale
from csi.reading import open_survey, read_model
from csi.reading.models.lavaan import parse_lavaan
from csi.reading.models.yaml_file import parse_model

ECSI = """\
# the European index
# name: ECSI mobile
# scale: 1-10
# missing: 98, 99
# index: Satisfaction
Image        =~ IMAG1 + IMAG2 + IMAG3
Expectation  =~ CUEX1..CUEX3
Quality      <~ PERQ1 + PERQ2     # formed
Satisfaction =~ "1. How satisfied are you, [all in all]?" +
                CUSA2
Complaints   =~ CUSCO
Expectation  ~ Image
Quality      ~ Expectation; Satisfaction ~ Image + Expectation + Quality
Complaints   ~ Satisfaction
"""
SAME_IN_YAML = """\
name: ECSI mobile
scale: 1-10
missing: [98, 99]
index: Satisfaction
latents:
  Image: [IMAG1, IMAG2, IMAG3]
  Expectation: [CUEX1..CUEX3]
  Quality: {mode: B, indicators: [PERQ1, PERQ2]}
  Satisfaction: [{column: "1. How satisfied are you, [all in all]?"}, CUSA2]
  Complaints: CUSCO
paths: {Image: [Expectation, Satisfaction], Expectation: [Quality, Satisfaction], Quality: Satisfaction, Satisfaction: Complaints}
"""
THREE = "A =~ a; B =~ b; C =~ c\n"


def model(text):
    return parse_lavaan(text, "m.lav")


def columns(text):
    return [leaf.column for _, leaf in model(text).indicators]


def test_the_same_model_in_lavaan_and_in_yaml_is_the_same_model():
    assert model(ECSI) == parse_model(SAME_IN_YAML, "m.yaml")


def test_a_latent_of_latents_is_of_higher_order_and_keeps_their_modes():
    yaml = (
        "latents:\n  Service:\n    mode: B\n    higher_order: two-stage\n    parts: {Speed: [s1, s2], Staff: {mode: B, indicators: [t1, t2]}}\n"
        "  Satisfaction: [y]\npaths: {Service: Satisfaction}"
    )
    text = "Speed =~ s1 + s2\nStaff <~ t1 + t2\nService <~ Speed + Staff\nSatisfaction =~ y\nSatisfaction ~ Service"
    assert model(text) == parse_model(yaml, "m.yaml")


def test_an_interaction_is_written_with_a_colon():
    yaml = 'latents: {A: [a], B: [b], C: [c]}\npaths: {A: C, B: C, "A * B": C}'
    assert model(THREE + "C ~ A + B + A:B") == parse_model(yaml, "m.yaml")


def test_paths_are_gathered_by_cause_in_the_order_first_named():
    assert model(THREE + "B ~ A\nC ~ B + A").inner.paths == (("A", "B"), ("A", "C"), ("B", "C"))


def test_two_effects_may_share_a_line():
    assert model(THREE + "B + C ~ A").inner.paths == (("A", "B"), ("A", "C"))


def test_a_second_line_adds_indicators():
    assert columns("A =~ x1\nA =~ x2") == ["x1", "x2"]


@pytest.mark.parametrize(
    "text",
    ["A =~ x1 + x2", "A =~ x1 +\n x2", "A =~ x1\n + x2", "A =~\n\n x1 + # one\n ! two\n x2;", "A\n=~ x1\n\n+ x2", "A=~x1+x2\r\n"],
)
def test_a_statement_runs_on_over_operators_comments_and_blank_lines(text):
    assert columns(text) == ["x1", "x2"]


@pytest.mark.parametrize("quoted", ['"Q 1 # + 2"', "'Q 1 # + 2'", "`Q 1 # + 2`", "“Q 1 # + 2”"])
def test_a_header_stands_in_quotes_as_it_is(quoted):
    assert columns(f"A =~ {quoted} + x") == ["Q 1 # + 2", "x"]


def test_a_range_counts_on_but_not_in_quotes():
    assert columns('A =~ Q08..Q10 + "Q1..Q3"') == ["Q08", "Q09", "Q10", "Q1..Q3"]


def test_names_and_signs_may_be_chinese():
    text = "满意＝～ 满意1 ＋ 满意2；形象 =~ 形象1\n满意 ～ 形象\n# 目标：满意"
    assert (model(text).inner.paths, model(text).target) == ((("形象", "满意"),), "满意")


def test_a_latent_may_be_called_like_its_only_column():
    assert columns("Loyalty =~ Loyalty") == ["Loyalty"]


def test_labels_only_name_a_coefficient():
    assert model("A =~ a*x + label('b')*y; B =~ z\nB ~ c*A") == model("A =~ x + y; B =~ z\nB ~ A")


def test_comments_of_key_and_value_are_settings():
    said = model("# Name: Spring\n#scale：1-5\n! missing: 9, 不清楚\n# weights: equal\n# language: zh\n# note: x\nA =~ x")
    assert (said.name, said.scale, said.missing, said.weights, said.language) == (
        "Spring",
        Scale(1, 5),
        ("9", "不清楚"),
        "equal",
        "zh",
    )


def test_without_an_index_none_is_chosen():
    assert model("A =~ x").target_chosen is False


def test_every_latent_and_indicator_knows_its_line():
    said = model("\nA =~ x +\n y")
    assert [said.latents[0].place, *(leaf.place for _, leaf in said.indicators)] == ["m.lav:2", "m.lav:2", "m.lav:3"]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "m.lav", "empty"),
        ("# only a note", "m.lav:1:1", "measures a latent"),
        ("A", "m.lav:1:1", "without =~"),
        ("A =~ x\nB", "m.lav:2:1", "without =~"),
        ("A =~", "m.lav:1:3", 'beside "=~"'),
        ("=~ x", "m.lav:1:1", 'beside "=~"'),
        ("A =~ x +", "m.lav:1:8", 'beside "\\+"'),
        ("A =~ x +\nB =~ y", "m.lav:1:8", 'beside "\\+"'),
        ("A =~ x + + y", "m.lav:1:10", 'beside "\\+"'),
        ("A =~ ~ x", "m.lav:1:6", 'beside "~"'),
        ("A =~ x B =~ y", "m.lav:1:8", "second statement"),
        ("A =~ Speed of", "m.lav:1:12", "no \\+ between"),
        ("A =~ x, y", "m.lav:1:7", '"," has no meaning'),
        ("A =~ x1-x3", "m.lav:1:8", '"-" has no meaning'),
        ("A = x", "m.lav:1:3", '"=" has no meaning'),
        ("A =~ x; A -> A", "m.lav:1:11", '"->" has no meaning'),
        ('A =~ "x', "m.lav:1:6", "not closed"),
        ('A =~ ""', "m.lav:1:3", 'beside "=~"'),
        ("A =~ x\n'", "m.lav:2:1", "not closed"),
        ("A =~ 12", "m.lav:1:6", "is a number"),
        ("A =~ 1*x", "m.lav:1:6", '"1\\*" fixes'),
        ("A =~ x + NA*y", "m.lav:1:10", '"NA\\*" fixes'),
        ("A =~ start(0.5)*x", "m.lav:1:6", '"start\\(0.5\\)\\*" fixes'),
        ("A =~ a*x + a*y", "m.lav:1:12", "two coefficients equal"),
        ("A =~ x:y", "m.lav:1:7", "right of ~"),
        ("A =~ x\nA ~ 1", "m.lav:2:5", "intercept"),
        ("A =~ x\nA ~~ A", "m.lav:2:3", "covariance"),
        ("A =~ x\nab := a*b", "m.lav:2:4", "none needs defining"),
        ("A =~ x\na == 1 - b", "m.lav:2:3", "constrains"),
        ("A =~ x\na > 0", "m.lav:2:3", "constrains"),
        ("A =~ x\nx | t1", "m.lav:2:3", "thresholds"),
        ("A =~ x\nA <~ y", "m.lav:2:3", "but =~ at m.lav:1:3"),
        ("A =~ x\nB ~ A", "m.lav:2:1", 'measures "B"'),
        (THREE + "C ~ A + B + A*B", "m.lav:2:13", "only a label"),
        (THREE + "C ~ A + A:B", "m.lav:2:9", "without B -> C"),
        (THREE + "B ~ A; A ~ B", "m.lav:2:8", "circle"),
        (THREE + "D =~ A + B\nC ~ A", "m.lav:3:5", 'is a part of "D"'),
        (THREE + "D =~ A + x", "m.lav:2:3", "x stands beside"),
        (THREE + "D =~ A + B + A", "m.lav:2:14", "already"),
        ("A =~ B + C; B =~ A; C =~ c", "m.lav:1:18", "among its own parts"),
        (THREE + "D =~ A + B\nE =~ D + C", "m.lav:2:1", "has parts itself"),
        ("# index: Z\nA =~ x", "m.lav:1:10", 'no latent "Z"'),
        ("# scale: seven\nA =~ x", "m.lav:1:10", "no scale"),
        ("# name: a\n# name: b\nA =~ x", "m.lav:2:3", "second time"),
        ("A =~ x\x00", "m.lav:1:7", "U\\+0000"),
    ],
)
def test_what_is_wrong_is_said_once_with_its_place(text, place, words):
    with pytest.raises(ModelFault, match=words) as caught:
        model(text)
    assert caught.value.place == place


def test_every_fault_is_told_at_once_in_the_order_of_the_file():
    with pytest.raises(Several) as caught:
        model("A =~ 1*x\nA ~~ B\nB =~ y +\n# index: Z")
    assert [error.place for error in caught.value.errors] == ["m.lav:1:6", "m.lav:2:3", "m.lav:3:8", "m.lav:4:10"]


@pytest.mark.parametrize("text", ["A =~ " * 3000, "(" * 30_000, '" ' * 30_000, "A ~ " + "a*" * 10_000 + "x"])
def test_a_broken_text_of_any_length_is_a_fault(text):
    with pytest.raises((ModelFault, Several)):
        model(text)


_PIECES = [
    "A",
    "B",
    "x1",
    "x2..x4",
    "~",
    "=~",
    "<~",
    "~~",
    "+",
    "*",
    ":",
    "\n",
    ";",
    " ",
    '"',
    "1",
    "# index: A\n",
    "(",
    ":=",
    "C",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=25).map(" ".join) | st.text(max_size=40))
def test_any_text_is_a_model_or_a_fault_with_a_place(text):
    try:
        assert isinstance(model(text), Model)
    except CsiError as error:
        assert error.place.startswith("m.lav")


@pytest.mark.parametrize("name", ["m.lav", "m.LAVAAN", "m.txt"])
def test_a_model_file_may_hold_lavaan_text(tmp_path, name):
    (tmp_path / name).write_text(ECSI, encoding="utf-8-sig")
    assert read_model(tmp_path / name) == model(ECSI)


def test_lavaan_text_may_be_given_as_it_stands():
    assert read_model("A =~ x + y; B =~ z; B ~ A").inner.paths == (("A", "B"),)


def test_a_text_file_that_is_no_lavaan_says_what_a_model_is(tmp_path):
    (tmp_path / "m.txt").write_text("some notes")
    with pytest.raises(CsiError) as caught:
        read_model(tmp_path / "m.txt")
    assert ".lav" in caught.value.remedy.en


def test_a_model_file_beside_the_survey_may_be_lavaan_text(tmp_path):
    (tmp_path / "spring.csv").write_text("x,y\n1,2\n3,4\n")
    (tmp_path / "spring.lav").write_text("A =~ x + y")
    _, found = open_survey(tmp_path / "spring.csv")
    assert found.source == str(tmp_path / "spring.lav")


def test_yaml_beside_the_survey_goes_before_lavaan_text(tmp_path):
    (tmp_path / "spring.csv").write_text("x,y\n1,2\n3,4\n")
    (tmp_path / "spring.lav").write_text("A =~ x + y")
    (tmp_path / "spring.model.yaml").write_text("latents: {B: [x, y]}")
    _, found = open_survey(tmp_path / "spring.csv")
    assert found.source == str(tmp_path / "spring.model.yaml")
