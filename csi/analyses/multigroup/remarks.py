"""What is said beside a comparison of groups: first of all, whether they may be compared."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Remark, Value
from ...numerics.replicates import UNSETTLED
from ...results import Cell, Table
from ...study.group_pair import Pair
from ...study.groups import FEWEST, MOST, Compared
from ...terms import Text


def remarks(found: Compared, invariance: Table, paths: Table, missing: str) -> tuple[Remark, ...]:
    """Whether each pair may be compared, where its paths differ, and what was left out."""
    alike = [remark for pair in found.pairs for remark in _comparable(pair, invariance)]
    differing = [remark for pair in found.pairs for remark in _paths(pair, invariance, paths)]
    if not differing and all(pair.usable for pair in found.pairs):
        text = Text("no path differs beyond chance between the groups", "各组之间没有路径差异超出随机")
        differing = [Remark("no_path_differs", text)]
    return (*alike, *differing, *_left_out(found), *_conditions(found, missing))


def _of(pair: Pair, table: Table) -> list[dict[str, Cell]]:
    return [row for row in table.records() if (row["group_a"], row["group_b"]) == pair.names]


def _comparable(pair: Pair, invariance: Table) -> Iterator[Remark]:
    """The plain sentence: what may be compared between the two groups."""
    rows = _of(pair, invariance)
    alike = {key: tuple(str(row["latent"]) for row in rows if row["verdict"] == key) for key in ("full", "partial", "none")}
    values: dict[str, Value] = {"a": pair.names[0], "b": pair.names[1], "n_a": pair.sizes[0], "n_b": pair.sizes[1]}
    if not any(alike.values()):
        text = Text(
            '"{a}" (A, n = {n_a}) and "{b}" (B, n = {n_b}): no verdict, too many permutations could not be used',
            "“{a}”（甲组，n = {n_a}）与“{b}”（乙组，n = {n_b}）：不可用的置换过多，无法判断",
        )
        yield Remark("comparable", text, values)
        return
    parts = [_ALIKE[key, len(names) == len(rows)] for key, names in alike.items() if names]
    head = Text('"{a}" (A, n = {n_a}) and "{b}" (B, n = {n_b}): ', "“{a}”（甲组，n = {n_a}）与“{b}”（乙组，n = {n_b}）：")
    text = Text(head.en + "; ".join(part.en for part in parts), head.zh + "；".join(part.zh for part in parts))
    yield Remark("comparable", text, {**values, **alike})


_ALIKE = {
    ("full", True): Text(
        "every latent is measured alike, so paths and index means may be compared, and the groups may be pooled",
        "各潜变量的测量完全一致，可比较路径与指数均值，也可合并分析",
    ),
    ("full", False): Text(
        "{full} may be compared in every respect and pooled", "{full} 测量完全一致，可比较路径与均值，也可合并"
    ),
    ("partial", True): Text(
        "every latent is composed alike, so paths and index means may be compared, but means or variances differ: do not pool the groups",
        "各潜变量的构成一致，可比较路径与指数均值，但均值或方差不同，不宜合并分析",
    ),
    ("partial", False): Text(
        "for {partial} paths and index means may be compared, but means or variances differ: do not pool",
        "{partial} 的构成一致，可比较路径与均值，但均值或方差不同，不宜合并",
    ),
    ("none", True): Text(
        "no latent is composed alike, so neither paths nor means may be compared", "各潜变量的构成均不一致，路径与均值都不可比较"
    ),
    ("none", False): Text(
        "{none} is composed differently, so neither its paths nor its mean may be compared",
        "{none} 的构成不同，其路径与均值均不可比较",
    ),
}


def _paths(pair: Pair, invariance: Table, paths: Table) -> Iterator[Remark]:
    rows = _of(pair, paths)
    differing = tuple(f"{row['source']} → {row['target']}" for row in rows if row["verdict"] == "different")
    values: dict[str, Value] = {"a": pair.names[0], "b": pair.names[1], "rows": len(rows)}
    values |= {"differing": differing, "count": len(differing)}
    if not differing:
        return
    text = Text(
        'between "{a}" and "{b}" {count} of {rows} paths differ beyond chance: {differing}',
        "“{a}”与“{b}”之间 {rows} 条路径中有 {count} 条差异超出随机：{differing}",
    )
    yield Remark("paths_differ", text, values)
    unlike = {str(row["latent"]) for row in _of(pair, invariance) if row["verdict"] == "none"}
    doubtful = tuple(
        f"{row['source']} → {row['target']}"
        for row in rows
        if row["verdict"] == "different" and unlike & {*str(row["source"]).split(" * "), str(row["target"])}
    )
    if doubtful:
        text = Text(
            "of these, {doubtful} may differ only because the groups measure different things by the same name",
            "其中 {doubtful} 的差异可能只是因为两组以同一名称测量了不同的内容",
        )
        yield Remark("doubtful_paths", text, {"doubtful": doubtful})


def _left_out(found: Compared) -> Iterator[Remark]:
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


def _conditions(found: Compared, missing: str) -> Iterator[Remark]:
    """How the comparison was made, where that is not as everybody would expect."""
    configural = Text(
        "both groups are estimated from the same questions with the same settings, so the first step of MICOM (configural) holds by construction",
        "两组采用相同题目与相同设置估计，故 MICOM 第一步（构型不变性）自然成立",
    )
    yield Remark("configural", configural)
    dealt = [pair.permuted for pair in found.pairs]
    redrawn = sum(sum(one.redrawn.values()) for one in dealt)
    if redrawn:
        items = {pair.study.arrangement.items[j].name for pair in found.pairs for j in pair.permuted.redrawn if j != UNSETTLED}
        text = Text(
            "{count} permutations were dealt again, because an item had no spread or the weights did not settle in them",
            "有 {count} 次置换因题目无差异或权重未收敛而重做",
        )
        named = Text(text.en + ": {items}", text.zh + "：{items}")
        yield Remark("permutations_redrawn", named if items else text, {"count": redrawn, "items": tuple(sorted(items))})
    if any(one.form != "exact" for one in dealt):
        text = Text(
            "with so many respondents the permutations' sums are drawn from the normal law with their own mean and covariance",
            "受访者很多，置换的汇总量取自与其均值和协方差相同的正态分布",
        )
        yield Remark("moment_gaussian", text)
    if any(pair.sample.units is not None for pair in found.pairs):
        text = Text(
            "clusters change sides whole; one with members in both groups is a unit in each",
            "整群作为整体置换；成员分属两组的整群在每组中各作一个单元",
        )
        yield Remark("clusters_whole", text)
    if any(missing == "em" and pair.sample.holes for pair in found.pairs):
        text = Text(
            "groups are compared on the answers that exist, pair by pair of items, also under --missing em",
            "即使采用 --missing em，组间比较仍按可用答案两两计算",
        )
        yield Remark("em_not_permuted", text)
