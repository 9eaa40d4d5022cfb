"""What is said beside an importance-performance map: what matters most, where to begin, and what it is no proof of."""

from __future__ import annotations

from collections.abc import Mapping

from ...findings import Remark, Value
from ...results import Cell, Table, number
from ...terms import Text
from .figures import Map

DECIDED = 0.8  # of the resamples in one quadrant, under which nothing should be decided by it


def ipma_remarks(drawn: Map, constructs: Table, *, asked: str) -> tuple[Remark, ...]:
    """Remarks on the latents of the map. asked: the weighting of the study before it was made one of PLS."""
    points: list[Record] = [row for row in constructs.records() if isinstance(row["importance"], float)]
    return (
        *_matters_most(drawn, points),
        *_first(drawn, points),
        *_lines(drawn),
        *_against(drawn, points),
        *_weights(asked),
        *_moderated(drawn),
        _other_map(),
        _association(drawn),
    )


Record = Mapping[str, Cell]


def _matters_most(drawn: Map, points: list[Record]) -> tuple[Remark, ...]:
    """The largest importance, as a sentence with its interval."""
    top = max(points, key=lambda row: number(row["importance"]))
    if number(top["importance"]) <= 0:
        return ()
    interval = Text(
        " ({confidence:share}% interval {lower:ratio} to {upper:ratio})",
        "（{confidence:share}% 区间 {lower:ratio} 至 {upper:ratio}）",
    )
    known = isinstance(top["importance_lower"], float)
    said = interval if known else Text("", "")
    first = Text(", more than any other latent", "，影响最大") if len(points) > 1 else Text("", "")
    text = Text(
        'one point more of "{latent}" goes with {importance:ratio} points more of "{target}"' + said.en + first.en,
        "“{latent}”每高 1 点，“{target}”相应高 {importance:ratio} 点" + said.zh + first.zh,
    )
    values: dict[str, Value] = {"latent": str(top["latent"]), "target": drawn.target, "importance": number(top["importance"])}
    if known:
        values |= {"lower": number(top["importance_lower"]), "upper": number(top["importance_upper"])}
        values["confidence"] = drawn.study.confidence
    return (Remark("matters_most", text, values),)


def _first(drawn: Map, points: list[Record]) -> tuple[Remark, ...]:
    """Where to begin: the lowest performance among what matters more than the mean."""
    if not drawn.latents.compared:
        return ()
    important = [row for row in points if row["quadrant"] in {"concentrate", "keep_up"}]
    lowest = min(important, key=lambda row: number(row["performance"]))
    values: dict[str, Value] = {
        "latent": str(lowest["latent"]),
        "performance": number(lowest["performance"]),
        "probability": number(lowest["probability"]),
    }
    if lowest["quadrant"] == "keep_up":
        text = Text(
            'nothing stands out to be improved first: what matters more than the mean also does better; lowest of it is "{latent}" ({performance:points})',
            "没有特别需要优先改进之处：高于平均重要性的潜变量表现也都不低于平均；其中最低的是“{latent}”（{performance:points}）",
        )
        return (Remark("nothing_first", text, values),)
    text = Text(
        'begin with "{latent}": it matters more than the mean, and of all that does it performs worst ({performance:points})',
        "建议先改进“{latent}”：重要性高于平均，而在这些潜变量中表现最低（{performance:points}）",
    )
    return (Remark("begin_with", text, values), *_undecided(lowest, values))


def _undecided(lowest: Record, values: Mapping[str, Value]) -> tuple[Remark, ...]:
    """How sure that is, where the resamples do not agree."""
    if not isinstance(lowest["probability"], float) or lowest["probability"] >= DECIDED:
        return ()
    text = Text(
        'only {probability:.0%} of the resamples see "{latent}" in that quadrant, so this is not settled',
        "只有 {probability:.0%} 的重抽样把“{latent}”放在该象限，结论尚不稳定",
    )
    return (Remark("undecided", text, values),)


def _lines(drawn: Map) -> tuple[Remark, ...]:
    cross = drawn.latents.cross
    if cross is None:
        return ()
    text = Text(
        "quadrants divide at the means of the latents shown (importance {importance:ratio}, performance {performance:points}), "
        "so some lie below a line even when all is well",
        "象限以图中潜变量的平均值分界（重要性 {importance:ratio}，绩效 {performance:points}），因此即使整体良好，也总有一些位于线下",
    )
    return (Remark("crosshair", text, {"importance": cross[0], "performance": cross[1]}),)


def _against(drawn: Map, points: list[Record]) -> tuple[Remark, ...]:
    """Latents whose improvement goes with less of the target."""
    names = tuple(str(row["latent"]) for row in points if number(row["importance"]) < 0)
    if not names:
        return ()
    text = Text(
        'more of {latents} goes with less of "{target}"; look at the paths before acting on it',
        "{latents}越高，“{target}”反而越低；采取行动前请先检查路径",
    )
    return (Remark("negative_effect", text, {"latents": names, "target": drawn.target}),)


def _weights(asked: str) -> tuple[Remark, ...]:
    if asked == "pls":
        return ()
    text = Text(
        "the map rests on PLS weights, whatever weights the index has; indices here can differ from those of csi score",
        "本图始终采用 PLS 权重，与指数所用权重无关，因此这里的指数可能与 csi score 不同",
    )
    return (Remark("pls_weights", text, {"weights": asked}),)


def _moderated(drawn: Map) -> tuple[Remark, ...]:
    """With interactions an effect depends on where the other latent stands."""
    names = tuple(interaction.name for interaction in drawn.study.model.interactions)
    if not names:
        return ()
    text = Text(
        "the model has interactions ({interactions}): the importance of their latents holds where the other one is at its mean",
        "模型含交互项（{interactions}）：相关潜变量的重要性是另一潜变量处于均值时的数值",
    )
    return (Remark("moderated", text, {"interactions": names}),)


def _other_map() -> Remark:
    text = Text(
        "importance here is the total effect along the model's paths; csi ipa takes what an answer weighs beside the others, or what customers "
        "say, and may put the same indicator in another quadrant",
        "此处的重要性是模型路径上的总效应；csi ipa 取各答案相互并列时的权重或顾客自述的重要性，同一指标可能落在另一象限",
    )
    return Remark("other_map", text)


def _association(drawn: Map) -> Remark:
    text = Text(
        "importance is association, no proof of effect: an improvement pays as much as the arrows of the model are true",
        "重要性是关联而非因果证明：只有模型中的箭头成立，改进才会带来相应的提升",
    )
    return Remark("association", text, {"target": drawn.target})
