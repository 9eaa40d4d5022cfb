"""Each gap beside other tests of it: by ranks, and in standard deviations."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from ...numerics.moments import Sums
from ...numerics.signed_rank import SignedRank, signed_rank
from ...numerics.tests import holm
from ...results import Blank, Cell, Table
from ...study import Study
from ...study.aside import Aside, aside
from ...study.pairs import Pairs
from ...terms import INDICATOR, LATENT, VERDICT, N, Text
from ...terms import bounded as with_ends
from .terms import count, probability, ratio

Array = NDArray[np.float64]

_EFFECT = ratio(
    "d_z",
    "Effect size d",
    "效应量 d",
    Text("Mean gap over its standard deviation.", "平均差距除以其标准差。"),
    digits=2,
    signed=True,
)
_RANKS = ratio(
    "rank_sum", "Sum of ranks", "秩和", Text("Of the positive differences (Wilcoxon).", "正差值的秩和（Wilcoxon）。"), digits=1
)
_DIFFERENT = count("not_zero", "Not zero", "非零数", Text("Respondents whose two answers differ.", "两侧答案不同的受访者。"))
_P = probability(
    "p_wilcoxon", "p (Wilcoxon)", "p（Wilcoxon）", Text("Two-sided, of the signed ranks.", "符号秩检验的双侧 p 值。")
)
_HOLM = probability(
    "p_wilcoxon_adjusted", "p (Wilcoxon, Holm)", "p（Wilcoxon，Holm）", Text("Over the indicators.", "按全部指标校正。")
)
_COLUMNS = (LATENT, INDICATOR, *with_ends(_EFFECT), _DIFFERENT, _RANKS, _P, _HOLM, VERDICT, N)
_TITLE = Text("Gaps by ranks and effect size", "差距的秩检验与效应量")


def test_table(study: Study, pairs: Pairs) -> Table:
    """One row an indicator with both sides. Ranks are for respondents drawn one by one who count alike."""
    ranked = [None if _is_complex(study) else signed_rank(column) for column in pairs.differences.T]
    p = np.array([np.nan if one is None else one.p for one in ranked])
    adjusted = holm(p)
    made = aside(study, np.column_stack([pairs.differences, pairs.differences**2]), _effects, key="effect sizes")
    rows = [_row(pairs, made, at, ranked[at], float(adjusted[at])) for at in range(len(pairs.leaves))]
    return Table("tests", _TITLE, _COLUMNS, tuple(rows), detail=True)


def _is_complex(study: Study) -> bool:
    return study.base.case_weights is not None or study.base.units is not None


def _effects(sums: Sums) -> Mapping[str, Array]:
    """d_z by the standard deviation over n, which the table turns into that over n - 1."""
    p = len(sums.means) // 2
    mean, square = sums.means[:p], sums.means[p:]
    variance = square - mean**2
    spread = np.sqrt(np.where(variance > 1e-9 * np.maximum(1.0, square), variance, np.nan))
    return {"d_z": mean / spread}


def _row(pairs: Pairs, made: Aside, at: int, ranked: SignedRank | None, adjusted: float) -> tuple[Cell, ...]:
    study, (latent, leaf) = pairs.study, pairs.leaves[at]
    n = int(np.isfinite(pairs.differences[:, at]).sum())
    effect = made.bounded("d_z", at, n, "no_spread")
    shrunk = [cell if isinstance(cell, Blank) else float(cell or 0) * np.sqrt((n - 1) / n) for cell in effect]
    if ranked is None:
        reason = Blank("needs_simple_sample" if _is_complex(study) else "no_spread")
        return (latent, leaf.name, *shrunk, *[reason] * 5, n)
    middle = ranked.n * (ranked.n + 1) / 4
    verdict = "meets" if adjusted >= 1 - study.confidence else "below" if ranked.statistic < middle else "exceeds"
    return (latent, leaf.name, *shrunk, ranked.n, ranked.statistic, ranked.p, adjusted, verdict, n)
