"""The words after a command become the surveys they mean."""

from __future__ import annotations

import glob
from collections.abc import Sequence
from pathlib import Path

from ..errors import UnreadableFile, UsageFault
from ..terms import Text
from .command import Argument

SURVEYS = Argument(
    "SURVEY...",
    Text(
        "Survey files: .xlsx .xls .xlsb .ods .csv .tsv .sav .dta .sas7bdat .parquet, - for CSV on standard input, or a pattern. Several are done one by one.",
        "调查文件：.xlsx .xls .xlsb .ods .csv .tsv .sav .dta .sas7bdat .parquet，- 表示标准输入的 CSV，也可用通配符；多份时逐一处理。",
    ),
    most=None,
)
STDIN = "-"
_LOCK = "~$"  # Excel leaves such a file beside a workbook that is open


def surveys(words: Sequence[str]) -> list[str]:
    """Paths in the order written, patterns spelled out in alphabetical order, lock files of Excel passed over.

    Raises: UnreadableFile when a pattern fits no file or only lock files are left; UsageFault when "-" stands twice.
    """
    found = [path for word in words for path in _matches(word)]
    kept = [path for path in dict.fromkeys(found) if not Path(path).name.startswith(_LOCK)]
    if not kept:
        raise UnreadableFile(
            place=" ".join(words),
            reason=Text(
                "these are lock files, which Excel keeps while a workbook is open.", "这些是 Excel 打开工作簿时的锁定文件。"
            ),
            remedy=Text("Name the workbook itself.", "请指定工作簿本身。"),
        )
    if found.count(STDIN) > 1:
        raise UsageFault(
            place=STDIN,
            reason=Text("standard input can be read once only.", "标准输入只能读取一次。"),
            remedy=Text("Name it once.", "请只写一次。"),
        )
    return kept


def inputs(source: str, model: str | None) -> tuple[Path, ...]:
    """The files that a survey is read from, which no output may replace."""
    from ..reading.model_source import sidecars

    survey = Path(source)
    beside = sidecars(survey) if survey.name else ()
    return (survey, *beside, *([Path(model)] if model else ()))


def _matches(word: str) -> list[str]:
    if not word.strip():
        raise UsageFault(
            place="SURVEY",
            reason=Text("the name of the survey is empty.", "调查文件名为空。"),
            remedy=Text("Name a file.", "请指定文件。"),
        )
    if word == STDIN or Path(word).exists() or not glob.has_magic(word):
        return [word]
    found = sorted(glob.glob(word, recursive=True))  # noqa: PTH207 (a word may be absolute, which Path.glob refuses)
    if not found:
        raise UnreadableFile(
            place=word,
            reason=Text("no file fits this pattern.", "没有文件符合该模式。"),
            remedy=Text("Correct the pattern, or name the files.", "请更正模式，或直接写出文件名。"),
        )
    return found
