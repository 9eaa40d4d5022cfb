"""What an analysis returns: figures, tables, charts and remarks. Keys and full-precision numbers; no language, no colour."""

from .chart import Chart, ChartKind
from .result import Card, Report, Result, Skipped
from .table import Blank, Cell, Figure, Number, Table, number

__all__ = ["Blank", "Card", "Cell", "Chart", "ChartKind", "Figure", "Number", "Report", "Result", "Skipped", "Table", "number"]
