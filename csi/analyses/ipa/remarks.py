"""What is said beside the map: where to begin, how sure that is, and what the lines and the importance are worth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...findings import Remark, Value
from ...results import Cell, Table, number
from ...terms import Text
from .beside import Beside
from .caveats import circular, lines, other_map, refused
from .quadrants import Quadrants

Record = Mapping[str, Cell]


def answer(points: Quadrants, table: Table) -> Remark | None:
    """Where to begin, or that nothing asks for it; None where nothing is divided."""
    rows = [row for row in table.records() if isinstance(row["quadrant"], str)]
    if not rows:
        return None
    urgent = sorted((row for row in rows if row["quadrant"] == "concentrate"), key=lambda row: -number(row["importance"]))
    if not urgent:
        return _nothing(rows)
    settled = [row for row in urgent if row["unsure"] is not True]
    return _begin(settled) if settled else _perhaps(urgent)


def _begin(settled: Sequence[Record]) -> Remark:
    text = Text(
        'improve {items} first: above the line in importance, below it in performance ("concentrate here")',
        "优先改进{items}：重要性高于分界线而绩效低于分界线（“优先改进区”）",
    )
    return Remark("improve_first", text, {"items": _names(settled), "count": len(settled)})


def _perhaps(urgent: Sequence[Record]) -> Remark:
    sure = max(urgent, key=lambda row: number(row["probability"]))
    text = Text(
        'nothing lies safely in "concentrate here"; nearest to it is {indicator}, which {probability:.0%} of the resamples put there',
        "没有指标稳定地落在“优先改进区”；最接近的是{indicator}，{probability:.0%} 的重抽样把它放在该区",
    )
    values: dict[str, Value] = {"indicator": str(sure["indicator"]), "probability": number(sure["probability"])}
    return Remark("improve_perhaps", text, values)


def _nothing(rows: Sequence[Record]) -> Remark:
    important = [row for row in rows if row["quadrant"] == "keep_up"]
    if not important:
        text = Text(
            'nothing lies in "concentrate here": no indicator is above the line in importance',
            "“优先改进区”中没有指标：没有指标的重要性高于分界线",
        )
        return Remark("nothing_first", text)
    lowest = min(important, key=lambda row: number(row["performance"]))
    text = Text(
        'nothing lies in "concentrate here": whatever is above the line in importance is above it in performance, too; lowest of it is {indicator} ({performance:points})',
        "“优先改进区”中没有指标：重要性高于分界线的指标绩效也都高于分界线；其中最低的是{indicator}（{performance:points}）",
    )
    return Remark("nothing_first", text, {"indicator": str(lowest["indicator"]), "performance": number(lowest["performance"])})


def ipa_remarks(points: Quadrants, table: Table, others: Beside, confidence: float, *, paths: bool) -> tuple[Remark, ...]:
    """Everything besides the answer."""
    rows = [row for row in table.records() if isinstance(row["quadrant"], str)]
    return (
        *_unsure(rows),
        *_ahead(points, rows, confidence),
        *_disagree(others),
        *lines(points),
        *circular(points),
        *other_map(points, paths=paths),
        *refused(others),
    )


def _names(rows: Sequence[Record]) -> tuple[str, ...]:
    return tuple(str(row["indicator"]) for row in rows)


def _unsure(rows: Sequence[Record]) -> tuple[Remark, ...]:
    names = _names([row for row in rows if row["unsure"] is True])
    if not names:
        return ()
    text = Text(
        "unsure, because fewer than 80% of the resamples agree on the quadrant: {items}",
        "象限尚不稳定（不足 80% 的重抽样一致）：{items}",
    )
    return (Remark("unsure", text, {"items": names}),)


def _ahead(points: Quadrants, rows: Sequence[Record], confidence: float) -> tuple[Remark, ...]:
    """The iso-rating line: where importance exceeds performance."""
    if not points.comparable:
        return ()
    ahead = [row for row in rows if number(row["distance"]) > 0]
    clear = [row for row in ahead if number(row["distance_lower"]) > 0]
    if not ahead:
        text = Text(
            "no indicator lies above the slanting line: performance keeps up with importance everywhere",
            "没有指标位于斜线上方：各项绩效都不低于其重要性",
        )
        return (Remark("diagonal", text),)
    furthest = max(ahead, key=lambda row: number(row["distance"]))
    text = Text(
        "above the slanting line, where importance exceeds performance: {count} of {rows}, {clear} of them beyond chance; furthest {indicator}",
        "位于斜线上方（重要性高于绩效）的有 {count} 个（共 {rows} 个），其中 {clear} 个超出偶然；最远的是{indicator}",
    )
    values: dict[str, Value] = {
        "count": len(ahead),
        "rows": len(rows),
        "clear": len(clear),
        "indicator": str(furthest["indicator"]),
    }
    return (Remark("diagonal", text, {**values, "confidence": confidence}),)


def _disagree(others: Beside) -> tuple[Remark, ...]:
    """Indicators that stated and derived importance put on different sides of their means."""
    stated, derived = others.importance.get("stated", {}), others.importance.get("derived", {})
    both = [name for name in stated if np.isfinite(stated[name]) and np.isfinite(derived.get(name, np.nan))]
    if len(both) < 2:
        return ()
    above = [{name for name in both if of[name] >= np.mean([of[k] for k in both]) - 1e-9} for of in (stated, derived)]
    said, found = above
    values: dict[str, Value] = {
        "said": tuple(n for n in both if n in said - found),
        "found": tuple(n for n in both if n in found - said),
    }
    if said == found:
        return ()
    parts = []
    if said - found:
        parts.append(Text("said to matter more than it shows: {said}", "自述重要而推导不重要：{said}"))
    if found - said:
        parts.append(Text("mattering more than is said: {found}", "推导重要而自述不重要：{found}"))
    text = Text(
        "stated and derived importance disagree; " + "; ".join(part.en for part in parts),
        "自述与推导的重要性不一致；" + "；".join(part.zh for part in parts),
    )
    return (Remark("stated_and_derived", text, values),)
