"""What is said beside penalties, rewards and key items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...findings import Remark, Value
from ...results import Blank, Cell, Table, number
from ...terms import Text
from .caveats import caveats
from .effects import DECIDED, FEW, Effects
from .key_items import KeyItems

Record = Mapping[str, Cell]


def answer(effects: Effects, table: Table, failures: KeyItems) -> Remark:
    """The sentence for a reader of one sentence: what must not fail."""
    if failures.apart and failures.length:
        return _keep_from_failing(failures)
    return _worst(effects, table)


def asymmetry_remarks(effects: Effects, table: Table, failures: KeyItems, delights: KeyItems) -> tuple[Remark, ...]:
    """Everything besides the answer."""
    records: Sequence[Record] = list(table.records())
    return (
        *((_worst(effects, table),) if failures.apart and failures.length else ()),
        *_delights(delights),
        *_unsettled(failures),
        *_small_group(failures),
        *_one_sided(failures, delights),
        *_unsure_kinds(records),
        *_wrong_signs(records),
        *_few(records),
        *caveats(effects.question),
    )


def _keep_from_failing(failures: KeyItems) -> Remark:
    text = Text(
        "keep {items} from failing first: {reach:.0%} of the dissatisfied had a low answer on {count:it|one or more of them}, of all others {noise:.0%}",
        "首先避免{items}做不好：不满意者中有 {reach:.0%} 在{count:该项|其中至少一项}给出低分，其余受访者中只有 {noise:.0%}",
    )
    return Remark("key_dissatisfiers", text, _told(failures))


def _told(items: KeyItems) -> dict[str, Value]:
    last = items.length - 1
    shares: dict[str, Value] = {key: items.value(key, last) for key in ("reach", "noise")}
    return {"items": items.chosen, "count": items.length, **shares}


def _delights(delights: KeyItems) -> tuple[Remark, ...]:
    if not delights.apart or not delights.length:
        return ()
    text = Text(
        "where nothing of that failed, {items} {count:marks|mark} the delighted: {reach:.0%} of them had a high answer there, of all others {noise:.0%}",
        "在上述各项均未失误时，{items}是愉悦者的标志：其中 {reach:.0%} 在此给出高分，其余受访者为 {noise:.0%}",
    )
    return (Remark("key_enhancers", text, _told(delights)),)


def _unsettled(failures: KeyItems) -> tuple[Remark, ...]:
    """How sure the choice is, where the resamples do not agree."""
    again = {name: failures.again(row) for row, name in enumerate(failures.chosen)} if failures.apart else {}
    unsure = {name: share for name, share in again.items() if isinstance(share, float) and share < DECIDED}
    if not unsure:
        return ()
    least = min(unsure, key=lambda name: unsure[name])
    text = Text(
        "which items are the key ones is not settled: only {probability:.0%} of the resamples choose {indicator} again",
        "关键因素的选择尚不稳定：只有 {probability:.0%} 的重抽样再次选中{indicator}",
    )
    return (Remark("undecided", text, {"indicator": least, "probability": unsure[least]}),)


def _small_group(failures: KeyItems) -> tuple[Remark, ...]:
    if not failures.apart or failures.n >= FEW:
        return ()
    text = Text(
        "only {n} {n:respondent is|respondents are} on the smaller side of that comparison", "该比较中人数较少的一侧只有 {n} 人"
    )
    return (Remark("small_group", text, {"n": failures.n}),)


def _unsure_kinds(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(
        str(row["indicator"]) for row in records if isinstance(row["probability"], float) and row["probability"] < DECIDED
    )
    if not names:
        return ()
    text = Text(
        "the kind is not settled, because fewer than 80% of the resamples agree: {items}",
        "类型尚不稳定（不足 80% 的重抽样一致）：{items}",
    )
    return (Remark("unsure", text, {"items": names}),)


def _one_sided(failures: KeyItems, delights: KeyItems) -> tuple[Remark, ...]:
    """Why a table of key items has no row."""
    found = []
    if not failures.apart:
        text = Text(
            "nobody, or everybody, is dissatisfied or gave low answers, so there are no key dissatisfiers to be found; see --low",
            "没有人（或所有人）不满意或给出低分，无法找出关键不满因素；可调整 --low",
        )
        found.append(Remark("no_dissatisfied", text))
    if not delights.apart:
        text = Text(
            "nobody, or everybody, is delighted or gave high answers, so there are no key enhancers to be found; see --high",
            "没有人（或所有人）愉悦或给出高分，无法找出关键提升因素；可调整 --high",
        )
        found.append(Remark("no_delighted", text))
    return tuple(found)


def _worst(effects: Effects, table: Table) -> Remark:
    """The largest penalty that is beyond chance."""
    beyond = 1 - effects.question.study.confidence
    clear = []
    for at, row in enumerate(table.records()):
        p = effects.test("penalty", at)[1]
        if isinstance(p, float) and p < beyond and number(row["penalty"]) < 0:
            clear.append(row)
    values: dict[str, Value] = {"outcome": effects.question.name}
    if not clear:
        text = Text(
            'no low answer takes clearly more from "{outcome}" than a middle one',
            "没有哪项低分答案比中间答案明显更多地降低“{outcome}”",
        )
        return Remark("no_clear_penalty", text, values)
    worst = min(clear, key=lambda row: number(row["penalty"]))
    values |= {"indicator": str(worst["indicator"]), "penalty": -number(worst["penalty"])}
    text = Text(
        'a low answer costs most on "{indicator}": {penalty:.2f} less of "{outcome}" than a middle answer, all other items alike',
        "低分代价最大的是“{indicator}”：在其他指标相同时，“{outcome}”比中间答案者低 {penalty:.2f}",
    )
    return Remark("worst_penalty", text, values)


def _named(records: Sequence[Record], reason: str) -> tuple[str, ...]:
    return tuple(str(row["indicator"]) for row in records if row["asymmetry"] == Blank(reason))


def _wrong_signs(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = _named(records, "wrong_sign")
    if not names:
        return ()
    text = Text(
        "{items}: low answers go with more of the outcome, or high ones with less, so {count:it has|they have} no kind; mostly chance, or items that say the same",
        "{items}：低分反而对应更高的结果，或高分对应更低的结果，因此不判定类型；多为偶然，或指标内容重复所致",
    )
    return (Remark("wrong_sign", text, {"items": names, "count": len(names)}),)


def _few(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(str(row["indicator"]) for row in records if row["few"] is True)
    if not names:
        return ()
    text = Text(
        "{items}: fewer than {few} low or high answers; read {count:it|them} with care",
        "{items}：低分或高分不足 {few} 人，请谨慎解读",
    )
    return (Remark("few_answers", text, {"items": names, "few": FEW, "count": len(names)}),)
