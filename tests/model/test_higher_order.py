"""Latents of higher order: their parts are constructs of their own."""

from __future__ import annotations

import pytest

from csi.errors import ModelFault
from csi.model import Indicator, Latent, Model


def latent(name, *columns, **kwargs):
    return Latent(name, indicators=tuple(Indicator(column, column) for column in columns), **kwargs)


SPEED, STAFF = latent("Speed", "s1", "s2"), latent("Staff", "t1")


def test_the_blocks_of_a_higher_order_latent_are_its_parts():
    assert Latent("Service", (SPEED, STAFF), higher_order="repeated").blocks == (SPEED, STAFF)


def test_the_block_of_any_other_latent_is_itself():
    service = Latent("Service", (SPEED, STAFF))
    assert service.blocks == (service,)


def test_a_part_of_a_higher_order_latent_may_have_parts():
    deep = Latent("Staff", (latent("Manner", "t1"), latent("Skill", "t2")))
    assert Model((Latent("Service", (SPEED, deep), higher_order="two-stage"),)).latents[0].blocks[1] == deep


@pytest.mark.parametrize(
    ("latents", "words"),
    [
        ((latent("Service", "x", higher_order="two-stage"),), "x stands beside"),
        ((Latent("Service", (SPEED,), higher_order="two-stage"),), "one part only, Speed"),
        ((Latent("Service", (SPEED, STAFF), (Indicator("x", "x"),), higher_order="repeated"),), "x stands"),
        ((Latent("All", (Latent("Service", (SPEED, STAFF), higher_order="two-stage"),)),), '"Service" is a part'),
        ((Latent("Service", (SPEED, STAFF), higher_order="two-stage"), latent("Staff", "z")), 'called "Staff" too'),
        (
            (
                Latent("Service", (SPEED, STAFF), higher_order="two-stage"),
                Latent("Goods", (latent("P", "p"), latent("Q", "q")), higher_order="repeated"),
            ),
            "estimated in one way",
        ),
    ],
)
def test_a_higher_order_that_cannot_be_is_refused(latents, words):
    with pytest.raises(ModelFault, match=words):
        Model(latents)


def test_ordinary_parts_of_two_latents_may_share_a_name():
    assert len(Model((Latent("A", (latent("Price", "x"),)), Latent("B", (latent("Price", "y"),)))).latents) == 2
