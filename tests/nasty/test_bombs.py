"""Bombs, each in a process of its own: refused or read in little time and little memory, whatever they unpack to."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from . import formats, hostile, make

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory is measured as Unix does it")

CODE = """
import sys, time
from csi.errors import CsiError
from csi.reading.grid import read_cells
from tests.nasty.peak import peak_megabytes
began = time.perf_counter()
try:
    told = f"{len(read_cells(sys.argv[1]).rows)} rows"
except CsiError as refusal:
    told = refusal.reason.en
print(told, time.perf_counter() - began, peak_megabytes(), sep="\\n")
"""
ROOT = Path(__file__).resolve().parents[2]
BUSY = 4  # times slower than an idle machine a test machine may be

Bomb = Callable[[], bytes]


def odd_repeat() -> bytes:
    far = formats.ods_row(formats.ods_empty(16_000) + formats.ODS_VALUE, repeated=1_000_000)
    return formats.ods(formats.ods_row(formats.ODS_VALUE), far)


def packed_cases() -> bytes:
    numpy = pytest.importorskip("numpy")
    pytest.importorskip("pyreadstat")
    from . import statistics

    return statistics.zsav({"Q1": numpy.ones(6_000_000)})


def packed_rows() -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    from . import statistics

    return statistics.parquet({"Q1": pyarrow.repeat(pyarrow.scalar(5, pyarrow.int8()), 100_000_000)})


def quotation() -> bytes:
    return b'Q1,Q2\n"' + b"5,4\n" * 1_000_000


def one_long_line() -> bytes:
    return b"5," * 5_000_000


# what it is, how to make it, what is said, seconds and megabytes on an idle machine
BOMBS: list[tuple[str, Bomb, str, float, int]] = [
    ("sheet", make.zip_bomb, "unpacks to", 2, 300),
    ("rows without an address", lambda: make.unnumbered_rows(10_000_000), "columns, more than fits", 2, 300),
    ("cells without an address", lambda: make.unnumbered_rows(500_000, 50), "unpacks to", 4, 300),
    ("texts", lambda: make.zip_bomb("xl/sharedStrings.xml"), "unpacks to", 2, 300),
    ("workbook part", lambda: make.zip_bomb("xl/workbook.xml"), "unpacks to", 2, 300),
    ("gzip", make.gzip_bomb, "unpacks to", 2, 300),
    ("laughter", lambda: hostile.entities_in_the_workbook(hostile.LAUGHTER, "&l9;"), "DOCTYPE", 2, 300),
    ("laughter in ods", lambda: hostile.entities_in_open_document(hostile.LAUGHTER, "&l9;"), "DOCTYPE", 2, 300),
    ("repeats in ods", odd_repeat, "stray value", 2, 300),
    ("stray cell", lambda: make.far_cell("XFD1048576"), "stray value", 2, 300),
    ("stray cell in xls", lambda: formats.xls(make.answers(), far=(65_535, 255)), "stray value", 2, 300),
    ("circle in xls", hostile.circular_xls, "damaged", 2, 300),
    ("phantom rows", hostile.phantom_rows, "200 rows", 4, 300),
    ("one part listed very often", hostile.same_entry_often, "damaged", 2, 300),
    ("zsav", packed_cases, "6,000,000 rows", 2, 300),
    ("parquet", packed_rows, "100,000,000 rows", 2, 300),
    ("quotation mark", quotation, "quotation mark", 4, 300),
    ("one long line", one_long_line, "more than 65,536 values", 2, 300),
]


@pytest.mark.parametrize(("name", "bomb", "said", "seconds", "megabytes"), BOMBS, ids=[bomb[0] for bomb in BOMBS])
def test_a_bomb_costs_little(name: str, bomb: Bomb, said: str, seconds: float, megabytes: int, tmp_path: Path):
    path = make.saved(tmp_path, "survey.dat", bomb())
    told = subprocess.run(
        [sys.executable, "-c", CODE, str(path)], capture_output=True, text=True, check=False, timeout=120, cwd=ROOT
    )
    assert told.stderr == ""
    sentence, took, peak = told.stdout.strip().splitlines()
    assert said in sentence
    assert float(took) < BUSY * seconds
    assert int(peak) < megabytes
