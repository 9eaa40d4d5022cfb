"""The index without the indicators that the firm does not control."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model import OVERALL
from ..model.plans import uncontrollable
from ..numerics import index
from .estimates import Estimated, estimated
from .study import Study

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Controlled:
    """names: the indicators left out of the target. index: figure [0] is the index without them, [1] that less the whole index."""

    names: tuple[str, ...]
    index: Estimated


def controlled(study: Study) -> Controlled | None:
    """The target's index over what the firm controls, where the others keep their weights in proportion.

    None where the target holds nothing uncontrollable, or nothing else. Raises what the index itself raises.
    """
    a, target = study.arrangement, study.model.target
    barred = np.array([leaf.name in uncontrollable(study.model) for leaf in a.items], dtype=bool)
    latents = [latent.name for latent in a.latents]
    own = np.ones(len(a.items), dtype=bool) if target == OVERALL else _block(study, latents.index(target))
    left_out = barred & own
    if not left_out.any() or not (own & ~barred).any():
        return None

    def without(figures: Mapping[str, Array]) -> Array:
        m = len(a.items)
        values = index.performance(figures["means"][:m], a.lowest[:m], a.highest[:m])
        values[left_out] = np.nan
        kept = index.weighted(values, figures["shares"], a.starts)
        of_all = index.weighted(kept, figures["latent_shares"], (0,))[0] if target == OVERALL else kept[latents.index(target)]
        return np.stack([of_all, of_all - study.estimator.target(figures)])

    names = tuple(leaf.name for leaf, out in zip(a.items, left_out, strict=True) if out)
    return Controlled(names, estimated(study, without))


def _block(study: Study, at: int) -> NDArray[np.bool_]:
    own = np.zeros(len(study.arrangement.items), dtype=bool)
    own[study.arrangement.blocks()[at]] = True
    return own
