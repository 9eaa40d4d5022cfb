"""Files that are out to hurt, or were hurt: bombs, circles, texts in disguise, tables stretched beyond reason."""

from __future__ import annotations

import bz2
import gzip
import io
import struct
import zipfile

from . import formats, make

LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
LAUGHTER = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
STRANGER = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def with_part(whole: bytes, name: str, content: bytes) -> bytes:
    """A zip archive with one part replaced or added."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    return make.zipped(parts | {name: content})


def sheet(rows: str, before: str = "") -> bytes:
    return make.xlsx(sheet=f'{before}<worksheet xmlns="{make.MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode())


def texted(entity: str) -> str:
    """Rows of answers, the first name of which holds an entity."""
    return make.row_xml(1, [entity, "Q2"]) + "".join(make.row_xml(at, [5, 4]) for at in range(2, 8))


def entities_in_the_workbook(declared: str, entity: str) -> bytes:
    body = f'<workbook xmlns="{make.MAIN}" xmlns:r="{make.OFFICE}"><sheets><sheet name="{entity}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    return with_part(make.xlsx(make.table_xml(20, 4)), "xl/workbook.xml", f"{declared}{body}".encode())


def entities_in_open_document(declared: str, entity: str) -> bytes:
    whole = formats.ods(formats.ods_row(formats.ods_text("Q1")), formats.ods_row(formats.ods_text(entity)))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        content = archive.read("content.xml").decode()
    return with_part(whole, "content.xml", f"{declared}{content}".encode())


def phantom_rows() -> bytes:
    """A table, and below it formatted rows without values to the last that Excel has."""
    below = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(202, 1_048_577))
    return make.xlsx(make.table_xml() + below)


def widest() -> bytes:
    """A sheet with values in all 16,384 columns that Excel has."""
    return make.xlsx("".join(make.row_xml(number, row) for number, row in enumerate(make.answers(3, 16_384), 1)))


def many_sheets(count: int = 300) -> bytes:
    return make.workbook({f"Sheet {number}": make.answers(3, 2) for number in range(count)})


def same_entry_often(times: int = 60_000) -> bytes:
    """A zip directory that lists one part tens of thousands of times."""
    whole = make.xlsx(make.table_xml(20, 4))
    end = whole.rindex(b"PK\x05\x06")
    start = struct.unpack_from("<I", whole, end + 16)[0]
    directory = whole[start:end]
    first = directory[: directory.index(b"PK\x01\x02", 4)]
    longer = directory + first * times
    tail = bytearray(whole[end:])
    struct.pack_into("<HHI", tail, 8, 65_535, 65_535, len(longer))
    return whole[:start] + longer + bytes(tail)


def nested_gzip(times: int = 3) -> bytes:
    data = b"Q1,Q2\n5,4\n"
    for _ in range(times):
        data = gzip.compress(data)
    return data


def encrypted_archive() -> bytes:
    """A workbook whose parts are encrypted one by one, as zip programs do it."""
    data = bytearray(make.xlsx(make.table_xml(20, 4)))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def circular_xls() -> bytes:
    """An old workbook whose chain of sectors leads back to its beginning."""
    data = bytearray(formats.xls(make.answers(200, 8)))
    table = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    for at in range(table, table + 512, 4):
        (follows,) = struct.unpack_from("<I", data, at)
        if follows == 0xFFFFFFFE:
            struct.pack_into("<I", data, at, 0)
    return bytes(data)


LATE = make.HTML.replace(b"<!DOCTYPE html>", b"\n\n  <!-- report -->\n")
XML_2003 = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
BZIP = bz2.compress(b"Q1,Q2\n5,4\n")
