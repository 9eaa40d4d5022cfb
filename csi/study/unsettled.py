"""Why a point estimate did not settle, in the words of the survey."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from ..errors import CsiError, NoHonestAnswer, NotConverged
from ..model.places import of_latent
from ..numerics import linear, pls
from ..terms import Text
from .constructs import Constructs

Array = NDArray[np.float64]

ONE = 1 - 1e-9  # correlation from which two latents are one


def why_unsettled(r: Array, constructs: Constructs) -> CsiError:
    """The error that names what stands in the way. r: (m, m, 1) correlations between items."""
    for block in constructs.blocks:
        if block.formative and linear.smallest_eigenvalue(r[block.items, block.items, 0]) < 1e-9:
            return _determined(block.name)
    design = dataclasses.replace(constructs.flat, scheme="centroid")  # needs no regression, so it settles beside twins too
    fit = pls.fit(r, design, tolerance=1e-8)
    if fit.settled[0] or np.isfinite(fit.correlations).all():
        twins = _twins(fit.correlations[:, :, 0], constructs)
        if twins is not None:
            return twins
    return NotConverged(
        place="PLS",
        reason=Text("the weights did not settle in 300 rounds.", "权重在 300 次迭代内未收敛。"),
        remedy=Text("Try --scheme centroid, or --weights equal.", "可尝试 --scheme centroid 或 --weights equal。"),
    )


def _twins(c: Array, constructs: Constructs) -> CsiError | None:
    """Causes of one latent that are one and the same, or that determine one another."""
    for target in np.flatnonzero(constructs.main.any(axis=0)):
        causes = np.flatnonzero(constructs.main[:, target])
        among = np.abs(np.triu(c[np.ix_(causes, causes)], 1))
        if among.max(initial=0) > ONE:
            pair = [constructs.names[causes[at]] for at in np.unravel_index(int(among.argmax()), among.shape)]
            return _same(pair, constructs.names[target])
        if linear.smallest_eigenvalue(c[np.ix_(causes, causes)]) < 1e-9:
            return _same([constructs.names[at] for at in causes], constructs.names[target])
    return None


def _same(names: list[str], target: str) -> NoHonestAnswer:
    return NoHonestAnswer(
        place=" × ".join(names),
        reason=Text(
            f"the scores of {', '.join(names)} determine one another, so their paths to {target} cannot be told apart.",
            f"{'、'.join(names)} 的得分相互决定，无法区分它们对 {target} 的路径。",
        ),
        remedy=Text(
            "Merge them or drop a path; check for a column copied twice. --weights equal gives an index without paths.",
            "请合并它们或删除一条路径，并检查是否有重复的列；--weights equal 可在没有路径的情况下给出指数。",
        ),
    )


def _determined(name: str) -> NoHonestAnswer:
    return NoHonestAnswer(
        place=of_latent(name),
        reason=Text(
            "its indicators determine one another, so a formative latent (mode B) has no weights.",
            "其指标相互决定，形成型潜变量（B 模式）无法得到权重。",
        ),
        remedy=Text("Drop one of the copies, or use mode: A.", "请删除重复的指标，或使用 mode: A。"),
    )
