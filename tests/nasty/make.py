"""Makes the .xlsx and text files that a reader meets on a bad day, as bytes. Nothing broken is kept in the repository."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest

from csi.errors import CsiError
from csi.reading.files.extent import letters

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BOMB_MEGABYTES = 1500


def saved(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(read, *arguments, **options) -> CsiError:
    """The error that a call ends in."""
    with pytest.raises(CsiError) as caught:
        read(*arguments, **options)
    return caught.value


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    """A sound .xlsx, written by a library."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if value != "":
                    sheet.write(number, column, value)
        if name in hidden:
            sheet.hide()
        else:
            sheet.activate()  # the first sheet is never hidden while it is the active one
    book.close()
    return buffer.getvalue()


def answers(respondents: int = 20, questions: int = 5) -> list[list[object]]:
    """A header and a row of numbers 1 to 5 for each respondent."""
    names: list[object] = [f"Q{number + 1}" for number in range(questions)]
    return [names, *([(row * 7 + column * 3) % 5 + 1 for column in range(questions)] for row in range(respondents))]


def xlsx(*sheets: str, sheet: bytes | None = None) -> bytes:
    """An .xlsx of which the rows' XML of each sheet is given, or the whole of its only `sheet`: what no library would write."""
    pages = (
        [sheet] if sheet else [f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode() for rows in sheets]
    )
    names = ["Responses", "Sheet2", "Sheet3"][: len(pages)]
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, 1))
    workbook = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>'.encode(),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]).encode(),
        "xl/workbook.xml": workbook.encode(),
        "xl/_rels/workbook.xml.rels": relations(
            [("worksheet", f"worksheets/sheet{at + 1}.xml") for at in range(len(pages))]
        ).encode(),
    }
    return zipped(parts | {f"xl/worksheets/sheet{at}.xml": page for at, page in enumerate(pages, 1)})


def relations(targets: Sequence[tuple[str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entries}</Relationships>'


def row_xml(number: int, values: Sequence[object]) -> str:
    return f'<row r="{number}">{"".join(cell_xml(f"{letters(at)}{number}", value) for at, value in enumerate(values, 1))}</row>'


def cell_xml(address: str, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


@cache
def table_xml(respondents: int = 200, questions: int = 10) -> str:
    return "".join(row_xml(number, row) for number, row in enumerate(answers(respondents, questions), 1))


def far_cell(address: str) -> bytes:
    """A table with one stray value; the row says what the address says."""
    return xlsx(f'{table_xml()}<row r="{address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}">{cell_xml(address, 1)}</row>')


@cache
def blanks() -> bytes:
    """A deflate stream of very many blanks: one packed mebibyte, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return once * BOMB_MEGABYTES + packer.flush()


def zip_bomb(part: str = "xl/worksheets/sheet1.xml") -> bytes:
    """An .xlsx of which one part unpacks to BOMB_MEGABYTES, while the directory says 100 bytes."""
    buffer = io.BytesIO(xlsx(table_xml()))
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != part}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr(zipfile.ZipInfo(part), blanks())  # stored as it is, and declared deflated below
    data = bytearray(buffer.getvalue())
    for sign, method, size in ((b"PK\x03\x04", 8, 22), (b"PK\x01\x02", 10, 24)):
        at = data.rfind(sign)
        data[at + method : at + method + 2] = struct.pack("<H", 8)
        data[at + size : at + size + 4] = struct.pack("<I", 100)
    return bytes(data)


def gzip_bomb() -> bytes:
    return gzip.compress(b"")[:10] + blanks() + bytes(8)


def formatted_rows(rows: int) -> bytes:
    """A table with formatted but empty rows below it."""
    below = "".join(f'<row r="{number}" s="1" customFormat="1"><c r="A{number}" s="1"/></row>' for number in range(300, rows + 1))
    return xlsx(table_xml() + below)


def truncated() -> bytes:
    whole = workbook({"Responses": answers(300)})
    return whole[: len(whole) // 2]


def encrypted() -> bytes:
    """As Office stores a workbook with a password: an old container that names the encrypted package."""
    return bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1528) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


HTML = b"<!DOCTYPE html><html><body><table><tr><td>Q1</td></tr><tr><td>5</td></tr></table></body></html>"
JSON = b'[{"Q1": 5, "Q2": 4}, {"Q1": 3, "Q2": 2}]'
SPSS = b"$FL2@(#) SPSS DATA FILE" + bytes(200)
CHINESE = "1、您的性别：,2、请评价：—服务态度,2、等候时间\n男,很满意,一般\n女,不满意,很不满意\n女,非常满意,一般\n"


def unnumbered_rows(count: int, cells: int = 1) -> bytes:
    """An .xlsx of so many rows without an address, `cells` values in each; it packs four hundredfold."""
    return xlsx(("<row>" + "<c><v>1</v></c>" * cells + "</row>") * count)
