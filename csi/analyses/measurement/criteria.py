"""The criteria of a measurement model, with the thresholds of the literature."""

from __future__ import annotations

from ...terms import Text
from ..criteria import Criterion

_WEAK = Text(
    "reword or drop the indicators with the lowest loadings, or ask more questions about the same thing",
    "改写或删除载荷最低的指标，或就同一内容增加题目",
)
_TWINS = Text(
    "ask whether customers mean different things by the two; merge them, or drop the indicators that load on both",
    "请考虑顾客是否真把两者当作不同的概念；可合并两者，或删除同时载荷于两者的指标",
)


def _reliability(key: str, name: Text, because: Text, source: str) -> Criterion:
    return Criterion(key, name, "reliability", 0.70, 0.60, True, because, _WEAK, source)


ALPHA = _reliability(
    "alpha",
    Text("Alpha", "α 系数"),
    Text("the answers to its indicators do not go together well enough to be added up", "各指标的答案一致性不足，不宜合成一个量"),
    "Nunnally & Bernstein (1994); .60 in exploratory work",
)
OMEGA = _reliability(
    "omega",
    Text("Omega", "ω 系数"),
    Text("one common factor carries too little of the sum of its indicators", "单一公因子解释的指标总分方差过少"),
    "McDonald (1999)",
)
RHO_A = _reliability(
    "rho_a",
    Text("rho_A", "rho_A"),
    Text("the latent's scores hold too much measurement error", "潜变量得分中的测量误差过大"),
    "Dijkstra & Henseler (2015)",
)
RHO_C = _reliability(
    "rho_c",
    Text("rho_C", "组合信度 rho_C"),
    Text("its indicators have too little in common", "各指标的共同成分过少"),
    "Joreskog (1971); Hair et al. (2019)",
)
REDUNDANCY = Criterion(
    "redundancy",
    Text("Alpha not too high", "α 系数不过高"),
    "redundancy",
    0.95,
    0.95,
    False,
    Text("the indicators ask nearly the same question", "各指标几乎在问同一个问题"),
    Text("drop one of two questions that say the same", "同义的题目保留一个即可"),
    "Streiner (2003); Diamantopoulos et al. (2012)",
    required=False,
)
AVE = Criterion(
    "ave",
    Text("AVE", "平均方差提取量 AVE"),
    "convergent",
    0.50,
    0.50,
    True,
    Text("the latent explains less than half of what its indicators vary", "潜变量解释的指标方差不到一半"),
    Text("drop the indicators with the lowest loadings, or split the latent in two", "删除载荷最低的指标，或将潜变量拆分为二"),
    "Fornell & Larcker (1981)",
)
LOADING = Criterion(
    "loading",
    Text("Loading", "载荷"),
    "convergent",
    0.708,
    0.40,
    True,
    Text("its latent explains less than half of this indicator", "潜变量对该指标的解释不到一半"),
    Text(
        "turn it round where it is negative; drop it under .40; above, only where AVE or rho_C gain by it",
        "为负则为反向题，应反向计分；低于 0.40 应删除；高于 0.40 仅在 AVE 或 rho_C 因此提高时删除",
    ),
    "Hair et al. (2019), European Business Review 31(1), 2-24",
    required=False,
)
ITEM_REST = Criterion(
    "item_rest",
    Text("Item-rest", "题总相关（校正）"),
    "convergent",
    0.30,
    0.30,
    True,
    Text("it hardly goes along with the other indicators of its latent", "与同组其他指标几乎不相关"),
    Text("check whether it is reversed or misread; else drop it", "检查是否为反向题或被误解，否则删除"),
    "Nunnally & Bernstein (1994)",
    required=False,
)
OUTER_VIF = Criterion(
    "outer_vif",
    Text("VIF of indicators", "指标 VIF"),
    "collinearity",
    3.3,
    5.0,
    False,
    Text("the other indicators of its latent already say what it says", "同组其他指标已包含其信息"),
    Text(
        "drop it or combine it with its likes; where the latent is formative its weight cannot be trusted",
        "删除或与相近指标合并；若为形成型潜变量，其权重不可信",
    ),
    "Diamantopoulos & Siguaw (2006); Hair et al. (2019)",
    required=False,
)
HTMT = Criterion(
    "htmt",
    Text("HTMT", "异质-单质比 HTMT"),
    "discriminant",
    0.85,
    0.90,
    False,
    Text("customers hardly tell the two latents apart", "顾客几乎不区分这两个潜变量"),
    _TWINS,
    "Henseler, Ringle & Sarstedt (2015)",
)
HTMT_UPPER = Criterion(
    "htmt_upper",
    Text("HTMT, upper end", "HTMT 区间上限"),
    "discriminant",
    1.0,
    1.0,
    False,
    Text("the two latents may well be one and the same", "两个潜变量可能就是同一个"),
    _TWINS,
    "Henseler, Ringle & Sarstedt (2015)",
)
FORNELL_LARCKER = Criterion(
    "fornell_larcker",
    Text("Fornell-Larcker", "Fornell–Larcker 准则"),
    "discriminant",
    None,
    None,
    False,
    Text(
        "the latent has more in common with another latent than with its own indicators", "与另一潜变量的共同成分多于与自身指标"
    ),
    _TWINS,
    "Fornell & Larcker (1981)",
)
KMO = Criterion(
    "kmo",
    Text("KMO", "KMO 取样适切性"),
    "factorability",
    0.60,
    0.50,
    True,
    Text("the indicators share too little to be summed up by a factor", "指标间的共同成分过少，不适合提取因子"),
    Text("drop the indicators whose own KMO is lowest", "删除自身 KMO 最低的指标"),
    "Kaiser & Rice (1974)",
    required=False,
)
BARTLETT = Criterion(
    "bartlett",
    Text("Bartlett's test, p under .05", "Bartlett 球形检验 p < .05"),
    "factorability",
    0.05,
    0.05,
    False,
    Text("the indicators could be uncorrelated", "指标之间可能互不相关"),
    Text("collect more answers, or look at the indicators again", "增加样本，或重新审视指标"),
    "Bartlett (1951)",
    required=False,
    probability=True,
)
CRITERIA = (
    ALPHA,
    OMEGA,
    RHO_A,
    RHO_C,
    AVE,
    LOADING,
    ITEM_REST,
    HTMT,
    HTMT_UPPER,
    FORNELL_LARCKER,
    OUTER_VIF,
    REDUNDANCY,
    KMO,
    BARTLETT,
)
