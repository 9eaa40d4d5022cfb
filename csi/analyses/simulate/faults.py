"""What forbids a simulation: weights that turn an indicator against its latent, nothing to move, nothing that has a price."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import CsiError, MissingRole, NegativeWeight, NoHonestAnswer, UsageFault
from ...model import OVERALL, Model
from ...model.named import called, near_to
from ...model.places import form_of, of_latent, of_model
from ...study import Study
from ...terms import Text
from .levers import Lever, Levers
from .mechanism import Mechanism
from .names import Node
from .terms import STANDING

_LISTED = 10


def target_of(study: Study, asked: str | None) -> str:
    """The latent that is the index, or "overall". Raises: UsageFault for one that is not there, NoHonestAnswer for the model's own."""
    names = [OVERALL, *(latent.name for latent in study.arrangement.latents)]
    chosen = study.model.target if asked is None else called(study.model, asked, names) or asked
    if chosen in names:
        return chosen
    said = near_to(study.model, chosen, names)
    fault: type[CsiError] = NoHonestAnswer if asked is None else UsageFault
    raise fault(
        place=Text(f"target {chosen}", f"目标“{chosen}”") if asked is None else f"--target {chosen}",
        reason=Text(f"it is no latent with a weight{said.en}.", f"它不是有权重的潜变量{said.zh}。"),
        remedy=Text(f"Give --target one of {', '.join(names)}.", f"请用 --target 指定以下之一：{'、'.join(names)}。"),
    )


def refuse_negative(mechanism: Mechanism, raised: Sequence[tuple[Node, float]]) -> None:
    """Raises NegativeWeight where a raise would lower the latent that it belongs to."""
    named = {leaf for node, _ in raised for leaf in node.leaves}
    owners = {latent for latent, leaf in mechanism.study.model.indicators if leaf.name in named}
    for latent, items in mechanism.study.negative_items().items():
        if latent in mechanism.moving | owners:
            raise NegativeWeight(
                place=of_latent(latent),
                reason=Text(
                    f"the weight of {', '.join(items)} is negative, so a raise of it would lower its own latent.",
                    f"{'、'.join(items)} 的权重为负，提高它反而会降低所属潜变量。",
                ),
                remedy=Text(
                    "Reverse the indicator if it is coded the other way round, else drop it from the latent.",
                    "若该指标编码方向相反，请反向；否则请将其从潜变量中删除。",
                ),
            )


def refuse_idle(levers: Levers) -> None:
    """Raises NoHonestAnswer where no indicator can move the index."""
    if levers.usable:
        return
    raise NoHonestAnswer(
        place=Text(f"index {levers.mechanism.target}", f"指数“{levers.mechanism.target}”"),
        reason=_standings(levers.every, levers, Text("no indicator could be raised so that it rises", "没有可用来提高它的指标")),
        remedy=Text(
            "Add paths to the model, or see what keeps each indicator out with: csi simulate --raise NAME=5.",
            "请在模型中补充路径，或用 csi simulate --raise 名称=5 单独查看。",
        ),
    )


def refuse_priceless(levers: Levers) -> None:
    """Raises MissingRole where no indicator that a plan may use has a cost."""
    if levers.priced:
        return
    model = levers.mechanism.study.model
    barred = [lever for lever in levers.every if lever.cost is not None]
    raise MissingRole(
        place=of_model(model.source),
        reason=_standings(barred, levers, Text("nothing that has a cost can be bought", "有成本的指标都无法用于方案"))
        if barred
        else Text(
            "no indicator that could raise the index has a cost, so nothing can be bought.",
            "能提高指数的指标都没有成本，无法制定方案。",
        ),
        remedy=_remedy(model, next(lever.leaf.name for lever in levers.usable)),
    )


def _standings(those: Sequence[Lever], levers: Levers, what: Text) -> Text:
    """What fails, and of each lever why."""
    told = [_standing(lever, levers) for lever in those[:_LISTED]]
    more = len(those) - _LISTED
    rest = Text(f"; and {more} more", f"；另有 {more} 项") if more > 0 else Text("", "")
    return Text(
        f"{what.en}: {'; '.join(one.en for one in told)}{rest.en}.", f"{what.zh}：{'；'.join(one.zh for one in told)}{rest.zh}。"
    )


def _standing(lever: Lever, levers: Levers) -> Text:
    """ "Speed: at its ceiling of 20 (now 60.9)"."""
    name, why = lever.leaf.name, STANDING.values[lever.standing]
    if lever.standing != "no_room" or lever.at is None:
        return Text(f"{name}: {why.en}", f"{name}：{why.zh}")
    now = float(levers.mechanism.point.items[lever.at, 0])
    return Text(f"{name}: {why.en} of {lever.ceiling:g} (now {now:.1f})", f"{name}：{why.zh} {lever.ceiling:g}（目前 {now:.1f}）")


def _remedy(model: Model, name: str) -> Text:
    word = f'"{name}=2"' if " " in name else f"{name}=2"
    option = Text(f"Say what one point costs: --cost {word}", f"请写明每点成本：--cost {word}")
    form = form_of(model.source)
    if form == "yaml":
        line = "{name: " + name + ", …, cost: 2, ceiling: 90}"
        return Text(f"{option.en}, or in the model: {line}", f"{option.zh}，或在模型中写：{line}")
    if form == "sheet":
        return Text(f"{option.en}, or fill cost on the model sheet.", f"{option.zh}，或在模型工作表中填写 cost。")
    return Text(f"{option.en}.", f"{option.zh}。")
