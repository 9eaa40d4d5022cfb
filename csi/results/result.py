"""What one analysis has to say, and the report that renderers are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import UsageFault
from ..findings import Finding, Remark, Value
from ..terms import Term, Text
from .chart import Chart
from .table import Blank, Figure, Table

if TYPE_CHECKING:
    import pandas


@dataclass(frozen=True)
class Result:
    """All that one analysis has to say, enough to reproduce it: settings include defaults and seed.

    answer: the sentence that a reader who reads only one should read.
    """

    analysis: str
    title: Term
    headline: Figure | None
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...] = ()
    remarks: tuple[Remark, ...] = ()
    settings: Mapping[str, Value] = field(default_factory=dict)
    segment: tuple[str, str] | None = None  # (column, value) when it covers a part of the respondents
    answer: Remark | None = None

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
