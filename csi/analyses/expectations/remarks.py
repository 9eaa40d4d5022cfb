"""What is said beside a ranking of expectations: on what it rests, what stands out, and what the figures are no proof of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...findings import Remark
from ...results import Table, number
from ...terms import Text
from ..few import few_respondents
from .answer import Record, names_of
from .classes import CLASSES
from .ranking import Ranking
from .tiers import Tiers

DECIDED = 0.8  # of the resamples in one class, under which nothing should be decided by it


def remarks_of(ranking: Ranking, table: Table, tables: Sequence[Table], tiers: Tiers | None) -> tuple[Remark, ...]:
    """Remarks on the ranking, then on the tables that follow it."""
    there = {one.key: one for one in tables}
    return (
        *_sources(ranking),
        *few_respondents(ranking.asked.study),
        *_undecided(table),
        *_verdicts(table),
        *_beyond(table),
        *_alarms(there.get("low_expectations")),
        *_declined(there.get("declined")),
        *_company(there.get("company")),
        *_promises(there),
        *_spill(there.get("spill_over"), tiers, ranking),
        *_motives(there.get("motives")),
    )


def _sources(ranking: Ranking) -> Iterator[Remark]:
    """On what the classes rest, where something was not asked."""
    cuts = ranking.cuts
    values = {"top": cuts.top, "firm": cuts.firm, "loose": cuts.loose}
    yield Remark(
        "cuts",
        Text(
            "essential: among the most important {top:.0%}, and fewer than {firm:.0%} would give it up (or a must-be of Kano's model); negotiable: {firm:.0%} or more would;"
            " can be given up: {loose:.0%} or more would",
            "必须满足：重要性居前 {top:.0%} 且愿意放弃者不足 {firm:.0%}（或 KANO 必备功能）；可协商：愿意放弃者达 {firm:.0%}；可放弃：达 {loose:.0%}",
        ),
        values,
    )
    if not ranking.asked.states_importance:
        text = Text(
            "nobody was asked how important these are, so how much is expected stands in for it",
            "没有询问重要性，以期望的高低代替",
        )
        yield Remark("importance_not_asked", text)
    if not any(ranking.n["give_up"]):
        text = Text(
            "nobody was asked what could be given up, so importance alone decides (give_up: COLUMN in the model)",
            "没有询问哪些可以放弃，类别仅由重要性决定（可在模型中写 give_up: 列名）",
        )
        yield Remark("give_up_not_asked", text)


def _undecided(table: Table) -> Iterator[Remark]:
    names = tuple(
        str(row["indicator"])
        for row in table.records()
        if row["class"] in CLASSES and isinstance(row["certainty"], float) and row["certainty"] < DECIDED
    )
    if names:
        text = Text(
            "under {least:.0%} of the resamples agree on the class of {names}, so it is not settled",
            "{names}的类别在不足 {least:.0%} 的重抽样中一致，结论尚不稳定",
        )
        yield Remark("undecided", text, {"names": names, "least": DECIDED})


def _verdicts(table: Table) -> Iterator[Remark]:
    """By what verdicts and causes go, where csi gap goes by something else."""
    rows = table.records()
    if any(isinstance(row["verdict"], str) for row in rows):
        text = Text(
            "whether experience falls short goes by each interval alone; csi gap corrects for the number of indicators, and may find fewer",
            "是否低于期望按各自的区间判断；csi gap 按指标个数作校正，结论可能更少",
        )
        yield Remark("verdicts", text)
    if any(isinstance(row["cause"], str) for row in rows):
        text = Text(
            "too high an expectation or too poor an experience is told by the industry's standard here, and in csi gap by the other indicators, so that the two may differ",
            "期望偏高还是体验不足，此处以行业标准为准，csi gap 则与其他指标比较，两者可能不同",
        )
        yield Remark("by_standard", text)


def _beyond(table: Table) -> Iterator[Remark]:
    rows = [row for row in table.records() if row["unreasonable"] in ("yes", "perhaps")]
    if rows:
        text = Text(
            "{names}: more is asked for than the industry offers; a demand that rises from wave to wave is tomorrow's standard, and"
            " the first to meet it wins",
            "{names}：客户要求高于行业水平；若逐期上升，就是明天的标准，先做到者得先机",
        )
        yield Remark("beyond_standard", text, {"names": names_of(rows)})


def _alarms(table: Table | None) -> Iterator[Remark]:
    records = () if table is None else table.records()
    sure, possible = (names_of([row for row in records if row["alarm"] == word]) for word in ("yes", "possible"))
    if sure:
        text = Text(
            "{names}: satisfied, where less is expected than of the rest; satisfaction of that kind makes nobody loyal",
            "{names}：期望低于其他指标，因而满意；这种满意带不来忠诚",
        )
        yield Remark("low_expectation", text, {"names": sure})
    if possible:
        text = Text(
            "{names}: perhaps satisfied because less is expected than of the rest; nobody was asked how important it is, which would tell",
            "{names}：满意可能是因为期望低于其他指标；没有询问重要性，无法确定",
        )
        yield Remark("low_expectation_possible", text, {"names": possible})


def _declined(table: Table | None) -> Iterator[Remark]:
    if table is not None:
        text = Text(
            "not feasible: {names}; say so with the reason, and offer two alternatives or more",
            "无法做到：{names}；请说明理由，并提供两个以上替代方案",
        )
        yield Remark("declined", text, {"names": names_of(table.records())})


def _company(table: Table | None) -> Iterator[Remark]:
    low = () if table is None else names_of([row for row in table.records() if row["verdict"] == "underestimates"])
    if low:
        text = Text("the company believes that less is expected than is: {names}", "企业低估了客户的期望：{names}")
        yield Remark("underestimated", text, {"names": low})


def _promises(there: Mapping[str, Table]) -> Iterator[Remark]:
    kept = there.get("promises")
    odd = 0 if kept is None else int(number(kept.column("odd")[0]))
    if odd:
        text = Text(
            "{odd} {odd:case was|cases were} left out, where more promises were kept than made",
            "有 {odd} 个个案兑现数多于承诺数，已剔除",
        )
        yield Remark("more_kept_than_made", text, {"odd": odd})
    worse = () if "promised" not in there else names_of([r for r in there["promised"].records() if r["verdict"] == "worse"])
    if worse:
        text = Text("a promise leaves customers further short: {names}", "作出承诺者反而差距更大：{names}")
        yield Remark("promised_worse", text, {"names": worse})
    if "promised" in there or "spill_over" in there:
        text = Text(
            "those who were promised something, or heard of it, may differ from the rest in other ways, too; a difference is no proof"
            " of effect",
            "被承诺者或听说者与其他人可能在别的方面也不同，差异并不证明因果",
        )
        yield Remark("association", text)


def _spill(table: Table | None, tiers: Tiers | None, ranking: Ranking) -> Iterator[Remark]:
    asks = any(leaf.vip_only and leaf.heard for _, leaf in ranking.asked.leaves)
    if tiers is not None and tiers.ordinary is None and asks:
        text = Text(
            "which tier is that of ordinary customers is not known; say it with --ordinary; there are {names}",
            "无法判断哪一等级是普通客户，请用 --ordinary 指定；现有：{names}",
        )
        yield Remark("tier_unknown", text, {"names": tiers.names})
    if table is None:
        return
    clear = names_of([row for row in table.records() if row["verdict"] == "clear"])
    if clear:
        text = Text(
            "ordinary customers who heard of {names} expect more of it and are left further short: advertising for VIPs spills over",
            "听说过{names}的普通客户期望更高、差距更大：VIP 宣传产生了溢出",
        )
        yield Remark("spill_over", text, {"names": clear})
    extreme = [row for row in table.records() if _expects_as_much(row)]
    if extreme:
        text = Text(
            "ordinary customers who heard of {names} expect as much of it as VIPs do",
            "听说过{names}的普通客户，期望不低于 VIP",
        )
        yield Remark("as_much_as_vip", text, {"names": names_of(extreme)})


def _expects_as_much(row: Record) -> bool:
    heard, vip = row["expectation_heard"], row["expectation_vip"]
    return isinstance(heard, float) and isinstance(vip, float) and heard >= vip


def _motives(table: Table | None) -> Iterator[Remark]:
    if table is not None:
        text = Text(
            "motivation ranks motives, and is no part of the index; strongest is {name}",
            "动机强度只用于排序，不属于指数；最强的是“{name}”",
        )
        yield Remark("motivation", text, {"name": str(table.column("indicator")[0])})
