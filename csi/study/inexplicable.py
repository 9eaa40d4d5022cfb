"""What stands in the way of telling drivers apart, in the words of the survey."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..errors import ConstantIndicator, NoHonestAnswer, TooFewRespondents
from ..numerics.relative_weights import twins
from ..terms import Text
from .explaining import Explaining

Array = NDArray[np.float64]

_NAMED = 6  # drivers that an error names at most


def uncorrelated(fault: TooFewRespondents | ConstantIndicator) -> NoHonestAnswer:
    """Why nothing goes with anything, of a study whose own weights need no correlations."""
    if isinstance(fault, TooFewRespondents):
        return TooFewRespondents(
            place=fault.where,
            reason=Text(
                "importance rests on correlations, which need ten respondents, and two more than a latent has indicators.",
                "重要性以相关系数为基础，至少需要 10 名受访者，且比任一潜变量的指标数多 2 名。",
            ),
            remedy=Text("Ask more respondents; csi score needs fewer.", "请增加受访者；csi score 所需较少。"),
        )
    return ConstantIndicator(
        place=fault.where,
        reason=Text(
            "none of its indicators has answers that differ, so nothing can go with them.",
            "其指标的答案都没有差异，无法与任何变量相关。",
        ),
        remedy=Text("Remove the latent from the model.", "请从模型中删除该潜变量。"),
    )


def refuse_few(n: int, asked: Explaining) -> None:
    """Raises TooFewRespondents where a regression on all drivers would have nothing left to be wrong by."""
    p = len(asked.drivers)
    if n >= max(10, p + 3):
        return
    raise TooFewRespondents(
        place=Text(f"{n} respondents", f"{n} 名受访者"),
        reason=Text(
            f"the importance of {p} drivers needs at least {max(10, p + 3)}.",
            f"估计 {p} 个驱动因素的重要性至少需要 {max(10, p + 3)} 名。",
        ),
        remedy=Text(
            "Name fewer drivers with --drivers, or take latents as drivers: --level latents.",
            "请用 --drivers 减少驱动因素，或以潜变量为驱动因素：--level latents。",
        ),
    )


def refuse_without_weight(asked: Explaining, both: Array) -> None:
    """Raises NoHonestAnswer, naming scores that do not vary. both: (p + 1, p + 1, 1) correlations, the outcome last."""
    scores = (*asked.drivers, asked.outcome)
    idle = [score.name for at, score in enumerate(scores) if not np.isfinite(both[at, at, 0])]
    if idle:
        raise NoHonestAnswer(
            place=", ".join(idle),
            reason=Text("nothing of it both carries a weight and varies.", "其中没有既有权重又有差异的指标。"),
            remedy=Text("Give it a weight, or leave it out with --drivers.", "请为其赋权，或用 --drivers 将其排除。"),
        )


def refuse_twins(asked: Explaining, both: Array) -> None:
    """Raises NoHonestAnswer, naming drivers that determine one another. both: as above."""
    same = [asked.drivers[at].name for at in twins(both[:-1, :-1, 0])]
    if same:
        few = same[:_NAMED]
        raise NoHonestAnswer(
            place=" × ".join(few) + (" …" if len(same) > _NAMED else ""),
            reason=Text(
                f"these {len(same)} drivers determine one another (a copied column, a sum of others), so no share can be told apart.",
                f"这 {len(same)} 个驱动因素相互决定（重复的列，或为其他列之和），无法区分各自的份额。",
            ),
            remedy=Text(
                "Leave one out with --drivers, or drop it from the model.", "请用 --drivers 去掉其中一个，或从模型中删除。"
            ),
        )
