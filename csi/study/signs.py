"""What a point estimate must be before anybody may read its index: weights that keep it on 0-100."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import NegativeWeight
from ..model import OVERALL
from ..model.places import of_latent
from ..terms import Text
from .arrangement import Arrangement

Array = NDArray[np.float64]


def negative_items(arrangement: Arrangement, shares: Array) -> dict[str, list[str]]:
    """Latent -> its indicators whose share is negative. shares: (m,)."""
    found: dict[str, list[str]] = {}
    for latent, block in zip(arrangement.latents, arrangement.blocks(), strict=True):
        bad = [arrangement.items[j].name for j in range(block.start, block.stop) if shares[j] < -1e-12]
        if bad:
            found[latent.name] = bad
    return found


def refuse_negative(target: str, negative: dict[str, list[str]]) -> None:
    """Raises NegativeWeight when the target's own index would leave 0-100; other latents are blanked instead."""
    bad = next(iter(negative.values()), None) if target == OVERALL else negative.get(target)
    if not bad:
        return
    raise NegativeWeight(
        place=of_latent(target),
        reason=Text(
            f"the PLS weight of {', '.join(bad)} is negative, so the index would leave 0-100.",
            f"{'、'.join(bad)} 的 PLS 权重为负，指数会超出 0–100。",
        ),
        remedy=Text("Use --weights equal, or drop or reverse the indicator.", "请使用 --weights equal，或删除、反向该指标。"),
    )
