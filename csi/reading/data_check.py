"""What `csi check` shows: the file as it was read, every column with what it was taken for, and how many answers count."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CsiError, ModelFault, NothingToScore, Several
from ..findings import Finding, Value
from ..model import Model
from ..results import Result
from ..survey import Survey
from ..terms import Term, Text
from .cells import Cells
from .grid import open_source, read_cells
from .guessing.classify import classify
from .guessing.column_table import column_table
from .model_source import find_model
from .opening import bind

if TYPE_CHECKING:
    import pandas

CHECK = Term("check", "Data check", "数据检查", meaning=Text("What was read, and how.", "读到了什么、如何读取。"))


class Overview(NamedTuple):
    """result: the table of columns. findings: all that was assumed or is wrong. survey, model: None where they could not be made."""

    result: Result
    findings: tuple[Finding, ...]
    survey: Survey | None
    model: Model | None


def overview(
    source: str | Path | pandas.DataFrame,
    model: Model | str | Path | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
) -> Result:
    """The data check as a Result; `look` gives its findings as well."""
    return look(source, model, sheet=sheet, encoding=encoding).result


def look(
    source: str | Path | pandas.DataFrame,
    model: Model | str | Path | None = None,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
) -> Overview:
    """What was read, assumed and found wrong, even where the model does not fit or nothing can be scored: that is a finding here.

    Raises: UnreadableFile, NothingToScore when there is nothing to look at; ModelFault when the model's own text is wrong.
    """
    opened = open_source(source, encoding=encoding)
    cells = read_cells(opened, sheet=sheet)
    found: Model | None = None
    survey: Survey | None = None
    try:
        found, announced = find_model(cells, opened, model)
    except NothingToScore as refusal:
        findings = (*cells.findings, *_refused(refusal))
    else:
        try:
            survey, found = bind(cells, found, announced)
            findings = survey.findings
        except (ModelFault, NothingToScore, Several) as refusal:
            findings = (*announced, *cells.findings, *_refused(refusal))
    result = Result("check", CHECK, None, (column_table(classify(cells), found, survey),), settings=_settings(cells, found))
    return Overview(result, findings, survey, found)


def _refused(refusal: CsiError) -> tuple[Finding, ...]:
    errors = refusal.errors if isinstance(refusal, Several) else (refusal,)
    return tuple(Finding(one.key, "severe", _sentence(one), one.place) for one in errors)


def _sentence(error: CsiError) -> Text:
    return Text(f"{error.reason.en} {error.remedy.en}", f"{error.reason.zh}{error.remedy.zh}")


def _settings(cells: Cells, model: Model | None) -> dict[str, Value]:
    origin = cells.origin
    settings: dict[str, Value] = {
        "file": origin.source,
        "kind": origin.kind,
        "sheet": origin.sheet,
        "sheets": origin.sheets,
        "header_row": origin.header_row,
        "encoding": origin.encoding,
        "delimiter": origin.delimiter,
        "columns": len(cells.header),
        "respondents": len(cells.rows),
        "model": model.source if model else None,
    }
    return {key: value for key, value in settings.items() if value is not None}
