"""Every preset is a model that can be scored, in two languages."""

from __future__ import annotations

import re

import pytest

from csi.errors import UsageFault
from csi.model.presets import ALIASES, PRESETS, is_preset, preset_text
from csi.reading.models.yaml_file import parse_model


def model(name):
    return parse_model(preset_text(name), f"preset {name}")


@pytest.mark.parametrize("name", PRESETS)
def test_every_question_is_asked_in_both_languages(name):
    assert all(set(leaf.question) == {"en", "zh"} for _, leaf in model(name).indicators)


@pytest.mark.parametrize("name", PRESETS)
def test_everything_has_a_label_in_both_languages(name):
    labelled = [node for latent in model(name).latents for node in (*latent.nodes(), *latent.leaves())]
    assert all(set(node.label) == {"en", "zh"} for node in labelled)


@pytest.mark.parametrize("name", PRESETS)
def test_chinese_questions_are_chinese_and_english_ones_are_not(name):
    chinese = re.compile("[\u4e00-\u9fff]")
    asked = [leaf.question for _, leaf in model(name).indicators]
    assert all(chinese.search(question["zh"]) and not chinese.search(question["en"]) for question in asked)


@pytest.mark.parametrize("name", PRESETS)
def test_every_scale_is_said(name):
    said = model(name)
    assert all(leaf.scale or said.scale for _, leaf in said.indicators)


@pytest.mark.parametrize(
    ("name", "latents", "indicators", "paths"),
    [("acsi", 6, 14, 9), ("ecsi", 7, 24, 13), ("ecsi-mobi", 7, 24, 12), ("ccsi", 6, 20, 12), ("servqual", 5, 22, 0)],
)
def test_the_published_structures_are_complete(name, latents, indicators, paths):
    said = model(name)
    assert (len(said.latents), len(said.indicators), len(said.inner.paths)) == (latents, indicators, paths)


def test_ecsi_mobile_names_the_columns_of_the_published_data():
    columns = [leaf.column for _, leaf in model("ecsi-mobi").indicators]
    assert columns == [
        *(f"IMAG{i}" for i in range(1, 6)), *(f"CUEX{i}" for i in range(1, 4)), *(f"PERQ{i}" for i in range(1, 8)),
        "PERV1", "PERV2", *(f"CUSA{i}" for i in range(1, 4)), "CUSCO", *(f"CUSL{i}" for i in range(1, 4)),
    ]  # fmt: skip


def test_acsi_turns_round_the_two_questions_about_trouble():
    assert [leaf.name for _, leaf in model("acsi").indicators if leaf.reversed] == ["EXP3", "QUA3"]


def test_servqual_asks_every_statement_twice():
    assert [leaf.expectation for _, leaf in model("servqual").indicators] == [f"E{i}" for i in range(1, 23)]


def test_the_weights_of_the_retail_tree_add_up_to_one():
    assert sum(latent.weight for latent in model("retail-staff").latents) == pytest.approx(1)


def test_the_standard_is_known_by_its_number():
    assert preset_text("GBT19038") == preset_text("ccsi")


def test_presets_and_aliases_are_recognised():
    assert all(is_preset(name) for name in (*PRESETS, *ALIASES))
    assert not is_preset("survey.xlsx")


def test_an_unknown_preset_names_the_nearest():
    with pytest.raises(UsageFault, match='nearest is "acsi"'):
        preset_text("acsii")
