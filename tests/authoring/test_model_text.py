"""The text of a model file, as a person sees it."""

from __future__ import annotations

import pytest

from csi.authoring import model_rows, model_yaml
from csi.authoring.yaml_lines import quoted
from csi.errors import ModelFault
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model


def latent(name, *columns):
    return Latent(name, indicators=tuple(Indicator(column, column) for column in columns))


def test_a_plain_model_is_written_in_short_forms():
    model = Model(
        (latent("Image", "I1", "I2", "I3"), latent("满意", "S1", "S2")),
        InnerModel((("Image", "满意"),)),
        target="满意",
        weights="pls",
        scale=Scale(1, 10),
        missing=("98", "不清楚"),
        respondents=Respondents(id="ID", segments=("Region",)),
        name="Spring",
        language="en",
    )
    assert model_yaml(model).splitlines() == [
        "name: Spring",
        "language: en",
        "scale: 1-10",
        "missing: [98, 不清楚]",
        "index: 满意",
        "weights: pls",
        "latents:",
        "  Image: [I1..I3]",
        "  满意: [S1, S2]",
        "paths:",
        "  Image: [满意]",
        "respondents: {id: ID, segments: [Region]}",
    ]


def test_what_the_model_leaves_open_is_said_in_comments():
    lines = model_yaml(Model((latent("A", "x"),))).splitlines()
    assert [line.split()[:3] for line in lines if line.startswith("#")] == [["#", "scale:", "1-10"], ["#", "weights:", "equal"]]


def test_long_indicators_stand_below_one_another():
    long = Indicator("Staff", "Q" * 60, expectation="E" * 60)
    assert model_yaml(Model((Latent("A", indicators=(long,)),))).splitlines()[-4:] == [
        "  A:",
        "    - name: Staff",
        f"      column: {'Q' * 60}",
        f"      expectation: {'E' * 60}",
    ]


def test_paths_in_another_order_are_written_as_arrows():
    model = Model((latent("A", "a"), latent("B", "b"), latent("C", "c")), InnerModel((("A", "B"), ("B", "C"), ("A", "C"))))
    assert model_yaml(model).splitlines()[-3:] == ["  - A -> B", "  - B -> C", "  - A -> C"]


def test_paths_between_latents_with_arrows_in_their_names_survive():
    model = Model(
        (latent("A -> B", "a"), latent("B", "b"), latent("C", "c")), InnerModel((("A -> B", "B"), ("B", "C"), ("A -> B", "C")))
    )
    assert parse_model(model_yaml(model), "m").inner.paths == model.inner.paths


def test_a_header_that_reads_like_a_range_survives():
    model = Model((latent("A", "Q1..Q3", "x"),))
    assert parse_model(model_yaml(model), "m") == model


def test_a_part_with_a_slash_in_its_name_survives_the_sheet():
    model = Model((Latent("A", (latent("Parts / service", "x"),)),))
    assert model_from_rows(model_rows(model), "sheet") == model


@pytest.mark.parametrize("text", ["1-10", "yes", "满意度", "Perceived quality", "$C", "Q_1", "50%", "很好！"])
def test_plain_words_need_no_quotes(text):
    assert quoted(text) == text


@pytest.mark.parametrize(
    "text", ["", " x", "a: b", "a #b", "[a]", "- a", "@a", "a, b", "a\nb", '"', "\x07", "a\u2028b", "\ufeff", "x:"]
)
def test_odd_words_survive_in_quotes(text):
    assert quoted(text).startswith('"')
    assert parse_model(f"name: {quoted(text)}\nlatents: {{A: [x]}}", "m").name == text


def test_a_scale_turned_round_itself_is_refused():
    model = Model((latent("A", "x"),), scale=Scale(1, 5, reversed=True))
    with pytest.raises(ModelFault, match="at the indicator"):
        model_yaml(model)


def test_a_sheet_has_no_more_columns_than_it_needs():
    head, *_ = model_rows(Model((latent("A", "x"),)))
    assert head == ["latent", "indicator", "column", "expectation", "importance", "weight", "scale", "reversed"]


def test_the_header_words_of_a_sheet_follow_the_language():
    head, *_ = model_rows(Model((latent("A", "x"),), language="zh"))
    assert head[:3] == ["潜变量", "指标", "列"]
