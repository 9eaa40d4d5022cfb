"""What is said beside penalties, rewards and key items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...findings import Remark, Value
from ...results import Blank, Cell, Table, number
from ...terms import Text
from .caveats import caveats
from .effects import DECIDED, FEW, Effects
from .key_items import KeyItems
from .key_remarks import keep_from_failing, key_remarks

Record = Mapping[str, Cell]


def answer(effects: Effects, table: Table, failures: KeyItems) -> Remark:
    """The sentence for a reader of one sentence: what must not fail."""
    if failures.apart and failures.length:
        return keep_from_failing(failures)
    return _worst(effects, table)


def asymmetry_remarks(effects: Effects, table: Table, failures: KeyItems, delights: KeyItems) -> tuple[Remark, ...]:
    """Everything besides the answer."""
    records: Sequence[Record] = list(table.records())
    return (
        *((_worst(effects, table),) if failures.apart and failures.length else ()),
        *key_remarks(failures, delights),
        *_unsure_kinds(records),
        *_wrong_signs(records),
        *_not_clear(records),
        *_few(records),
        *caveats(effects.question),
    )


def _unsure_kinds(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(
        str(row["indicator"]) for row in records if isinstance(row["probability"], float) and row["probability"] < DECIDED
    )
    if not names:
        return ()
    text = Text(
        "the kind is not settled, because fewer than 80% of the resamples agree (under 50% none is told): {items}",
        "类型尚不稳定（不足 80% 的重抽样一致；不足 50% 时不判定）：{items}",
    )
    return (Remark("unsure", text, {"items": names}),)


def _worst(effects: Effects, table: Table) -> Remark:
    """The largest penalty that is beyond chance, all penalties looked at together."""
    beyond = 1 - effects.question.study.confidence
    clear = []
    for at, row in enumerate(table.records()):
        p = effects.p_adjusted("penalty", at)
        if isinstance(p, float) and p < beyond and number(row["penalty"]) < 0:
            clear.append(row)
    values: dict[str, Value] = {"outcome": effects.question.name}
    if effects.entangled:
        return _entangled(effects.entangled)
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


def _entangled(names: tuple[str, ...]) -> Remark:
    text = Text(
        "penalties and rewards could not be told apart: low and high answers to {items} determine one another; leave one of them out with --drivers",
        "惩罚与奖励无法区分：{items}的低分与高分之间完全线性相关；可用 --drivers 去掉其中一项",
    )
    return Remark("entangled", text, {"items": names})


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


def _not_clear(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(str(row["indicator"]) for row in records if row["kind"] == Blank("not_clear"))
    if not names:
        return ()
    text = Text(
        "{items}: neither penalty nor reward is beyond chance, so {count:it has|they have} no kind",
        "{items}：惩罚与奖励都不超出偶然，因此不判定类型",
    )
    return (Remark("not_clear", text, {"items": names, "count": len(names)}),)


def _few(records: Sequence[Record]) -> tuple[Remark, ...]:
    names = tuple(str(row["indicator"]) for row in records if row["few"] is True)
    if not names:
        return ()
    text = Text(
        "{items}: fewer than {few} low or high answers; read {count:it|them} with care",
        "{items}：低分或高分不足 {few} 人，请谨慎解读",
    )
    return (Remark("few_answers", text, {"items": names, "few": FEW, "count": len(names)}),)
