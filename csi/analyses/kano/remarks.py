"""What is said beside Kano categories: what must be there, what is unsettled, and which answers cannot be taken as they stand."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ...findings import Remark, Value
from ...results import Cell, Table, number
from ...terms import Text
from .figures import Kano
from .intervals import is_plain
from .unread import unread_features, unread_remark

MISREAD, OPPOSED = 0.02, 0.20  # shares of Q and of R from which they mean something
SETTLED = 0.8  # of the resamples in one category, under which nothing should be decided by it
FEW = 30  # respondents under which six categories are hardly told apart
Record = Mapping[str, Cell]
_SAID: tuple[tuple[str, str, Text], ...] = (
    ("M", "must", Text("must be there: {must}", "必须具备：{must}")),
    ("O", "more", Text("the more the better: {more}", "越多越好：{more}")),
    ("A", "delight", Text("delights: {delight}", "带来惊喜：{delight}")),
    ("I", "leave", Text("leave: {leave}", "可不做：{leave}")),
    ("R", "without", Text("better without: {without}", "最好没有：{without}")),
    ("Q", "unclear", Text("misunderstood: {unclear}", "题目被误解：{unclear}")),
    ("?", "unsettled", Text("not settled: {unsettled}", "尚无定论：{unsettled}")),
)


def answer(features: Table, unread: Collection[str] = ()) -> Remark:
    """What must be there, what delights, what to leave, in one sentence; what the resamples disagree on is told apart.

    unread: features too many of whose answers could not be read.
    """
    rows = features.records()
    told = [(str(row["feature"]), "?" if _is_open(row, unread) else row["category"]) for row in rows]
    named = {letter: tuple(name for name, category in told if category == letter) for letter, _, _ in _SAID}
    parts = [text for letter, _, text in _SAID if named[letter]]
    values: dict[str, Value] = {key: named[letter] for letter, key, _ in _SAID if named[letter]}
    return Remark("kano_answer", Text("; ".join(part.en for part in parts), "；".join(part.zh for part in parts)), values)


def kano_remarks(found: Kano, features: Table, strength: Table, continuous: Table, *, crosshair: str) -> tuple[Remark, ...]:
    """Remarks on the features of the table."""
    rows = [row for row in features.records() if isinstance(row["category"], str)]
    apart = {row["feature"]: row for row in strength.records()}
    said = (
        unread_remark(unread_features(found.study)),
        _turned(rows),
        _named("misread", _MISREAD, [row for row in rows if number(row["Q_share"]) > MISREAD]),
        _named("opposed", _OPPOSED, [row for row in rows if number(row["R_share"]) > OPPOSED]),
        _named("unsettled", _UNSETTLED, [row for row in rows if _is_unsettled(row)]),
        _named("not_told_apart", _NOT_APART, [row for row in rows if apart[row["feature"]]["level"] == "not_distinct"]),
        _named("sums_differ", _SUMS, [row for row in rows if row["category_by_sum"] != row["category"]]),
        _named("below_zero", _BELOW, [row for row in continuous.records() if _is_below(row)]),
        _named("few_answers", _FEW, [row for row in rows if number(row["n"]) < FEW]),
        _one_side(found),
        _lines(features, crosshair),
        _wilson(found),
        Remark("kano_imagined", _IMAGINED),
    )
    return tuple(remark for remark in said if remark is not None)


_MISREAD = Text(
    "more than 2% of the answers to {features} contradict themselves (Q): the questions were misread; reword them before deciding",
    "{features} 有超过 2% 的答案自相矛盾（Q），说明题目被误读；请改写题目后再下结论",
)
_OPPOSED = Text(
    "more than 20% want {features} the other way round (R): look at segments (--by), which may want opposites",
    "{features} 有超过 20% 的人持相反意愿（R）：请分群查看（--by），不同群体的需求可能相反",
)
_UNSETTLED = Text(
    "fewer than 80% of the resamples put {features} in the same category, so that is not settled",
    "{features} 在不足 80% 的重抽样中落入同一类别，结论尚不稳定",
)
_NOT_APART = Text(
    "the first two categories of {features} cannot be told apart; read the whole distribution",
    "{features} 的前两个类别无法区分，请查看完整分布",
)
_SUMS = Text(
    "counting M, O, A together against I, R, Q together puts {features} in another category",
    "若按 M、O、A 合计与 I、R、Q 合计比较，{features} 将归入其他类别",
)
_BELOW = Text(
    "the mean score of {features} is below zero on one side: people rather want it the other way round",
    "{features} 有一侧的均分为负：人们倾向于相反的做法",
)
_FEW = Text(
    "fewer than 30 respondents answered both questions of {features}: six categories are hardly told apart",
    "{features} 同时回答两道题的受访者不足 30 名，难以区分六个类别",
)
_IMAGINED = Text(
    "answers tell what people imagine, not what they do; categories drift, delight becomes a must over the years",
    "答案反映的是设想而非行为；类别会随时间变化，今天的惊喜可能成为明天的必备",
)


def _named(key: str, text: Text, rows: Sequence[Record]) -> Remark | None:
    """A remark on these features; none where there are none."""
    names = tuple(str(row["feature"]) for row in rows)
    return Remark(key, text, {"features": names}) if names else None


def _turned(rows: Sequence[Record]) -> Remark | None:
    """Where nearly everything is better left out, the answers were probably coded the other way round."""
    reverse = sum(number(row["R_share"]) for row in rows)
    wanted = sum(number(row[f"{letter}_share"]) for row in rows for letter in "MOA")
    if not rows or reverse <= max(wanted, 0.3 * len(rows)):
        return None
    text = Text(
        "most answers say that the features are better left out: check whether 1 means like, and which column asks with the feature",
        "多数答案表示这些功能最好没有：请核对 1 是否表示喜欢，以及哪一列是正向题",
    )
    return Remark("turned_round", text, {"share": reverse / len(rows)})


def _is_unsettled(row: Record) -> bool:
    return isinstance(row["probability"], float) and row["probability"] < SETTLED


def _is_open(row: Record, unread: Collection[str]) -> bool:
    return isinstance(row["category"], str) and (row["feature"] in unread or _is_unsettled(row))


def _is_below(row: Record) -> bool:
    return any(isinstance(row[key], float) and number(row[key]) < 0 for key in ("functional_mean", "dysfunctional_mean"))


def _one_side(found: Kano) -> Remark | None:
    names = found.study.survey.columns
    seen = found.study.base.answered
    lost = {
        one.name: int((seen[:, names.index(one.functional)] ^ seen[:, names.index(one.dysfunctional)]).sum())
        for one in found.features
    }
    if not any(lost.values()):
        return None
    text = Text(
        "{count} {count:answer|answers} to one of the two questions alone {count:is|are} left out ({features})",
        "{count} 个只回答了两道题之一的答案未计入（{features}）",
    )
    return Remark(
        "one_side", text, {"count": sum(lost.values()), "features": tuple(name for name, count in lost.items() if count)}
    )


def _lines(features: Table, crosshair: str) -> Remark | None:
    if crosshair != "means" or not any(isinstance(row["better"], float) for row in features.records()):
        return None
    text = Text(
        "the lines of the map stand at the means of the features, so some lie below them even when all are wanted",
        "图中分界线位于各功能的平均值，因此即使都受欢迎，也总有一些位于线下",
    )
    return Remark("crosshair", text)


def _wilson(found: Kano) -> Remark:
    plain = Text("intervals of shares, Better and Worse are Wilson's", "比例、Better 与 Worse 的区间为 Wilson 区间")
    design = Text(
        "intervals of shares, Better and Worse are Wilson's, with as many respondents as the resamples of this design say they are worth",
        "比例、Better 与 Worse 的区间为 Wilson 区间，有效人数由符合抽样设计的重抽样得出",
    )
    return Remark("wilson", plain if is_plain(found) else design, {"confidence": found.study.confidence})
