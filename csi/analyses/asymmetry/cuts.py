"""Where an answer counts as low and where as high."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import UsageFault
from ...model import Scale
from ...terms import Text

LOW_SHARE, HIGH_SHARE = 0.6, 0.875  # of the scale; on 0-10 the bounds of detractors and promoters, on 1-10 six and nine
MOST_ANSWERS = 11  # steps of a scale of whole numbers beyond which it counts as continuous
_HAIR = 1e-9


@dataclass(frozen=True)
class Cut:
    """Answers up to `low` count as low, from `high` on as high, what lies between is what both are compared with."""

    low: float
    high: float


def usual(scale: Scale) -> Cut:
    """The cut that suits the scale: answers up to 60% of its width, and from seven eighths on.

    1-10: 6 and 9; 0-10: 6 and 9; 1-7: 4 and 7; 1-5: 3 and 5. With three answers or fewer the two ends.
    """
    low, high = scale.lowest + LOW_SHARE * scale.width, scale.lowest + HIGH_SHARE * scale.width
    answers = _answers(scale)
    if not answers:
        return Cut(low, high)
    if len(answers) <= 3:
        return Cut(answers[0], answers[-1])
    lower, upper = [a for a in answers if a <= low + _HAIR], [a for a in answers if a >= high - _HAIR]
    return Cut(max(lower, default=low), min(upper, default=high))


def _answers(scale: Scale) -> list[float]:
    """The answers that can be given, in order; none where the scale has no separate ones. Two labels may name the ends alone."""
    scores = set(scale.labels.values())
    if len(scores) > 2:
        return sorted(scale.lowest + scale.highest - score for score in scores) if scale.reversed else sorted(scores)
    whole = scale.lowest == round(scale.lowest) and scale.highest == round(scale.highest)
    return [scale.lowest + step for step in range(round(scale.width) + 1)] if whole and scale.width <= MOST_ANSWERS else []


def cut_of(scale: Scale, low: float | None, high: float | None, item: str) -> Cut:
    """The usual cut, or what was asked for in its place, in answer units. Raises: UsageFault where that does not divide the scale."""
    own = usual(scale)
    cut = Cut(own.low if low is None else low, own.high if high is None else high)
    if not scale.lowest - _HAIR <= cut.low < cut.high <= scale.highest + _HAIR:
        raise _undivided(scale, cut, item)
    return cut


def _undivided(scale: Scale, cut: Cut, item: str) -> UsageFault:
    ends = f"{scale.lowest:g}-{scale.highest:g}"
    return UsageFault(
        place=f"--low {cut.low:g} --high {cut.high:g}",
        reason=Text(
            f'they do not divide the answers to "{item}" ({ends}) into low, middle and high.',
            f"无法把“{item}”的答案（{ends}）分为低、中、高三段。",
        ),
        remedy=Text(
            "Give two answers inside the scale, --low under --high; items on other scales can be left out with --drivers.",
            "请给出量表范围内的两个答案，--low 小于 --high；量表不同的指标可用 --drivers 排除。",
        ),
    )
