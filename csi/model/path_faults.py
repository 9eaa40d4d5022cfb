"""What forbids a path: ends that are no latents, interactions that have no meaning. Places are the business of who asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..terms import Text
from .inner_model import InnerModel
from .interaction import Interaction, factors, halves
from .latent import Latent
from .nearest import nearest

Fault = tuple[Text, Text]  # reason, remedy
_ELSEWHERE = Text("Let the interaction act on another latent.", "请让交互项作用于其他潜变量。")


def no_such_latent(name: str, latents: Sequence[Latent]) -> Fault:
    """Why `name` is none of the latents, and which was probably meant."""
    owner = next((one for one in latents if any(node.name == name for part in one.parts for node in part.nodes())), None)
    if owner is not None:
        return (
            Text(
                f'"{name}" is a part of "{owner.name}", and only whole latents have paths or an index of their own.',
                f"“{name}”是“{owner.name}”的组成部分；只有完整的潜变量才能有路径或作为目标。",
            ),
            Text(
                f'Name "{owner.name}", or make "{name}" a latent of its own.',
                f"请改写为“{owner.name}”，或把“{name}”列为独立的潜变量。",
            ),
        )
    known = [latent.name for latent in latents]
    if not known:
        return (
            Text(f'there is no latent "{name}"; the model has features only.', f"没有名为“{name}”的潜变量；模型只有功能。"),
            Text("Add latents:, or remove the name.", "请添加 latents:，或删除该名称。"),
        )
    meant = nearest(name, known)
    return (
        Text(
            f'there is no latent "{name}"; the latents are {", ".join(known)}.',
            f"没有名为“{name}”的潜变量；现有潜变量：{'、'.join(known)}。",
        ),
        Text(f'The nearest is "{meant}".', f"最接近的是“{meant}”。") if meant else Text("Correct the name.", "请更正名称。"),
    )


def source_faults(name: str, latents: Sequence[Latent]) -> Iterator[Fault]:
    """What is wrong with the beginning of a path: a latent, or two latents multiplied."""
    known = [latent.name for latent in latents]
    if name in known or factors(name, known) is not None:
        return
    pairs = list(halves(name))
    likeliest = next((pair for pair in pairs if set(pair) & set(known)), pairs[0] if len(pairs) == 1 else None)
    unknown = [half for half in dict.fromkeys(likeliest or (name,)) if half not in known]
    if any(any(halves(half)) for half in unknown):
        yield _three(name)
    else:
        yield from (no_such_latent(half, latents) for half in unknown)


def target_faults(name: str, latents: Sequence[Latent]) -> Iterator[Fault]:
    """What is wrong with the end of a path, which can only be a latent."""
    known = [latent.name for latent in latents]
    if factors(name, known) is not None:
        yield (
            Text(f'"{name}" is an interaction, which no path can lead to.', f"“{name}”是交互项，路径不能指向交互项。"),
            Text("Let the path begin there: it acts on a latent.", "交互项只能作为路径的起点，作用于某个潜变量。"),
        )
    elif name not in known:
        yield no_such_latent(name, latents)


def interaction_faults(one: Interaction, target: str, inner: InnerModel) -> Iterator[Fault]:
    """What takes the meaning from the path of an interaction to its target. inner: at least all paths between latents."""
    both = tuple(dict.fromkeys((one.first, one.second)))
    if len(both) == 1:
        yield (
            Text(f'"{one.name}" multiplies a latent by itself.', f"“{one.name}”是潜变量与自身相乘。"),
            Text("An interaction has two different latents.", "交互项须由两个不同的潜变量组成。"),
        )
        return
    if target in both:
        yield (
            Text(
                f'"{one.name}" acts on "{target}", which is one of its own two latents.',
                f"“{one.name}”作用于“{target}”，而“{target}”正是它的两个潜变量之一。",
            ),
            _ELSEWHERE,
        )
        return
    behind = [factor for factor in both if inner.leads(target, factor)]
    if behind:
        yield (
            Text(
                f'"{one.name}" acts on "{target}", and paths lead from "{target}" to "{behind[0]}". That is a circle.',
                f"“{one.name}”作用于“{target}”，而路径又从“{target}”通向“{behind[0]}”。这构成循环。",
            ),
            _ELSEWHERE,
        )
        return
    alone = [factor for factor in both if (factor, target) not in inner.paths]
    if alone:
        yield _without_main_effect(one, target, alone)


def same_product(interactions: Sequence[Interaction]) -> Iterator[Fault]:
    """A * B and B * A are one product."""
    names: dict[frozenset[str], str] = {}
    for one in interactions:
        before = names.setdefault(frozenset(one[1:]), one.name)
        if before != one.name:
            yield (
                Text(f'"{one.name}" is "{before}" over again.', f"“{one.name}”与“{before}”是同一交互项。"),
                Text("Write it the same way everywhere.", "请统一写法。"),
            )


def _without_main_effect(one: Interaction, target: str, alone: Sequence[str]) -> Fault:
    arrows = [f"{factor} -> {target}" for factor in alone]
    return (
        Text(
            f'"{one.name}" acts on "{target}" without {" and ".join(arrows)}: its coefficient would stand for '
            f"{' and '.join(alone)} as well, and mean nothing by itself.",
            f"“{one.name}”作用于“{target}”，却缺少 {'、'.join(arrows)}：交互项的系数会混入{'、'.join(alone)}自身的作用，失去含义。",
        ),
        Text(f"Add {', '.join(arrows)}.", f"请补充 {'、'.join(arrows)}。"),
    )


def _three(name: str) -> Fault:
    return (
        Text(f'"{name}" multiplies more than two latents.', f"“{name}”包含两个以上的潜变量。"),
        Text("An interaction has two: write A * B.", "交互项只能由两个潜变量组成：请写 A * B。"),
    )
