"""What is said of the measures: which explains satisfaction better, whether a gap score is fair, what disconfirmation does."""

from __future__ import annotations

from collections.abc import Mapping

from ...findings import Remark, Value
from ...results import Blank, Cell, Table, number
from ...terms import Text
from .fairness import RELIABLE
from .outcome import Outcome
from .stakes import OFF, Form, Stakes

Record = Mapping[str, Cell]


def explaining_remarks(measures: Table, outcome: Outcome | None) -> tuple[Remark, ...]:
    """Which of SERVQUAL and SERVPERF explains overall satisfaction better, plain and weighted."""
    if outcome is None:
        text = Text(
            "no question on overall satisfaction stands apart from the gaps, so it cannot be told whether gaps or plain experience explain it better; "
            "add one to the model, or name one with --outcome",
            "模型中没有独立于差距指标的总体满意度题，无法判断差距与体验哪个更能解释满意度；请在模型中加入，或用 --outcome 指定",
        )
        return (Remark("no_outcome", text),)
    rows = {str(row["measure"]): row for row in measures.records()}
    found = []
    for gap, had, said in _WHICH:
        if had in rows and isinstance(rows[had]["difference"], float):
            found.append(_which(rows[gap]["r_squared"], rows[had], said, outcome.name))
    return tuple(found)


_WHICH = (
    ("servqual", "servperf", Text("", "")),
    ("servqual_weighted", "servperf_weighted", Text(" (weighted)", "（加权）")),
)


def _which(of_gap: Cell, row: Record, said: Text, outcome: str) -> Remark:
    lower, upper = row["difference_lower"], row["difference_upper"]
    values: dict[str, Value] = {
        "outcome": outcome,
        "gap": number(of_gap),
        "experience": number(row["r_squared"]),
        "difference": number(row["difference"]),
    }
    figures = Text("R² {experience:ratio} against {gap:ratio}", "R² {experience:ratio} 对 {gap:ratio}")
    if isinstance(lower, Blank) or isinstance(upper, Blank):
        text = Text(
            f'experience and gap explain "{{outcome}}" by {figures.en}{said.en}',
            f"体验与差距对“{{outcome}}”的解释力：{figures.zh}{said.zh}",
        )
        return Remark("explains", text, values)
    values |= {"lower": number(lower), "upper": number(upper)}
    ends = Text(
        "difference {difference:ratio}, {lower:ratio} to {upper:ratio}",
        "相差 {difference:ratio}，区间 {lower:ratio} 至 {upper:ratio}",
    )
    if number(lower) > 0:
        text = Text(
            f'SERVPERF, the experience alone, explains "{{outcome}}" better than the gap does{said.en}: {figures.en}, {ends.en}',
            f"仅用体验的 SERVPERF 比差距更能解释“{{outcome}}”{said.zh}：{figures.zh}，{ends.zh}",
        )
        return Remark("servperf_better", text, values)
    if number(upper) < 0:
        text = Text(
            f'SERVQUAL, the gap, explains "{{outcome}}" better than the experience alone does{said.en}: {figures.en}, {ends.en}',
            f"差距（SERVQUAL）比仅用体验更能解释“{{outcome}}”{said.zh}：{figures.zh}，{ends.zh}",
        )
        return Remark("servqual_better", text, values)
    text = Text(
        f'neither gap nor experience clearly explains "{{outcome}}" better{said.en}: {figures.en}, {ends.en}',
        f"差距与体验对“{{outcome}}”的解释力无明显差别{said.zh}：{figures.zh}，{ends.zh}",
    )
    return Remark("neither_better", text, values)


def fairness_remarks(fairness: Table) -> tuple[Remark, ...]:
    """Differences that are not reliable, and gap scores that the test refutes."""
    rows = fairness.records()
    low = tuple(str(row["latent"]) for row in rows if isinstance(row["reliability"], float) and row["reliability"] < RELIABLE)
    found = []
    if low:
        text = Text(
            "the gap is no reliable score of a respondent (under {limit:.2f}) in {latents}; means over many respondents suffer less",
            "以下差距作为个人得分的信度低于 {limit:.2f}：{latents}；对众多受访者求平均时影响较小",
        )
        found.append(Remark("unreliable", text, {"latents": low, "limit": RELIABLE}))
    last = rows[-1] if rows else {}
    if last.get("verdict") == "unfair":
        text = Text(
            "a gap score is not fair here: satisfaction does not go with experience less expectation as one number "
            "(R² {gap:ratio} against {surface:ratio} for both sides with their squares and product, {p:p}); read the surface instead",
            "这里不宜只用差距得分：满意度并非只取决于体验减期望（R² {gap:ratio}，两侧连同平方与乘积为 {surface:ratio}，{p:p}）；请看响应面",
        )
        found.append(Remark("gap_refuted", text, _figures(last)))
    elif last.get("verdict") == "fair":
        text = Text(
            "nothing speaks against the gap as one number here (R² {gap:ratio} against {surface:ratio} for the whole surface, {p:p})",
            "没有证据反对在此使用差距得分（R² {gap:ratio}，完整响应面为 {surface:ratio}，{p:p}）",
        )
        found.append(Remark("gap_not_refuted", text, _figures(last)))
    return tuple(found)


def _figures(row: Record) -> dict[str, Value]:
    keys = {"gap": "r_squared_gap", "surface": "r_squared_surface", "p": "p"}
    return {name: number(row[key]) for name, key in keys.items()}


def oliver_remarks(table: Table) -> tuple[Remark, ...]:
    """What the model that respondents' own words stand in says, else the one of differences."""
    rows = table.records()
    form = str(rows[0]["form"]) if rows else ""
    parts = {str(row["part"]): row for row in rows if row["form"] == form}
    words = {
        "expectation": Text("leans towards what was expected (assimilation)", "向原有期望靠拢（同化）"),
        "disconfirmation": Text("goes with how things turned out against it (contrast)", "随实际与期望之差而变（对比）"),
    }
    said = [words[key] for key in words if key in parts and _is_above(parts[key]["coefficient_lower"])]
    if not said:
        return ()
    values: dict[str, Value] = {key: number(parts[key]["coefficient"]) for key in words if key in parts}
    text = Text(
        "satisfaction " + " and ".join(one.en for one in said) + ": b1 {expectation:ratio}, b2 {disconfirmation:ratio}",
        "满意度" + "，并且".join(one.zh for one in said) + "：b1 为 {expectation:ratio}，b2 为 {disconfirmation:ratio}",
    )
    return (Remark("oliver", text, values),)


def _is_above(lower: Cell) -> bool:
    return isinstance(lower, float) and lower > 0


def form_remarks(form: Form, stakes: Stakes) -> tuple[Remark, ...]:
    """The variant that is divided by the number of questions, and points that do not make 100."""
    found = []
    if form == "sum22":
        text = Text(
            "SERVQUAL is in the form that divides by the number of questions: weighted it is about one over the number of dimensions of the usual one, so the two "
            "never belong into one chart",
            "此处 SERVQUAL 采用除以题数的形式：加权后约为通常形式的“维度数分之一”，两种形式不可放在同一图中比较",
        )
        found.append(Remark("sum22", text))
    if stakes.off:
        text = Text(
            "{count} {count:respondent's|respondents'} points do not add up to 100 (by more than {off}); they are taken as shares of their own sum",
            "有 {count} 名受访者的点数合计不等于 100（相差超过 {off}），已按其自身合计换算为份额",
        )
        found.append(Remark("points_sum", text, {"count": stakes.off, "off": OFF}))
    return tuple(found)
