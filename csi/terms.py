"""The glossary: every word that a reader meets in a result, in English and Chinese beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Text(NamedTuple):
    """One sentence in both languages. A template when it holds {names}; `renderers.wording` fills and picks."""

    en: str
    zh: str


class Unit(Enum):
    """What a number counts, which decides how it is written."""

    NAME = "name"  # the analyst's own word, or a key of the term's `values`
    POINTS = "points"  # 0-100 index points
    ANSWER = "answer"  # units of the answer scale
    SHARE = "share"  # 0 to 1, written as a percentage
    COUNT = "count"  # respondents, cells
    P = "p"  # a probability of a test
    RATIO = "ratio"  # weights, t values, coefficients


@dataclass(frozen=True)
class Term:
    """A column or figure: its key (JSON, CSV), its two names, how it is counted and what it means."""

    key: str
    en: str
    zh: str
    unit: Unit = Unit.NAME
    digits: int = 1
    meaning: Text = Text("", "")
    signed: bool = False  # written with + or - because the direction is the message
    values: Mapping[str, Text] = field(default_factory=dict, hash=False)  # keys that a cell may hold


def _points(key: str, en: str, zh: str, meaning: Text, *, signed: bool = False) -> Term:
    return Term(key, en, zh, Unit.POINTS, 1, meaning, signed)


LATENT = Term("latent", "Latent", "潜变量", meaning=Text("What is measured through its indicators.", "通过指标测量的概念。"))
LATENT_OR_OVERALL = Term("latent", LATENT.en, LATENT.zh, meaning=LATENT.meaning, values={"overall": Text("Overall", "总体")})
INDICATOR = Term("indicator", "Indicator", "指标", meaning=Text("A question that measures a latent.", "测量潜变量的题目。"))
COLUMN = Term("column", "Column", "列", meaning=Text("Where the answers are stored.", "答案所在的列。"))
NODE = Term("node", "Node", "节点", meaning=Text("A latent, one of its parts, or an indicator.", "潜变量、其组成部分或指标。"))
LEVEL = Term(
    "level",
    "Level",
    "层级",
    Unit.COUNT,
    0,
    Text("Depth in the tree: 0 overall, 1 a latent.", "在树中的深度：0 为总体，1 为潜变量。"),
)
SEGMENT = Term("segment", "Segment", "细分群体", meaning=Text("A group of respondents.", "一组受访者。"))
INDEX = _points(
    "index", "Index", "指数", Text("Weighted mean on 0-100: 0 worst, 100 best.", "0–100 加权平均：0 最差，100 最好。")
)
STANDARD_ERROR = _points("standard_error", "Std. error", "标准误", Text("Spread over the resamples.", "在重抽样之间的离散程度。"))
LOWER = _points("lower", "Lower", "下限", Text("Lower end of the interval.", "区间下限。"))
UPPER = _points("upper", "Upper", "上限", Text("Upper end of the interval.", "区间上限。"))
N = Term("n", "n", "n", Unit.COUNT, 0, Text("Respondents with a usable answer.", "有有效答案的受访者人数。"))
MEAN = Term("mean", "Mean", "均值", Unit.ANSWER, 2, Text("Mean answer in scale units.", "以量表单位计的平均答案。"))
WEIGHT = Term(
    "weight", "Weight", "权重", Unit.SHARE, 1, Text("Share in its block; shares sum to 1.", "在所属组中的份额，合计为 1。")
)
OUTER_WEIGHT = Term(
    "outer_weight",
    "Outer weight",
    "外部权重",
    Unit.RATIO,
    4,
    Text("PLS weight for standardised answers.", "标准化答案的 PLS 权重。"),
)
OVERALL_WEIGHT = Term(
    "overall_weight",
    "Overall weight",
    "总权重",
    Unit.SHARE,
    1,
    Text("Product of the weights on the way down.", "自上而下各级权重的乘积。"),
)
TOP_TWO = Term(
    "top_two", "Top two", "前两档", Unit.SHARE, 0, Text("Share of answers in the two best categories.", "选择最好两档的比例。")
)
CONTRIBUTION = _points("contribution", "Contribution", "贡献", Text("Overall weight times index.", "总权重乘以指数。"))
LOST_POINTS = _points(
    "lost_points", "Lost points", "失分", Text("Overall weight times what is missing to 100.", "总权重乘以距 100 的差距。")
)

EXPECTATION = Term(
    "expectation",
    "Expected (answers)",
    "期望（原始分）",
    Unit.ANSWER,
    2,
    Text("Mean expectation in answer units.", "以量表单位计的平均期望。"),
)
EXPERIENCE = Term(
    "experience",
    "Experienced (answers)",
    "体验（原始分）",
    Unit.ANSWER,
    2,
    Text("Mean experience in answer units.", "以量表单位计的平均体验。"),
)
GAP = Term(
    "gap", "Gap (answers)", "差距（原始分）", Unit.ANSWER, 2, Text("Experience minus expectation.", "体验减去期望。"), signed=True
)
EXPECTATION_INDEX = Term("expectation_index", "Expected", "期望", Unit.POINTS, 1, Text("Expectation on 0-100.", "0–100 的期望。"))
EXPERIENCE_INDEX = Term("experience_index", "Experienced", "体验", Unit.POINTS, 1, Text("Experience on 0-100.", "0–100 的体验。"))
GAP_INDEX = Term(
    "gap_index",
    "Gap",
    "差距",
    Unit.POINTS,
    1,
    Text("Experience minus expectation on 0-100; positive is good.", "0–100 的体验减期望，正值为好。"),
    signed=True,
)
T = Term("t", "t", "t", Unit.RATIO, 2, Text("Paired t of the gap.", "差距的配对 t 值。"))
P_VALUE = Term("p", "p", "p", Unit.P, 3, Text("Two-sided p of the paired t.", "配对 t 检验的双侧 p 值。"))
P_ADJUSTED = Term(
    "p_adjusted",
    "p (Holm)",
    "p（Holm）",
    Unit.P,
    3,
    Text(
        "p corrected for all indicators or latents of the table; the overall row stands alone.",
        "按表中全部指标或潜变量校正的 p 值；总体一行单独检验。",
    ),
)
VERDICT = Term(
    "verdict",
    "Verdict",
    "结论",
    meaning=Text("Whether the gap differs from zero beyond chance.", "差距是否超出偶然地不同于零。"),
    values={"below": Text("below", "低于期望"), "meets": Text("meets", "符合期望"), "exceeds": Text("exceeds", "超出期望")},
)
GAP_LOWER = _points("lower", "Lower", "下限", LOWER.meaning, signed=True)
GAP_UPPER = _points("upper", "Upper", "上限", UPPER.meaning, signed=True)


def bounded(term: Term) -> tuple[Term, Term, Term]:
    """The term with the two ends of its interval; all three of one unit, so that they share a cell on a screen."""
    ends = (("lower", Text(", lower", "下限"), LOWER), ("upper", Text(", upper", "上限"), UPPER))
    made = [
        Term(f"{term.key}_{end}", term.en + said.en, term.zh + said.zh, term.unit, term.digits, own.meaning, term.signed)
        for end, said, own in ends
    ]
    return term, made[0], made[1]
