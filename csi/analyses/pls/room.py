"""The structural model: what acts on what, how strongly, and whether the model holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from ...errors import UsageFault
from ...findings import Remark
from ...model import Role
from ...results import Result, Table
from ...study import Study, settings_of
from ...terms import Term, Text
from ..contract import analysis
from ..criteria import criteria_table, verdict_table
from ..measurement.found import measurement
from .consistent import consistent_outcome
from .criteria import CRITERIA, rulings
from .fit import fit_table, misfit_table, missing_table
from .outer import correlation_table, cross_table, outer_table, part_table
from .paths import effect_table, indirect_table, path_table, slope_table
from .predict import Outcome, prediction_outcome
from .remarks import answer, fault_sentences, pls_remarks

PLS = Term(
    "pls", "Structural model", "结构模型", meaning=Text("What acts on what, and how strongly.", "什么影响什么，影响多大。")
)

_ZH = """
什么影响什么，影响多大，模型是否成立。

怎么看：第一句话说明模型是否成立。“路径”为标准化系数：原因高一个标准差，结果高多少个标准差；区间不含零的路径可与零区分；
f² 表示去掉该原因后损失多少解释（0.02 小、0.15 中、0.35 大；得分保持不变）；VIF 表示各原因是否重复。“效应”列出直接、间接与总效应
及中介类型。“解释方差”为各结果的 R²。“预测”说明对新顾客的预测是否优于均值与线性模型。“标准”逐项给出通过与否、原因和建议。
交叉载荷、潜变量相关、特定间接效应与一致性 PLS（PLSc）在 --verbose 或任何输出文件中列出。一致性 PLS 的解不可接受时不给数值，并指明是谁。

方法：偏最小二乘路径模型（Wold；Lohmoeller），个案权重用加权均值与相关（加权 PLS）。潜变量方向与其指标一致，重抽样从全样本解出发并与之对齐；
有指标无差异或迭代不收敛的重抽样会重抽、计数并指明指标。t 按学生分布检验，自由度为独立受访者数减一。SRMR 与 d_ULS 按路径（估计）和
潜变量自由相关（饱和）各给一个，块内取观测相关（合成模型），区间为基本自助法区间。高阶潜变量：两阶段法（分离式）或重复指标法；调节作用：
两阶段法，得分的乘积。PLSpredict：分折交叉验证。各软件不一致之处及本程序的取法见 docs/peers.md。

来源：Wold（1982）；Lohmoeller（1989）；Tenenhaus、Esposito Vinzi、Chatelin 与 Lauro（2005），Computational Statistics & Data Analysis 48，159–205；
Cohen（1988）；Dijkstra 与 Henseler（2015），MIS Quarterly 39(2)，297–316；Henseler 与 Chin（2010）；Becker、Klein 与 Wetzels（2012）；
Becker 与 Ismail（2016），European Management Journal 34，606–617；Shmueli 等（2019），European Journal of Marketing 53(11)，2322–2347；
Zhao、Lynch 与 Chen（2010），Journal of Consumer Research 37，197–206；GB/T 19038—2009。
"""


@analysis(title=PLS, zh=_ZH, needs=(Role.PATHS,))
def pls(
    study: Study,
    *,
    folds: Annotated[int, Text("Folds of the out-of-sample prediction; 0 leaves it out.", "样本外预测的折数；0 表示不做。")] = 10,
    repeats: Annotated[int, Text("How often the folds are dealt anew.", "重新分折的次数。")] = 10,
    technique: Annotated[
        str, Text("Antecedents that predict: direct or earliest.", "用于预测的前因：direct（直接）或 earliest（最早）。")
    ] = "direct",
) -> Result:
    """What acts on what, how strongly, and whether the model holds.

    How to read it: the first sentence says whether the model holds. A path is standardised: by how many standard deviations the
    target is higher where the source is higher by one; a path whose interval leaves zero out can be told from zero. f² is what
    would be lost of the explained variance without the source (.02 small, .15 medium, .35 large; scores kept); VIF says whether
    the causes repeat each other. Effects are direct, indirect and total, with the kind of mediation. R² is what the causes
    explain. The prediction says whether the model does better for new customers than the mean and a linear model. The
    criteria pass or fail, because of what, and what to do. Cross-loadings, correlations, specific indirect effects and
    consistent PLS come with --verbose and stand in every file. An inadmissible consistent solution has no figures and names the
    offender.

    Method: partial least squares path modelling; case weights enter means and correlations (weighted PLS). A latent points where
    its indicators do; resamples start from the full-sample solution and are aligned with it; resamples in which an item has no
    spread or the weights do not settle are redrawn, counted and the item named. t by Student's law with as many degrees of
    freedom as independent respondents less one. SRMR and d_ULS of the estimated and the saturated composite model, with basic
    bootstrap intervals. Higher-order latents by two stages (disjoint) or repeated indicators; moderation by two stages, from
    products of scores. Where programs differ, docs/peers.md says whom this follows.

    Source: Wold (1982); Lohmoeller (1989), Latent Variable Path Modeling with PLS; Tenenhaus, Esposito Vinzi, Chatelin & Lauro
    (2005), Computational Statistics & Data Analysis 48, 159-205; Cohen (1988), Statistical Power Analysis; Dijkstra & Henseler
    (2015), MIS Quarterly 39(2), 297-316; Henseler & Chin (2010), Structural Equation Modeling 17, 82-109; Becker, Klein & Wetzels
    (2012), Long Range Planning 45, 359-394; Becker & Ismail (2016), European Management Journal 34, 606-617; Shmueli, Sarstedt,
    Hair et al. (2019), European Journal of Marketing 53(11), 2322-2347; Zhao, Lynch & Chen (2010), Journal of Consumer
    Research 37, 197-206; GB/T 19038-2009.
    """
    _check(folds, repeats, technique)
    measured = study.weighed("pls").measured
    foretold = _foretold(measured, folds, repeats, technique)
    consistent = consistent_outcome(measured)
    paths, fit, misfit = path_table(measured), fit_table(measured), misfit_table(measured)
    ruled = rulings({"paths": paths, "model_fit": misfit, **_by_key(foretold.tables)}, study.model.target)
    listed = [one for one in ruled if one.verdict in ("borderline", "fails")]
    tables = (
        paths,
        effect_table(measured),
        slope_table(measured),
        fit,
        misfit,
        part_table(measured),
        outer_table(measured),
        *foretold.tables,
        criteria_table(ruled, CRITERIA, Text("Criteria", "各项标准的结论")),
        verdict_table(listed, CRITERIA, Text("What does not pass", "未通过的数值")),
        indirect_table(measured),
        correlation_table(measured),
        cross_table(measured),
        *consistent.tables,
        missing_table(measured),
    )
    settings = {
        **settings_of(measured),
        "signs": "aligned",
        "f_squared": "scores_kept",
        "higher_order": measured.constructs.method,
        "folds": folds,
        "repeats": repeats if folds else None,
        "technique": technique if folds else None,
    }
    found = measured.once(measurement)
    faults = fault_sentences(found, ruled)
    remarks = (*_other_weights(study), *pls_remarks(measured, paths, fit), *faults, *consistent.remarks, *foretold.remarks)
    whole = answer(found.judgement, ruled)
    shown = tuple(table for table in tables if table is not None)
    return Result("pls", PLS, None, shown, remarks=remarks, settings=settings, answer=whole)


def _other_weights(study: Study) -> tuple[Remark, ...]:
    """The head of a report names the weights of the index, which need not be those of this room."""
    if study.weighting == "pls":
        return ()
    text = Text(
        "the structural model always uses PLS weights; the index of this study uses {weights} weights",
        "结构模型一律使用 PLS 权重；本研究的指数使用的是 {weights} 权重",
    )
    return (Remark("always_pls", text, {"weights": study.weighting}),)


def _foretold(study: Study, folds: int, repeats: int, technique: str) -> Outcome:
    return prediction_outcome(study, folds=folds, repeats=repeats, technique=technique) if folds else Outcome((), ())


def _by_key(tables: Iterable[Table]) -> dict[str, Table]:
    return {table.key: table for table in tables}


def _check(folds: int, repeats: int, technique: str) -> None:
    if folds < 0 or folds == 1 or repeats < 1:
        raise UsageFault(
            place="--folds" if folds < 0 or folds == 1 else "--repeats",
            reason=Text(
                f"{folds} folds, {repeats} repeats make no cross-validation.", f"{folds} 折、重复 {repeats} 次无法交叉验证。"
            ),
            remedy=Text(
                "Use 2 folds or more, 1 repeat or more; --folds 0 leaves it out.",
                "折数至少 2，重复至少 1；--folds 0 表示不做预测。",
            ),
        )
    if technique not in ("direct", "earliest"):
        raise UsageFault(
            place="--technique",
            reason=Text(f'there is no technique "{technique}".', f"没有名为“{technique}”的方法。"),
            remedy=Text("Use direct or earliest.", "可用 direct 或 earliest。"),
        )
