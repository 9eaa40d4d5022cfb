"""Indicators that give themselves away: reversed ones, copies, and those that their fellows determine."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...study.constructs import Block
from .figures import Measurement, size

Turned = Mapping[str, tuple[str, ...]]  # latent -> its indicators that are probably reversed
Twins = tuple[tuple[str, str], ...]
NOTHING_LEFT = 1e-10  # an eigenvalue at or below this leaves a combination of indicators without any spread
SAME = 1e-9


def turned(measured: Measurement) -> Turned:
    """Reflective latents with an indicator whose weight, loading or, for want of these, correlation with the rest is negative."""
    reflective = [block for block in measured.blocks if size(block) > 1 and not block.formative]
    found = {block.name: _against(measured, block) for block in reflective}
    return {name: items for name, items in found.items() if items}


def _against(measured: Measurement, block: Block) -> tuple[str, ...]:
    point, items = measured.study.point, measured.study.arrangement.items[block.items]
    directed = np.minimum(point["block_weights"][block.items, 0], point["block_loadings"][block.items, 0])
    rest = point["item_rest"][block.items, 0]
    bad = directed < -SAME
    if not bad.any():
        bad = rest < -SAME
    return tuple(leaf.name for leaf, is_bad in zip(items, bad, strict=True) if is_bad)


def twins(measured: Measurement) -> Twins:
    """Pairs of indicators that have the same answers throughout; of three the second and third each with the first."""
    r, point = measured.correlations, measured.study.point
    places = np.stack([point["means"][: len(r), 0], point["deviations"][:, 0]])
    names = [leaf.name for leaf in measured.study.arrangement.items]
    alike = (r > 1 - SAME) & (np.abs(places[:, :, None] - places[:, None, :]) < SAME).all(axis=0)
    pairs = []
    for second in range(1, len(r)):
        earlier = np.flatnonzero(alike[second, :second])
        if earlier.size:
            pairs.append((names[int(earlier[0])], names[second]))
    return tuple(pairs)


def determined(measured: Measurement) -> frozenset[str]:
    """Indicators that the others of their latent determine: those in a combination of the block that has no spread."""
    found: set[str] = set()
    for block in measured.blocks:
        inside = measured.correlations[block.items, block.items]
        if size(block) == 1 or not np.isfinite(inside).all():
            continue
        spread, combinations = np.linalg.eigh(inside)
        part = np.abs(combinations[:, np.abs(spread) <= NOTHING_LEFT]).max(axis=1, initial=0.0)
        leaves = measured.study.arrangement.items[block.items]
        found |= {leaf.name for leaf, share in zip(leaves, part, strict=True) if share > 1e-6}
    return frozenset(found)
