"""Promises: how many were kept, and what those got who had been promised something."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...numerics.tests import holm
from ...results import Blank, Cell, Table
from ...study import Study
from ...study.further_columns import numbers
from ...terms import INDICATOR, LATENT, P_ADJUSTED, Term, Text, Unit, bounded
from .asked import Asked
from .blocks import Means, means_of
from .groups import Groups, compared
from .terms import count, keys, points, probability, share

Array = NDArray[np.float64]

_CASES = count("cases", "Cases", "个案数", Text("Respondents to whom something was promised.", "有承诺的受访者人数。"))
_MADE = Term(
    "made", "Promises a case", "每案承诺数", Unit.RATIO, 2, Text("Mean number made in a case.", "每个个案作出的平均承诺数。")
)
_KEPT = share("kept", "Kept", "兑现率", Text("Promises kept of promises made.", "已兑现的承诺占已作出的承诺。"))
_ALL = share(
    "all_kept",
    "All kept",
    "全部兑现",
    Text("Share of the cases in which every promise was kept.", "全部承诺均已兑现的个案比例。"),
)
_ODD = count("odd", "More kept than made", "兑现多于承诺", Text("Cases left out for it.", "因此剔除的个案数。"))
_KEPT_COLUMNS = (_CASES, *bounded(_MADE), *bounded(_KEPT), *bounded(_ALL), _ODD)
_KEPT_TITLE = Text("Promises made and kept", "承诺与兑现")

PROMISED = count("promised", "Promised", "已承诺人数")
_REST = count("rest", "Not promised", "未承诺人数")
_GAP_PROMISED = points("gap_promised", "Gap if promised", "有承诺者的差距", signed=True)
_GAP_REST = points("gap_rest", "Gap if not", "无承诺者的差距", signed=True)
_DIFFERENCE = points(
    "difference",
    "Difference",
    "差值",
    Text("Gap of those promised less the gap of the rest.", "有承诺者的差距减去无承诺者的差距。"),
    signed=True,
)
_T = Term("t", "t", "t", Unit.RATIO, 2, Text("Of Welch's test.", "Welch 检验的 t 值。"))
_P = probability("p", "p", "p", Text("Two-sided, by Welch's test.", "Welch 检验的双侧 p 值。"))
BY_PROMISE = Term(
    "verdict",
    "Verdict",
    "结论",
    values={
        "worse": Text("worse off", "更差"),
        "alike": Text("within chance", "随机范围内"),
        "better": Text("better off", "更好"),
    },
)
_COLUMNS = (
    LATENT, INDICATOR, PROMISED, _REST, _GAP_PROMISED, _GAP_REST, *bounded(_DIFFERENCE), _T, _P, P_ADJUSTED, BY_PROMISE,
)  # fmt: skip
_TITLE = Text("Gap of those who were promised it against the rest", "有承诺者与无承诺者的差距比较")


def kept_table(study: Study) -> Table | None:
    """One row of all cases with a promise; None where the model names no such columns, or nobody was promised anything."""
    who = study.model.respondents
    if who.promises is None or who.kept is None:
        return None
    made, kept = numbers(study, who.promises), numbers(study, who.kept)
    known = np.isfinite(made) & np.isfinite(kept) & (made > 0)
    odd = known & ((kept > made) | (kept < 0))
    some = known & ~odd
    n = int(some.sum())
    if n == 0:
        return None
    every = np.where(some, (kept == made).astype(float), np.nan)
    columns = np.column_stack([np.where(some, made, np.nan), np.where(some, kept, np.nan)])
    found = means_of(study, {"counts": columns, "every": every[:, None]}, _ratio)
    share = found.share("kept", (), n)
    row = (n, *found.bounded("counts", 0, n), *share, *found.share("every", 0, n), int(odd.sum()))
    return Table("promises", _KEPT_TITLE, _KEPT_COLUMNS, (row,), ("cases", "made", *keys(_KEPT), *keys(_ALL)))


def _ratio(means: Means) -> Means:
    return {"kept": means["counts"][1] / means["counts"][0]}


def promised_table(asked: Asked) -> Table | None:
    """One row an indicator of which the model knows to whom it was promised; None where there is none."""
    study, (expectation, experience) = asked.study, asked.pair
    places = [at for at, (_, leaf) in enumerate(asked.leaves) if leaf.promised is not None and leaf.expectation is not None]
    if not places:
        return None
    gaps = experience - expectation
    told = [numbers(study, str(asked.leaves[at][1].promised)) for at in places]
    groups = compared(study, [(gaps[:, at], group) for at, group in zip(places, told, strict=True)])
    adjusted = holm(groups.p())
    rows = tuple(_row(asked, groups, at, row, float(adjusted[row])) for row, at in enumerate(places))
    shown = ("indicator", "promised", "rest", "gap_promised", "gap_rest", *keys(_DIFFERENCE), "p_adjusted", "verdict")
    return Table("promised", _TITLE, _COLUMNS, rows, shown)


def _row(asked: Asked, groups: Groups, at: int, row: int, adjusted: float) -> tuple[Cell, ...]:
    (latent, leaf), one = asked.leaves[at], groups.contrasts[row]
    t, p = groups.test(row)
    corrected = p if isinstance(p, Blank) else adjusted
    difference = groups.difference(row)
    verdict = _verdict(difference[0], corrected, 1 - asked.study.confidence)
    return (latent, leaf.name, one.inside, one.outside, *groups.means(row), *difference, t, p, corrected, verdict)


def _verdict(difference: Cell, p: Cell, level: float) -> Cell:
    if not isinstance(p, float) or not isinstance(difference, float):
        return p if isinstance(p, Blank) else difference
    return "alike" if p >= level else "worse" if difference < 0 else "better"
