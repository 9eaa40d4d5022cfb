"""What is said beside a comparison of groups: first of all, whether they may be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ...findings import Remark
from ...results import Cell, Table
from ...study.group_pair import Pair
from ...study.groups import Compared
from ...terms import Text
from .conditions import conditions, left_out
from .differences import Difference, index_differences, path_differences, told

Rows = list[dict[str, Cell]]
MOST = 6  # differences of a pair that a remark tells


def remarks(found: Compared, invariance: Table, paths: Table, indices: Table, missing: str) -> tuple[Remark, ...]:
    """What each pair may be compared in, where it differs, and what was left out."""
    differing = [
        *_differing("indices_differ", _INDICES, index_differences, found.pairs, indices),
        *_differing("paths_differ", _PATHS, path_differences, found.pairs, paths),
    ]
    return (
        *_comparable(found.pairs, invariance),
        *differing,
        *_unjudged(paths, indices),
        *left_out(found),
        *conditions(found, missing),
    )


def _of(pair: Pair, table: Table) -> Rows:
    return [row for row in table.records() if (row["group_a"], row["group_b"]) == pair.names]


def _comparable(pairs: Sequence[Pair], invariance: Table) -> Iterator[Remark]:
    """What may be compared; pairs of which the same is to be said share a sentence."""
    alike: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for pair in pairs:
        rows = _of(pair, invariance)
        latents = tuple(tuple(str(row["latent"]) for row in rows if row["verdict"] == key) for key in _ALIKE)
        (a, b), (n_a, n_b) = pair.names, pair.sizes
        alike.setdefault(latents, []).append(f"{a} (n = {n_a}) – {b} (n = {n_b})")
    for latents, names in alike.items():
        text = _verdicts(latents)
        values = {"pairs": tuple(names), **dict(zip(_ALIKE, latents, strict=True))}
        yield Remark("comparable", Text("{pairs}: " + text.en, "{pairs}：" + text.zh), values)


_ALIKE = {
    "full": Text("compare paths and index means, or pool the groups: {full}", "可比较路径与指数均值，也可合并：{full}"),
    "partial": Text(
        "compare paths and index means, but do not pool, because means or variances differ: {partial}",
        "可比较路径与指数均值，但均值或方差不同，不宜合并：{partial}",
    ),
    "none": Text("do not compare, because the groups compose it differently: {none}", "构成不同，路径与均值均不可比较：{none}"),
}
_EVERY = Text("every latent", "全部潜变量")
_UNKNOWN = Text("no verdict, too many permutations could not be used", "不可用的置换过多，无法判断")


def _verdicts(latents: tuple[tuple[str, ...], ...]) -> Text:
    """One part for each verdict that a latent has; a verdict that all have needs no list of them."""
    parts = [(key, text) for (key, text), names in zip(_ALIKE.items(), latents, strict=True) if names]
    if not parts:
        return _UNKNOWN
    if len(parts) == 1:
        key, text = parts[0]
        return Text(*(words.replace(f"{{{key}}}", every) for words, every in zip(text, _EVERY, strict=True)))
    return Text("; ".join(text.en for _, text in parts), "；".join(text.zh for _, text in parts))


_INDICES = Text("indices beyond chance, {count} of {rows}: ", "{rows} 个指数中有 {count} 个差异超出随机：")
_PATHS = Text("paths beyond chance, {count} of {rows}: ", "{rows} 条路径中有 {count} 条差异超出随机：")


def _differing(
    key: str, head: Text, differences: Callable[[Rows], list[Difference]], pairs: Sequence[Pair], table: Table
) -> Iterator[Remark]:
    """For each pair the rows of one table that differ beyond chance, in words."""
    for pair in pairs:
        rows = _of(pair, table)
        found = differences(rows)
        if found:
            text, values = told(found, MOST, with_p=True)
            text = Text(head.en + text.en, head.zh + text.zh)
            yield Remark(key, text, {"count": len(found), "rows": len(rows), **values})


def _unjudged(*tables: Table) -> Iterator[Remark]:
    if any("not_comparable" in table.column("verdict") for table in tables):
        text = Text(
            'where a latent is "not comparable", a difference in its index or paths may come from what is measured, not from how much of it there is',
            "“不可比较”处的指数或路径差异，可能来自两组测量的内容不同，而非水平不同",
        )
        yield Remark("not_comparable", text)
