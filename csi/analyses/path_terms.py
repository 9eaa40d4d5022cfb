"""Words that the tables of paths, of blocks and of pairs of latents share."""

from __future__ import annotations

from ..terms import Term, Text, Unit


def ratio(key: str, en: str, zh: str, meaning: Text, digits: int = 3) -> Term:
    """A column of coefficients."""
    return Term(key, en, zh, Unit.RATIO, digits, meaning)


def bounds(key: str, en: str, zh: str) -> tuple[Term, Term]:
    """The ends of the interval of a figure that is not the first of its row."""
    lower = ratio(f"{key}_lower", f"{en}, lower", f"{zh}下限", Text("Lower end of its interval.", "其区间下限。"))
    upper = ratio(f"{key}_upper", f"{en}, upper", f"{zh}上限", Text("Upper end of its interval.", "其区间上限。"))
    return lower, upper


LOWER = ratio("lower", "Lower", "下限", Text("Lower end of the interval.", "区间下限。"))
UPPER = ratio("upper", "Upper", "上限", Text("Upper end of the interval.", "区间上限。"))
LATENT_A = Term("latent_a", "Latent", "潜变量", meaning=Text("One latent of the pair.", "配对中的一个潜变量。"))
LATENT_B = Term("latent_b", "With", "与", meaning=Text("The other latent of the pair.", "配对中的另一个潜变量。"))
CORRELATION = ratio(
    "correlation", "Correlation", "相关系数", Text("Of the scores of the two latents.", "两个潜变量得分的相关系数。")
)
LOADING = ratio("loading", "Loading", "载荷", Text("Correlation of an indicator with its latent.", "指标与其潜变量的相关系数。"))
SOURCE = Term(
    "source", "From", "自", meaning=Text("The cause: a latent, or the product of two.", "原因：潜变量或两个潜变量的乘积。")
)
TARGET = Term("target", "To", "至", meaning=Text("The latent that it acts on.", "受影响的潜变量。"))
