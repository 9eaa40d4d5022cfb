"""What a guess announces: the model it took, the pairs it found, and the columns that it left out though they look like answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...findings import Finding, Severity, Value
from ...model import OVERALL, Model
from ...terms import Text
from ..answers.columns import shown
from ..cells import Cells
from .blocks import short
from .classified import Classified
from .kano_pairs import KanoPairs, half_pairs
from .pairs import Partners, side_and_core

GUESS = "guess"  # the source of a guessed model

_GUESSED = Text(
    "no model was given, so one was guessed: {latents} ({indicators} {indicators:column|columns}), target {target}."
    " Turn it into a file and correct it: csi init --from {survey}",
    "未提供模型，已自动推测：{latents}（共 {indicators} 列），目标为{target_zh}。可生成模型文件后修改：csi init --from {survey}",
)
_FEATURES = Text(
    "no model was given, so one was guessed: {features} {features:feature|features} with Kano questions, and nothing that is rated."
    " Turn it into a file and correct it: csi init --from {survey}",
    "未提供模型，已自动推测：{features} 个带 KANO 题的功能，没有评分题。可生成模型文件后修改：csi init --from {survey}",
)
_PAIRED = Text("taken for the {side} side by their names: {pairs}", "根据列名配对（{side_zh}）：{pairs}")
_KANO = Text(
    "Kano questions, with and without the feature, which count in no index (csi kano reads them): {pairs}",
    "KANO 题（具备／不具备该功能），不计入任何指数（由 csi kano 分析）：{pairs}",
)
_HALF = Text(
    "half of a Kano pair: {missing} {count:is|are} missing, or {count:its|their} words are not known; so {titles} {count:is|are} left"
    " out of the model with what rates {count:it|them}",
    "KANO 题只有一半：缺少 {missing}，或其选项词无法识别；因此 {titles} 及其评分未纳入模型",
)
_LONELY = Text(
    "no experience of the same thing was found for {titles}, though the name speaks of expecting or of importance; it counts as an"
    " answer like others. Write expectation: or importance: in the model",
    "{titles} 的列名表示期望或重要性，但没有找到对应的感知（满意度）列，因此按普通题目计入。请在模型中写明 expectation: 或 importance:",
)
_KANO_ALONE = Text(
    "answers of Kano questions, which are no scale, in {titles}; left out of the model",
    "{titles} 为 KANO 题答案，不构成量表；未纳入模型",
)
_WEIGHTED = Text("{column} is taken for the case weights, because of its name", "根据列名，将“{column}”用作个案权重")
_RECOMMENDED = Text("{title} is taken for the recommendation question, 0–10", "将“{title}”视为推荐意愿题（0–10 分）")
_LEFT_OUT: dict[str, tuple[str, Severity, Text]] = {
    "mean_of_others": (
        "derived_left_out",
        "info",
        Text("the mean of other columns, so left out: {titles}", "等于其他列的均值，因此未纳入：{titles}"),
    ),
    "sum_of_others": (
        "derived_left_out",
        "info",
        Text("the sum of other columns, so left out: {titles}", "等于其他列之和，因此未纳入：{titles}"),
    ),
    "copy_of_another": (
        "derived_left_out",
        "warning",
        Text("another column again, or turned round, so left out: {titles}", "与另一列相同或为其反向，因此未纳入：{titles}"),
    ),
    "order_numbers": (
        "ranking_left_out",
        "info",
        Text("places of a ranking, not ratings, so left out: {titles}", "为排序题名次而非评分，因此未纳入：{titles}"),
    ),
    "answer_codes": (
        "codes_without_words",
        "warning",
        Text(
            "codes of answers without their words, of which only their author knows the order, so left out: {titles}."
            " Export the full answers, or write labels: in the model",
            "只有选项代码而没有选项词，高低顺序只有问卷作者知道，因此未纳入：{titles}。请导出选项文字，或在模型中写 labels:",
        ),
    ),
    "instructed": (
        "attention_check_left_out",
        "info",
        Text("tells which answer to give, so left out: {titles}", "题目指定了答案（注意力检测），因此未纳入：{titles}"),
    ),
}


@dataclass(frozen=True)
class Pairs:
    """Columns that belong together: sides of an experience, and Kano questions."""

    partners: Partners
    kano: KanoPairs


def guess_findings(cells: Cells, columns: Sequence[Classified], model: Model, pairs: Pairs) -> Iterator[Finding]:
    """The model first, then what it rests on."""
    values: dict[str, Value] = {
        "latents": tuple(latent.name for latent in model.latents),
        "indicators": len(model.indicators),
        "target": model.target,
        "target_zh": "总体（overall）" if model.target == OVERALL else f"“{model.target}”",
        "survey": cells.origin.source,
    }
    if not model.latents:
        values = {"features": len(model.features), "survey": cells.origin.source}
    yield Finding("model_guessed", "warning", _GUESSED if model.latents else _FEATURES, values=values)
    for side, chinese, found in (
        ("expectation", "期望", pairs.partners.expectation),
        ("importance", "重要性", pairs.partners.importance),
    ):
        if found:
            said: dict[str, Value] = {"side": side, "side_zh": chinese, "pairs": _told(cells, found)}
            yield Finding("pairs_guessed", "warning", _PAIRED, count=len(found), values=said)
    yield from _lonely(columns, pairs)
    yield from _kano(cells, columns, pairs.kano)
    yield from _roles(model)
    yield from _left_out(columns)


def _lonely(columns: Sequence[Classified], pairs: Pairs) -> Iterator[Finding]:
    """Expectations and importances without a partner, in a survey that asks for experiences by name too."""
    spoken = {one.header: side_and_core(one.header)[0] for one in columns if one.kind == "indicator"}
    paired = {one.header for one in columns if one.column.position in pairs.partners.sides}
    alone = [name for name, side in spoken.items() if side in ("expectation", "importance") and name not in paired]
    if alone and "experience" in spoken.values():
        yield _about("side_without_partner", "warning", _LONELY, alone)


def _told(cells: Cells, found: Mapping[int, int]) -> tuple[str, ...]:
    return tuple(" ← ".join(_names(cells, one, other)) for one, other in found.items())


def _names(cells: Cells, *positions: int) -> list[str]:
    """As they are asked; where that is the same for all, with their columns."""
    names = [short(cells.header[at]) for at in positions]
    return names if len(set(names)) > 1 else [f"{name} ({cells.letters[at]})" for name, at in zip(names, positions, strict=True)]


def _kano(cells: Cells, columns: Sequence[Classified], pairs: KanoPairs) -> Iterator[Finding]:
    if pairs:
        sure = all(one.kind == "kano" for one in columns if one.column.position in pairs)
        yield Finding(
            "kano_pairs_guessed", "info" if sure else "warning", _KANO, count=len(pairs), values={"pairs": _told(cells, pairs)}
        )
    paired = {*pairs, *pairs.values()}
    halves = half_pairs(columns, pairs)
    yield from _halves([(one, halves[one.column.position]) for one in columns if one.column.position in halves])
    paired |= {*halves}
    alone = [one.header for one in columns if one.kind == "kano" and one.column.position not in paired]
    if alone:
        yield _about("kano_left_out", "info", _KANO_ALONE, alone)


def _halves(found: Sequence[tuple[Classified, str]]) -> Iterator[Finding]:
    if found:
        names = [one.header for one, _ in found]
        absent = tuple(f"{side_and_core(one.asks)[1]} ({side})" for one, side in found)
        values: dict[str, Value] = {"columns": tuple(names), "titles": tuple(map(shown, names)), "missing": absent}
        yield Finding("kano_half", "warning", _HALF, shown(names[0]) if len(names) == 1 else "", len(names), values)


def _roles(model: Model) -> Iterator[Finding]:
    who = model.respondents
    if who.case_weight is not None:
        yield Finding("case_weight_guessed", "warning", _WEIGHTED, place=who.case_weight, values={"column": who.case_weight})
    if who.recommend is not None:
        values: dict[str, Value] = {"column": who.recommend, "title": shown(who.recommend)}
        yield Finding("recommend_guessed", "info", _RECOMMENDED, values=values)


def _left_out(columns: Sequence[Classified]) -> Iterator[Finding]:
    for reason, (key, severity, text) in _LEFT_OUT.items():
        names = [one.header for one in columns if one.reason == reason]
        if names:
            yield _about(key, severity, text, names)


def _about(key: str, severity: Severity, text: Text, names: Sequence[str]) -> Finding:
    values: dict[str, Value] = {"columns": tuple(names), "titles": tuple(map(shown, names))}
    return Finding(key, severity, text, shown(names[0]) if len(names) == 1 else "", len(names), values)
