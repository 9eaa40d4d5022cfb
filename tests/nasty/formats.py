"""Makes .xls, .xlsb and .ods files, good and bad, as bytes."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping, Sequence

from .make import relations, zipped


def xls(rows: Sequence[Sequence[object]], far: tuple[int, int] | None = None) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Responses")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    if far:
        sheet.write(*far, 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def xlsb(cells: Mapping[tuple[int, int], object], more: bytes = b"") -> bytes:
    """An .xlsb with values by (row, column) counted from 0. more: records after them."""
    sheet, last = record(129) + record(148, struct.pack("<4I", 0, 1, 0, 1)) + record(145), None
    for (row, column), value in sorted(cells.items()):
        if row != last:
            sheet, last = sheet + record(0, struct.pack("<I13x", row)), row
        place = struct.pack("<II", column, 0)
        sheet += record(6, place + _wide(value)) if isinstance(value, str) else record(5, place + struct.pack("<d", value))
    listed = record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Responses"))
    parts = {
        "_rels/.rels": relations([("officeDocument", "xl/workbook.bin")]).encode(),
        "xl/_rels/workbook.bin.rels": relations([("worksheet", "worksheets/sheet1.bin")]).encode(),
        "xl/workbook.bin": record(131) + record(153, bytes(16)) + record(143) + listed + record(144) + record(132),
        "xl/worksheets/sheet1.bin": sheet + more + record(146) + record(130),
    }
    return zipped(parts)


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 127 | 128, kind >> 7])
    return head + bytes([len(content)]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


ODS_VALUE = '<table:table-cell office:value-type="float" office:value="5"><text:p>5</text:p></table:table-cell>'


def ods_text(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def ods_empty(repeated: int) -> str:
    return f'<table:table-cell table:number-columns-repeated="{repeated}"/>'


def ods_row(cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def ods(*rows: str) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Responses">{"".join(rows)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<m:manifest xmlns:m="{space}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{mimetype}"/></m:manifest>'
    )
    return zipped({"mimetype": mimetype.encode(), "META-INF/manifest.xml": manifest.encode(), "content.xml": content.encode()})
