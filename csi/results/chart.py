"""Charts: which columns of a table are drawn, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..terms import Text

ChartKind = Literal["index_bars", "gap_bars", "map", "curve"]


@dataclass(frozen=True)
class Chart:
    """A view of a table, never its own numbers.

    index_bars: one bar a row on 0-100 from `y`, whisker from `lower` to `upper`; of a share as far as the shares reach.
    gap_bars: one point a row left or right of zero from `y`, whisker from `lower` to `upper`.
    map: one point a row, `x` to the right and `y` upwards, whiskers both ways where the columns of their ends are named.
    curve: a line through the rows in their order, `x` to the right and `y` upwards, a band from `lower` to `upper`; strong rows stand out.
    label: the columns whose cells name a row.
    cross: where the two lines stand that divide a map, in x and y; a remark tells what they are.
    zone: the column that says in which part of a map a row lies, by keys of its term; a row without a key is left to the table.
    corners: these keys lower left, lower right, upper left, upper right.
    unsure: the column that says yes where the place of a row on a map is not settled; such points are grey and hollow.
    diagonal: whether a map shows where x and y are equal; both must have the same scale.
    """

    key: str
    kind: ChartKind
    table: str
    title: Text
    label: tuple[str, ...]
    y: str
    lower: str
    upper: str
    x: str = ""
    x_lower: str = ""
    x_upper: str = ""
    cross: tuple[float, float] | None = None
    zone: str = ""
    corners: tuple[str, ...] = ()
    unsure: str = ""
    diagonal: bool = False
