"""What is said of the key items: how far they can be relied on first of all."""

from __future__ import annotations

from ...findings import Remark, Value
from ...terms import Text
from .effects import DECIDED, FEW
from .key_items import KeyItems

_KEY = Text(
    "keep {items} from failing first: {reach:.0%} of the dissatisfied had a low answer on {count:it|one or more of them}, of all others {noise:.0%}",
    "首先避免{items}做不好：不满意者中有 {reach:.0%} 在{count:该项|其中至少一项}给出低分，其余受访者中只有 {noise:.0%}",
)
_OPEN = Text("; whether {open} {more:belongs|belong} there too is open", "；{open}是否也在其列尚无定论")
_UNKNOWN = Text("; how sure that is is unknown, for lack of resamples", "；因缺少可用的重抽样，把握程度未知")

_SPARED = Text("among those without a low answer on {failures}: ", "在{failures}均未给出低分的受访者中，")
_MARKED = Text(
    "the delighted are marked by {items}, where {reach:.0%} of them had a high answer, of all others {noise:.0%}",
    "{items}是愉悦者的标志：其中 {reach:.0%} 在此给出高分，其余受访者为 {noise:.0%}",
)
_UNMARKED = Text(
    "no single item safely marks the delighted; nearest: {items}, with a high answer {count:there|on one or more of them} from {reach:.0%} of the delighted and {noise:.0%} of all others",
    "没有哪一项能单独可靠地标记愉悦者；最接近的是{items}：愉悦者中有 {reach:.0%} 在{count:该项|其中至少一项}给出高分，其余受访者为 {noise:.0%}",
)


def keep_from_failing(failures: KeyItems) -> Remark:
    """The answer: the key items that are sure, and that none is, or that nobody knows, where that is so."""
    sure = failures.sure
    if sure is None:
        return Remark("key_dissatisfiers", _joined(_KEY, _UNKNOWN), _told(failures, failures.length))
    if not sure:
        text = Text(
            "no single item safely marks the dissatisfied; nearest: {items}, with a low answer {count:there|on one or more of them} from {reach:.0%} of the dissatisfied and {noise:.0%} of all others",
            "没有哪一项能单独可靠地标记不满意者；最接近的是{items}：不满意者中有 {reach:.0%} 在{count:该项|其中至少一项}给出低分，其余受访者为 {noise:.0%}",
        )
        return Remark("no_sure_dissatisfier", text, _told(failures, failures.length))
    left = failures.chosen[sure:]
    told = _told(failures, sure)
    if not left:
        return Remark("key_dissatisfiers", _KEY, told)
    return Remark("key_dissatisfiers", _joined(_KEY, _OPEN), {**told, "open": left, "more": len(left)})


def key_remarks(failures: KeyItems, delights: KeyItems) -> tuple[Remark, ...]:
    """Who delights, how sure both choices are, and why one of them was not made."""
    return (
        *_delights(failures, delights),
        *_unsettled(failures, "undecided", Text("dissatisfiers", "不满因素")),
        *_unsettled(delights, "undecided_delights", Text("enhancers", "提升因素")),
        *_small_group(failures, "small_group", Text("dissatisfiers", "不满因素")),
        *_small_group(delights, "small_delighted", Text("enhancers", "提升因素")),
        *_one_sided(failures, delights),
    )


def _joined(first: Text, second: Text) -> Text:
    return Text(first.en + second.en, first.zh + second.zh)


def _told(items: KeyItems, count: int) -> dict[str, Value]:
    shares: dict[str, Value] = {key: items.value(key, count - 1) for key in ("reach", "noise")}
    return {"items": items.chosen[:count], "count": count, **shares}


def _delights(failures: KeyItems, delights: KeyItems) -> tuple[Remark, ...]:
    if not delights.apart or not delights.length:
        return ()
    key, text = ("key_enhancers", _MARKED) if delights.sure != 0 else ("no_sure_enhancer", _UNMARKED)
    told, spared = _told(delights, delights.length), failures.chosen if failures.apart else ()
    return (Remark(key, _joined(_SPARED, text), {**told, "failures": spared}) if spared else Remark(key, text, told),)


def _unsettled(items: KeyItems, key: str, name: Text) -> tuple[Remark, ...]:
    """How sure the choice is, where the resamples do not agree."""
    again = {item: items.again(row) for row, item in enumerate(items.chosen)} if items.apart else {}
    unsure = {item: share for item, share in again.items() if isinstance(share, float) and share < DECIDED}
    if not unsure:
        return ()
    least = min(unsure, key=lambda item: unsure[item])
    text = Text(
        f"which items are the key {name.en} is not settled: only {{probability:.0%}} of the resamples choose {{indicator}} again",
        f"关键{name.zh}的选择尚不稳定：只有 {{probability:.0%}} 的重抽样再次选中{{indicator}}",
    )
    return (Remark(key, text, {"indicator": least, "probability": unsure[least]}),)


def _small_group(items: KeyItems, key: str, name: Text) -> tuple[Remark, ...]:
    if not items.apart or items.n >= FEW:
        return ()
    text = Text(
        f"only {{n}} {{n:respondent is|respondents are}} on the smaller side of the comparison behind the key {name.en}",
        f"关键{name.zh}所依据的比较中，人数较少的一侧只有 {{n}} 人",
    )
    return (Remark(key, text, {"n": items.n}),)


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
