import pytest

from csi.errors import ModelFault
from csi.model import Indicator, Latent, Model
from csi.study.tree import check_given, latent_shares, leaf_shares

DEEP = Latent(
    "Q",
    parts=(
        Latent("P", weight=1, indicators=(Indicator("a", "a"), Indicator("b", "b"))),
        Latent("S", weight=3, parts=(Latent("T", indicators=(Indicator("c", "c"),)),)),
    ),
)
ALL = frozenset("abc")


def test_given_shares_multiply_down_to_one():
    assert leaf_shares(DEEP, ALL, "given") == pytest.approx({"a": 0.125, "b": 0.125, "c": 0.75})


def test_equal_shares_are_equal_inside_every_node():
    assert leaf_shares(DEEP, ALL, "equal") == pytest.approx({"a": 0.25, "b": 0.25, "c": 0.5})


def test_a_part_without_answers_leaves_its_share_to_its_siblings():
    assert leaf_shares(DEEP, frozenset("ab"), "given") == pytest.approx({"a": 0.5, "b": 0.5})


def test_latents_share_by_their_weights_only_under_given():
    latents = (
        Latent("A", weight=3, indicators=DEEP.parts[0].indicators),
        Latent("B", weight=1, indicators=(Indicator("c", "c"),)),
    )
    assert latent_shares(latents, "given") == [0.75, 0.25]
    assert latent_shares(latents, "pls") == [0.5, 0.5]


@pytest.mark.parametrize(("weights", "keys"), [((0.4, 0.6), []), ((40, 60), []), ((2, 3), ["weights_normalised"])])
def test_weights_whose_sum_is_far_from_one_or_a_hundred_are_remarked(weights, keys):
    leaves = tuple(Indicator(name, name, weight=w) for name, w in zip("ab", weights, strict=True))
    assert [finding.key for finding in check_given(Model((Latent("L", indicators=leaves),)))] == keys


def test_weights_that_are_all_zero_are_refused():
    leaves = (Indicator("a", "a", weight=0), Indicator("b", "b", weight=0))
    with pytest.raises(ModelFault, match="zero"):
        check_given(Model((Latent("L", indicators=leaves),)))
