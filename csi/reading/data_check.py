"""What `csi check` shows: the file as it was read, every column with what it was taken for, and how many answers count."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CsiError, ModelFault, NothingToScore, Several
from ..findings import Finding, Value
from ..model import Model
from ..results import Result, Table
from ..survey import Survey
from ..terms import Term, Text
from .cells import Cells
from .checking.cell_table import cell_table
from .checking.column_table import Checked, column_table
from .checking.label_table import label_maps, label_table
from .checking.latent_table import latent_table
from .checking.principles import principles, unsaid
from .checking.read_line import read_line
from .companions import with_companions
from .grid import open_source, read_cells
from .guessing.classify import classify
from .guessing.guess_findings import GUESS
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
            survey = with_companions(survey, found, opened)
            findings = survey.findings
        except (ModelFault, NothingToScore, Several) as refusal:
            findings = (*announced, *cells.findings, *_refused(refusal))
    tables = tuple(_tables(cells, found, survey, findings))
    remarks = next((unsaid(table) for table in tables if table.key == "principles"), ())
    return Overview(
        Result("check", CHECK, None, tables, remarks=remarks, settings=_settings(cells, found)), findings, survey, found
    )


def _tables(cells: Cells, model: Model | None, survey: Survey | None, findings: tuple[Finding, ...]) -> Iterator[Table]:
    columns = classify(cells)
    numbered = label_maps(survey) if survey else {}
    yield column_table(Checked(columns, model, survey, numbered), read_line(cells))
    labels = label_table(cells, survey, numbered) if survey else None
    if labels is not None:
        yield labels
    if model is not None and model.latents:
        yield latent_table(cells, model, survey, guessed=model.source == GUESS)
    if model is not None and model.latents and survey is not None and survey.origin.holds != "correlations":
        yield principles(model, survey)
    odd = cell_table(findings)
    if odd is not None:
        yield odd


def _refused(refusal: CsiError) -> tuple[Finding, ...]:
    errors = refusal.errors if isinstance(refusal, Several) else (refusal,)
    return tuple(Finding(one.key, "severe", _sentence(one), one.place, where=one.where) for one in errors)


def _sentence(error: CsiError) -> Text:
    return Text(f"{error.reason.en} {error.remedy.en}", f"{error.reason.zh}{error.remedy.zh}")


def _settings(cells: Cells, model: Model | None) -> dict[str, Value]:
    origin = cells.origin
    settings: dict[str, Value] = {
        "file": origin.source,
        "kind": origin.kind,
        "platform": origin.platform,
        "holds": None if origin.holds == "respondents" else origin.holds,
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
