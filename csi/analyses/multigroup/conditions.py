"""How a comparison of groups was made, where that is not as everybody would expect."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ...findings import Remark
from ...numerics.replicates import UNSETTLED
from ...study.group_pair import Pair
from ...study.groups import FEWEST, MOST, Compared
from ...terms import Text


def left_out(found: Compared) -> Iterator[Remark]:
    """Which groups and pairs are not compared, and why."""
    if found.small:
        text = Text(
            "left out, because groups under {fewest} respondents give mostly noise: {groups}",
            "受访者不足 {fewest} 名的组随机误差过大，未作比较：{groups}",
        )
        groups = tuple(f"{name} (n = {count})" for name, count in found.small)
        yield Remark("small_groups", text, {"fewest": FEWEST, "groups": groups})
    if found.beyond:
        text = Text(
            "only the {most} largest groups are compared, without {groups}", "只比较人数最多的 {most} 个组，未包括：{groups}"
        )
        yield Remark("largest_groups", text, {"most": MOST, "groups": found.beyond})
    for refusal in found.refused:
        text = Text("left out: {place}: " + refusal.reason.en.rstrip("."), "未作比较：{place}：" + refusal.reason.zh.rstrip("。"))
        yield Remark("group_refused", text, {"place": refusal.place})


def conditions(found: Compared, missing: str) -> Iterator[Remark]:
    """What the tests rest on. missing: as the study asked."""
    yield _configural()
    yield from _too_few_permutations(found.pairs)
    yield from _redrawn(found.pairs)
    yield from _dealing(found.pairs)
    if any(missing == "em" and pair.sample.holes for pair in found.pairs):
        text = Text(
            "groups are compared on the answers that exist, pair by pair of items, also under --missing em",
            "即使采用 --missing em，组间比较仍按可用答案两两计算",
        )
        yield Remark("em_not_permuted", text)


def _configural() -> Remark:
    text = Text(
        "both groups are estimated from the same questions with the same settings, so the first step of MICOM (configural) holds by construction",
        "两组采用相同题目与相同设置估计，故 MICOM 第一步（构型不变性）自然成立",
    )
    return Remark("configural", text)


def _too_few_permutations(pairs: tuple[Pair, ...]) -> Iterator[Remark]:
    """Where even the least p that permutations can give is no longer small once it is corrected for all rows."""
    study, permutations = pairs[0].study, pairs[0].permutations
    rows = max(len(study.constructs.arrows), len(study.arrangement.latents))
    level = 1 - study.confidence
    if 2 * rows / (permutations + 1) >= level:
        text = Text(
            "with {permutations} permutations no difference among {rows} rows can be told from chance after Holm's correction; ask for --permutations {needed}",
            "{permutations} 次置换不足以在 {rows} 行的 Holm 校正后判出差异，请使用 --permutations {needed:plain}",
        )
        needed = math.floor(2 * rows / level + 1e-9)
        yield Remark("too_few_permutations", text, {"permutations": permutations, "rows": rows, "needed": needed})


def _redrawn(pairs: tuple[Pair, ...]) -> Iterator[Remark]:
    count = sum(sum(pair.permuted.redrawn.values()) for pair in pairs)
    if not count:
        return
    items = {pair.study.arrangement.items[j].name for pair in pairs for j in pair.permuted.redrawn if j != UNSETTLED}
    text = Text(
        "{count} {count:permutation was|permutations were} dealt again, because an item had no spread or the weights did not settle in them",
        "有 {count} 次置换因题目无差异或权重未收敛而重做",
    )
    named = Text(text.en + ": {items}", text.zh + "：{items}")
    yield Remark("permutations_redrawn", named if items else text, {"count": count, "items": tuple(sorted(items))})


def _dealing(pairs: tuple[Pair, ...]) -> Iterator[Remark]:
    """Who changes sides with whom."""
    if any(pair.permuted.form != "exact" for pair in pairs):
        text = Text(
            "with so many respondents the permutations' sums are drawn from the normal law with their own mean and covariance",
            "受访者很多，置换的汇总量取自与其均值和协方差相同的正态分布",
        )
        yield Remark("moment_gaussian", text)
    if any(pair.sample.units is not None for pair in pairs):
        text = Text(
            "clusters change sides whole; one with members in both groups is a unit in each",
            "整群作为整体置换；成员分属两组的整群在每组中各作一个单元",
        )
        yield Remark("clusters_whole", text)
    if any(pair.strata_ignored for pair in pairs):
        text = Text(
            "strata are ignored when respondents are dealt anew, because most of them lie in one group only",
            "多数层只属于一个组，置换时不按层进行",
        )
        yield Remark("strata_ignored", text)
