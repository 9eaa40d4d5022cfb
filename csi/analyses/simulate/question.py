"""The question that the options ask, checked before anything is computed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ...errors import UsageFault
from ...findings import Value
from ...model import Model
from ...terms import Text
from .names import Node, Pairs, numbered, spelled

STEP = 5.0  # points of the raise that is tried when none is asked for


@dataclass(frozen=True)
class Question:
    """What is asked: at most one of raises, reach and budget; with none of them, one indicator at a time.

    costs, ceilings: by name of indicator, as the options say; the model's own hold for the others.
    """

    raises: tuple[tuple[Node, float], ...]
    reach: float | None
    budget: float | None
    costs: tuple[tuple[Node, float], ...]
    ceilings: tuple[tuple[Node, float], ...]
    whole: bool

    @property
    def settings(self) -> dict[str, Value]:
        """As the analyst said it."""
        return {
            "raise": spelled(self.raises) or None,
            "reach": self.reach,
            "budget": self.budget,
            "cost": spelled(self.costs) or None,
            "ceiling": spelled(self.ceilings) or None,
            "whole": self.whole or None,
        }

    @property
    def cost_of(self) -> Mapping[str, float]:
        """Costs by name."""
        return {node.name: value for node, value in self.costs}

    @property
    def ceiling_of(self) -> Mapping[str, float]:
        """Ceilings by name."""
        return {node.name: value for node, value in self.ceilings}


def question(
    model: Model, *, raises: Pairs, reach: float | None, budget: float | None, cost: Pairs, ceiling: Pairs, whole: bool
) -> Question:
    """The question in the words of the model. Raises: UsageFault."""
    _refuse_two(bool(raises), reach is not None, budget is not None)
    _refuse_idle(bool(raises), {"--cost": bool(cost), "--ceiling": bool(ceiling), "--whole": whole})
    if whole and reach is None and budget is None:
        raise _idle("--whole")
    asked = Question(
        numbered("--raise", raises, model),
        _number("--reach", reach),
        _number("--budget", budget),
        numbered("--cost", cost, model, indicators=True),
        numbered("--ceiling", ceiling, model, indicators=True),
        whole,
    )
    _refuse_outside(asked)
    return asked


def _number(option: str, value: float | None) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _fault(f"{option} {value}", Text("it is no number.", "它不是数。"), Text("Give a number.", "请给出一个数。"))
    return float(value)


def _refuse_two(*asked: bool) -> None:
    if sum(asked) < 2:
        return
    named = [option for option, there in zip(("--raise", "--reach", "--budget"), asked, strict=True) if there]
    count = "two" if len(named) == 2 else "three"
    raise _fault(
        "csi simulate",
        Text(f"{', '.join(named[:-1])} and {named[-1]} are {count} questions.", f"{'、'.join(named)} 是不同的问题。"),
        Text("Ask one at a time.", "请一次只问一个。"),
    )


def _refuse_idle(raises: bool, said: Mapping[str, bool]) -> None:
    """An option that does nothing would mislead."""
    for option, there in said.items():
        if raises and there:
            raise _idle(option)


def _idle(option: str) -> UsageFault:
    return _fault(
        option,
        Text("it is for plans, and none is asked for.", "该选项用于制定方案，而未要求方案。"),
        Text("Add --budget or --reach, or leave it out.", "请加上 --budget 或 --reach，或去掉该选项。"),
    )


def _refuse_outside(asked: Question) -> None:
    if asked.budget is not None and asked.budget <= 0:
        raise _fault(
            f"--budget {asked.budget:g}",
            Text("nothing can be bought for it.", "该预算买不到任何改进。"),
            Text("Give a budget above 0.", "请给出大于 0 的预算。"),
        )
    if asked.reach is not None and not 0 <= asked.reach <= 100:
        raise _fault(
            f"--reach {asked.reach:g}",
            Text("the index runs from 0 to 100.", "指数的范围是 0 到 100。"),
            Text("Give an index between them.", "请给出此范围内的指数。"),
        )
    for node, value in asked.costs:
        if value <= 0:
            raise _fault(
                f"--cost {node.name}={value:g}",
                Text("the cost of one point is above 0.", "每点成本应大于 0。"),
                Text("Correct it, or leave the indicator out.", "请更正，或不写该指标。"),
            )
    for node, value in asked.ceilings:
        if not 0 <= value <= 100:
            raise _fault(
                f"--ceiling {node.name}={value:g}",
                Text("a mean lies between 0 and 100.", "均值在 0 到 100 之间。"),
                Text("Give the highest mean that can be reached.", "请给出可达到的最高均值。"),
            )


def _fault(place: str, reason: Text, remedy: Text) -> UsageFault:
    return UsageFault(place=place, reason=reason, remedy=remedy)
