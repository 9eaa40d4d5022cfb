"""Makes SPSS, Stata and Parquet files, good and bad, as bytes."""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


_CLOCK = re.compile(rb"\d\d [A-Z][a-z]{2} \d\d\d\d:\d\d:\d\d")


def sav(columns: Mapping[str, Sequence[Any]], suffix: str = ".sav", **more: Any) -> bytes:
    """more: as pyreadstat.write_sav takes it, such as variable_value_labels and missing_ranges."""
    import pyreadstat

    return _written(pyreadstat.write_sav, columns, suffix, more)


def zsav(columns: Mapping[str, Sequence[Any]], **more: Any) -> bytes:
    return sav(columns, ".zsav", compress=True, **more)


def dta(columns: Mapping[str, Sequence[Any]], **more: Any) -> bytes:
    import pyreadstat

    return _written(pyreadstat.write_dta, columns, ".dta", more)


def por(columns: Mapping[str, Sequence[Any]], **more: Any) -> bytes:
    import pyreadstat

    return _written(pyreadstat.write_por, columns, ".por", more)


def _written(write: Any, columns: Mapping[str, Sequence[Any]], suffix: str, more: Mapping[str, Any]) -> bytes:
    import pandas

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"survey{suffix}"
        write(pandas.DataFrame(columns), str(path), **more)
        return _CLOCK.sub(b"01 Jan 2600:00:00", path.read_bytes(), count=1)  # the same file at any hour


def in_bytes_of(sav_file: bytes, encoding: str) -> bytes:
    """An uncompressed UTF-8 .sav whose Chinese texts are turned into another encoding, padded to the length they had."""
    han = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2})+")
    return han.sub(lambda found: found[0].decode("utf-8").encode(encoding).ljust(len(found[0])), sav_file)


def without_encoding(sav_file: bytes) -> bytes:
    """As old versions of SPSS wrote: no word on the encoding."""
    record = b"\x07\0\0\0\x14\0\0\0\x01\0\0\0\x05\0\0\0UTF-8"
    at = sav_file.index(record)
    bare = sav_file[:at] + sav_file[at + len(record) :]
    return bare.replace((65001).to_bytes(4, "little"), (2).to_bytes(4, "little"), 1)


def parquet(columns: Mapping[str, Any], **more: Any) -> bytes:
    import pyarrow
    from pyarrow import parquet as writer

    buffer = io.BytesIO()
    writer.write_table(pyarrow.table(dict(columns)), buffer, **more)
    return buffer.getvalue()
