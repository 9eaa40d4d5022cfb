"""What the bytes are, whatever the file's suffix says."""

from __future__ import annotations

import re
from typing import Literal

from ...errors import UnreadableFile
from ...terms import Text
from .archive import Archive, open_archive, password_protected
from .inflate import damaged
from .source import Source
from .statistical import StatisticalKind
from .wide import mark_of, unmarked_wide

WorkbookKind = Literal["xlsx", "xlsb", "ods", "xls"]
Kind = WorkbookKind | StatisticalKind | Literal["text", "parquet"]

_HEAD, _BEGINNING = 1 << 16, 1 << 12
_WRITTEN = bytes([0, 9, 10, 12, 13, 26, 27, *range(32, 256)])  # what texts hold; NULs are dealt with later
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKUP = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype|html|head|meta|body|table|style|script)\b", re.IGNORECASE | re.DOTALL)
_MAIL = re.compile(r"\s*(?:mime-version|content-type|x-document-type)\s*:", re.IGNORECASE)
_XML = re.compile(r"\s*<\?xml\b", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*(?:\"|\}|\r?\n)|\s*\[\s*\[")

_EXPORT = Text("Export the answers as .xlsx or .csv.", "请将答案导出为 .xlsx 或 .csv。")
_SAVE_AS = Text("Open it in Excel and save it as .xlsx.", "请用 Excel 打开并另存为 .xlsx。")

_PARQUET = Text("Write it as .parquet or .csv.", "请另存为 .parquet 或 .csv。")

_UNPACK = Text("Unpack it first.", "请先解压。")

_SAS = bytes(12) + bytes.fromhex("c2ea8160b31411cfbd92080009c7318c181f1011")
_FORMATS: tuple[tuple[bytes, Kind], ...] = (
    (b"$FL2", "sav"),
    (b"$FL3", "sav"),
    (b"<stata_dta>", "dta"),
    (_SAS, "sas7bdat"),
    (b"PAR1", "parquet"),
)
_OLD_STATA = re.compile(rb"[\x68-\x73][\x01\x02]\x01\x00")  # version, order of bytes, and what has been 1 and 0 ever since
_PORTABLE = b"SPSS PORT FILE"

# what the first bytes give away -> what to call it, and the way out
_SIGNS: dict[bytes, tuple[Text, Text]] = {
    b"ARROW1": (Text("a Feather (Arrow) file", "Feather（Arrow）文件"), _PARQUET),
    b"FEA1": (Text("a Feather file", "Feather 文件"), _PARQUET),
    b"HEADER RECORD***": (Text("a SAS transport file (XPORT)", "SAS 传输文件（XPORT）"), _EXPORT),
    b"RDX": (Text("an R data file", "R 数据文件"), _EXPORT),
    b"SQLite format 3": (Text("an SQLite database", "SQLite 数据库"), _EXPORT),
    b"%PDF": (Text("a PDF document", "PDF 文档"), _EXPORT),
    b"{\\rtf": (Text("a text document (RTF)", "RTF 文档"), _EXPORT),
    b"BZh": (Text("a packed file (bzip2)", "bzip2 压缩文件"), _UNPACK),
    b"\xfd7zXZ": (Text("a packed file (xz)", "xz 压缩文件"), _UNPACK),
    b"\x28\xb5\x2f\xfd": (Text("a packed file (zstd)", "zstd 压缩文件"), _UNPACK),
    b"7z\xbc\xaf": (Text("a packed archive (7z)", "7z 压缩包"), _EXPORT),
    b"Rar!": (Text("a packed archive (RAR)", "RAR 压缩包"), _EXPORT),
    b"\x89PNG": (Text("a picture", "图片"), _EXPORT),
    b"\xff\xd8\xff": (Text("a picture", "图片"), _EXPORT),
    b"GIF8": (Text("a picture", "图片"), _EXPORT),
}
_PAGE = Text(
    "Open it in Excel (or a browser, and copy the table into Excel) and save it as .xlsx.",
    "请用 Excel 打开（或在浏览器中打开后将表格复制到 Excel），再另存为 .xlsx。",
)
# what a text begins with
_FORMS: dict[re.Pattern[str], tuple[Text, Text]] = {
    _MARKUP: (Text("a web page (HTML)", "网页（HTML）"), _PAGE),
    _MAIL: (Text("a web archive (MHTML)", "网页归档（MHTML）"), _PAGE),
    _XML: (Text("an XML file", "XML 文件"), _SAVE_AS),
    _JSON: (Text("a JSON file", "JSON 文件"), _EXPORT),
}


def kind_of(source: Source) -> Kind:
    """xlsx, xlsb, ods, xls, sav, dta, por, sas7bdat, parquet or text.

    Raises: UnreadableFile naming what the file is instead, password protection included.
    """
    data = source.data
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(open_archive(source))
    if data.startswith(_OLE):
        return _kind_of_ole(source)
    if (format_name := _of_columns(data)) is not None:
        return format_name
    for sign, (called, remedy) in _SIGNS.items():
        if data.startswith(sign):
            raise _is_instead(source, called, remedy)
    beginning = _beginning(data)
    for form, (called, remedy) in _FORMS.items():
        if form.match(beginning):
            raise _is_instead(source, called, remedy)
    if _is_binary(data[:_HEAD]):
        raise _is_instead(source, Text("a binary file of an unknown kind", "未知类型的二进制文件"), _EXPORT)
    return "text"


def _of_columns(data: bytes) -> Kind | None:
    """The formats that name their columns themselves."""
    if _PORTABLE in data[:500] or _OLD_STATA.match(data):
        return "por" if _PORTABLE in data[:500] else "dta"
    return next((kind for sign, kind in _FORMATS if data.startswith(sign)), None)


def _beginning(data: bytes) -> str:
    """The first characters of a text, whatever width they have."""
    mark = mark_of(data)
    head = data[mark.length if mark else 0 :][:_BEGINNING]
    return head.decode((mark.encoding if mark else unmarked_wide(head)) or "utf-8", "ignore")


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_wide(head):
        return False
    return 100 * len(head.translate(None, _WRITTEN)) > len(head)


def _kind_of_archive(archive: Archive) -> Kind:
    folders = {name.split("/")[0] for name in archive.parts if "/" in name}
    if "xl" in folders:
        return "xlsb" if "xl/workbook.bin" in archive.parts else "xlsx"
    if b"opendocument.spreadsheet" in _mimetype(archive):
        return "ods"
    known = {
        "word": Text("a Word document", "Word 文档"),
        "ppt": Text("a PowerPoint file", "PowerPoint 文件"),
        "Index": Text("an Apple Numbers file", "Apple Numbers 文件"),
    }
    for folder, called in known.items():
        if folder in folders:
            raise _is_instead(archive.source, called, _EXPORT)
    if not archive.parts:
        raise damaged(archive.source.name)
    held = list(archive.parts)[:3]
    called = Text(f"a zip archive holding {', '.join(held)}", f"zip 压缩包，其中有 {'、'.join(held)}")
    raise _is_instead(archive.source, called, Text("Unpack it and name the file inside.", "请先解压，再指定其中的文件。"))


def _mimetype(archive: Archive) -> bytes:
    return archive.read("mimetype") if "mimetype" in archive.parts else b""


def _kind_of_ole(source: Source) -> Kind:
    # stream names stand in the container's directory as UTF-16
    holds = {
        name: name.encode("utf-16-le") in source.data for name in ("EncryptedPackage", "WordDocument", "PowerPoint Document")
    }
    if holds["EncryptedPackage"]:
        raise password_protected(source.name)
    if holds["WordDocument"] or holds["PowerPoint Document"]:
        raise _is_instead(source, Text("an old Word or PowerPoint file", "旧版 Word 或 PowerPoint 文件"), _EXPORT)
    return "xls"


def _is_instead(source: Source, called: Text, remedy: Text) -> UnreadableFile:
    return UnreadableFile(
        place=source.name,
        reason=Text(f"it is {called.en}, not a survey table.", f"这是{called.zh}，不是问卷数据表。"),
        remedy=remedy,
    )
