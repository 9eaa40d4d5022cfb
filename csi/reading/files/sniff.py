"""What the bytes are, whatever the file's suffix says."""

from __future__ import annotations

import re
from typing import Literal

from ...errors import UnreadableFile
from ...terms import Text
from .archive import Archive, open_archive, password_protected
from .encoding import unmarked_utf16
from .source import Source

WorkbookKind = Literal["xlsx", "xlsb", "ods", "xls"]
Kind = WorkbookKind | Literal["text"]

_HEAD = 1 << 16
_WRITTEN = bytes([0, 9, 10, 12, 13, 26, 27, *range(32, 256)])  # what texts hold; NULs are dealt with later
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|meta|body|table|style|script)\b", re.IGNORECASE)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:\"|\}|\r?\n)|(?:\xef\xbb\xbf)?\s*\[\s*\[")

_EXPORT = Text("Export the answers as .xlsx or .csv.", "请将答案导出为 .xlsx 或 .csv。")
_LATER = Text(
    "Reading it comes in a later version; until then export the answers as .xlsx or .csv.",
    "后续版本将支持读取；目前请将答案导出为 .xlsx 或 .csv。",
)
_SAVE_AS = Text("Open it in Excel and save it as .xlsx.", "请用 Excel 打开并另存为 .xlsx。")

# what the first bytes give away -> what to call it, and the way out
_SIGNS: dict[bytes, tuple[Text, Text]] = {
    b"$FL2": (Text("an SPSS file", "SPSS 文件"), _LATER),
    b"$FL3": (Text("an SPSS file", "SPSS 文件"), _LATER),
    b"<stata_dta>": (Text("a Stata file", "Stata 文件"), _LATER),
    b"PAR1": (Text("a Parquet file", "Parquet 文件"), _LATER),
    b"SQLite format 3": (Text("an SQLite database", "SQLite 数据库"), _EXPORT),
    b"%PDF": (Text("a PDF document", "PDF 文档"), _EXPORT),
    b"{\\rtf": (Text("a text document (RTF)", "RTF 文档"), _EXPORT),
    b"7z\xbc\xaf": (Text("a packed archive (7z)", "7z 压缩包"), _EXPORT),
    b"Rar!": (Text("a packed archive (RAR)", "RAR 压缩包"), _EXPORT),
    b"\x89PNG": (Text("a picture", "图片"), _EXPORT),
    b"\xff\xd8\xff": (Text("a picture", "图片"), _EXPORT),
    b"GIF8": (Text("a picture", "图片"), _EXPORT),
}


def kind_of(source: Source) -> Kind:
    """xlsx, xlsb, ods, xls or text.

    Raises: UnreadableFile naming what the file is instead, password protection included.
    """
    data = source.data
    if data.startswith(b"PK\x03\x04"):
        return _kind_of_archive(open_archive(source))
    if data.startswith(_OLE):
        return _kind_of_ole(source)
    for sign, (called, remedy) in _SIGNS.items():
        if data.startswith(sign):
            raise _is_instead(source, called, remedy)
    if _MARKUP.match(data):
        raise _is_instead(source, Text("a web page (HTML)", "网页（HTML）"), _SAVE_AS)
    if _XML.match(data):
        raise _is_instead(source, Text("an XML file", "XML 文件"), _SAVE_AS)
    if _JSON.match(data):
        raise _is_instead(source, Text("a JSON file", "JSON 文件"), _EXPORT)
    if _is_binary(data[:_HEAD]):
        raise _is_instead(source, Text("a binary file of an unknown kind", "未知类型的二进制文件"), _EXPORT)
    return "text"


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_utf16(head):
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
