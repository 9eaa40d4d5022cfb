"""Differences beyond chance in words, and the one sentence that answers a comparison of groups."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...findings import Remark, Value
from ...results import Cell, Table, number
from ...terms import Text

MOST = 3  # differences that the answer tells; the tables hold all
_INDEX = Text("{latent} is {points} points higher in {high} than in {low}", "{high} 的 {latent} 比 {low} 高 {points} 点")
_PATH = Text(
    "the path {source} → {target} is {a} in {group_a} and {b} in {group_b}",
    "{group_a} 与 {group_b} 的路径 {source} → {target} 分别为 {a} 与 {b}",
)
_P = Text(" ({p:p})", "（{p:p}）")


@dataclass(frozen=True)
class Difference:
    """One difference beyond chance: a template, and what fills it."""

    text: Text
    values: Mapping[str, Value]


def index_differences(rows: Sequence[Mapping[str, Cell]]) -> list[Difference]:
    """The differences beyond chance among rows of the indices, the widest first."""
    return [_index_difference(row) for row in _beyond_chance(rows)]


def path_differences(rows: Sequence[Mapping[str, Cell]]) -> list[Difference]:
    """The differences beyond chance among rows of the paths, the widest first."""
    return [_path_difference(row) for row in _beyond_chance(rows)]


def told(found: Sequence[Difference], most: int, *, with_p: bool = False) -> tuple[Text, dict[str, Value]]:
    """The differences as one template with the values of all; after `most` only how many more there are."""
    ends = _P if with_p else Text("", "")
    shown = [
        Text(*(_numbered(words + end, at) for words, end in zip(one.text, ends, strict=True)))
        for at, one in enumerate(found[:most])
    ]
    values = {f"{key}_{at}": value for at, one in enumerate(found[:most]) for key, value in one.values.items()}
    text = Text("; ".join(one.en for one in shown), "；".join(one.zh for one in shown))
    if len(found) <= most:
        return text, values
    return Text(text.en + "; and {more} more", text.zh + "；另有 {more} 处"), {**values, "more": len(found) - most}


def answer(invariance: Table, paths: Table, indices: Table) -> Remark:
    """Whether the groups may be compared, and where they differ beyond chance; of the indices, the target's comes first."""
    verdict, values = _comparable(invariance)
    if verdict == _UNKNOWN:
        return Remark("groups_unknown", verdict, values)
    rows = indices.records()
    target = [row for at, row in enumerate(rows) if at in indices.strong]
    others = [row for at, row in enumerate(rows) if at not in indices.strong]
    found = [*index_differences(target), *index_differences(others), *path_differences(paths.records())]
    if not found:
        judged = [cell for table in (indices, paths) for cell in table.column("verdict") if isinstance(cell, str)]
        nowhere = _nowhere(sum(cell == "not_comparable" for cell in judged), len(judged))
        return Remark("groups_alike", Text(verdict.en + nowhere.en, verdict.zh + nowhere.zh), values)
    text, further = told(found, MOST)
    text = Text(f"{verdict.en}; beyond chance, {text.en}", f"{verdict.zh}；超出随机的差异：{text.zh}")
    return Remark("groups_differ", text, {**values, **further})


def _nowhere(unjudged: int, rows: int) -> Text:
    """That nothing differs, as far as it was judged."""
    if unjudged == rows:
        return Text("", "")
    if unjudged:
        return Text("; of the rest, no index and no path differs beyond chance", "；其余没有指数或路径的差异超出随机")
    return Text("; no index and no path differs beyond chance", "；没有指数或路径的差异超出随机")


_UNKNOWN = Text(
    "whether the groups may be compared cannot be said: too many permutations could not be used",
    "无法判断各组能否比较：不可用的置换过多",
)


def _comparable(invariance: Table) -> tuple[Text, dict[str, Value]]:
    """What may be compared, of one pair by the names of its latents, of several by their number."""
    pairs: dict[tuple[Cell, Cell], list[Mapping[str, Cell]]] = {}
    for row in invariance.records():
        if isinstance(row["verdict"], str):
            pairs.setdefault((row["group_a"], row["group_b"]), []).append(row)
    if not pairs:
        return _UNKNOWN, {}
    unlike = {pair: tuple(str(row["latent"]) for row in rows if row["verdict"] == "none") for pair, rows in pairs.items()}
    everybody = len(set(zip(invariance.column("group_a"), invariance.column("group_b"), strict=True)))
    if everybody > 1:
        return _of_several(everybody, sum(not names for names in unlike.values()))
    ((a, b), names), *_ = unlike.items()
    values: dict[str, Value] = {"group_a": str(a), "group_b": str(b), "unlike": names}
    return _of_one(len(names), len(pairs[a, b])), values


def _of_one(unlike: int, latents: int) -> Text:
    if unlike == latents:
        return Text("{group_a} and {group_b} may not be compared in any latent", "{group_a} 与 {group_b} 的任何潜变量均不可比较")
    if unlike:
        return Text(
            "{group_a} and {group_b} may be compared except in {unlike}", "{group_a} 与 {group_b} 可以比较，但 {unlike} 除外"
        )
    return Text("{group_a} and {group_b} may be compared", "{group_a} 与 {group_b} 可以比较")


def _of_several(pairs: int, whole: int) -> tuple[Text, dict[str, Value]]:
    if whole == pairs:
        return Text("all {pairs} pairs of groups may be compared", "全部 {pairs} 对组都可以比较"), {"pairs": pairs}
    text = Text(
        "{whole} of {pairs} pairs of groups may be compared in every latent", "{pairs} 对组中有 {whole} 对的所有潜变量可以比较"
    )
    return text, {"pairs": pairs, "whole": whole}


def _beyond_chance(rows: Sequence[Mapping[str, Cell]]) -> list[Mapping[str, Cell]]:
    return sorted((row for row in rows if row["verdict"] == "different"), key=lambda row: -abs(number(row["difference"])))


def _index_difference(row: Mapping[str, Cell]) -> Difference:
    points = number(row["difference"])
    a, b = str(row["group_a"]), str(row["group_b"])
    high, low = (a, b) if points > 0 else (b, a)
    values: dict[str, Value] = {"latent": str(row["latent"]), "points": _rounded(abs(points), 1), "high": high, "low": low}
    return Difference(_INDEX, {**values, "p": number(row["p_adjusted"])})


def _path_difference(row: Mapping[str, Cell]) -> Difference:
    names: dict[str, Value] = {key: str(row[key]) for key in ("source", "target", "group_a", "group_b")}
    a, b = number(row["coefficient_a"]), number(row["coefficient_b"])
    return Difference(_PATH, {**names, "a": _rounded(a, 2), "b": _rounded(b, 2), "p": number(row["p_adjusted"])})


def _rounded(value: float, digits: int) -> float:
    """Two or three digits are enough in a sentence; what they would make nothing keeps its own."""
    return round(value, digits) or value


def _numbered(words: str, at: int) -> str:
    """The template with a number at each slot, so that several can stand in one sentence."""
    return re.sub(r"\{(\w+)", rf"{{\1_{at}", words)
