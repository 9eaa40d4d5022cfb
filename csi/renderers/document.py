"""A report as JSON for scripts: keys and full precision, never a translation, never a number that is none."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from ..errors import CsiError, Several
from ..findings import Finding, Remark, Value
from ..results import Blank, Card, Cell, Figure, Report, Result, Skipped
from .sentences import finding_sentence, remark_sentence

SCHEMA = 1
_ENGLISH = "en"  # sentences in JSON are for people who read logs, in one language


def render_json(report: Report | Sequence[Report], *, language: str = _ENGLISH) -> str:
    """The report as one document, several reports as an array of them; the language changes nothing.

    Raises: ValueError when a figure is NaN or infinite, which no analysis may return.
    """
    if isinstance(report, Report):
        return written(document(report))
    return written([document(one) for one in report])


def written(content: object) -> str:
    """JSON with Chinese as it is, two spaces a level, and a newline at the end."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def document(report: Report) -> dict[str, Any]:
    """The report as dictionaries and lists."""
    return {
        "schema": SCHEMA,
        "generator": {"name": "csi", "version": report.version},
        "study": _study(report.card),
        "findings": [_finding(finding) for finding in report.findings],
        "results": [_result(result) for result in report.results],
        "skipped": [_skipped(skipped) for skipped in report.skipped],
    }


def fault_document(error: CsiError) -> dict[str, Any]:
    """What stopped the run, for scripts that asked for JSON."""
    errors = error.errors if isinstance(error, Several) else (error,)
    return {
        "schema": SCHEMA,
        "exit_code": error.exit_code,
        "errors": [{"key": one.key, "place": one.place, "reason": one.reason.en, "remedy": one.remedy.en} for one in errors],
    }


def _study(card: Card) -> dict[str, Any]:
    return {
        "name": card.name,
        "survey": card.survey,
        "sheet": card.sheet,
        "respondents": card.respondents,
        "used": card.used,
        "model": card.model,
        "target": card.target,
        "weights": card.weights,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "key": finding.key,
        "severity": finding.severity,
        "place": finding.place,
        "count": finding.count,
        "values": _values(finding.values),
        "message": finding_sentence(finding, _ENGLISH),
    }


def _result(result: Result) -> dict[str, Any]:
    segment = {} if result.segment is None else {"segment": dict(zip(("column", "value"), result.segment, strict=True))}
    return {
        "analysis": result.analysis,
        **segment,
        "settings": _values(result.settings),
        "headline": None if result.headline is None else _headline(result.headline),
        **({} if result.answer is None else {"answer": _remark(result.answer)}),
        "tables": {
            table.key: [{key: _cell(cell) for key, cell in record.items()} for record in table.records()]
            for table in result.tables
        },
        "remarks": [_remark(remark) for remark in result.remarks],
    }


def _headline(figure: Figure) -> dict[str, Any]:
    return {
        figure.term.key: _cell(figure.value),
        "standard_error": _cell(figure.standard_error),
        "lower": _cell(figure.lower),
        "upper": _cell(figure.upper),
        "about": figure.about,
        "n": figure.n,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {"key": remark.key, "values": _values(remark.values), "message": remark_sentence(remark, _ENGLISH)}


def _skipped(skipped: Skipped) -> dict[str, Any]:
    return {"analysis": skipped.analysis, "message": skipped.reason.en}


def _cell(cell: Cell) -> object:
    return {"blank": cell.reason} if isinstance(cell, Blank) else cell


def _values(values: Mapping[str, Value]) -> dict[str, object]:
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: Value) -> object:
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
