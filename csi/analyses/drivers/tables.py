"""The table of drivers: one row a driver, the most important first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...results import Cell, Table
from ...terms import INDICATOR, LATENT, N, Text
from .figures import Drivers
from .terms import (
    BETA,
    BY_CHANCE,
    BY_CHANCE_ADJUSTED,
    CORRELATION,
    FIRST_PROBABILITY,
    OUTCOME,
    PERFORMANCE,
    RANK,
    RANK_LOWER,
    RANK_PROBABILITY,
    RANK_UPPER,
    RELATIVE_SHARE,
    RELATIVE_WEIGHT,
    SAMPLING_ERROR,
    SHAPLEY,
    SHAPLEY_SHARE,
    SIGN,
    VIF,
)

Row = tuple[Cell, ...]

_MEASURES = (
    *SHAPLEY,
    SAMPLING_ERROR,
    *SHAPLEY_SHARE,
    RANK,
    RANK_LOWER,
    RANK_UPPER,
    RANK_PROBABILITY,
    FIRST_PROBABILITY,
    *RELATIVE_WEIGHT,
    *RELATIVE_SHARE,
    BY_CHANCE,
    BY_CHANCE_ADJUSTED,
    *CORRELATION,
    *BETA,
    SIGN,
    VIF,
    *PERFORMANCE,
    N,
)
_SHOWN = (
    "shapley_share",
    "shapley_share_lower",
    "shapley_share_upper",
    "rank",
    "rank_lower",
    "rank_upper",
    "first_probability",
    "sign",
)
_CLOSER = ("relative_weight_share", "p_adjusted", "correlation", "beta", "vif", "performance")


def driver_table(found: Sequence[Drivers]) -> Table:
    """Every driver of every outcome, with all measures."""
    latents = _of_latents(found)
    names = (OUTCOME, LATENT) if latents else (OUTCOME, LATENT, INDICATOR)
    rows = tuple(_row(one, at, latents=latents) for one in found for at in _by_rank(one))
    shown = ("latent",) if latents else ("latent", "indicator")
    return Table(
        "drivers", Text("What matters most", "最重要的驱动因素"), (*names, *_MEASURES), rows, (*_several(found), *shown, *_SHOWN)
    )


def measure_table(drivers: Table, found: Sequence[Drivers]) -> Table:
    """The other measures beside each other, for those who look closer."""
    names = ("latent",) if _of_latents(found) else ("latent", "indicator")
    keys = ("outcome", *names, "shapley_share", *_CLOSER)
    at = [drivers.position(key) for key in keys]
    rows = tuple(tuple(row[seat] for seat in at) for row in drivers.rows)
    columns = tuple(drivers.columns[seat] for seat in at)
    title = Text("The same drivers by other measures", "同一批驱动因素的其他度量")
    return Table("measures", title, columns, rows, (*_several(found), *names, "shapley_share", *_CLOSER), detail=True)


def _several(found: Sequence[Drivers]) -> tuple[str, ...]:
    """The outcome is named in rows only where there is more than one."""
    return ("outcome",) if len(found) > 1 else ()


def _of_latents(found: Sequence[Drivers]) -> bool:
    return all(score.is_latent for one in found for score in one.found.drivers)


def _by_rank(one: Drivers) -> list[int]:
    order: list[int] = np.argsort(one.ranks).tolist()
    return order


def _row(one: Drivers, at: int, *, latents: bool) -> Row:
    found, rank = one.found, int(one.ranks[at])
    score = found.drivers[at]
    name = (score.latent,) if latents else (score.latent, score.name)
    weight = one.part("relative_weight", at)
    error = found.lmg.error[at, 0] if found.lmg is not None else 0.0
    return (
        found.asked.outcome.name,
        *name,
        *one.part("shapley", at),
        float(error),
        *one.share("shapley", at),
        rank,
        *one.rank_ends(at),
        one.probability(at, rank),
        one.probability(at, 1),
        weight[0],
        *weight[2:],
        *one.share("relative_weight", at),
        *one.chance.by_chance(at),
        *_bounded(one, "correlation", at),
        *_bounded(one, "beta", at),
        "negative" if found.value("beta", at) < 0 else "positive",
        found.value("vif", at),
        *_bounded(one, "performance", at),
        found.answered(at),
    )


def _bounded(one: Drivers, key: str, at: int) -> Row:
    return (one.found.value(key, at), *one.found.spread(key, at)[1:])
