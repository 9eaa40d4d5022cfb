"""What reviewers ask of the structural side of a path model, with the thresholds of the literature."""

from __future__ import annotations

from collections.abc import Iterator

from ...results import Blank, Cell, Table
from ...terms import Text
from ..criteria import Criterion, Ruling, condemned, rule

SRMR = Criterion(
    "srmr",
    Text("SRMR", "SRMR"),
    "fit",
    0.08,
    0.10,
    False,
    Text("the correlations that the model implies are far from those observed", "模型隐含的相关与观测相关相差较大"),
    Text(
        "look for latents that lack a path, and for indicators that belong to two latents (cross-loadings)",
        "检查是否缺少路径，以及同时属于两个潜变量的指标（见交叉载荷）",
    ),
    "Hu & Bentler (1999); Henseler, Hubona & Ray (2016), Industrial Management & Data Systems 116(1), 2-20",
)
SATURATED = Criterion(
    "srmr_saturated",
    Text("SRMR, latents free to correlate", "SRMR（饱和模型）"),
    "measurement_fit",
    0.08,
    0.10,
    False,
    Text(
        "even with latents free to correlate, the correlations that the blocks imply are far from those observed",
        "即使潜变量自由相关，各组指标隐含的相关仍与观测相关相差较大",
    ),
    Text("look for indicators that belong to two latents (cross-loadings)", "检查同时属于两个潜变量的指标（见交叉载荷）"),
    SRMR.source,
)
INNER_VIF = Criterion(
    "inner_vif",
    Text("VIF of causes", "内部 VIF"),
    "collinearity",
    3.3,
    5.0,
    False,
    Text(
        "the causes of one latent say nearly the same, so their paths cannot be told apart",
        "同一结果的各原因高度共线，路径系数难以区分",
    ),
    Text("merge the causes, or make them parts of a higher-order latent", "合并这些原因，或设为高阶潜变量的组成部分"),
    "Hair, Risher, Sarstedt & Ringle (2019), European Business Review 31(1), 2-24",
)
Q_SQUARED = Criterion(
    "q2_predict",
    Text("Q²predict of the target's indicators", "目标指标的 Q²predict"),
    "prediction",
    0.0,
    0.0,
    True,
    Text("for new customers the model predicts no better than the mean", "对新顾客的预测不优于均值"),
    Text("find causes that say more about this latent, or ask more customers", "寻找更能解释该潜变量的原因，或增加样本"),
    "Shmueli, Sarstedt, Hair et al. (2019), European Journal of Marketing 53(11), 2322-2347",
    required=False,
)
CRITERIA = (SRMR, SATURATED, INNER_VIF, Q_SQUARED)


def rulings(tables: dict[str, Table], target: str) -> tuple[Ruling, ...]:
    """The rulings on the figures of these tables, by their keys."""
    return (*_of_fit(tables["model_fit"]), *_of_paths(tables["paths"]), *_of_prediction(tables.get("predict"), target))


def _of_fit(table: Table) -> Iterator[Ruling]:
    values: dict[Cell, Cell] = {row["measure"]: row["value"] for row in table.records()}
    yield rule(SRMR, (), values["srmr_estimated"])
    if isinstance(values["srmr_estimated"], Blank):
        yield rule(SATURATED, (), values["srmr_saturated"])


def _of_paths(table: Table) -> Iterator[Ruling]:
    for row in table.records():
        about = (str(row["source"]), str(row["target"]))
        vif = row["vif"]
        yield condemned(INNER_VIF, about, vif) if vif == Blank("singular") else rule(INNER_VIF, about, vif)


def _of_prediction(table: Table | None, target: str) -> Iterator[Ruling]:
    for row in table.records() if table is not None else ():
        if row["latent"] == target:
            yield rule(Q_SQUARED, (str(row["indicator"]),), row["q2_predict"])
