"""The words of penalties, rewards, reach and noise."""

from __future__ import annotations

from dataclasses import replace

from ...terms import LOWER, P_ADJUSTED, STANDARD_ERROR, UPPER, Term, Text, Unit

ASYMMETRY = Term(
    "asymmetry",
    "Penalties and rewards",
    "惩罚与奖励",
    meaning=Text(
        "Which items hurt when they fail, and which please when they excel.",
        "哪些方面做不好会伤害满意度，哪些做得好会提升满意度。",
    ),
)


def _answer(key: str, en: str, zh: str, meaning: Text, *, signed: bool = True) -> Term:
    return Term(key, en, zh, Unit.ANSWER, 2, meaning, signed)


def _ends(key: str, en: str, zh: str, unit: Unit, digits: int, *, signed: bool = False) -> tuple[Term, Term]:
    return (
        Term(f"{key}_lower", f"{en}, lower", f"{zh}下限", unit, digits, LOWER.meaning, signed),
        Term(f"{key}_upper", f"{en}, upper", f"{zh}上限", unit, digits, UPPER.meaning, signed),
    )


PENALTY = _answer(
    "penalty",
    "Penalty",
    "惩罚",
    Text("What a low answer takes from the outcome, beside a middle one.", "与中间答案相比，低分答案使结果减少多少。"),
)
PENALTY_ENDS = _ends("penalty", "Penalty", "惩罚", Unit.ANSWER, 2, signed=True)
PENALTY_T = Term(
    "penalty_t", "t of penalty", "惩罚 t 值", Unit.RATIO, 2, Text("Penalty over its standard error.", "惩罚除以其标准误。")
)
REWARD = _answer(
    "reward",
    "Reward",
    "奖励",
    Text("What a high answer adds to the outcome, beside a middle one.", "与中间答案相比，高分答案使结果增加多少。"),
)
REWARD_ENDS = _ends("reward", "Reward", "奖励", Unit.ANSWER, 2, signed=True)
REWARD_T = Term(
    "reward_t", "t of reward", "奖励 t 值", Unit.RATIO, 2, Text("Reward over its standard error.", "奖励除以其标准误。")
)
IMPACT = _answer(
    "impact_range", "Impact range", "影响幅度", Text("From the penalty to the reward: how far the item moves the outcome.", "从惩罚到奖励：该指标能使结果变动多少。"), signed=False
)  # fmt: skip
IMPACT_ENDS = _ends("impact_range", "Impact range", "影响幅度", Unit.ANSWER, 2)
SATISFYING = Term(
    "satisfaction_potential", "Satisfying part", "满意潜力", Unit.SHARE, 0, Text("Reward as a share of the impact range (SGP).", "奖励占影响幅度的比例（SGP）。")
)  # fmt: skip
DISSATISFYING = Term(
    "dissatisfaction_potential", "Dissatisfying part", "不满潜力", Unit.SHARE, 0, Text("Penalty as a share of the impact range (DGP).", "惩罚占影响幅度的比例（DGP）。")
)  # fmt: skip
INDEX = Term(
    "asymmetry",
    "Asymmetry",
    "不对称指数",
    Unit.RATIO,
    2,
    Text("From −1, all penalty, to 1, all reward (IA).", "从 −1（只有惩罚）到 1（只有奖励）（IA）。"),
    signed=True,
)
INDEX_LOWER = Term("lower", "Lower", "下限", Unit.RATIO, 2, LOWER.meaning, signed=True)
INDEX_UPPER = Term("upper", "Upper", "上限", Unit.RATIO, 2, UPPER.meaning, signed=True)
KIND = Term(
    "kind",
    "Kind",
    "类型",
    meaning=Text("On which side of its answers the item moves the outcome.", "该指标主要通过低分还是高分影响结果。"),
    values={
        "delighter": Text("delights", "愉悦型"),
        "satisfier": Text("satisfier", "满意型"),
        "hybrid": Text("both ways", "双向型"),
        "dissatisfier": Text("dissatisfier", "不满型"),
        "frustrator": Text("frustrates", "受挫型"),
    },
)
CERTAINTY = Term(
    "probability", "Certainty", "类型稳定度", Unit.SHARE, 0, Text("Share of the resamples in which it is of the kind of its asymmetry; a wrong sign counts as none.", "属于同一类型的重抽样所占比例；符号相反的重抽样不计入该类型。")
)  # fmt: skip
LOW_N = Term("low_n", "Low answers", "低分人数", Unit.COUNT, 0, Text("Respondents with a low answer.", "给出低分的人数。"))
HIGH_N = Term("high_n", "High answers", "高分人数", Unit.COUNT, 0, Text("Respondents with a high answer.", "给出高分的人数。"))
FEW = Term("few", "Few answers", "人数偏少", meaning=Text("Fewer than 30 low or high answers.", "低分或高分不足 30 人。"))
LOW_CUT = Term(
    "low_cut", "Low up to", "低分上界", Unit.ANSWER, 1, Text("Answers up to this count as low.", "不高于此值的答案计为低分。")
)
HIGH_CUT = Term(
    "high_cut", "High from", "高分下界", Unit.ANSWER, 1, Text("Answers from this on count as high.", "不低于此值的答案计为高分。")
)

ANSWERS = Term(
    "answers",
    "Answers",
    "答案",
    meaning=Text("Which answers are compared with the middle ones.", "与中间答案比较的是哪些答案。"),
    values={"low": Text("low", "低分"), "high": Text("high", "高分")},
)
EFFECT = _answer(
    "effect",
    "Beside middle answers",
    "与中间答案相比",
    Text("How far the outcome lies from that of middle answers.", "结果与中间答案者相差多少。"),
)
EFFECT_ERROR = replace(STANDARD_ERROR, unit=Unit.ANSWER, digits=2)
EFFECT_LOWER = _answer("lower", "Lower", "下限", LOWER.meaning)
EFFECT_UPPER = _answer("upper", "Upper", "上限", UPPER.meaning)
EFFECT_T = Term("t", "t", "t", Unit.RATIO, 2, Text("Effect over its standard error.", "效应除以其标准误。"))
EFFECT_PS = (
    Term("p", "p", "p", Unit.P, 3, Text("Two-sided p of the t.", "t 的双侧 p 值。")),
    replace(
        P_ADJUSTED,
        meaning=Text("p corrected for the low, or the high, answers of all items.", "按全部指标的低分（或高分）校正的 p 值。"),
    ),
)
EFFECT_N = Term("n", "n", "n", Unit.COUNT, 0, Text("Respondents who answered so.", "给出该类答案的人数。"))

R_SQUARED = Term(
    "r_squared", "Explained", "解释比例", Unit.SHARE, 1, Text("Share of the outcome's variance that low and high answers explain (adjusted R²).", "低分与高分能解释的结果方差比例（调整后 R²）。")
)  # fmt: skip


def _share(key: str, en: str, zh: str, meaning: Text, *, signed: bool = False) -> Term:
    return Term(key, en, zh, Unit.SHARE, 1, meaning, signed)


SHAPLEY = _share(
    "shapley", "Shapley value", "Shapley 值", Text("The item's part in reach less noise of all items.", "该指标在全部指标“触及率 − 噪声率”中所占的部分。"), signed=True
)  # fmt: skip
SHAPLEY_ENDS = (
    _share("shapley_lower", "Shapley value, lower", "Shapley 值下限", LOWER.meaning, signed=True),
    _share("shapley_upper", "Shapley value, upper", "Shapley 值上限", UPPER.meaning, signed=True),
)
ITEM_REACH = _share(
    "item_reach",
    "Reach alone",
    "单项触及率",
    Text("Share of the group in question whom this item marks.", "目标群体中被该指标标记的比例。"),
)
ITEM_NOISE = _share(
    "item_noise",
    "Noise alone",
    "单项噪声率",
    Text("Share of the others whom this item marks.", "其余受访者中被该指标标记的比例。"),
)
REACH = _share(
    "reach",
    "Reach",
    "触及率",
    Text("Share of the group in question whom this or an item above marks.", "目标群体中被该项或其上各项标记的比例。"),
)
NOISE = _share(
    "noise",
    "Noise",
    "噪声率",
    Text("Share of the others whom this or an item above marks.", "其余受访者中被该项或其上各项标记的比例。"),
)
DIFFERENCE = _share(
    "difference",
    "Reach − noise",
    "触及率 − 噪声率",
    Text("How much more of the group is reached than of the others.", "对目标群体比对其余受访者多触及多少。"),
    signed=True,
)
DIFFERENCE_LOWER = _share("lower", "Lower", "下限", LOWER.meaning, signed=True)
DIFFERENCE_UPPER = _share("upper", "Upper", "上限", UPPER.meaning, signed=True)
KEY = Term(
    "chosen", "Key", "关键", meaning=Text("Whether it stands before the difference stops rising.", "是否位于差值停止上升之前。")
)
CHOSEN_AGAIN = Term(
    "probability", "Chosen again", "重现率", Unit.SHARE, 0, Text("Share of the resamples in which it is among the chosen.", "在重抽样中被选入的比例。")
)  # fmt: skip
