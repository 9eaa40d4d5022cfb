"""What may mislead in a table of drivers: overlap, twins, turned signs, chance, and what sampling adds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...findings import Remark, Value
from ...numerics.shapley import EXACT
from ...results import Cell, number
from ...terms import Text
from .figures import Drivers

Record = Mapping[str, Cell]

INFLATED = 5.0  # variance inflation that is worth a warning: Hair, Risher, Sarstedt & Ringle (2019), European Business Review 31(1), 2-24
ALIKE = 0.9  # correlation from which two drivers are hardly two questions
EACH = 10  # respondents a driver under which a regression fits chance: Hair et al., Multivariate Data Analysis
THIN = 0.5  # of the respondents behind a correlation, under which pairwise answers tell little


def cautions(one: Drivers, rows: Sequence[Record]) -> tuple[Remark, ...]:
    """Remarks on what may mislead. rows: of the table, the most important first."""
    return (
        *_few(one),
        *_repaired(one),
        *_thin(one),
        *_same_as_outcome(one),
        *_overlapping(rows),
        *_alike(one),
        *_turned(rows),
        *_against(rows),
        *_by_chance(rows, round(1 - one.study.confidence, 6)),
        *_sampled(one),
        *_resampled(one),
    )


def name_of(row: Record) -> str:
    """The driver of a row."""
    return str(row.get("indicator", row["latent"]))


def _few(one: Drivers) -> tuple[Remark, ...]:
    n, p = one.found.n, len(one.found.drivers)
    if n >= EACH * p:
        return ()
    text = Text(
        "{n} respondents are few for {count} drivers ({each} each are wished for): much of what they explain is chance; "
        "try --level latents",
        "{n} 名受访者对 {count} 个驱动因素偏少（宜每个因素 {each} 名）：所解释的部分多属偶然；可试用 --level latents",
    )
    return (Remark("few_for_drivers", text, {"n": n, "count": p, "each": EACH}),)


def _repaired(one: Drivers) -> tuple[Remark, ...]:
    if not one.found.repaired:
        return ()
    text = Text(
        "answers are missing in so many places that the correlations contradicted each other and were made consistent; shares may "
        "be far off: compare with --missing em",
        "缺失答案过于分散，相关系数相互矛盾并已作修正；份额可能偏差较大：请与 --missing em 对照",
    )
    return (Remark("repaired", text, {}),)


def _thin(one: Drivers) -> tuple[Remark, ...]:
    found = one.found
    if found.repaired or not found.pairwise or found.pair_n >= THIN * found.study.used:
        return ()
    text = Text(
        "so many answers are missing that only {fewest} of {n} respondents tell how some driver goes with the outcome, and what "
        "is explained is adjusted for that; compare with --missing em",
        "缺失答案很多：某些驱动因素与结果的相关仅依据 {n} 名受访者中的 {fewest} 名，合计解释已按此调整；请与 --missing em 对照",
    )
    return (Remark("thin_pairs", text, {"n": found.study.used, "fewest": round(found.pair_n)}),)


def _same_as_outcome(one: Drivers) -> tuple[Remark, ...]:
    toward = np.abs(one.found.among[:-1, -1])
    names = tuple(one.found.drivers[at].name for at in np.flatnonzero(toward >= ALIKE))
    if not names:
        return ()
    text = Text(
        'nearly the same question as "{outcome}": {drivers} (correlation {correlation:ratio}); what repeats the outcome does not explain it',
        "与“{outcome}”几乎是同一道题：{drivers}（相关系数 {correlation:ratio}）；重复结果的题目并不能解释结果",
    )
    values: dict[str, Value] = {"drivers": names, "outcome": one.found.asked.outcome.name, "correlation": float(toward.max())}
    return (Remark("same_as_outcome", text, values),)


def _overlapping(rows: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(name_of(row) for row in rows if number(row["vif"]) > INFLATED)
    if not names:
        return ()
    text = Text(
        "{drivers} overlap strongly with the other drivers (VIF over {limit}): their coefficients (beta) mean little; "
        "shares divide what they have in common among them",
        "{drivers}与其他驱动因素重叠严重（VIF 大于 {limit}）：其标准化系数意义不大；份额会在它们之间分摊共同部分",
    )
    return (Remark("inflated", text, {"drivers": names, "limit": INFLATED}),)


def _alike(one: Drivers) -> tuple[Remark, ...]:
    p = len(one.found.drivers)
    r = np.abs(np.triu(one.found.among[:p, :p], 1))
    if p < 2 or r.max() < ALIKE:
        return ()
    a, b = (int(at) for at in np.unravel_index(int(r.argmax()), r.shape))
    values: dict[str, Value] = {
        "first": one.found.drivers[a].name,
        "second": one.found.drivers[b].name,
        "correlation": float(one.found.among[a, b]),
        "count": int((r >= ALIKE).sum()) - 1,
    }
    others = (
        Text("; {count:1 more pair is|{count} more pairs are} so", "；另有 {count} 对如此") if values["count"] else Text("", "")
    )
    text = Text(
        '"{first}" and "{second}" are nearly one question (correlation {correlation:ratio}), and share one importance between '
        f"them: keep one, and its share grows{others.en}",
        f"“{{first}}”与“{{second}}”几乎是同一道题（相关系数 {{correlation:ratio}}），共享同一份重要性：只保留一个时其份额会增大{others.zh}",
    )
    return (Remark("twins", text, values),)


def _turned(rows: Sequence[Record]) -> tuple[Remark, ...]:
    """Drivers whose coefficient points the other way than their correlation."""
    names = tuple(name_of(row) for row in rows if number(row["beta"]) * number(row["correlation"]) < 0)
    if not names:
        return ()
    text = Text(
        "{drivers}: the coefficient has another sign than the correlation, because other drivers tell the same; do not read it as harm",
        "{drivers}：系数与相关系数符号相反，因为其他驱动因素包含相同信息；不应解读为有害",
    )
    return (Remark("sign_turned", text, {"drivers": names}),)


def _against(rows: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(name_of(row) for row in rows if number(row["correlation"]) < 0 and number(row["beta"]) < 0)
    if not names:
        return ()
    text = Text(
        "{drivers}: the better it is rated, the lower the outcome; is it coded the other way round?",
        "{drivers}：评分越高，结果越低；请检查编码方向",
    )
    return (Remark("negative_driver", text, {"drivers": names}),)


def _by_chance(rows: Sequence[Record], limit: float) -> tuple[Remark, ...]:
    """Drivers that weigh no more than a question without any connection might."""
    names = tuple(name_of(row) for row in rows if number(row["p_adjusted"]) >= limit)
    if not names:
        return ()
    text = Text(
        "{drivers} {count:weighs|weigh} no more than a random question might by chance (p after Holm {limit} or more)",
        "{drivers}的权重不超过一道随机题目偶然可达到的水平（Holm 校正后 p 不小于 {limit}）",
    )
    return (Remark("by_chance", text, {"drivers": names, "count": len(names), "limit": limit}),)


def _sampled(one: Drivers) -> tuple[Remark, ...]:
    """The error of the estimate where not all orders were taken."""
    lmg = one.found.lmg
    if lmg is None or not lmg.sampled:
        return ()
    text = Text(
        "more than {most} drivers: Shapley shares are estimated from {orders} sampled orders, which moves a share by about "
        "{error:.2%} of what is explained at most",
        "驱动因素超过 {most} 个：Shapley 份额由 {orders} 个抽样次序估计，由此带来的误差至多约为所解释部分的 {error:.2%}",
    )
    error = float(lmg.error.max()) / max(one.found.value("r_squared"), 1e-12)
    return (Remark("sampled_orders", text, {"orders": lmg.sampled, "most": EXACT, "error": error}),)


def _resampled(one: Drivers) -> tuple[Remark, ...]:
    """What sampling orders in the resamples adds to the standard errors."""
    lmg, noise, drawn = one.found.lmg, one.found.resampled("shapley_noise"), one.found.resampled("shapley")
    if lmg is None or lmg.orders is None or noise is None or drawn is None or drawn.shape[1] < 2:
        return ()
    spread = drawn.var(axis=1)
    part = np.divide(noise.mean(axis=1), spread, out=np.zeros_like(spread), where=spread > 0)
    text = Text(
        "in each resample shares rest on {orders} orders, which makes a standard error at most {wider:.1%} larger"
        + ("; --exact takes all orders" if len(drawn) <= EXACT else ""),
        "每个重抽样的份额由 {orders} 个次序估计，标准误因此至多增大 {wider:.1%}"
        + ("；--exact 可枚举全部次序" if len(drawn) <= EXACT else ""),
    )
    values: dict[str, Value] = {"orders": lmg.orders.shape[0] * lmg.orders.shape[1], "wider": _added(float(part.max()))}
    return (Remark("sampled_resamples", text, values),)


def _added(part: float) -> float:
    """By how much a standard error grows, when sampling is this part of its square."""
    return float(1 / np.sqrt(1 - min(part, 0.99)) - 1)
