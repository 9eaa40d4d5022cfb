"""Experience minus expectation: where customers got less, as much, or more than they expected."""

from __future__ import annotations

import dataclasses
import math
from typing import Annotated

import numpy as np

from ...errors import UsageFault
from ...model import OVERALL, Role
from ...numerics.tests import holm
from ...results import Blank, Cell, Chart, Figure, Result, Table, number
from ...study import Study, settings_of
from ...study.pairs import Combination, Pairs
from ...terms import (
    EXPECTATION,
    EXPECTATION_INDEX,
    EXPERIENCE,
    EXPERIENCE_INDEX,
    GAP,
    GAP_INDEX,
    GAP_LOWER,
    GAP_UPPER,
    INDICATOR,
    LATENT,
    LATENT_OR_OVERALL,
    P_ADJUSTED,
    P_VALUE,
    STANDARD_ERROR,
    VERDICT,
    N,
    T,
    Term,
    Text,
)
from ..contract import analysis
from .remarks import gap_remarks

GAPS = Term("gap", "Expectation gaps", "期望差距", meaning=Text("Experience minus expectation.", "体验减去期望。"))
_TITLE = Text("Expectation gaps", "期望差距")
_LATENT_TITLE = Text("Expectation gaps by latent", "各潜变量的期望差距")
_FIGURES = (
    EXPECTATION_INDEX,
    EXPERIENCE_INDEX,
    GAP_INDEX,
    STANDARD_ERROR,
    GAP_LOWER,
    GAP_UPPER,
    T,
    P_VALUE,
    P_ADJUSTED,
    VERDICT,
    N,
)
_SHOWN = ("expectation_index", "experience_index", "gap_index", "lower", "upper", "verdict", "n")

_ZH = """
体验与期望之间的差距。

怎么看：差距 = 体验 − 期望（CRM 三角定律）。负值表示没有达到期望，正值表示超出期望；方向总是这一种。
差距只计算两边都回答了的受访者，并换算为 0–100 的点数。“结论”以 Holm 校正后的 p 值判断：
低于期望或超出期望表示差距超出偶然；符合期望表示看不出差别。潜变量的差距按体验一侧的权重合成，总体差距按潜变量权重合成。

方法：配对 t 检验（有个案权重、整群或分层时用泰勒线性化标准误），对表内各指标作 Holm 校正；
区间为自助法区间（默认百分位区间，见 --interval），与指数使用同一组重抽样。

来源：Parasuraman、Zeithaml 与 Berry（1988），Journal of Retailing 64(1)，12–40；Holm（1979），
Scandinavian Journal of Statistics 6，65–70。
"""


@analysis(title=GAPS, zh=_ZH, needs=(Role.EXPECTATION,))
def gap(
    study: Study,
    *,
    at_least: Annotated[float, Text("Smallest gap worth a row, index points.", "值得列出的最小差距（指数点）。")] = 0.0,
) -> Result:
    """How far experience falls short of what was expected.

    How to read it: gap = experience - expectation (the CRM triangle law), so a negative gap falls short and a positive one
    exceeds; no other direction is ever printed. A gap counts only the respondents who answered both sides, in points of
    0-100. The verdict goes by the Holm-adjusted p: "below" and "exceeds" differ from zero beyond chance, "meets" does not.
    A latent's gap weighs its indicators' gaps by the weights of the experience side; the overall gap weighs the latents.

    Method: paired t (with case weights, clusters or strata on the Taylor-linearised standard error), Holm's correction
    over the rows of the table; bootstrap intervals (percentiles unless --interval says otherwise) from the resamples of the index.

    Source: Parasuraman, Zeithaml & Berry (1988), Journal of Retailing 64(1), 12-40; Holm (1979), Scandinavian Journal of
    Statistics 6, 65-70.
    """
    if not math.isfinite(at_least):
        raise UsageFault(
            place="--at-least",
            reason=Text(f"{at_least} is no number of points.", f"{at_least} 不是有效的点数。"),
            remedy=Text("Give a number, such as 5.", "请给出一个数，例如 5。"),
        )
    pairs = Pairs(study)
    every = _indicators(study, pairs)
    shown = _large(every, at_least)
    latents = _latents(study, pairs)
    charts = (
        Chart("gaps", "gap_bars", "gaps", _TITLE, ("indicator",), "gap_index", "lower", "upper"),
        Chart("latents", "gap_bars", "latents", _LATENT_TITLE, ("latent",), "gap_index", "lower", "upper"),
    )
    settings = {**settings_of(study), "at_least": at_least}
    return Result("gap", GAPS, _headline(study, pairs), (shown, latents), charts, gap_remarks(every, shown, at_least), settings)


def _headline(study: Study, pairs: Pairs) -> Figure | None:
    if not pairs.leaves:
        return None
    whole = pairs.of_latent(None)
    reason = _meaningless(whole)
    if reason is not None:
        return Figure(GAP_INDEX, reason, reason, reason, reason, about=OVERALL, n=whole.n)
    spread = study.spread(pairs.draws(whole), whole.n)
    return Figure(GAP_INDEX, pairs.value(whole), *spread, about=OVERALL, n=whole.n)


def _indicators(study: Study, pairs: Pairs) -> Table:
    ones = [pairs.one(row) for row in range(len(pairs.leaves))]
    figures = _rows(study, pairs, ones, family=len(ones))
    rows: list[tuple[Cell, ...]] = []
    for row, (latent, leaf) in enumerate(pairs.leaves):
        rows.append((latent, leaf.name, *_answer_units(pairs, row), *figures[row]))
    paired = {leaf.name for _, leaf in pairs.leaves}
    for latent, leaf in study.model.indicators:
        if leaf.expectation is not None and leaf.name not in paired:
            rows.append((latent, leaf.name, *[Blank("no_pairs")] * 13, 0))
    columns = (LATENT, INDICATOR, EXPECTATION, EXPERIENCE, GAP, *_FIGURES)
    return Table("gaps", _TITLE, columns, tuple(rows), ("indicator", *_SHOWN))


def _large(table: Table, at_least: float) -> Table:
    """The rows whose gap is at least so large, and those without one, whose reason must be seen."""
    gaps = table.column("gap_index")
    kept = [row for row, cell in zip(table.rows, gaps, strict=True) if isinstance(cell, Blank) or abs(number(cell)) >= at_least]
    return dataclasses.replace(table, rows=tuple(kept))


def _latents(study: Study, pairs: Pairs) -> Table:
    names: list[str | None] = [*pairs.latents]
    family = len(names)
    names += [None] if family > 1 else []
    figures = _rows(study, pairs, [pairs.of_latent(name) for name in names], family=family)
    rows = tuple((OVERALL if name is None else name, *cells) for name, cells in zip(names, figures, strict=True))
    strong = frozenset({family}) if family > 1 else frozenset()
    return Table("latents", _LATENT_TITLE, (LATENT_OR_OVERALL, *_FIGURES), rows, ("latent", *_SHOWN), strong)


def _rows(study: Study, pairs: Pairs, combinations: list[Combination], *, family: int) -> list[tuple[Cell, ...]]:
    """The figures of each combination; the first `family` of them share Holm's correction, the rest stand alone."""
    tests = [pairs.test(combination) if combination.n > 1 else None for combination in combinations]
    p = np.array([np.nan if test is None else test[1] for test in tests])
    adjusted = np.concatenate([holm(p[:family]), p[family:]])
    return [_row(study, pairs, c, test, adj) for c, test, adj in zip(combinations, tests, adjusted, strict=True)]


def _row(
    study: Study, pairs: Pairs, combination: Combination, test: tuple[float, float] | None, adjusted: float
) -> tuple[Cell, ...]:
    reason = _meaningless(combination)
    if reason is not None:
        return (*[reason] * 10, combination.n)
    expectation = float(combination.point @ pairs.side(expected=True, drawn=False).index[:, 0])
    experience = float(combination.point @ pairs.side(expected=False, drawn=False).index[:, 0])
    value = pairs.value(combination)
    spread = study.spread(pairs.draws(combination), combination.n)
    return (expectation, experience, value, *spread, *_tested(study, value, test, adjusted, combination.n), combination.n)


def _meaningless(combination: Combination) -> Blank | None:
    """Why a combined gap has no meaning, or None."""
    if combination.negative:
        return Blank("negative_weight")
    return None if combination.point.any() else Blank("no_weight")


def _tested(
    study: Study, value: float, test: tuple[float, float] | None, adjusted: float, n: int
) -> tuple[Cell, Cell, Cell, Cell]:
    if test is None:
        absent = Blank("no_spread" if n > 1 else "too_few_respondents")
        return absent, absent, absent, "meets" if abs(value) < 1e-9 and n > 1 else absent
    beyond = adjusted < 1 - study.confidence
    verdict = ("below" if value < 0 else "exceeds") if beyond else "meets"
    return test[0], test[1], float(adjusted), verdict


def _answer_units(pairs: Pairs, row: int) -> tuple[Cell, Cell, Cell]:
    a, name = pairs.study.arrangement, pairs.leaves[row][1].name
    expectation = float(pairs.side(expected=True, drawn=False).means[row, 0])
    experience = float(pairs.side(expected=False, drawn=False).means[row, 0])
    here, there = a.scales[a.at["experience", name]], a.scales[a.at["expectation", name]]
    same = (here.lowest, here.highest) == (there.lowest, there.highest)
    return expectation, experience, experience - expectation if same else Blank("not_applicable")
