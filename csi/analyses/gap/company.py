"""Gaps 1 to 4: what the company believes, sets itself, delivers and promises, against what its customers expect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...model import OVERALL
from ...numerics.tests import holm
from ...numerics.welch import Difference, beyond, mean_of, welch
from ...results import Blank, Cell, Chart, Table
from ...study import Study
from ...study.company import Answers, View, answers_of, mean_answer
from ...terms import INDICATOR, LATENT_OR_OVERALL, P_VALUE, T, Term, Text
from ...terms import bounded as with_ends
from .people import row_means
from .terms import DIFFERENCE, count, points, probability, ratio


class Step(NamedTuple):
    """One of the four gaps: second less first, so that a negative one falls short."""

    key: str
    first: View
    second: View


STEPS = (
    Step("1", "expectation", "belief"),
    Step("2", "belief", "service_standard"),
    Step("3", "service_standard", "delivery"),
    Step("4", "promise", "delivery"),
)
GAP_NUMBER = Term(
    "gap_number",
    "Gap",
    "差距",
    meaning=Text(
        "1: what managers believe less what customers expect; 2: standard less belief; 3: delivery less standard; 4: delivery less promise.",
        "1：管理层认知减顾客期望；2：服务标准减认知；3：服务传递减标准；4：服务传递减对外承诺。",
    ),
    values={
        "1": Text("1 belief − expectation", "1 认知 − 期望"),
        "2": Text("2 standard − belief", "2 标准 − 认知"),
        "3": Text("3 delivery − standard", "3 传递 − 标准"),
        "4": Text("4 delivery − promise", "4 传递 − 承诺"),
    },
)
COMPANY_VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text("Whether it differs from zero beyond chance.", "是否超出偶然地不同于零。"),
    values={
        "below": Text("falls short", "不足"),
        "meets": Text("within chance", "随机范围内"),
        "exceeds": Text("exceeds", "超出"),
    },
)
_ABOUT = Term("indicator", INDICATOR.en, INDICATOR.zh, meaning=INDICATOR.meaning, values=LATENT_OR_OVERALL.values)
_FIRST = points("first", "Measured against", "比较基准", Text("Mean of the first side.", "前一侧的平均值。"))
_SECOND = points("second", "Measured", "被比较项", Text("Mean of the second side.", "后一侧的平均值。"))
_DEGREES = ratio("df", "df", "自由度", digits=1)
_ADJUSTED = probability(
    "p_adjusted", "p (Holm)", "p（Holm）", Text("Over the indicators of one gap.", "在同一差距的各指标之间校正。")
)
_TEST = Term(
    "test",
    "Test",
    "检验",
    values={"welch": Text("Welch", "Welch"), "paired": Text("paired, the same people", "配对（同一批人）")},
)
_N_FIRST, _N_SECOND = count("n_first", "n against", "基准 n"), count("n_second", "n measured", "被比较 n")
_COLUMNS = (
    GAP_NUMBER, LATENT_OR_OVERALL, _ABOUT, _FIRST, _SECOND, *with_ends(DIFFERENCE), T, _DEGREES, P_VALUE, _ADJUSTED,
    COMPANY_VERDICT, _TEST, _N_FIRST, _N_SECOND,
)  # fmt: skip
_SHOWN = (
    "gap_number", "indicator", "difference", "difference_lower", "difference_upper", "verdict", "first", "second",
)  # fmt: skip
_TITLE = Text("Gaps 1 to 4, inside the company", "企业内部的差距 1 至 4")


def company_table(study: Study) -> Table:
    """For each gap one row an indicator that has both sides, and one overall where there are several."""
    rows, strong = [], []
    for step in STEPS:
        found = _step_rows(study, step)
        rows += found
        strong += [len(rows) - 1] if len(found) > 1 else []
    return Table("company", _TITLE, _COLUMNS, tuple(rows), _SHOWN, frozenset(strong))


def company_chart() -> Chart:
    """All gaps left or right of zero."""
    ends = ("difference", "difference_lower", "difference_upper")
    return Chart("company", "gap_bars", "company", _TITLE, ("gap_number", "indicator"), *ends)


def _step_rows(study: Study, step: Step) -> list[tuple[Cell, ...]]:
    asked = [
        (latent, leaf.name, first, second)
        for latent, leaf in study.model.indicators
        if (first := answers_of(study, leaf, step.first)) is not None
        and (second := answers_of(study, leaf, step.second)) is not None
    ]
    compared = [_compared(study, first, second) for _, _, first, second in asked]
    adjusted = holm(np.array([np.nan if one[2] is None else one[2].p for one in compared]))
    rows = [_row(study, step, asked[at][:2], one, float(adjusted[at])) for at, one in enumerate(compared)]
    return [*rows, _overall(study, step, [one[2:] for one in asked])] if len(rows) > 1 else rows


Compared = tuple[str, tuple[float, float, int, int], Difference | None]  # test, both means and numbers, difference


def _compared(study: Study, first: Answers, second: Answers) -> Compared:
    """The same people are compared with themselves, different ones by Welch."""
    if first.group == second.group:
        both = np.isfinite(first.values) & np.isfinite(second.values)
        sides = [mean_of(np.where(both, side.values, np.nan)) for side in (first, second)]
        change = mean_of(second.values - first.values)
        known = change.n > 1 and change.error > 1e-9
        difference = beyond(change.value, change.error, change.degrees, study.confidence) if known else None
        return "paired", (sides[0].value, sides[1].value, sides[0].n, sides[1].n), difference
    one, other = mean_answer(study, first), mean_answer(study, second)
    return "welch", (one.value, other.value, one.n, other.n), welch(one, other, study.confidence)


def _overall(study: Study, step: Step, sides: Sequence[tuple[Answers, ...]]) -> tuple[Cell, ...]:
    """The people's means over all indicators that have both sides; Welch's unless all are the same people's."""
    groups = [{pair[at].group for pair in sides} for at in (0, 1)]
    if any(len(group) > 1 for group in groups):  # sheets that are mixed have no people whose mean it were
        return (step.key, OVERALL, OVERALL, *[Blank("not_applicable")] * 10, None, 0, 0)
    first, second = (
        Answers(pair.group, row_means(np.column_stack([one[at].values for one in sides]))) for at, pair in enumerate(sides[0])
    )
    compared = _compared(study, first, second)
    return _row(study, step, (OVERALL, OVERALL), compared, np.nan if compared[2] is None else compared[2].p)


def _row(study: Study, step: Step, names: tuple[str, str], compared: Compared, adjusted: float) -> tuple[Cell, ...]:
    test, (first, second, n_first, n_second), found = compared
    if min(n_first, n_second) == 0:
        return (step.key, *names, *[Blank("no_pairs")] * 10, test, n_first, n_second)
    head: tuple[Cell, ...] = (step.key, *names, first, second, second - first)
    if found is None:
        absent = Blank("too_few_respondents" if min(n_first, n_second) < 2 else "no_spread")
        return (*head, *[absent] * 7, test, n_first, n_second)
    short = "below" if found.value < 0 else "exceeds"
    verdict = short if adjusted < 1 - study.confidence else "meets"
    return (*head, found.lower, found.upper, found.t, found.degrees, found.p, adjusted, verdict, test, n_first, n_second)
