"""One option of the command line: how it is spelled, what it means, and how its word is read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from ..errors import UsageFault
from ..model.nearest import nearest
from ..terms import Text

if TYPE_CHECKING:
    from ..analyses.contract import Option, Range

THE_MODELS = Text("the model's", "模型中的设定")
_MOST = 1e12  # a number beyond is a slip
Reader = Callable[[str, str], Any]  # (spelling, word) -> value, or UsageFault


def as_written(spelling: str, word: str) -> str:
    """The word itself, which may not be empty."""
    if not word.strip():
        raise _unfit(spelling, word, Text("it may not be empty", "不能为空"), Text("a name", "一个名称"))
    return word


@dataclass(frozen=True)
class Flag:
    """name: the keyword in Python; its spelling follows from it. metavar: empty for a switch.

    shown: how the help page names a default that is no plain value ("the model's").
    """

    name: str
    text: Text
    metavar: str = ""
    read: Reader = as_written
    default: Any = None
    short: str = ""
    shown: Text | None = None
    many: bool = False
    panel: str = "other"

    @property
    def spelling(self) -> str:
        """The long form, `--case-weights`; a keyword that Python keeps for itself ends in "_"."""
        return "--" + self.name.rstrip("_").replace("_", "-")

    @property
    def is_switch(self) -> bool:
        """Whether it stands alone, without a word after it."""
        return not self.metavar

    def value(self, said: Any) -> Any:
        """What the parser found, read; the default when nothing was said."""
        if said is None:
            return self.default
        if self.is_switch:
            return bool(said)
        if self.many:
            return tuple(self.read(self.spelling, word) for word in said)
        return self.read(self.spelling, said)


def one_of(*choices: str) -> Reader:
    """Reads a word that must be one of these."""

    def read(spelling: str, word: str) -> str:
        if word in choices:
            return word
        raise unknown(spelling, word, choices)

    return read


def whole(lowest: int, highest: int) -> Reader:
    """Reads a whole number from lowest to highest, both allowed."""
    wanted = Text(f"a whole number from {lowest:,} to {highest:,}", f"{lowest:,} 到 {highest:,} 之间的整数")

    def read(spelling: str, word: str) -> int:
        try:
            number = int(word)
        except ValueError:
            raise _unfit(spelling, word, _NO_NUMBER, wanted) from None
        if not lowest <= number <= highest:
            raise _unfit(spelling, word, _OUTSIDE, wanted)
        return number

    return read


def between(lowest: float, highest: float) -> Reader:
    """Reads a number strictly between the two ends."""
    wanted = Text(f"a number between {lowest:g} and {highest:g}", f"{lowest:g} 与 {highest:g} 之间的数")
    return _decimal(wanted, lambda number: lowest < number < highest)


def within(lowest: float, highest: float) -> Reader:
    """Reads a number from lowest to highest, both allowed."""
    wanted = Text(f"a number from {lowest:g} to {highest:g}", f"{lowest:g} 到 {highest:g} 之间的数")
    return _decimal(wanted, lambda number: lowest <= number <= highest)


def name_and_number(spelling: str, word: str) -> tuple[str, float]:
    """Reads "Speed=5" at the last equals sign, because a name may hold one and a number holds none."""
    name, equals, number = word.rpartition("=")
    if not equals or not name.strip():
        raise _unfit(spelling, word, Text("it names nothing and its number", "没有写明名称和数"), _PAIR)
    try:
        value = float(number)
    except ValueError:
        raise _unfit(spelling, word, _NO_NUMBER, _PAIR) from None
    if not math.isfinite(value):
        raise _unfit(spelling, word, _OUTSIDE, _PAIR)
    return name.strip(), value


def of_option(option: Option) -> Flag:
    """The flag of an analysis' own keyword: its type says how the word is read."""
    if option.kind is bool:
        return Flag(option.name, option.text, default=option.default, panel="own")
    shown = THE_MODELS if option.models else None
    if _holds_numbers(option.kind):
        reader: Reader = name_and_number
        return Flag(option.name, option.text, "NAME=NUMBER", reader, option.default, shown=shown, many=True, panel="own")
    metavar, read = _by_kind(option.kind)
    read = read if option.range is None else _ranged(option.range)
    return Flag(option.name, option.text, metavar, read, option.default, shown=shown, panel="own")


def unknown(place: str, word: str, choices: Sequence[str]) -> UsageFault:
    """The refusal of a word that is none of the choices, naming the nearest."""
    near = nearest(word, choices)
    said = Text(f"; the nearest is {near}", f"；最接近的是 {near}") if near else Text("", "")
    return UsageFault(
        place=place,
        reason=Text(f'"{word}" is not known{said.en}.', f"无法识别“{word}”{said.zh}。"),
        remedy=Text(f"Choose one of {', '.join(choices)}.", f"请从以下选项中选择：{'、'.join(choices)}。"),
    )


_PAIR = Text("NAME=NUMBER, such as Speed=5", "名称=数，例如 Speed=5")
_NO_NUMBER = Text("it is no such number", "不是所要求的数")
_OUTSIDE = Text("it lies outside what is possible", "超出允许范围")


def _decimal(wanted: Text, fits: Callable[[float], bool]) -> Reader:
    def read(spelling: str, word: str) -> float:
        try:
            number = float(word)
        except ValueError:
            raise _unfit(spelling, word, _NO_NUMBER, wanted) from None
        if not fits(number):
            raise _unfit(spelling, word, _OUTSIDE, wanted)
        return number

    return read


def _unfit(spelling: str, word: str, why: Text, wanted: Text) -> UsageFault:
    return UsageFault(
        place=spelling,
        reason=Text(f'"{word}" cannot be used: {why.en}.', f"“{word}”不可用：{why.zh}。"),
        remedy=Text(f"Give {wanted.en}.", f"请给出{wanted.zh}。"),
    )


def _ranged(limits: Range) -> Reader:
    """Reads a number of the option's own range."""
    low, high = limits.lowest, limits.highest
    if not limits.above and math.isfinite(high):
        return within(low, high)
    most = Text(f", {high:g} at most", f"、不超过 {high:g} ") if math.isfinite(high) else Text("", "")
    wanted = Text(
        f"a number {'above' if limits.above else 'from'} {low:g}{most.en}",
        f"{'大于' if limits.above else '不小于'} {low:g}{most.zh}的数",
    )
    return _decimal(wanted, lambda number: (low < number if limits.above else low <= number) and number <= min(high, _MOST))


def _holds_numbers(kind: Any) -> bool:
    """Whether the keyword takes a number for each of several names: a mapping, or pairs."""
    return (get_origin(kind), get_args(kind)) == (Mapping, (str, float)) or any(map(_holds_numbers, get_args(kind)))


def _by_kind(kind: Any) -> tuple[str, Reader]:
    if NoneType in get_args(kind):  # float | None: not saying it is the None
        return _by_kind(next(part for part in get_args(kind) if part is not NoneType))
    if get_origin(kind) is Literal:
        return "|".join(get_args(kind)), one_of(*get_args(kind))
    if kind is int:
        return "N", whole(-(10**9), 10**9)
    if kind is float:
        return "X", _decimal(Text("a number", "一个数"), lambda number: abs(number) <= _MOST)
    return "TEXT", as_written
