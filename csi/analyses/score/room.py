"""The index of every latent, of the target, and what they are made of."""

from __future__ import annotations

from ...findings import Remark
from ...model import OVERALL, Latent
from ...numerics.intervals import SMALL
from ...results import Blank, Cell, Chart, Figure, Result, Table
from ...study import Study, resampling, settings_of
from ...terms import (
    CONTRIBUTION,
    INDEX,
    LATENT_OR_OVERALL,
    LEVEL,
    LOST_POINTS,
    LOWER,
    NODE,
    OVERALL_WEIGHT,
    STANDARD_ERROR,
    UPPER,
    WEIGHT,
    N,
    Term,
    Text,
)
from ..contract import analysis
from .indicators import indicator_table
from .tree import tree_rows
from .uncontrolled import uncontrolled

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
两端取量表的理论端点，而不是观察到的端点。区间为自助法百分位区间（--interval 可改为 bca 或 normal）；受访者不足 100 时采用加宽的区间。

来源：Fornell、Johnson、Anderson、Cha 与 Bryant（1996），Journal of Marketing 60(4)，7–18；
PLS：Lohmöller（1989）；小样本区间：Hesterberg（2015），The American Statistician 69(4)，371–386。
"""


@analysis(title=SCORE, zh=_ZH, from_counts=True)
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
    percentiles (--interval bca or normal for other forms); under 100 respondents expanded ones.

    Source: Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4), 7-18. PLS: Lohmoeller (1989).
    Small samples: Hesterberg (2015), The American Statistician 69(4), 371-386.
    """
    latents = _latents(study)
    tables = [latents, indicator_table(study)]
    rows = tree_rows(study)
    if rows:
        tables.append(_tree(rows))
    charts = tuple(
        Chart(table.key, "index_bars", table.key, table.title, (label,), "index", "lower", "upper")
        for table, label in zip(tables, ("latent", "indicator", "node"), strict=False)
    )
    return Result("score", SCORE, _headline(study), tuple(tables), charts, _remarks(study, tables), settings_of(study))


SCORE_TITLE = Text("Index of each latent", "各潜变量指数")


def _headline(study: Study) -> Figure:
    value = float(study.estimator.target(study.point)[0])
    drawn = study.replicates
    names = [latent.name for latent in study.arrangement.latents]
    target = study.model.target
    n = study.used if target == OVERALL else study.answered(study.arrangement.blocks()[names.index(target)])
    error, lower, upper = study.spread(None if drawn is None else study.estimator.target(drawn.figures), n)
    return Figure(INDEX, value, error, lower, upper, about=target, n=n)


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
        columns = [study.arrangement.column("item", leaf.name) for leaf in latent.leaves()]
        answered = study.answered([at for at in columns if at is not None])
        absent = Blank("no_weight" if answered else "no_answers")
        return (latent.name, absent, absent, absent, absent, answered)
    k = names.index(latent.name)
    n = study.answered(study.arrangement.blocks()[k])
    if latent.name in study.negative_items():
        absent = Blank("negative_weight")
        return (latent.name, absent, absent, absent, absent, n)
    drawn = study.replicates
    spread = study.spread(None if drawn is None else drawn.figures["index"][k], n)
    return (latent.name, float(study.point["index"][k, 0]), *spread, n)


def _tree(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (NODE, LEVEL, WEIGHT, OVERALL_WEIGHT, INDEX, STANDARD_ERROR, LOWER, UPPER, CONTRIBUTION, LOST_POINTS)
    shown = ("node", "level", "weight", "index", "lower", "upper", "contribution", "lost_points")
    return Table(
        "tree", Text("Where the points come from and where they are lost", "得分来自何处、失分在何处"), columns, rows, shown
    )


def _remarks(study: Study, tables: list[Table]) -> tuple[Remark, ...]:
    found = []
    for latent, items in study.negative_items().items():
        text = Text(
            '"{latent}" has no index, because the weight of {items} is negative; use --weights equal, or drop or reverse it',
            "“{latent}”没有指数，因为 {items} 的权重为负；请使用 --weights equal，或删除、反向该指标",
        )
        found.append(Remark("negative_weight", text, {"latent": latent, "items": tuple(items)}))
    small = [row for row in tables[1].records() if isinstance(row["n"], int) and row["n"] < SMALL]
    if study.resamples and (study.base.effective < SMALL or small):
        found.append(Remark("expanded_interval", resampling.expanded(study.interval), {"n": study.used}))
    if 0 < study.resamples * (1 - study.confidence) / 2 < 5:
        text = Text(
            "{resamples} {resamples:resample is|resamples are} too few for the ends of a {confidence:share}% interval; ask for more",
            "{resamples} 次重抽样不足以确定 {confidence:share}% 区间的两端，请增加次数",
        )
        found.append(Remark("few_resamples", text, {"resamples": study.resamples, "confidence": study.confidence}))
    return (*found, *uncontrolled(study))
