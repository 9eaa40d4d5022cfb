"""Interactions: A * B as the source of a path."""

from __future__ import annotations

import pytest

from csi.errors import ModelFault
from csi.model import Indicator, InnerModel, Latent, Model


def latents(*names, **labels):
    return tuple(Latent(name, indicators=(Indicator(name + "1", name + "1"),), label=labels.get(name, {})) for name in names)


def model(*paths, names="ABC", **labels):
    return Model(latents(*names, **labels), InnerModel(paths))


MAIN = ("A", "C"), ("B", "C")


def test_an_interaction_knows_its_two_latents():
    assert model(*MAIN, ("A * B", "C")).interactions == (("A * B", "A", "B"),)


def test_main_paths_run_from_latent_to_latent():
    assert model(("A * B", "C"), *MAIN).main_paths == MAIN


def test_a_declared_name_is_a_latent_whatever_it_looks_like():
    said = model(*MAIN, ("A * B", "C"), names=("A", "B", "A * B", "C"))
    assert (said.interactions, len(said.main_paths)) == ((), 3)


def test_a_latent_that_looks_like_a_product_may_act_on_what_looks_like_its_factor():
    assert model(("A * B", "A"), ("A", "B"), names=("A", "B", "A * B")).inner.order == ("A * B", "A", "B")


def test_factors_may_have_signs_in_their_names():
    said = model(("A*", "C"), ("B", "C"), ("A* * B", "C"), names=("A*", "B", "C"))
    assert said.interactions == (("A* * B", "A*", "B"),)


def test_an_interaction_comes_after_its_factors():
    assert InnerModel((("A * B", "C"), ("A", "C"), ("B", "C"))).order == ("A", "B", "A * B", "C")


def test_a_product_has_the_labels_of_its_factors():
    said = model(*MAIN, ("A * B", "C"), A={"zh": "形象"})
    assert said.names() == {"zh": {"A": "形象", "A * B": "形象 × B"}}


@pytest.mark.parametrize(
    ("paths", "words"),
    [
        ([("A", "C"), ("A * B", "C")], "without B -> C"),
        ([("A * B", "C")], "without A -> C and B -> C"),
        ([("A", "C"), ("A * A", "C")], "by itself"),
        ([("A", "B"), ("A * B", "B")], "one of its own two latents"),
        ([("A", "C"), ("C", "B"), ("A * B", "C")], 'paths lead from "C" to "B". That is a circle'),
        ([("A", "B * C")], "no path can lead to"),
        ([*MAIN, ("A * Z", "C")], 'no latent "Z"'),
        ([*MAIN, ("A * B * C", "C")], "more than two"),
        ([*MAIN, ("X * Y * Z", "C")], "more than two"),
        ([*MAIN, ("A *", "C")], 'no latent "A \\*"'),
        ([*MAIN, ("A * B", "C"), ("B * A", "C")], "over again"),
    ],
)
def test_an_interaction_without_meaning_is_refused(paths, words):
    with pytest.raises(ModelFault, match=words):
        model(*paths)


def test_a_part_has_no_paths_of_its_own_and_the_fault_says_whose_part_it_is():
    service = Latent("Service", (Latent("Speed", indicators=(Indicator("s", "s"),)),))
    with pytest.raises(ModelFault, match='"Speed" is a part of "Service"'):
        Model((service, *latents("C")), InnerModel((("Speed", "C"),)))


def test_whether_arrows_lead_somewhere_is_seen_over_any_number_of_them():
    dense = InnerModel(tuple((str(a), str(b)) for a in range(40) for b in range(a + 1, 40)))
    assert (dense.leads("0", "39"), dense.leads("39", "0"), dense.leads("0", "0")) == (True, False, False)
