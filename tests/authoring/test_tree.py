"""The tree that `csi expand` shows."""

from __future__ import annotations

import pytest

from csi.authoring import expand
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Scale
from csi.results import Blank


def leaf(column, weight=None, **kwargs):
    return Indicator(column, column, weight=weight, **kwargs)


WEIGHTED = Model(
    (
        Latent("A", (Latent("B", indicators=(leaf("x"), leaf("y")), weight=1.0),), (leaf("z", 3.0),), weight=3.0),
        Latent("C", indicators=(leaf("w", question={"zh": "好吗？"}, scale=Scale(1, 7), reversed=True),), weight=1.0),
    ),
    weights="given",
    scale=Scale(1, 10),
    respondents=Respondents(segments=("Region", "Tier"), wave="Wave"),
)
PATHS = Model((Latent("A", indicators=(leaf("x"),)), Latent("B", indicators=(leaf("y"),))), InnerModel((("A", "B"),)), target="B")


def tree(model=WEIGHTED, **kwargs):
    return expand(model, **kwargs).table("tree")


def test_parents_stand_before_children_and_levels_count_down():
    nodes = zip(tree().column("node"), tree().column("level"), strict=True)
    assert list(nodes) == [("overall", 0), ("A", 1), ("z", 2), ("B", 2), ("x", 3), ("y", 3), ("C", 1), ("w", 2)]


def test_every_node_says_what_it_is():
    kinds = ["target", "latent", "indicator", "part", "indicator", "indicator", "latent", "indicator"]
    assert list(tree().column("kind")) == kinds


def test_weights_are_shares_among_siblings():
    assert list(tree().column("weight")) == [None, 0.75, 0.75, 0.25, 0.5, 0.5, 0.25, 1.0]


def test_overall_weights_multiply_on_the_way_down_and_leaves_add_up_to_one():
    leaves = [row["overall_weight"] for row in tree().records() if row["kind"] == "indicator"]
    assert leaves == pytest.approx([0.5625, 0.09375, 0.09375, 0.25])


def test_weights_that_come_from_answers_are_blank_and_not_shown():
    shown = tree(PATHS)
    assert set(shown.column("weight")) == {Blank("not_estimated")}
    assert "weight" not in shown.shown
    assert expand(PATHS).remarks[0].key == "weights_from_answers"


def test_a_target_latent_is_marked():
    shown = tree(PATHS)
    assert [shown.rows[row][0] for row in shown.strong] == ["B"]


def test_a_leaf_shows_its_column_scale_and_question():
    last = tree().records()[-1]
    assert (last["column"], last["scale"], last["reversed"], last["question_zh"]) == ("w", "1–7", "yes", "好吗？")


def test_the_question_shown_follows_the_language():
    assert "question_zh" in tree(language="zh").shown
    assert "question_zh" not in tree(language="en").shown


def test_paths_and_respondents_have_tables_of_their_own():
    assert expand(PATHS).table("paths").rows == (("A", "B"),)
    assert expand(WEIGHTED).table("respondents").rows == (("segments", "Region"), ("segments", "Tier"), ("wave", "Wave"))


def test_a_latent_of_higher_order_says_how_its_parts_are_joined():
    parts = tuple(Latent(name, indicators=(leaf(name),)) for name in "PQ")
    shown = tree(Model((Latent("A", parts, higher_order="repeated"),)))
    assert ("higher_order" in shown.shown, shown.column("higher_order")) == (True, (None, "repeated", None, None, None, None))


def test_a_model_without_higher_orders_does_not_speak_of_them():
    assert "higher_order" not in tree().shown
