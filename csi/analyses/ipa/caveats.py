"""What the lines and the importance of a map are worth."""

from __future__ import annotations

from ...findings import Remark
from ...terms import Text
from .beside import Beside
from .quadrants import Quadrants

_LINES = {
    "data": Text(
        "the lines stand at the means of the points, so some always lie below a line even when all is well",
        "分界线位于各点的平均值，因此即使整体良好，也总有一些点位于线下",
    ),
    "median": Text(
        "the lines stand at the medians of the points, so about half always lie below each line even when all is well",
        "分界线位于各点的中位数，因此即使整体良好，也总有约一半的点位于线下",
    ),
    "scale": Text(
        "the lines stand in the middle of the scale; where all is rated high, all lies in one quadrant",
        "分界线位于量表中点；若评分普遍偏高，所有点会落在同一象限",
    ),
    "target": Text("the lines stand where they were put", "分界线位于指定的目标值"),
}


def lines(points: Quadrants) -> tuple[Remark, ...]:
    """Where the two lines stand, and what that means."""
    if points.cross is None:
        return ()
    both = points.importance_line is not None and points.performance_line is not None
    own = _LINES["target" if both else points.centre]
    given = None in (points.importance_line, points.performance_line) and (points.importance_line, points.performance_line) != (
        None,
        None,
    )
    but = Text(", but for the one that was put elsewhere", "（另行指定的一条除外）") if given else Text("", "")
    return (
        Remark(
            "crosshair", Text(own.en + but.en, own.zh + but.zh), {"importance": points.cross[0], "performance": points.cross[1]}
        ),
    )


def circular(points: Quadrants) -> tuple[Remark, ...]:
    """What kind of importance it is."""
    if points.source.kind == "stated":
        text = Text(
            "importance is what customers say; most of them call nearly everything important",
            "重要性来自顾客自述；多数人会把几乎所有方面都说成重要",
        )
        return (Remark("stated", text),)
    text = Text(
        'importance is derived from how answers go with "{outcome}" in the same survey: partly circular with performance, and no proof of effect; '
        "what hardly varies cannot show that it matters",
        "重要性由同一调查中答案与“{outcome}”的关联推导：与绩效部分循环，也不能证明因果；几乎没有差异的方面无法显出其重要性",
    )
    return (Remark("circular", text, {"outcome": points.source.outcome}),)


def other_map(points: Quadrants, *, paths: bool) -> tuple[Remark, ...]:
    """Why the map of the paths may put the same indicator elsewhere."""
    if not paths:
        return ()
    weighs = (
        Text("what customers say", "顾客自述的重要性")
        if points.source.kind == "stated"
        else Text("what an answer weighs beside the others", "各答案相互并列时的权重")
    )
    text = Text(
        f"importance here is {weighs.en}; csi ipma takes the total effect along the model's paths, and may put the same indicator in another quadrant",
        f"此处的重要性是{weighs.zh}；csi ipma 取模型路径上的总效应，同一指标可能落在另一象限",
    )
    return (Remark("other_map", text),)


def refused(others: Beside) -> tuple[Remark, ...]:
    """Why there is no derived importance."""
    if others.refused is None:
        return ()
    text = Text("derived importance could not be told: " + others.refused.en, "无法推导重要性：" + others.refused.zh)
    return (Remark("no_derived", text),)
