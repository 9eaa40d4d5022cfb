"""What single lines of a lavaan text say in vain, because of what other lines say."""

from __future__ import annotations

from ...terms import Text
from .lavaan_refusals import MEANINGS
from .lavaan_tokens import Token
from .nodes import Place, Refusal


def bound(label: Token, first: Place) -> Refusal:
    """A label at two coefficients, which lavaan reads as equality."""
    return (
        label.place,
        Text(
            f'the label "{label.text}" stands at {first.exact} too, which sets two coefficients equal.',
            f"标签“{label.text}”在 {first.exact} 已使用，表示两个系数相等。",
        ),
        Text("Rename or remove it: every coefficient is estimated freely.", "请改名或删除：所有系数均自由估计。"),
    )


def label_of_a_latent(label: Token, name: Token) -> Refusal:
    """A * B, which lavaan reads as a label."""
    return (
        label.place,
        Text(
            f'before *, "{label.text}" is only a label, but it is the name of a latent.',
            f"* 前面只能是标签，而“{label.text}”是潜变量的名称。",
        ),
        Text(f"Write an interaction as {label.text}:{name.text}.", f"交互项请写成 {label.text}:{name.text}。"),
    )


def unknown_end(name: Token, meant: str | None) -> Refusal:
    """A path to or from what nothing measures."""
    near = Text(f'The nearest latent is "{meant}". ', f"最接近的潜变量是“{meant}”。") if meant else Text("", "")
    return (
        name.place,
        Text(f'no line says what measures "{name.text}".', f"没有语句说明“{name.text}”由什么测量。"),
        Text(
            f"{near.en}A column that stands for itself is a latent too: {name.text} =~ {name.text}.",
            f"{near.zh}若它本身就是一列，也请写成潜变量：{name.text} =~ {name.text}。",
        ),
    )


def two_modes(operator: Token, before: Token) -> Refusal:
    """=~ and <~ for one latent."""
    return (
        operator.place,
        Text(
            f"{operator.text} here, but {before.text} at {before.place.exact}.",
            f"此处为 {operator.text}，而 {before.place.exact} 为 {before.text}。",
        ),
        Text(
            "A latent is measured (=~) or formed (<~); keep one.", "潜变量要么是反映型（=~），要么是形成型（<~），请只保留一种。"
        ),
    )


def part_of_two(part: Token, owner: str) -> Refusal:
    """A latent that stands below two others, or twice below one."""
    return (
        part.place,
        Text(f'"{part.text}" is a part of "{owner}" already.', f"“{part.text}”已经是“{owner}”的组成部分。"),
        Text("Keep it in one place only.", "请只保留一处。"),
    )


def parts_in_a_circle(part: Token, below: str) -> Refusal:
    """A latent that would measure what measures it."""
    return (
        part.place,
        Text(
            f'"{part.text}" cannot be a part of "{below}", which is among its own parts.',
            f"“{below}”已在“{part.text}”之下，“{part.text}”不能再作为它的组成部分。",
        ),
        Text("Decide which of them stands above.", "请确定哪一个是上级。"),
    )


def third_order(part: Token) -> Refusal:
    """A part that has parts."""
    return (
        part.place,
        Text(
            f'"{part.text}" is a part and has parts itself; two levels of latents are estimated.',
            f"“{part.text}”既是组成部分又有自己的组成部分；只能估计两级潜变量。",
        ),
        Text(
            f'List the columns at "{part.text}" itself: deeper levels become one block.',
            f"请把各列直接写在“{part.text}”之下：更深的层级合并为一个测量块。",
        ),
    )


def nothing_measured() -> tuple[Text, Text]:
    """A text without a latent."""
    return Text("no line says what measures a latent.", "没有任何语句说明潜变量由什么测量。"), MEANINGS
