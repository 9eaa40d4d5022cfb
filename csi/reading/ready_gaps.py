"""Files that hold ready-made gaps where a model expects expectations: turned back into expectations, in the declared direction."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence

from ..errors import ModelFault
from ..findings import Finding
from ..model import Indicator, Latent, Model, Scale
from ..model.places import of_column, of_model
from ..survey import Array, Survey
from ..terms import Text
from .answers.decode import decode
from .cells import Cells

Pair = tuple[Indicator, str]  # an indicator and the column of its gap


def decode_with_gaps(cells: Cells, model: Model) -> Survey:
    """The survey with expectation = experience ∓ gap where the model declares a `gap_sign`; every other answer as it stands.

    A gap lies within plus and minus the width of the experience's scale. What makes an expectation outside the scale is missing, and a
    finding says how often: it is what a wrong direction looks like. Raises: ModelFault where a gap column has a second use, or the
    survey holds sums; what `decode` raises.
    """
    pairs = [(leaf, leaf.expectation) for _, leaf in model.indicators if leaf.expectation is not None]
    _refuse(cells, model, pairs)
    answers = decode(cells, _without_expectations(model))
    gaps = decode(cells, _gap_model(model, pairs, answers))
    told = {repr(finding) for finding in answers.findings}
    made = [_expectation(answers, gaps, pair, model) for pair in pairs]
    return _joined(answers, pairs, made, [one for one in gaps.findings if repr(one) not in told], model)


def _refuse(cells: Cells, model: Model, pairs: Sequence[Pair]) -> None:
    used = Counter(use.column for use in model.uses())
    for leaf, column in pairs:
        if used[column] > 1:
            raise ModelFault(
                place=leaf.place or of_column(column),
                reason=Text(
                    f'the column "{column}" has a second use, and a ready-made gap belongs to one indicator.',
                    f"列“{column}”另有用途，而现成的差距只属于一个指标。",
                ),
                remedy=Text("Give each indicator the column of its own gap.", "请为每个指标指定其自己的差距列。"),
            )
    if cells.restore is not None:
        raise ModelFault(
            place=of_model(model.source, Text("gap_sign", "gap_sign")),
            reason=Text(
                "ready-made gaps need respondents' answers, and the survey holds sums.", "现成差距需要逐人答案，而数据为汇总。"
            ),
            remedy=Text("Leave gap_sign out.", "请去掉 gap_sign。"),
        )


def _without_expectations(model: Model) -> Model:
    return dataclasses.replace(model, latents=tuple(_stripped(latent) for latent in model.latents))


def _stripped(node: Latent) -> Latent:
    leaves = tuple(dataclasses.replace(leaf, expectation=None) for leaf in node.indicators)
    return dataclasses.replace(node, indicators=leaves, parts=tuple(_stripped(part) for part in node.parts))


def _gap_model(model: Model, pairs: Sequence[Pair], answers: Survey) -> Model:
    """The gap columns as questions of their own; a reversed question's gap is turned round with it."""
    leaves = []
    for leaf, column in pairs:
        width = answers.scales[answers.columns.index(leaf.column)].width
        leaves.append(Indicator(leaf.name, column, scale=Scale(-width, width), reversed=leaf.reversed, place=leaf.place))
    return Model((Latent("gaps", indicators=tuple(leaves)),), missing=model.missing, source=model.source)


def _expectation(answers: Survey, gaps: Survey, pair: Pair, model: Model) -> tuple[Array, int]:
    """(n,) the expectation, and how many would leave the scale."""
    import numpy as np

    leaf, column = pair
    scale = answers.scales[answers.columns.index(leaf.column)]
    gap = gaps.answered(column)
    expected = answers.answered(leaf.column) + (gap if model.gap_sign == "expectation-experience" else -gap)
    with np.errstate(invalid="ignore"):
        outside = (expected < scale.lowest - 1e-9) | (expected > scale.highest + 1e-9)
    return np.where(outside, np.nan, expected), int(outside.sum())


def _joined(
    answers: Survey, pairs: Sequence[Pair], made: Sequence[tuple[Array, int]], findings: Sequence[Finding], model: Model
) -> Survey:
    import numpy as np

    scales = tuple(answers.scales[answers.columns.index(leaf.column)] for leaf, _ in pairs)
    outside = [(column, count) for (_, column), (_, count) in zip(pairs, made, strict=True) if count]
    return dataclasses.replace(
        answers,
        answers=np.column_stack([answers.answers, *(values for values, _ in made)]),
        columns=(*answers.columns, *(column for _, column in pairs)),
        scales=(*answers.scales, *scales),
        findings=(*answers.findings, *findings, _declared(model, len(pairs)), *_outside(outside)),
    )


def _declared(model: Model, count: int) -> Finding:
    text = Text(
        "{count} {count:column was|columns were} read as ready-made gaps, {sign}, as declared; expectation = experience {part} gap, and every gap is "
        "told as experience − expectation",
        "按声明，{count} 列作为现成差距（{sign_zh}）读取：期望 = 体验 {part} 差距；所有差距一律以“体验 − 期望”给出",
    )
    opposite = model.gap_sign == "expectation-experience"
    values = {
        "sign": "expectation − experience" if opposite else "experience − expectation",
        "sign_zh": "期望 − 体验" if opposite else "体验 − 期望",
        "part": "+" if opposite else "−",
    }
    return Finding("ready_gaps", "info", text, count=count, values=values)


def _outside(columns: Sequence[tuple[str, int]]) -> tuple[Finding, ...]:
    if not columns:
        return ()
    text = Text(
        "{count} {count:expectation|expectations} that follow from ready-made gaps would lie outside the scale and are read as missing, in {columns}; "
        "that is what the wrong direction looks like",
        "由现成差距推出的期望有 {count} 个超出量表，按缺失处理（{columns}）；方向声明错误时就会这样",
    )
    names = tuple(name for name, _ in columns)
    return (Finding("ready_gaps_outside", "warning", text, count=sum(count for _, count in columns), values={"columns": names}),)
