"""What an indicator cannot say of itself: costs below nothing, ceilings beyond the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import CsiError, ModelFault
from ..terms import Text
from .latent import Latent
from .short_forms import number_text


def indicator_faults(latents: Sequence[Latent]) -> Iterator[CsiError]:
    """Everything wrong with the numbers of the indicators, at the places where they were declared."""
    for latent in latents:
        for leaf in latent.leaves():
            where = leaf.place or Text(f"indicator {leaf.name}", f"指标“{leaf.name}”")
            if leaf.cost is not None and leaf.cost <= 0:
                yield ModelFault(
                    place=where,
                    reason=Text(
                        f"cost: {number_text(leaf.cost)} is what one index point costs, so it is above zero.",
                        f"cost: {number_text(leaf.cost)} 是提高一个指数点的成本，应大于零。",
                    ),
                    remedy=Text("Correct it, or leave it out.", "请更正，或删除此项。"),
                )
            if leaf.ceiling is not None and not 0 <= leaf.ceiling <= 100:
                yield ModelFault(
                    place=where,
                    reason=Text(
                        f"ceiling: {number_text(leaf.ceiling)} lies outside the index of 0-100.",
                        f"ceiling: {number_text(leaf.ceiling)} 超出 0–100 的指数范围。",
                    ),
                    remedy=Text("Write the highest index that can be reached.", "请写可达到的最高指数。"),
                )
