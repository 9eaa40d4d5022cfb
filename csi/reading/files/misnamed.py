"""A file whose name says another format than its bytes: it is read as what it is, and that is said."""

from __future__ import annotations

from pathlib import PurePath

from ...errors import UnreadableFile
from ...findings import Finding
from ...terms import Text
from .source import Source

_CLAIMS = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".xlsb": "xlsb",
    ".ods": "ods",
    ".sav": "sav",
    ".zsav": "sav",
    ".dta": "dta",
    ".por": "por",
    ".sas7bdat": "sas7bdat",
    ".parquet": "parquet",
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
}
_CALLED = {
    "xlsx": Text("an Excel workbook (.xlsx)", "Excel 工作簿（.xlsx）"),
    "xls": Text("an old Excel workbook (.xls)", "旧版 Excel 工作簿（.xls）"),
    "xlsb": Text("a binary Excel workbook (.xlsb)", "二进制 Excel 工作簿（.xlsb）"),
    "ods": Text("an OpenDocument spreadsheet (.ods)", "OpenDocument 电子表格（.ods）"),
    "sav": Text("an SPSS file (.sav)", "SPSS 文件（.sav）"),
    "dta": Text("a Stata file (.dta)", "Stata 文件（.dta）"),
    "por": Text("an SPSS portable file (.por)", "SPSS 可移植文件（.por）"),
    "sas7bdat": Text("a SAS file (.sas7bdat)", "SAS 文件（.sas7bdat）"),
    "parquet": Text("a Parquet file", "Parquet 文件"),
    "text": Text("plain text", "纯文本"),
}
_TABLES = frozenset(_CLAIMS.values()) - {"text"}
_QUOTED = 30


def claim_of(source: Source) -> str | None:
    """The format that the file's name says, or None where it says none."""
    path = PurePath(source.name)
    return _CLAIMS.get((PurePath(path.stem) if path.suffix.lower() == ".gz" else path).suffix.lower())


def misnamed(source: Source, kind: str) -> tuple[Finding, ...]:
    """The finding for a file that is not what its name says."""
    claim = claim_of(source)
    if claim in (None, kind):
        return ()
    called = _CALLED[kind]
    text = Text(
        f"the file's name ends in {{suffix}}, but it is {called.en}; it was read as that.",
        f"文件名以 {{suffix}} 结尾，但内容是{called.zh}，已按实际内容读取。",
    )
    return (Finding("misnamed", "info", text, values={"suffix": PurePath(source.name).suffix, "kind": kind}),)


def refuse_plain_text(source: Source, text: str) -> None:
    """Raise UnreadableFile when a text that holds no table is named like a workbook: some bytes were lost on the way."""
    if claim_of(source) not in _TABLES:
        return
    suffix, begins = PurePath(source.name).suffix, " ".join(text.split())[:_QUOTED]
    raise UnreadableFile(
        place=source.name,
        reason=Text(
            f'it is named {suffix} but is plain text without a table; it begins "{begins}".',
            f"文件名为 {suffix}，但内容是没有表格的纯文本，开头为“{begins}”。",
        ),
        remedy=Text(
            "A download page or an error message was saved in its place; get the file again.",
            "可能误存了下载页面或错误信息，请重新获取文件。",
        ),
    )
