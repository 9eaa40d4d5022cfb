"""The weighted tree: what every node contributes to its index, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...model import OVERALL, Indicator, Latent
from ...numerics.index import performance
from ...results import Blank, Cell
from ...study import Study

Row = tuple[Cell, ...]
TREE_WEIGHTINGS = ("given", "stated")


def tree_rows(study: Study) -> tuple[Row, ...]:
    """(node, level, weight, overall weight, index, se, lower, upper, contribution, lost points) from the top down.

    Empty where the model has neither parts nor given weights in force. The root is "overall" when that is the target;
    otherwise every latent is a root of its own. Source: Hill & Alexander (2006), The Handbook of Customer Satisfaction and Loyalty Measurement.
    """
    model = study.model
    if not (any(latent.parts for latent in model.latents) or study.weighting in TREE_WEIGHTINGS):
        return ()
    return tuple(_walk(_Shares(study), study, model.target == OVERALL))


class _Shares:
    """Point and replicate weights and performances of every weighted item, by name."""

    def __init__(self, study: Study) -> None:
        a = study.arrangement
        m = len(a.items)
        self.position = {leaf.name: j for j, leaf in enumerate(a.items)}
        self.latent = {latent.name: k for k, latent in enumerate(a.latents)}
        self.figures = [study.point] if study.replicates is None else [study.point, study.replicates.figures]
        self.performances = [performance(f["means"][:m], a.lowest[:m], a.highest[:m]) for f in self.figures]

    def items(self, node: Latent | Indicator) -> list[int]:
        leaves = [node] if isinstance(node, Indicator) else list(node.leaves())
        return [self.position[leaf.name] for leaf in leaves if leaf.name in self.position]

    def share(self, node: Latent | Indicator) -> float:
        """Sum of the node's shares in its latent, point estimate."""
        return float(self.figures[0]["shares"][self.items(node), 0].sum())

    def index(self, node: Latent | Indicator, which: int) -> np.ndarray:
        """(B,) index of the node, from the point (0) or the replicates (1)."""
        items = self.items(node)
        shares = self.figures[which]["shares"][items]
        performances = self.performances[which][items]
        seen = ~np.isnan(performances)
        if isinstance(node, Indicator):
            alone: np.ndarray = performances[0]  # its own index, whatever it weighs
            return alone
        with np.errstate(invalid="ignore", divide="ignore"):
            mean: np.ndarray = (np.where(seen, performances, 0) * shares).sum(axis=0) / (shares * seen).sum(axis=0)
        return mean


def _walk(shares: _Shares, study: Study, overall: bool) -> Iterator[Row]:
    across = study.point["latent_shares"][:, 0]
    if overall:
        drawn = None if study.replicates is None else study.replicates.figures["overall"]
        spread = study.spread(drawn, study.used)
        value = float(study.point["overall"][0])
        yield (OVERALL, 0, 1.0, 1.0, value, *spread, value, 100 - value)
    flat = study.weighting not in TREE_WEIGHTINGS and not overall  # then a latent without parts is told by its indicators alone
    for latent in study.model.latents:
        if latent.name not in shares.latent or (flat and not latent.parts):
            continue
        weight = float(across[shares.latent[latent.name]]) if overall else 1.0
        if latent.name in study.negative_items():
            yield (latent.name, 1, weight, weight, *[Blank("negative_weight")] * 6)
            continue
        yield from _node(shares, study, latent, level=1, weight=weight, overall=weight)


def _node(shares: _Shares, study: Study, node: Latent | Indicator, *, level: int, weight: float, overall: float) -> Iterator[Row]:
    items = shares.items(node)
    if not items:
        return
    value = float(shares.index(node, 0)[0])
    if np.isnan(value):
        yield (node.name, level, weight, overall, *[Blank("no_weight")] * 6)
        return
    drawn = shares.index(node, 1) if len(shares.figures) > 1 else None
    spread = study.spread(drawn, study.answered(items))
    yield (node.name, level, weight, overall, value, *spread, overall * value, overall * (100 - value))
    if isinstance(node, Latent):
        own = shares.share(node)
        children: list[Latent | Indicator] = [*node.indicators, *node.parts]
        for child in children:
            part = shares.share(child) / own if own else 0.0
            yield from _node(shares, study, child, level=level + 1, weight=part, overall=overall * part)
