"""Kano's model: what each feature is to customers, and where it lies on the better-worse map."""

from __future__ import annotations

from typing import Annotated, Literal

from ...model import Role
from ...results import Blank, Chart, Result, Table
from ...study import Study, settings_of
from ...terms import Text
from ..contract import analysis
from .details import continuous_table, distribution_table, strength_table
from .figures import Kano
from .ratios import Ratios
from .remarks import answer, kano_remarks
from .tables import feature_table, ordered
from .terms import KANO
from .unread import nobody, unread_features

_ZH = """
哪些功能必须具备，哪些带来惊喜，哪些无人需要。

怎么看：每个功能问两次（具备时、不具备时感受如何），两个答案在评价表中定出一个类别：必备型 M、期望型 O、魅力型 A、无差异型 I、
反向型 R、可疑结果 Q。“类别”取人数最多者，但六个比例应一并阅读：众数相同的功能可能大不相同。“类别稳定度”是归入同一类别的重抽样比例，
低于 80% 时不宜据此下结论。Better 说明具备时带来多少满意，Worse 说明缺失时带来多少不满；图中横轴为 |Worse|，纵轴为 Better，
右上为期望型、左上为魅力型、右下为必备型、左下为无差异型。次序：先 M，再 O、A、I，同类中按自述重要性。
Q 超过 2% 说明题目被误读；R 超过 20% 说明不同群体的需求可能相反，请用 --by 分群。答案是设想，不是行为。

方法：Better =（A+O）/（A+O+M+I），Worse = −（O+M）/（A+O+M+I）；R、Q 不计入分母。区间为 Wilson 区间；有权重、整群或分层时，
其有效人数由符合抽样设计的重抽样得出。类别强度为领先次多类别的比例（≥ 6% 为明确），总强度为 A+O+M 的比例（≥ 60% 为重要）。
Fong 检验把两个人数视为独立，过于宽松，因此另列保持 10% 水平的检验（人数少时为精确二项检验）。
连续分析剔除 R、Q 后取均分：两侧以 2 分为界；--evaluation pouliot 把“理应/理应”“勉强/勉强”也视为可疑。

来源：Kano、Seraku、Takahashi 与 Tsuji（1984），品質 14(2)，39–48；Berger 等（1993），Center for Quality of Management Journal 2(4)，3–36
（评价表、Better/Worse、DuMouchel 的连续形式、Pouliot 的变体）；Fong（1996），同刊 5(3)，21–24；
Lee 与 Newcomb（1997），Quality Management Journal 4(3)，95–106；Wilson（1927），JASA 22，209–212。
"""


@analysis(title=KANO, zh=_ZH, needs=(Role.FEATURES,))
def kano(
    study: Study,
    *,
    evaluation: Annotated[
        Literal["kano", "pouliot"],
        Text("The table that makes a category of two answers.", "由两个答案定类别的评价表。"),
    ] = "kano",
    crosshair: Annotated[
        Literal["middle", "means"],
        Text("Where the lines of the map stand: at 0.5, or at the means.", "图中分界线的位置：0.5 或平均值。"),
    ] = "middle",
) -> Result:
    """Which features must be there, which delight, and which nobody needs.

    How to read it: every feature is asked about twice, how one would feel with it and without it, and the two answers make a
    category: must-be M, one-dimensional O, attractive A, indifferent I, reverse R, questionable Q. The category is the most
    frequent one, but read all six shares: features with the same mode can be very different. "Certainty" is the share of the
    resamples in which a feature is in the same category; under 80% nothing should be decided by it. Better says how much
    satisfaction the feature brings, Worse how much dissatisfaction its absence brings; on the map |Worse| goes to the right and
    Better upwards: upper right is one-dimensional, upper left attractive, lower right must-be, lower left indifferent. The order
    is M before O, A and I, and by self-stated importance inside a category. More than 2% Q: the questions were misread. More
    than 20% R: segments may want opposites, see --by. Answers tell what people imagine, not what they do.

    Method: Better = (A + O) / (A + O + M + I), Worse = -(O + M) / (A + O + M + I), without R and Q. Intervals are Wilson's; with
    case weights, clusters or strata for as many respondents as the resamples of that design say they are worth. Category
    strength is the lead over the next category (6% is clear), total strength A + O + M (60% matters). Fong's rule takes the two counts for independent and
    is too lenient, so the test that holds its 10% level stands beside it (exact where answers are few). The continuous form
    drops R and Q and divides mean scores at 2. --evaluation pouliot takes must-be twice and live-with twice for questionable.

    Source: Kano, Seraku, Takahashi & Tsuji (1984), Hinshitsu 14(2), 39-48; Berger et al. (1993), Center for Quality of Management
    Journal 2(4), 3-36 (table, Better and Worse, DuMouchel's continuous form, Pouliot's variant); Fong (1996), same journal 5(3), 21-24;
    Lee & Newcomb (1997), Quality Management Journal 4(3), 95-106; intervals: Wilson (1927), JASA 22, 209-212.
    """
    found = Kano(study, evaluation)
    if not found.answered.any():
        raise nobody(study)
    ratios = [Ratios(found, at) for at in range(len(found.features))]
    order = ordered(found, ratios)
    cross = (0.5, 0.5) if crosshair == "middle" else _means(ratios)
    features = feature_table(found, cross)
    strength, continuous = strength_table(found, order), continuous_table(found, order)
    tables = (features, strength, continuous, distribution_table(found, order))
    settings = {**settings_of(study), "missing": _missing(study), "evaluation": evaluation, "crosshair": crosshair}
    remarks = kano_remarks(found, features, strength, continuous, crosshair=crosshair)
    said = answer(features, unread_features(study))
    return Result("kano", KANO, None, tables, (_chart(features, cross),), remarks, settings, answer=said)


def _missing(study: Study) -> str:
    """What was done about missing answers, whatever was asked for: no answer of feeling can be replaced, so pairs are complete or left out."""
    rated = any(use.use in ("indicator", "expectation") for use in study.model.uses())
    return "pairs_of_whole" if study.missing == "listwise" and rated else "pairs"


def _means(ratios: list[Ratios]) -> tuple[float, float] | None:
    """Mean |Worse| and mean Better of the features that have both; None where there are fewer than two."""
    pairs = [(one.harm, one.better) for one in ratios]
    known = [(harm, better) for harm, better in pairs if not isinstance(harm, Blank) and not isinstance(better, Blank)]
    if len(known) < 2:
        return None
    return sum(harm for harm, _ in known) / len(known), sum(better for _, better in known) / len(known)


def _chart(features: Table, cross: tuple[float, float] | None) -> Chart:
    return Chart(
        "features",
        "map",
        "features",
        Text("What is missed, and what delights", "缺失之憾与具备之喜"),
        ("feature",),
        "better",
        "better_lower",
        "better_upper",
        x="harm",
        x_lower="harm_lower",
        x_upper="harm_upper",
        cross=cross,
        zone="corner",
        corners=("I", "M", "A", "O"),
    )
