"""The index of every latent, of the target, and what they are made of."""

from __future__ import annotations

import numpy as np

from ..findings import Remark
from ..model import OVERALL, Indicator, Latent
from ..numerics.index import performance
from ..results import Blank, Cell, Chart, Figure, Result, Table
from ..study import Study, settings_of
from ..terms import (
    COLUMN,
    CONTRIBUTION,
    INDEX,
    INDICATOR,
    LATENT,
    LATENT_OR_OVERALL,
    LEVEL,
    LOST_POINTS,
    LOWER,
    MEAN,
    NODE,
    OUTER_WEIGHT,
    OVERALL_WEIGHT,
    STANDARD_ERROR,
    TOP_TWO,
    UPPER,
    WEIGHT,
    N,
    Term,
    Text,
)
from .contract import analysis
from .score_tree import tree_rows

SCORE = Term(
    "score", "Satisfaction index", "满意度指数", meaning=Text("0-100 index of every latent.", "每个潜变量的 0–100 指数。")
)

_ZH = """
每个潜变量的 0–100 指数及其区间。

怎么看：指数 0 表示所有人都选了最差的答案，100 表示所有人都选了最好的答案。▸ 标记的是目标潜变量，它的指数就是“满意度指数”。
区间说明换一批同样的受访者时指数大致会落在哪里；两个区间明显错开，差异才值得讨论。
“权重”是指标在所属潜变量中的份额；“外部权重”是 PLS 对标准化答案的权重；“前两档”是选择最好两个答案的比例。
有层级或给定权重时，另有一张树状表：贡献 = 总权重 × 指数，失分 = 总权重 × (100 − 指数)，失分最多处最值得改进。

方法：指数 = 100 · Σ w (均值 − 最低分) / Σ w (最高分 − 最低分)，w 为未标准化权重（PLS 权重除以标准差）。
两端取量表的理论端点，而不是观察到的端点。区间为自助法百分位区间；受访者不足 100 时采用加宽的百分位区间。
来源：Fornell、Johnson、Anderson、Cha 与 Bryant（1996），Journal of Marketing 60(4)，7–18；
PLS：Lohmöller（1989）；小样本区间：Hesterberg（2015），The American Statistician 69(4)，371–386。
"""


@analysis(title=SCORE, zh=_ZH)
def score(study: Study) -> Result:
    """The 0-100 index of every latent, with its interval.

    How to read it: an index of 0 means that everybody gave the worst answer, 100 that everybody gave the best.
    The target, marked ▸, is "the satisfaction index". The interval says where the index would fall for other respondents
    of the same kind; a difference is worth talking about when intervals stand clearly apart. "Weight" is an indicator's
    share in its latent, "outer weight" its PLS weight for standardised answers, "top two" the share of answers in the two
    best categories. Where the model has levels or given weights a tree follows: contribution is overall weight times index,
    lost points are overall weight times what is missing to 100; most is to be gained where most is lost.

    Method: index = 100 * sum of w (mean - lowest) / sum of w (highest - lowest), with w the unstandardised weights (PLS
    weights over standard deviations) and the scale's theoretical ends, never the observed ones. Intervals are bootstrap
    percentiles; under 100 respondents expanded percentiles.

    Source: Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4), 7-18. PLS: Lohmoeller (1989).
    Small samples: Hesterberg (2015), The American Statistician 69(4), 371-386.
    """
    latents = _latents(study)
    tables = [latents, _indicators(study)]
    rows = tree_rows(study)
    if rows:
        tables.append(_tree(rows))
    charts = tuple(
        Chart(table.key, "index_bars", table.key, table.title, (label,), "index", "lower", "upper")
        for table, label in zip(tables, ("latent", "indicator", "node"), strict=False)
    )
    return Result("score", SCORE, _headline(study), tuple(tables), charts, _remarks(study), settings_of(study))


SCORE_TITLE = Text("Index of each latent", "各潜变量指数")


def _headline(study: Study) -> Figure:
    value = float(study.estimator.target(study.point)[0])
    drawn = study.replicates
    error, lower, upper = study.spread(None if drawn is None else study.estimator.target(drawn.figures), study.used)
    return Figure(INDEX, value, error, lower, upper, about=study.model.target, n=study.used)


def _latents(study: Study) -> Table:
    rows = [_latent_row(study, latent) for latent in study.model.latents]
    strong = frozenset(i for i, latent in enumerate(study.model.latents) if latent.name == study.model.target)
    if study.model.target == OVERALL:
        head = _headline(study)
        rows.append((OVERALL, head.value, head.standard_error, head.lower, head.upper, study.used))
        strong = frozenset({len(rows) - 1})
    columns = (LATENT_OR_OVERALL, INDEX, STANDARD_ERROR, LOWER, UPPER, N)
    return Table("latents", SCORE_TITLE, columns, tuple(rows), ("latent", "index", "lower", "upper", "n"), strong)


def _latent_row(study: Study, latent: Latent) -> tuple[Cell, ...]:
    names = [known.name for known in study.arrangement.latents]
    if latent.name not in names:
        absent = Blank("no_answers")
        return (latent.name, absent, absent, absent, absent, 0)
    k = names.index(latent.name)
    n = study.answered(study.arrangement.blocks()[k])
    if latent.name in study.negative_items():
        absent = Blank("negative_weight")
        return (latent.name, absent, absent, absent, absent, n)
    drawn = study.replicates
    spread = study.spread(None if drawn is None else drawn.figures["index"][k], n)
    return (latent.name, float(study.point["index"][k, 0]), *spread, n)


def _indicators(study: Study) -> Table:
    rows = tuple(_indicator_row(study, latent, leaf) for latent, leaf in study.model.indicators)
    columns = (LATENT, INDICATOR, COLUMN, OUTER_WEIGHT, WEIGHT, MEAN, INDEX, STANDARD_ERROR, LOWER, UPPER, TOP_TWO, N)
    shown = ("latent", "indicator", "weight", "mean", "index", "lower", "upper", "top_two", "n")
    return Table("indicators", Text("Indicators", "指标"), columns, rows, shown)


def _indicator_row(study: Study, latent: str, leaf: Indicator) -> tuple[Cell, ...]:
    at = study.arrangement.column("item", leaf.name)
    if at is None:
        absent = Blank("no_answers")
        return (latent, leaf.name, leaf.column, *[absent] * 8, 0)
    n = study.answered(at)
    outer, share = _weights(study, leaf)
    mean = float(study.point["means"][at, 0])
    drawn = study.replicates
    spread = study.spread(None if drawn is None else _on_100(study, drawn.figures["means"][at : at + 1], at)[0], n)
    value = float(_on_100(study, study.point["means"][at : at + 1], at)[0, 0])
    return (latent, leaf.name, leaf.column, outer, share, mean, value, *spread, _top_two(study, at), n)


def _weights(study: Study, leaf: Indicator) -> tuple[float | Blank, float | Blank]:
    names = [item.name for item in study.arrangement.items]
    if leaf.name not in names:
        return Blank("constant"), Blank("constant")
    j = names.index(leaf.name)
    share = float(study.point["shares"][j, 0])
    if study.weighting != "pls":
        return Blank("not_estimated"), share
    return float(study.point["outer_weights"][j, 0]), share


def _on_100(study: Study, means: np.ndarray, at: int) -> np.ndarray:
    scale = study.arrangement.scales[at]
    return performance(means, np.array([scale.lowest]), np.array([scale.highest]))


def _top_two(study: Study, at: int) -> float | Blank:
    second = study.arrangement.scales[at].second_best
    if second is None:
        return Blank("not_discrete")
    answers = study.arrangement.values[:, at]
    seen = ~np.isnan(answers)
    v = np.ones(answers.size) if study.base.case_weights is None else study.base.case_weights
    return float(v[seen & (answers >= second - 1e-9)].sum() / v[seen].sum())


def _tree(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (NODE, LEVEL, WEIGHT, OVERALL_WEIGHT, INDEX, STANDARD_ERROR, LOWER, UPPER, CONTRIBUTION, LOST_POINTS)
    shown = ("node", "level", "weight", "index", "lower", "upper", "contribution", "lost_points")
    return Table(
        "tree", Text("Where the points come from and where they are lost", "得分来自何处、失分在何处"), columns, rows, shown
    )


def _remarks(study: Study) -> tuple[Remark, ...]:
    found = []
    for latent, items in study.negative_items().items():
        text = Text(
            '"{latent}" has no index, because the weight of {items} is negative; use --weights equal, or drop or reverse it',
            "“{latent}”没有指数，因为 {items} 的权重为负；请使用 --weights equal，或删除、反向该指标",
        )
        found.append(Remark("negative_weight", text, {"latent": latent, "items": tuple(items)}))
    form = settings_of(study)["interval"]
    if form == "expanded percentile":
        text = Text(
            "with fewer than 100 respondents the intervals are expanded percentiles, wider than plain ones",
            "受访者不足 100 名，区间采用加宽的百分位区间",
        )
        found.append(Remark("expanded_interval", text, {"n": study.used}))
    return tuple(found)
