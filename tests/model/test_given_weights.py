"""What must hold before given weights become shares."""

from __future__ import annotations

from csi.model import Indicator, Latent, Model
from csi.model.given_weights import given_weight_faults


def a_model(*weights, parts=()):
    indicators = tuple(Indicator(f"Q{i}", f"Q{i}", weight=weight) for i, weight in enumerate(weights))
    return Model((Latent("Quality", parts, indicators),), weights="given")


def test_weights_on_all_indicators_are_fine():
    assert not list(given_weight_faults(a_model(1.0, 2.0)))


def test_no_weights_at_all_are_fine():
    assert not list(given_weight_faults(a_model(None, None)))


def test_a_node_with_weights_on_some_children_is_named():
    [fault] = given_weight_faults(a_model(1.0, None))
    assert '"Quality"' in fault.reason.en
    assert "Q1" in fault.reason.en


def test_parts_and_indicators_of_a_node_count_together():
    part = Latent("Speed", indicators=(Indicator("S", "S"),))
    [fault] = given_weight_faults(a_model(1.0, parts=(part,)))
    assert "Speed" in fault.reason.en


def test_latents_count_as_children_of_the_whole():
    heavy, bare = Latent("A", indicators=(Indicator("a", "a"),), weight=1.0), Latent("B", indicators=(Indicator("b", "b"),))
    [fault] = given_weight_faults(Model((heavy, bare), weights="given"))
    assert "not B" in fault.reason.en


def test_weights_that_are_all_zero_are_refused():
    [fault] = given_weight_faults(a_model(0.0, 0.0))
    assert "zero" in fault.reason.en
