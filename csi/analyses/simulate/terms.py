"""The words of a simulation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from ...terms import LOWER, STANDARD_ERROR, UPPER, Term, Text, Unit

SIMULATE = Term(
    "simulate",
    "What an improvement would bring",
    "改进模拟",
    meaning=Text(
        "What goes with better means: index, loyalty, and what to buy.", "均值提高时指数与忠诚等会怎样，以及钱该花在哪里。"
    ),
)


def _points(key: str, en: str, zh: str, meaning: Text, *, digits: int = 1, signed: bool = False) -> Term:
    return Term(key, en, zh, Unit.POINTS, digits, meaning, signed)


def _ratio(key: str, en: str, zh: str, meaning: Text, digits: int = 3) -> Term:
    return Term(key, en, zh, Unit.RATIO, digits, meaning)


RAISED = Term("raised", "Raised", "提高对象", meaning=Text("An indicator, a part or a latent.", "指标、组成部分或潜变量。"))
ASKED = _points("asked", "Asked for", "要求", Text("Points that were asked for.", "要求提高的点数。"), signed=True)
POINTS = _points("points", "Raise", "提高", Text("Points by which its mean is raised.", "其均值提高的点数。"), signed=True)
FROM = _points("from", "From", "自", Text("Its mean on 0-100 as it is.", "其目前的 0–100 均值。"))
TO = _points("to", "To", "至", Text("Its mean on 0-100 after the raise.", "提高后的 0–100 均值。"))
BEFORE = _points("before", "Before", "之前", Text("Index as it is.", "目前的指数。"))
AFTER = _points("after", "After", "之后", Text("Index after the raise.", "提高之后的指数。"))
CHANGE = _points("change", "Change", "变化", Text("What goes with the raise.", "随提高而来的变化。"), digits=2, signed=True)
CHANGE_ERROR = _points("standard_error", STANDARD_ERROR.en, STANDARD_ERROR.zh, STANDARD_ERROR.meaning, digits=2)
CHANGE_LOWER = _points("lower", LOWER.en, LOWER.zh, LOWER.meaning, digits=2, signed=True)
CHANGE_UPPER = _points("upper", UPPER.en, UPPER.zh, UPPER.meaning, digits=2, signed=True)
INDEX_AFTER = _points("after", "Index then", "届时指数", Text("Index after the raise.", "提高之后的指数。"))
GAIN = _points(
    "gain", "Gain", "增益", Text("Points of the index that go with it.", "随之而来的指数点数。"), digits=2, signed=True
)
COST = Term("cost", "Cost", "成本", Unit.RATIO, 2, Text("Money for these points.", "这些点数所需的费用。"))
UNIT_COST = Term("unit_cost", "Cost of a point", "每点成本", Unit.RATIO, 2, Text("Money for one point.", "每提高一点的费用。"))
BUDGET = Term("budget", "Budget", "预算", Unit.RATIO, 2, Text("Money that is spent.", "花费的金额。"))
GAIN_PER_COST = _ratio(
    "gain_per_cost",
    "Gain per money",
    "单位费用增益",
    Text("Points of the index for one unit of money.", "每单位费用的指数点数。"),
    4,
)
EFFECT = _ratio(
    "effect",
    "Gain per point",
    "每点增益",
    Text("Points of the index with one point of the indicator.", "指标每高 1 点，指数高出的点数。"),
)
EFFECT_LOWER = _ratio("lower", LOWER.en, LOWER.zh, LOWER.meaning)
EFFECT_UPPER = _ratio("upper", UPPER.en, UPPER.zh, UPPER.meaning)
CEILING = _points("ceiling", "Ceiling", "上限值", Text("Highest mean that can be reached.", "可达到的最高均值。"))
CERTAINTY = Term(
    "certainty",
    "Certainty",
    "入选稳定度",
    Unit.SHARE,
    0,
    Text(
        "Share of the resamples (with a goal: those under it) whose best plan holds it.",
        "最优方案包含该项的重抽样（有目标时为未达目标者）所占比例。",
    ),
)
NEXT = Term("next", "Buys next", "下一步", meaning=Text("Where the next unit of money would go.", "下一单位费用应投入之处。"))
STANDING = Term(
    "standing",
    "Standing",
    "状态",
    meaning=Text("Whether a plan may use it, and why not.", "方案能否使用该项，及其原因。"),
    values={
        "open": Text("open", "可用"),
        "uncontrollable": Text("uncontrollable", "不可控"),
        "infeasible": Text("not feasible", "不可行"),
        "no_cost": Text("cost unknown", "成本未知"),
        "no_room": Text("at its ceiling", "已达上限"),
        "no_gain": Text("gains nothing", "无增益"),
        "no_path": Text("no path to the index", "没有通向指数的路径"),
        "is_result": Text("a result, not a lever", "属于结果而非抓手"),
        "no_weight": Text("carries no weight", "没有权重"),
    },
)


def money(term: Term, amounts: Iterable[float]) -> Term:
    """A column of money: large sums without decimals."""
    return replace(term, digits=0) if max(amounts, default=0.0) >= 1000 else term


def per_money(rates: Iterable[float]) -> Term:
    """Gain per money with as many decimals as its largest figure needs, whatever a unit of money is worth."""
    largest = max(rates, default=0.0)
    digits = 4 if largest <= 0 else min(max(2 - math.floor(math.log10(largest)), 2), 12)
    return replace(GAIN_PER_COST, digits=digits)
