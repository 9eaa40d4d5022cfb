"""A model checks itself at birth."""

from __future__ import annotations

import pytest

from csi.errors import ModelFault, Several
from csi.model import Indicator, InnerModel, Latent, Model, Respondents, Role, Scale


def latent(name, *columns, **kwargs):
    return Latent(name, indicators=tuple(Indicator(column, column) for column in columns), **kwargs)


def test_a_model_without_latents_is_refused():
    with pytest.raises(ModelFault, match="no latents"):
        Model(())


def test_a_latent_without_indicators_is_refused():
    with pytest.raises(ModelFault, match="no indicators"):
        Model((latent("A"),))


def test_an_indicator_claimed_by_two_latents_is_refused():
    indicators = (Indicator("one", "Q1"),), (Indicator("two", "Q1"),)
    with pytest.raises(ModelFault, match='column "Q1" is claimed 2 times'):
        Model(tuple(Latent(name, indicators=own) for name, own in zip("AB", indicators, strict=True)))


def test_a_column_may_be_an_indicator_and_the_expectation_of_another():
    served = Indicator("served", "Q2", expectation="Q1")
    assert len(Model((Latent("A", indicators=(Indicator("hoped", "Q1"),)), Latent("B", indicators=(served,)))).uses()) == 3


def test_every_fault_is_told_at_once():
    with pytest.raises(Several) as caught:
        Model((latent("A"), latent("A", "x")), target="B")
    assert len(caught.value.errors) == 3


def test_a_path_to_no_latent_is_refused():
    with pytest.raises(ModelFault, match='no latent "B"'):
        Model((latent("A", "x"),), InnerModel((("A", "B"),)))


def test_paths_in_a_circle_are_refused_and_shown():
    with pytest.raises(ModelFault, match=r"(A -> B -> A|B -> A -> B)\."):
        InnerModel((("A", "B"), ("B", "A")))


def test_the_order_runs_from_causes_to_outcomes():
    assert InnerModel((("B", "C"), ("A", "B"))).order == ("A", "B", "C")


def test_a_scale_upside_down_is_refused():
    with pytest.raises(ModelFault, match="below the highest"):
        Scale(10, 1)


def test_weights_are_pls_with_paths_given_with_weights_else_equal():
    pair = latent("A", "x"), latent("B", "y")
    heavy = Model((latent("A", "x", weight=2.0),))
    assert [Model(pair, InnerModel((("A", "B"),))).weighting, heavy.weighting, Model(pair).weighting] == ["pls", "given", "equal"]


def test_leaves_are_found_at_any_depth():
    deep = Latent("A", (Latent("B", (latent("C", "x", "y"),)),))
    assert [leaf.name for _, leaf in Model((deep,)).indicators] == ["x", "y"]


def test_roles_are_known_by_what_the_model_names():
    said = Model((latent("A", "x"),), respondents=Respondents(wave="Wave"))
    assert said.has(Role.WAVE)
    assert not said.has(Role.SEGMENTS)
