"""The words of out-of-sample prediction."""

from __future__ import annotations

from ...terms import INDICATOR, LATENT, N, Term, Text, Unit
from ..path_terms import ratio

DIRECT, EARLIEST = "direct", "earliest"


def _error(key: str, en: str, zh: str, meaning: Text, *, signed: bool = False) -> Term:
    return Term(key, en, zh, Unit.ANSWER, 3, meaning, signed)


Q_SQUARED = ratio(
    "q2_predict",
    "Q²predict",
    "Q²predict",
    Text(
        "1 less squared errors over those of the training mean; above 0 beats the mean.",
        "1 减去预测误差平方和与训练均值误差平方和之比，大于 0 即优于均值。",
    ),
)
_LOWER = ratio(
    "lower", "Lower", "下限", Text("Over other respondents, the models as they are.", "针对其他受访者，模型不重新估计。")
)
_UPPER = ratio("upper", "Upper", "上限", _LOWER.meaning)
_ITEM_VERDICT = Term(
    "verdict",
    "Predicts",
    "预测",
    meaning=Text("Beside the mean and a linear model.", "与均值及线性模型相比。"),
    values={
        "none": Text("no better than the mean", "不优于均值"),
        "chance": Text("not beyond chance", "未超出随机"),
        "low": Text("better than the mean", "优于均值"),
        "high": Text("better than mean and linear model", "优于均值和线性模型"),
    },
)
_LATENT_VERDICT = Term(
    "verdict",
    "Predictive power",
    "预测力",
    meaning=Text(
        "By how many of its indicators are predicted better than by the mean, beyond chance, and by the linear model: none, few, most, all.",
        "按同时优于均值（且超出随机）与线性模型的指标比例：无、少数、多数、全部。",
    ),
    values={
        "none": Text("none", "无"),
        "low": Text("low", "低"),
        "medium": Text("medium", "中"),
        "high": Text("high", "高"),
    },
)

ITEMS = (
    LATENT,
    INDICATOR,
    Q_SQUARED,
    _LOWER,
    _UPPER,
    _error("rmse", "RMSE", "RMSE", Text("Root mean squared error of the model, in answers.", "模型的均方根误差（原始分）。")),
    _error("mae", "MAE", "MAE", Text("Mean absolute error of the model, in answers.", "模型的平均绝对误差（原始分）。")),
    _error(
        "lm_rmse",
        "RMSE, linear model",
        "RMSE（线性模型）",
        Text("Of a regression on all items of other latents.", "以其他潜变量全部指标作回归。"),
    ),
    _error(
        "lm_mae",
        "MAE, linear model",
        "MAE（线性模型）",
        Text("Of a regression on all items of other latents.", "以其他潜变量全部指标作回归。"),
    ),
    _error(
        "rmse_difference",
        "RMSE less linear model",
        "RMSE 差值",
        Text("Negative: the model predicts better.", "负值表示模型预测更好。"),
        signed=True,
    ),
    _error("mean_rmse", "RMSE, mean", "RMSE（均值）", Text("Of the training mean.", "以训练样本均值预测。")),
    _error("mean_mae", "MAE, mean", "MAE（均值）", Text("Of the training mean.", "以训练样本均值预测。")),
    _ITEM_VERDICT,
    N,
)
LATENTS = (
    LATENT,
    ratio("q2_predict", "Q²predict", "Q²predict", Text("Of the latent's score.", "潜变量得分的 Q²predict。")),
    _LOWER,
    _UPPER,
    Term("items", "Indicators", "指标数", Unit.COUNT, 0, Text("That are predicted.", "被预测的指标数。")),
    Term(
        "better",
        "Better than LM",
        "优于线性模型",
        Unit.COUNT,
        0,
        Text(
            "Indicators predicted better than by the linear model, and than by the mean beyond chance.",
            "预测优于线性模型、且优于均值并超出随机的指标数。",
        ),
    ),
    _LATENT_VERDICT,
    N,
)
