"""Signs and words of a lavaan statement that `csi` does not take: why not, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

from ...terms import Text
from .lavaan_tokens import Token
from .nodes import Refusal

_FREE = Text("Remove the line: every coefficient is estimated freely.", "请删除此行：所有系数均自由估计。")
_CONSTRAINT = Text("this line constrains coefficients, which PLS cannot do.", "此行对系数施加约束，PLS 无法做到。"), _FREE

# operator -> reason and remedy
REFUSED: dict[str, tuple[Text, Text]] = {
    "~~": (
        Text("~~ declares a variance or covariance; PLS has none to declare.", "~~ 用于声明方差或协方差，PLS 中没有这类参数。"),
        Text(
            "Remove the line: the correlations of the latents are estimated and shown.",
            "请删除此行：潜变量之间的相关会自动估计并列出。",
        ),
    ),
    "~*~": (
        Text("~*~ declares scaling factors, which PLS does not have.", "~*~ 用于声明尺度因子，PLS 中没有。"),
        Text("Remove the line.", "请删除此行。"),
    ),
    ":=": (
        Text(":= defines a quantity, and none needs defining here.", ":= 用于定义新参数，此处无需定义。"),
        Text(
            "Remove the line: csi pls lists every indirect and total effect.", "请删除此行：csi pls 会列出全部间接效应和总效应。"
        ),
    ),
    "==": _CONSTRAINT,
    "<": _CONSTRAINT,
    ">": _CONSTRAINT,
    "|": (
        Text(
            "| declares thresholds of ordered answers; here answers count as numbers.",
            "| 用于声明有序答案的阈值；此处答案按数值处理。",
        ),
        Text("Remove the line, and declare the scale: # scale: 1-10.", "请删除此行，并注明量表：# scale: 1-10。"),
    ),
}
MEANINGS = Text(
    "Y =~ x1 + x2 says what measures Y, Y <~ x1 + x2 what forms it, Y ~ A + B what acts on it.",
    "Y =~ x1 + x2 表示测量，Y <~ x1 + x2 表示形成，Y ~ A + B 表示路径。",
)
_EFFECT_FIRST = Text("Write a path with its effect first: Satisfaction ~ Image.", "路径请先写结果：满意 ~ 形象。")
_NAMES = Text(
    'Join names by +; put a name with other signs or spaces in "quotes".', "名称之间用 + 连接；含有其他符号或空格的名称请加引号。"
)
_MISSING = Text("Add it, or remove the sign.", "请补充，或删除该符号。")
_INSTEAD: dict[str, Text] = {
    "->": _EFFECT_FIRST,
    "-->": _EFFECT_FIRST,
    "=>": _EFFECT_FIRST,
    "<-": Text("Of R code, keep only the lines between the quotes.", "若粘贴的是 R 代码，只保留引号之间的内容。"),
    "=": MEANINGS,
    "~=": MEANINGS,
    "-": Text(
        'Write a range as x1..x5; put a name that holds the sign in "quotes".',
        "列区间请写 x1..x5；名称本身含有此符号时请加引号。",
    ),
}


def no_relation(first: Token) -> Refusal:
    """A line that is only a name."""
    return (
        first.place,
        Text(f'"{first.text}" stands here without =~, <~ or ~.', f"“{first.text}”后面没有 =~、<~ 或 ~。"),
        MEANINGS,
    )


def no_meaning(odd: Token) -> Refusal:
    """A sign that is none of lavaan's, or none that can stand here."""
    return odd.place, Text(f'"{odd.text}" has no meaning here.', f"“{odd.text}”在此处没有意义。"), _INSTEAD.get(odd.text, _NAMES)


def nothing_beside(sign: Token) -> Refusal:
    """An operator that lacks a name."""
    return sign.place, Text(f'a name is missing beside "{sign.text}".', f"“{sign.text}”旁边缺少名称。"), _MISSING


def two_in_one(second: Token) -> Refusal:
    """Two statements on one line."""
    return (
        second.place,
        Text(f'a second statement begins at "{second.text}".', f"从“{second.text}”开始是另一条语句。"),
        Text("Put it on a line of its own, or ; before it.", "请另起一行，或在它前面加 ;。"),
    )


def number_as_name(number: Token, operator: Token) -> Refusal:
    """A number where a name should be: an intercept, or a header of digits."""
    if operator.text == "~":
        return (
            number.place,
            Text(
                "a number on the right of ~ is an intercept, and latents are standardised.",
                "~ 右边的数字表示截距，而潜变量是标准化的。",
            ),
            Text("Remove it: csi score gives the means.", "请删除：均值见 csi score。"),
        )
    return (
        number.place,
        Text(f'"{number.text}" is a number, where a name should stand.', f"此处应为名称，却是数字“{number.text}”。"),
        Text(f'If a column is called so, write "{number.text}" in quotes.', f'若列名就是数字，请加引号写成 "{number.text}"。'),
    )


def joined_badly(name: Sequence[Token]) -> Refusal:
    """Names without + between, or a colon without a name."""
    at = next((number for number, token in enumerate(name) if number % 2 and not token.is_sign(":")), None)
    if at is None or not (name[at - 1].is_name and (name[at].is_name or name[at].kind == "number")):
        return nothing_beside(next(token for token in name if not token.is_name))
    first, second = name[at - 1], name[at]
    return (
        second.place,
        Text(f'there is no + between "{first.text}" and "{second.text}".', f"“{first.text}”与“{second.text}”之间缺少 +。"),
        _NAMES,
    )


def product_outside_paths(sign: Token) -> Refusal:
    """An interaction anywhere but among causes."""
    return (
        sign.place,
        Text("an interaction can only stand on the right of ~.", "交互项只能写在 ~ 的右边。"),
        Text("Write Satisfaction ~ Image + Expectation + Image:Expectation.", "请写成：满意 ~ 形象 + 期望 + 形象:期望。"),
    )


def fixed(first: Token, words: str) -> Refusal:
    """A number, NA, start() or equal() before a name."""
    return (
        first.place,
        Text(
            f'"{words}*" fixes, starts or frees a coefficient, and all are estimated here.',
            f"“{words}*”用于固定、释放系数或给定初值，而此处所有系数均由估计得出。",
        ),
        Text(
            "Remove it: latents are standardised, so no coefficient needs fixing.", "请删除：潜变量已标准化，无需固定任何系数。"
        ),
    )
