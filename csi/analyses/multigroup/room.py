"""Groups of respondents compared: do they measure the same thing, and do their paths and indices differ?"""

from __future__ import annotations

import math
from typing import Annotated

from ...errors import UsageFault
from ...model import Role
from ...results import Chart, Result
from ...study import Study, settings_of
from ...study.groups import Compared, compared, missing
from ...terms import Term, Text
from ..contract import MODELS, analysis
from .differences import answer
from .remarks import remarks
from .tables import index_table, invariance_table, path_table

MULTIGROUP = Term(
    "multigroup",
    "Group comparison",
    "多组比较",
    meaning=Text("Invariance of measurement, then paths and indices.", "先检验测量不变性，再比较路径与指数。"),
)
MOST = 100_000  # permutations

_ZH = """
各组是否以同样的方式测量，其路径与指数有何差异。

怎么看：先看“测量不变性”表。c 是用两组各自的权重给全体受访者打分后的相关，低于随机下界（校正后 p < 0.05）说明该潜变量在两组中构成不同，
结论为“无”，其路径与均值都不可比较；构成一致但均值或方差不同为“部分”，可以比较路径与均值，但不宜合并两组；三者都一致为“完全”。
再看“各组路径”与“各组指数”：差值为甲组减乙组，区间是置换检验不会拒绝的差值范围，结论（“超出随机”或“随机范围内”）依据同一对组内 Holm 校正后的 p 值；
测量不变性的三项检验也各按该对组的全部潜变量作 Holm 校正。结论为“无”的潜变量，其指数与路径标为“不可比较”：差异可能来自测量内容，而非水平。
不足 50 名受访者的组不作比较；超过 6 组时取人数最多的 6 组，两两比较。

方法：置换检验。受访者（有整群时为整群，有分层时在层内）随机重新分到两组，组的大小不变，每次重新估计两组的模型；
观察到的分组也算一次置换。MICOM 第一步（构型不变性）因两组题目与设置相同而自然成立；第二步检验 c；第三步用合并样本的权重
检验得分的均值差与对数方差比。输出文件另含未校正的 p 值，以及“……，随机下界”与“……，随机上界”两类列，即 MICOM 给出的置换分位数。

来源：Henseler、Ringle 与 Sarstedt（2016），International Marketing Review 33(3)，405–431；Chin 与 Dibbern（2010），
Handbook of Partial Least Squares，171–193；Holm（1979），Scandinavian Journal of Statistics 6，65–70。
"""


@analysis(title=MULTIGROUP, zh=_ZH, needs=(Role.SEGMENTS, Role.PATHS))
def multigroup(
    study: Study,
    *,
    between: Annotated[
        str | None, Text("Segment column; else the model's first.", "分组列，默认为模型的第一个细分列。"), MODELS
    ] = None,
    permutations: Annotated[int, Text("Random divisions a pair.", "每对组的置换次数。")] = 1000,
) -> Result:
    """Whether groups measure alike, and where their paths and indices differ.

    How to read it: begin with the invariance table. c is the correlation of the scores that either group's weights give to
    everybody; below what chance allows (corrected p < .05) the latent is composed differently in the two groups, the verdict is
    "none", and neither its paths nor its mean may be compared. Composed alike but with other means or variances is "partial":
    compare paths and means, do not pool the groups. "full" allows both. Then read paths and indices: a difference is group A
    less group B, its interval holds the differences that the test would not refuse, and the verdict goes by the p corrected
    (Holm) over the rows of the pair: "beyond chance" or "within chance". Invariance goes by corrected p too, each of its three
    tests over the latents of the pair. Where a latent is "none", its index and paths are "not comparable": a difference may
    come from what is measured, not from how much of it there is. Groups under 50 respondents are not compared; of more than six
    the six largest are, all pairs.

    Method: permutation. Respondents (with clusters, whole clusters; with strata, inside them) are dealt anew into two groups
    of the same sizes, and both models are estimated each time; the division that was observed counts as one of them. MICOM's
    first step (configural) holds because both groups have the same questions and settings; the second tests c; the third
    tests mean differences and log variance ratios of scores by the weights of both groups together. Every file holds more than a
    terminal shows: p before the correction, and the columns "…, chance from" and "…, chance to", the quantiles of the
    permutations that MICOM prints.

    Source: Henseler, Ringle & Sarstedt (2016), International Marketing Review 33(3), 405-431; Chin & Dibbern (2010), in
    Handbook of Partial Least Squares, 171-193; Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    _check(permutations, study.confidence)
    column = study.model.respondents.segments[0] if between is None else between
    found = compared(study, column, permutations)
    invariance = invariance_table(found.pairs)
    paths, indices = (make(found.pairs, invariance) for make in (path_table, index_table))
    settings = {
        **settings_of(study),
        "weights": "pls",
        "scheme": study.scheme,
        "missing": missing(study),
        "resamples": None,
        "resampling": None,
        "interval": "permutation",
        "between": column,
        "permutations": permutations,
        "permutation": _form(found),
    }
    return Result(
        "multigroup",
        MULTIGROUP,
        None,
        (invariance, paths, indices),
        _charts(),
        remarks(found, invariance, paths, indices, study.missing),
        settings,
        answer=answer(invariance, paths, indices),
    )


def _charts() -> tuple[Chart, ...]:
    ends = ("difference", "lower", "upper")
    groups = ("group_a", "group_b")
    return (
        Chart("paths", "gap_bars", "paths", Text("Path differences", "路径差异"), (*groups, "source", "target"), *ends),
        Chart("indices", "gap_bars", "indices", Text("Index differences", "指数差异"), (*groups, "latent"), *ends),
    )


def _form(found: Compared) -> str:
    return "exact" if all(pair.permuted.form == "exact" for pair in found.pairs) else "moment-gaussian"


def _check(permutations: int, confidence: float) -> None:
    """Enough permutations for a p under 1 - confidence to be possible. Raises UsageFault."""
    fewest = math.ceil(2 / (1 - confidence))
    if not isinstance(permutations, int) or not fewest <= permutations <= MOST:
        raise UsageFault(
            place="--permutations",
            reason=Text(
                f"{permutations} is outside {fewest}-{MOST}, the range in which the test can tell anything at this confidence.",
                f"{permutations} 超出 {fewest}–{MOST}；在此置信水平下检验需要这样的次数。",
            ),
            remedy=Text("Leave it out for 1,000.", "不写即为 1,000。"),
        )
