"""How well higher-order latents are measured by their parts: the criteria of the second stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ...numerics import reliability
from ...results import Blank, Cell
from .figures import FORMATIVE, SINGLE, Measurement, number, of_two

Array = NDArray[np.float64]


def higher_rows(measured: Measurement, measures: Sequence[str], width: int) -> list[tuple[Cell, ...]]:
    """One row a higher-order latent, its parts standing as its indicators.

    measures, width: those with intervals, and how many columns, in the table of reliability.
    """
    constructs = measured.study.constructs
    rows: list[tuple[Cell, ...]] = []
    for which in constructs.higher:
        latent, parts = constructs.latents[which], constructs.parts[which]
        n = min(measured.n(measured.blocks[part].items) for part in parts)
        reason = SINGLE if len(parts) == 1 else FORMATIVE if latent.mode == "B" else None
        figures = [reason] * (width - 3) if reason else _figures(measured, parts, measures, n)
        rows.append((latent.name, len(parts), *figures, n))
    return rows


def _figures(measured: Measurement, parts: tuple[int, ...], measures: Sequence[str], n: int) -> tuple[Cell, ...]:
    study = measured.study
    point = _criteria(study.point, parts)
    drawn = None if measured.drawn is None else _criteria(measured.drawn, parts)
    alpha = number(float(point["alpha"][0]))
    ends = measured.feldt(alpha, min(float(n), study.base.effective), len(parts))
    cells: list[Cell] = []
    for key in measures:
        value = number(float(point[key][0]))
        beside = (value, value) if isinstance(value, Blank) else measured.spread(None if drawn is None else drawn[key], n)
        cells += [value, *beside]
    pair = of_two(float(study.point["block_correlations"][parts][0])) if len(parts) == 2 else (None, None)
    return (alpha, *ends, alpha, *cells, *pair)


def _criteria(figures: Mapping[str, Array], parts: tuple[int, ...]) -> dict[str, Array]:
    """(B,) each; the parts' scores are standardised, so that both alphas are the same."""
    chosen = list(parts)
    r = figures["block_correlations"][np.ix_(chosen, chosen)]
    loadings = figures["part_loadings"][chosen]
    return {
        "alpha": reliability.alpha(r),
        "omega": reliability.omega(r),
        "rho_a": reliability.rho_a(figures["part_weights"][chosen]),
        "rho_c": reliability.rho_c(loadings),
        "ave": reliability.ave(loadings),
    }
