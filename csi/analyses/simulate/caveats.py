"""What a simulation rests on, and what it is no proof of."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Remark
from ...model import Role
from ...terms import Text
from .mechanism import Mechanism


def caveats(mechanism: Mechanism, *, asked: str) -> Iterator[Remark]:
    """What the simulation rests on. asked: the weighting of the study before it was made one of PLS."""
    model = mechanism.study.model
    if mechanism.structural and asked != "pls":
        text = Text(
            "the simulation goes along the paths and rests on PLS weights, whatever weights the index has; indices here can differ from those of csi score",
            "模拟沿模型路径进行，始终采用 PLS 权重，因此这里的指数可能与 csi score 不同",
        )
        yield Remark("pls_weights", text, {"weights": asked})
    if mechanism.structural and model.interactions:
        text = Text(
            "the model has interactions ({interactions}): what passes on holds where the other latent is at its mean",
            "模型含交互项（{interactions}）：传递的效果是另一潜变量处于均值时的数值",
        )
        yield Remark("moderated", text, {"interactions": tuple(one.name for one in model.interactions)})
    if not mechanism.structural:
        yield _no_paths(mechanism)
        yield from _fixed(mechanism)
    yield _association()


def _no_paths(mechanism: Mechanism) -> Remark:
    if mechanism.study.model.has(Role.PATHS):
        text = Text(
            "counts of answers tell nothing of what goes together, so nothing passes along the paths: latents move by their own indicators only",
            "答案频数不含变量间的关系，路径不起作用：各潜变量只随自身指标变化",
        )
        return Remark("paths_unused", text)
    text = Text(
        "the model has no paths: latents move by their own indicators only, and nothing passes from one to another",
        "模型没有路径：各潜变量只随自身指标变化，彼此不传递",
    )
    return Remark("no_paths", text)


def _fixed(mechanism: Mechanism) -> Iterator[Remark]:
    if mechanism.study.weighting in ("equal", "given"):
        text = Text(
            "the weights are fixed beforehand, so a change follows from them without an error of sampling; the index itself has one",
            "权重事先固定，变化由此直接得出，没有抽样误差；指数本身有抽样误差",
        )
        yield Remark("fixed_weights", text)


def _association() -> Remark:
    text = Text(
        "this is association, no proof of effect: an improvement pays as much as the weights and the arrows of the model are true",
        "这是关联而非因果证明：只有模型的权重与箭头成立，改进才会带来相应的提升",
    )
    return Remark("association", text)
