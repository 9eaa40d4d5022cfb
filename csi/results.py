"""What an analysis returns: figures, tables, charts and remarks. Keys and full-precision numbers; no language, no colour."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from .errors import UsageFault
from .findings import Finding, Remark, Value
from .terms import Term, Text

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class Blank:
    """Stands where a number has no meaning. `reason` is a key of `terms.REASONS`."""

    reason: str


Number = float | int | Blank
Cell = str | int | float | bool | None | Blank  # None: the column does not concern this row


@dataclass(frozen=True)
class Figure:
    """One number with its uncertainty. `about` is the analyst's name of what it measures."""

    term: Term
    value: Number
    standard_error: Number
    lower: Number
    upper: Number
    about: str = ""
    n: int | None = None


@dataclass(frozen=True)
class Table:
    """Rectangular, full precision.

    shown: keys of the columns that a reader's eye should meet, in that order; JSON and CSV carry every column.
    strong: row numbers that carry the message (the target).
    """

    key: str
    title: Text
    columns: tuple[Term, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shown: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.key}: a row of {len(row)} cells under {len(self.columns)} columns")
            for cell in row:
                if isinstance(cell, float) and not math.isfinite(cell):
                    raise ValueError(f"table {self.key}: {cell} is no number; a Blank says why it is absent")

    def __repr__(self) -> str:
        keys = ", ".join(term.key for term in self.columns)
        return f"Table {self.key}: {len(self.rows)} rows, columns {keys}"

    def position(self, key: str) -> int:
        """Where the column of that key stands."""
        for number, term in enumerate(self.columns):
            if term.key == key:
                return number
        raise KeyError(key)

    def column(self, key: str) -> tuple[Cell, ...]:
        """All cells of one column."""
        at = self.position(key)
        return tuple(row[at] for row in self.rows)

    def records(self) -> list[dict[str, Cell]]:
        """Rows as dictionaries by key."""
        keys = [term.key for term in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]

    def to_frame(self) -> pandas.DataFrame:
        """The table as a DataFrame; a Blank becomes None, and the numbers keep full precision."""
        import pandas

        rows = [[None if isinstance(cell, Blank) else cell for cell in row] for row in self.rows]
        return pandas.DataFrame(rows, columns=[term.key for term in self.columns])

    def _repr_html_(self) -> str:
        return str(self.to_frame().to_html(index=False, na_rep=""))


ChartKind = Literal["index_bars", "gap_bars"]


@dataclass(frozen=True)
class Chart:
    """A view of a table, never its own numbers.

    index_bars: one bar a row on 0-100 from `y`, whisker from `lower` to `upper`.
    gap_bars: one point a row left or right of zero from `y`, whisker from `lower` to `upper`.
    label: the columns whose cells name a row.
    """

    key: str
    kind: ChartKind
    table: str
    title: Text
    label: tuple[str, ...]
    y: str
    lower: str
    upper: str


@dataclass(frozen=True)
class Result:
    """All that one analysis has to say, enough to reproduce it: settings include defaults and seed."""

    analysis: str
    title: Term
    headline: Figure | None
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    settings: Mapping[str, Value] = field(default_factory=dict)
    segment: tuple[str, str] | None = None  # (column, value) when it covers a part of the respondents

    def __repr__(self) -> str:
        about = f" of {': '.join(self.segment)}" if self.segment else ""
        value = self.headline.value if self.headline else None
        said = "" if value is None else f" {value.reason if isinstance(value, Blank) else format(value, '.6g')}"
        return f"Result {self.analysis}{about}:{said} (tables {', '.join(table.key for table in self.tables)})"

    def table(self, key: str) -> Table:
        """The table of that key.

        Raises: UsageFault, listing the tables, when there is none.
        """
        for table in self.tables:
            if table.key == key:
                return table
        there = [table.key for table in self.tables]
        raise UsageFault(
            place=self.analysis,
            reason=Text(f'there is no table "{key}".', f"没有表格“{key}”。"),
            remedy=Text(f"Its tables are {', '.join(there)}.", f"现有表格：{'、'.join(there)}。"),
        )

    def to_frame(self, key: str | None = None) -> pandas.DataFrame:
        """One table as a DataFrame, the first when no key is given."""
        return (self.tables[0] if key is None and self.tables else self.table(key or "")).to_frame()

    def _repr_html_(self) -> str:
        return "".join(f"<h4>{table.title.en} · {table.title.zh}</h4>{table._repr_html_()}" for table in self.tables)


@dataclass(frozen=True)
class Card:
    """What was studied, in a few lines."""

    name: str
    survey: str
    sheet: str | None
    respondents: int
    used: int
    model: str
    target: str
    weights: str
    settings: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Skipped:
    """An analysis that the study cannot support, and why."""

    analysis: str
    title: Term
    reason: Text


@dataclass(frozen=True)
class Report:
    """What renderers are given, and all they ask for.

    names: the analyst's own labels by language ({"zh": {"Speed": "速度"}}), never our translations.
    """

    card: Card
    results: tuple[Result, ...]
    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    version: str = ""
    created: str = ""  # ISO date-time, for people; absent from byte-compared outputs but under SOURCE_DATE_EPOCH
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
