"""Whether latents can be told apart, and whether the indicators are fit for factors at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from ...numerics.factorability import bartlett, kmo
from ...results import Blank, Cell, Number, Table
from ...study.constructs import Block, pair_number
from ...terms import LATENT, Text
from ..criteria import VERDICT, WITH, rule
from ..path_terms import CORRELATION, LATENT_A, LATENT_B, LOWER, UPPER
from . import terms as words
from .criteria import HTMT
from .figures import FORMATIVE, SINGLE, SINGULAR, Measurement, no_reliability, number, size
from .higher import higher_correlations, higher_pairs, higher_roots, nearest_higher, row_of_root

_HTMT_COLUMNS = (
    LATENT_A,
    LATENT_B,
    words.HTMT,
    LOWER,
    UPPER,
    words.HTMT2,
    *words.ends(words.HTMT2),
    CORRELATION,
    VERDICT,
)
PARTS = Blank("parts_of_one")
_HTMT_SHOWN = ("latent_a", "latent_b", "htmt", "lower", "upper", "htmt2", "verdict")
_GRADES = ((0.9, "marvellous"), (0.8, "meritorious"), (0.7, "middling"), (0.6, "mediocre"), (0.5, "miserable"))


def htmt_table(measured: Measurement) -> Table:
    """One row a pair of latents: HTMT and HTMT2 with bootstrap intervals, their correlation, and the verdict on HTMT."""
    rows = (*(_pair(measured, a, b) for a, b in _pairs(measured)), *higher_pairs(measured))
    return Table("htmt", Text("Are the latents different things? HTMT", "潜变量能否区分：HTMT"), _HTMT_COLUMNS, rows, _HTMT_SHOWN)


def _pairs(measured: Measurement) -> Iterator[tuple[int, int]]:
    return combinations(range(len(measured.blocks)), 2)


def _pair(measured: Measurement, a: int, b: int) -> tuple[Cell, ...]:
    one, other = measured.blocks[a], measured.blocks[b]
    n = min(measured.n(one.items), measured.n(other.items))
    reason = SINGLE if size(one) == size(other) == 1 else FORMATIVE if one.formative or other.formative else None
    at = (pair_number(a, b, len(measured.blocks)),)
    ratio, geometric = (measured.with_ends(key, at, n, reason) for key in ("htmt", "htmt2"))
    verdict = PARTS if one.latent == other.latent else rule(HTMT, (one.name, other.name), ratio[0]).verdict
    return (one.name, other.name, *ratio, *geometric, measured.value("block_correlations", (a, b)), verdict)


def correlations_table(measured: Measurement) -> Table:
    """One row a pair of latents: the correlation of their scores."""
    columns = (LATENT_A, LATENT_B, CORRELATION, LOWER, UPPER)
    rows: list[tuple[Cell, ...]] = []
    for a, b in _pairs(measured):
        one, other = measured.blocks[a], measured.blocks[b]
        n = min(measured.n(one.items), measured.n(other.items))
        rows.append((one.name, other.name, *measured.with_ends("block_correlations", (a, b), n)))
    rows += higher_correlations(measured)
    return Table("correlations", Text("Correlations of the latents", "潜变量相关系数"), columns, tuple(rows), detail=True)


def fornell_larcker_table(measured: Measurement) -> Table:
    """One row a latent: the root of its AVE beside its largest correlation with another latent."""
    columns = (LATENT, words.SQRT_AVE, words.LARGEST_CORRELATION, WITH, VERDICT)
    rows = tuple(_root(measured, at, block) for at, block in enumerate(measured.blocks))
    rows += higher_roots(measured)
    title = Text("Are the latents different things? Fornell-Larcker", "潜变量能否区分：Fornell–Larcker 准则")
    return Table("fornell_larcker", title, columns, rows, detail=True)


def _root(measured: Measurement, at: int, block: Block) -> tuple[Cell, ...]:
    ave = no_reliability(block) or measured.value("ave", (at,))
    root: Number = ave if isinstance(ave, Blank) else float(np.sqrt(ave))
    sizes = np.abs(measured.study.point["block_correlations"][at, :, 0])
    found = {
        other.name: float(size)
        for other, size in zip(measured.blocks, sizes, strict=True)
        if other.latent != block.latent and np.isfinite(size)
    }
    return row_of_root(block.name, root, found | nearest_higher(measured, block))


def factorability_table(measured: Measurement) -> Table:
    """One row for all indicators, then one a latent: KMO and Bartlett's test."""
    columns = (words.BLOCK, words.KMO, words.KMO_WORD, words.CHI_SQUARE, words.DEGREES, words.P)
    whole = slice(0, len(measured.study.arrangement.items))
    rows = [(words.WHOLE, *_fitness(measured, whole))]
    for block in measured.blocks:
        reason = no_reliability(block)
        rows.append((block.name, *([reason] * 5 if reason else _fitness(measured, block.items))))
    title = Text("Are the indicators fit for factors?", "指标是否适合因子分析")
    return Table("factorability", title, columns, tuple(rows), strong=frozenset({0}), detail=True)


def _fitness(measured: Measurement, items: slice) -> tuple[Cell, ...]:
    r = measured.correlations[items, items]
    adequacy, _ = kmo(r)
    chi_square, degrees, p = bartlett(r, measured.effective(items))
    absent = Blank("too_few_respondents") if np.isfinite(adequacy) else SINGULAR
    fit: Number = Blank("two_items") if len(r) == 2 else number(adequacy, SINGULAR)
    grade: Cell = fit if isinstance(fit, Blank) else kmo_word(fit)
    return fit, grade, number(chi_square, absent), int(degrees), number(p, absent)


def kmo_word(value: float) -> str:
    """Kaiser's word for a KMO. Source: Kaiser (1974), Psychometrika 39(1), 31-36."""
    return next((word for least, word in _GRADES if value >= least), "unacceptable")
