"""A model from where the analyst keeps it: a file, a sheet of a workbook, or a preset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import NothingToScore, UnreadableFile, UsageFault
from ...model import Model
from ...model.nearest import nearest
from ...model.presets import PRESETS, is_preset, preset_text
from ...terms import Text
from ..files.encoding import encoding_of
from ..files.source import load
from ..grid import open_source, sheet_rows
from .lavaan import parse_lavaan
from .lavaan_tokens import looks_like_lavaan
from .sheet import model_from_rows
from .yaml_file import parse_model

if TYPE_CHECKING:
    import pandas

    from ..files.columnar import Columnar
    from ..files.delimited import TextTable
    from ..files.workbook import Workbook

YAML = (".yaml", ".yml")
LAVAAN = (".lav", ".lavaan")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
SHEETS = ("model", "模型")


def read_model(path: str | Path) -> Model:
    """The model in a YAML file, in lavaan text, on the sheet "model" (模型) of a workbook, or of the preset of that name.

    path: lavaan text may be given as it stands ("Satisfaction =~ CUSA1 + CUSA2; Loyalty ~ Satisfaction ...").

    Raises: UnreadableFile, UsageFault when nothing of that name can be read; ModelFault (or Several) when the model is wrong.
    """
    if isinstance(path, str) and looks_like_lavaan(path):
        return parse_lavaan(path, "lavaan")
    file = Path(path)
    if file.suffix.lower() in YAML:
        return parse_model(_text(file), str(file))
    if file.suffix.lower() in LAVAAN or (file.suffix.lower() == ".txt" and file.is_file() and looks_like_lavaan(_text(file))):
        return parse_lavaan(_text(file), str(file))
    if file.suffix.lower() in WORKBOOKS:
        model = sheet_model(open_source(file), file.name)
        if model is None:
            raise _no_sheet(file)
        return model
    if isinstance(path, str) and is_preset(path):
        return parse_model(preset_text(path), f"preset {path}")
    raise _no_model(file)


def sheet_model(opened: Workbook | TextTable | Columnar | pandas.DataFrame, name: str) -> Model | None:
    """The model on the sheet "model" (模型) of an opened survey, or None when it has no such sheet."""
    found = sheet_rows(opened, SHEETS)
    if found is None:
        return None
    sheet, rows = found
    return model_from_rows(rows, f'{name}, sheet "{sheet}"', sheet=sheet)


def _text(file: Path) -> str:
    try:
        source = load(file)
    except NothingToScore:  # of a survey an empty file is just that; of a model it is a fault
        return ""
    encoding = encoding_of(source)
    return source.data.decode(encoding.name, encoding.errors)


def _no_sheet(file: Path) -> UnreadableFile:
    return UnreadableFile(
        place=str(file),
        reason=Text('the workbook has no sheet "model".', "该工作簿没有名为“model”或“模型”的工作表。"),
        remedy=Text(f"Draft a model from the answers: csi init --from {file}", f"可根据答案起草模型：csi init --from {file}"),
    )


def _no_model(file: Path) -> UsageFault | UnreadableFile:
    meant = nearest(file.name, PRESETS)
    near = Text(f' The nearest preset is "{meant}".', f"最接近的预设是“{meant}”。") if meant else Text("", "")
    if file.exists():
        return UnreadableFile(
            place=str(file),
            reason=Text("this is no kind of model file.", "无法识别的模型文件类型。"),
            remedy=Text(
                "A model is a .yaml file, lavaan text (.lav) or a sheet of a workbook.",
                "模型应为 .yaml 文件、lavaan 文本（.lav）或工作簿中的工作表。",
            ),
        )
    return UsageFault(
        place=str(file),
        reason=Text(
            f"there is no such model file and no preset of that name.{near.en}", f"没有该模型文件，也没有同名预设。{near.zh}"
        ),
        remedy=Text(f"Presets: {', '.join(PRESETS)}.", f"现有预设：{'、'.join(PRESETS)}。"),
    )
