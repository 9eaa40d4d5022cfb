"""What an indicator cannot say of itself: its own answers as its expectation, costs below nothing, ceilings beyond the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..errors import CsiError, ModelFault
from ..terms import Text
from .latent import Indicator, Latent
from .short_forms import number_text


def indicator_faults(latents: Sequence[Latent]) -> Iterator[CsiError]:
    """Everything wrong with single indicators, at the places where they were declared."""
    for latent in latents:
        for leaf in latent.leaves():
            where, name = leaf.place or Text(f"indicator {leaf.name}", f"指标“{leaf.name}”"), _named(leaf)
            yield from (ModelFault(place=where, reason=why, remedy=do) for why, do in _faults(leaf, name))


def _faults(leaf: Indicator, name: Text) -> Iterator[tuple[Text, Text]]:
    """Reason and remedy of each."""
    if leaf.expectation == leaf.column:
        yield (
            Text(
                f"{name.en} has the same column for experience and expectation, so its gap would be zero for everybody.",
                f"{name.zh}的体验与期望是同一列，差距对所有人都为零。",
            ),
            Text("Name the column of the expectation, or leave expectation out.", "请写期望所在的列，或删除 expectation。"),
        )
    if leaf.cost is not None and leaf.cost <= 0:
        yield (
            Text(
                f"cost: {number_text(leaf.cost)} of {name.en} is what one index point costs, so it is above zero.",
                f"{name.zh}的 cost: {number_text(leaf.cost)} 是提高一个指数点的成本，应大于零。",
            ),
            Text("Correct it, or leave it out.", "请更正，或删除此项。"),
        )
    if leaf.ceiling is not None and not 0 <= leaf.ceiling <= 100:
        yield (
            Text(
                f"ceiling: {number_text(leaf.ceiling)} of {name.en} lies outside the index of 0-100.",
                f"{name.zh}的 ceiling: {number_text(leaf.ceiling)} 超出 0–100 的指数范围。",
            ),
            Text("Write the highest index that can be reached.", "请写可达到的最高指数。"),
        )


def _named(leaf: Indicator) -> Text:
    """The indicator, and its column where that has another name."""
    if leaf.name == leaf.column:
        return Text(f'indicator "{leaf.name}"', f"指标“{leaf.name}”")
    return Text(f'indicator "{leaf.name}" (column "{leaf.column}")', f"指标“{leaf.name}”（列“{leaf.column}”）")
