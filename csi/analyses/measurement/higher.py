"""How well higher-order latents are measured by their parts: the criteria of the second stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from ...numerics import reliability
from ...results import Blank, Cell, Number
from ...study.constructs import Block, pair_number
from ..criteria import rule
from .criteria import FORNELL_LARCKER, HTMT
from .figures import FORMATIVE, SINGLE, Measurement, number, of_two, size

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


def higher_pairs(measured: Measurement) -> list[tuple[Cell, ...]]:
    """One row a higher-order latent and another latent, its parts' scores standing as its indicators: HTMT, HTMT2, correlation, verdict.

    With its own parts it need not be told apart. Source: Sarstedt, Hair, Cheah, Becker & Ringle (2019), Australasian Marketing
    Journal 27, 197-211.
    """
    return [_higher_pair(measured, a, b) for a, b in _with_higher(measured)]


def _with_higher(measured: Measurement) -> list[tuple[int, int]]:
    """Every pair of latents with a higher-order one among them, once; that one first."""
    constructs = measured.study.constructs
    return [
        (a, b)
        for a in constructs.higher
        for b in range(len(constructs.latents))
        if b != a and (b not in constructs.higher or b > a)
    ]


def _higher_pair(measured: Measurement, a: int, b: int) -> tuple[Cell, ...]:
    constructs, at = measured.study.constructs, (a, b)
    pair = (constructs.latents[a], constructs.latents[b])
    single = all(_indicators(measured, number) == 1 for number in at)
    reason = SINGLE if single else FORMATIVE if any(latent.mode == "B" for latent in pair) else None
    n = min(_n(measured, number) for number in at)
    number = (pair_number(a, b, len(constructs.latents)),)
    ratio, geometric = (measured.with_ends(key, number, n, reason) for key in ("latent_htmt", "latent_htmt2"))
    names = (pair[0].name, pair[1].name)
    verdict = rule(HTMT, names, ratio[0]).verdict
    return (*names, *ratio, *geometric, measured.value("latent_correlations", at), verdict)


def _n(measured: Measurement, latent: int) -> int:
    return min(measured.n(measured.blocks[part].items) for part in measured.study.constructs.parts[latent])


def _indicators(measured: Measurement, latent: int) -> int:
    """How many indicators the latent stands on: parts of a higher-order one, items of another."""
    constructs = measured.study.constructs
    parts = constructs.parts[latent]
    return len(parts) if latent in constructs.higher else size(measured.blocks[parts[0]])


def higher_correlations(measured: Measurement) -> list[tuple[Cell, ...]]:
    """One row a higher-order latent and another latent: the correlation of their scores."""
    names = [latent.name for latent in measured.study.constructs.latents]
    rows: list[tuple[Cell, ...]] = []
    for a, b in _with_higher(measured):
        n = min(_n(measured, a), _n(measured, b))
        rows.append((names[a], names[b], *measured.with_ends("latent_correlations", (a, b), n)))
    return rows


def nearest_higher(measured: Measurement, block: Block) -> dict[str, float]:
    """Sizes of the correlations of an ordinary latent with higher-order ones, by name; empty for a part of one."""
    constructs = measured.study.constructs
    own = [latent.name for latent in constructs.latents].index(block.latent)
    if own in constructs.higher:
        return {}
    return _sizes(measured, own, constructs.higher)


def _sizes(measured: Measurement, own: int, others: Sequence[int]) -> dict[str, float]:
    sizes = np.abs(measured.study.point["latent_correlations"][own, :, 0])
    names = [latent.name for latent in measured.study.constructs.latents]
    return {names[other]: float(sizes[other]) for other in others if np.isfinite(sizes[other])}


def higher_roots(measured: Measurement) -> tuple[tuple[Cell, ...], ...]:
    """One row a higher-order latent: the root of its AVE beside its largest correlation with another latent."""
    constructs = measured.study.constructs
    rows = []
    for which in constructs.higher:
        latent, parts = constructs.latents[which], constructs.parts[which]
        reason = SINGLE if len(parts) == 1 else FORMATIVE if latent.mode == "B" else None
        ave = reason or number(float(_criteria(measured.study.point, parts)["ave"][0]))
        root: Number = ave if isinstance(ave, Blank) else float(np.sqrt(ave))
        others = [other for other in range(len(constructs.latents)) if other != which]
        rows.append(row_of_root(latent.name, root, _sizes(measured, which, others)))
    return tuple(rows)


def row_of_root(name: str, root: Number, others: Mapping[str, float]) -> tuple[Cell, ...]:
    """A latent's row of the Fornell-Larcker table. others: sizes of its correlations, by name."""
    if not others:
        alone = Blank("only_latent")
        return (name, root, alone, alone, alone)
    largest = max(others, key=lambda other: others[other])
    return (name, root, others[largest], largest, rule(FORNELL_LARCKER, (name,), others[largest], root).verdict)
