"""Small sound files of every format, broken at random: each must end in a survey or in one of our own errors, soon and quietly.

python -m tests.nasty.fuzz --minutes 10 --seed 1 --keep found
"""

from __future__ import annotations

import argparse
import gzip
import io
import multiprocessing
import random
import sys
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from . import formats, make, statistics
from .peak import peak_megabytes

SLOWEST = 5.0  # seconds of the processor
LARGEST = 1_500  # megabytes that a reader may come to hold
PATIENCE = 60.0  # seconds before a reader is given up


def seeds() -> dict[str, bytes]:
    """A small sound file of every format."""
    rows = make.answers(12, 4)
    text = "\n".join(",".join(map(str, row)) for row in rows)
    words = "序号,您对服务满意吗,评价\n" + "".join(f"{at},{word},5\n" for at, word in enumerate(["很满意", "一般", "不满意"] * 4))
    western = "Nr;Zufriedenheit;Qualität\n" + "1;völlig;4,5\n2;überhaupt nicht;3,0\n" * 5
    columns = {"Q1": [5.0, 4, 3, 2] * 3, "Q2": [1.0, 2, 3, 9] * 3, "t": ["a", "b", "", "很满意"] * 3}
    labels = {"Q1": {1: "Very bad", 5: "Very good"}, "Q2": {1: "Disagree", 2: "Neutral", 3: "Agree", 9: "Refused"}}
    cells = {(row, column): value for row, line in enumerate(rows) for column, value in enumerate(line)}
    more = formats.ods_row("".join(formats.ods_text(f"Q{at}") for at in range(1, 5))) + formats.ods_row(formats.ODS_VALUE * 4, 6)
    found = {
        "csv": text.encode(),
        "quoted": '"Q1","Say ""why""\nin a word"\r\n5,"a\r\nb"\r\n4,c\r\n'.encode() * 4,
        "tsv16": text.replace(",", "\t").encode("utf-16"),
        "gb18030": words.encode("gb18030"),
        "cp932": "番号,満足度\n1,とても満足\n2,ふつう\n".encode("cp932") * 3,
        "cp1252": western.encode("cp1252"),
        "gzip": gzip.compress(text.encode(), mtime=0),
        "xlsx": make.workbook({"Responses": rows, "Codebook": [["SS", "agree"], ["TS", "disagree"]]}),
        "xlsx_raw": make.xlsx(make.table_xml(12, 4)),
        "xlsb": formats.xlsb(cells),
        "xls": formats.xls(rows),
        "ods": formats.ods(more),
    }
    try:
        found |= {
            "sav": statistics.sav(
                columns, variable_value_labels=labels, missing_ranges={"Q2": [9]}, column_labels=["How?", "Why?", "What?"]
            ),
            "zsav": statistics.zsav(columns, variable_value_labels=labels),
            "dta": statistics.dta(columns, variable_value_labels={"Q1": {1: "low", 5: "high"}}),
            "por": statistics.por({"Q1": columns["Q1"], "Q2": columns["Q2"]}),
            "parquet": statistics.parquet(columns),
        }
    except ImportError:
        pass  # their libraries are options
    return found


def broken(whole: bytes, chance: random.Random) -> bytes:
    """The file after one to four accidents; the parts of a zip archive may meet them one by one, so that the archive stays sound."""
    if whole.startswith(b"PK") and chance.random() < 0.6:
        return _inside_archive(whole, chance)
    if whole.startswith(b"\x1f\x8b") and chance.random() < 0.5:
        return gzip.compress(_hit(gzip.decompress(whole), chance), mtime=0)
    return _hit(whole, chance)


def _hit(data: bytes, chance: random.Random) -> bytes:
    hurt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4))):
        chance.choice(ACCIDENTS)(hurt, chance)
    return bytes(hurt)


def _inside_archive(whole: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = _hit(parts[name], chance)
    return make.zipped(parts)


def _span(data: bytearray, chance: random.Random, longest: int = 64) -> slice:
    start = chance.randrange(len(data) + 1)
    return slice(start, start + chance.randint(1, longest))


def flip(data: bytearray, chance: random.Random) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(data: bytearray, chance: random.Random) -> None:
    del data[_span(data, chance, max(len(data) // 3, 1))]


def duplicate(data: bytearray, chance: random.Random) -> None:
    span = _span(data, chance, 400)
    data[span.start : span.start] = data[span] * chance.choice((1, 2, 50))


def insert(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice((chance.randbytes(chance.randint(1, 16)), *ODDITIES))


def zero(data: bytearray, chance: random.Random) -> None:
    span = _span(data, chance)
    data[span] = bytes(len(data[span]))


def enlarge(data: bytearray, chance: random.Random) -> None:
    """A length or a count that says far too much."""
    at = chance.randrange(len(data) + 1)
    data[at : at + 4] = chance.choice((b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\x7f\xff\xff\xff"))


def digits(data: bytearray, chance: random.Random) -> None:
    """A number in the text that says far too much."""
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if places:
        at = chance.choice(places)
        data[at : at + 1] = chance.choice((b"99999999", b"-1", b"1e999", b"0", b"1048576", b"nan"))


Accident = Callable[[bytearray, random.Random], None]
ACCIDENTS: tuple[Accident, ...] = (flip, flip, cut, duplicate, insert, zero, enlarge, digits)
ODDITIES = (
    b'"', b"'", b"\0", b"\r", b"\n", b"\x1a", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&amp;", b"&x;", b"]]>", b"<!--",
    b'<c r="XFD1048576"><v>1</v></c>', b'table:number-columns-repeated="9999999"', b"<!DOCTYPE a [<!ENTITY x 'y'>]>",
    "满".encode("gb18030"), "\u202e".encode(), b"=1+1", b"1e309", b"inf", b"TRUE", b"\x1b[31m",
)  # fmt: skip


def read(data: bytes) -> str:
    """What became of a file: "survey", the key of our own refusal, or a traceback."""
    from csi.errors import CsiError
    from csi.reading import look

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            seen = look(data)  # type: ignore[arg-type]
    except CsiError as refusal:
        return refusal.key
    except Exception:
        return traceback.format_exc()
    return "survey" if seen.survey is not None else "cells"


def reader(line: Connection) -> None:
    """A process that reads what it is sent, so that a crash ends it alone."""
    while True:
        data = line.recv_bytes()
        began = time.process_time()
        told = read(data)
        line.send((told, time.process_time() - began, peak_megabytes()))


class Reader:
    """The process at work; a new one takes over when it dies, hangs or has grown too large."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.line, other = context.Pipe()
        self.process = context.Process(target=reader, args=(other,), daemon=True)
        self.process.start()
        other.close()

    def result(self, data: bytes) -> tuple[str, float]:
        """What became of a file, and the seconds it took."""
        self.line.send_bytes(data)
        try:
            if not self.line.poll(PATIENCE):
                return self._again("hang"), PATIENCE
            told, seconds, peak = self.line.recv()
        except (EOFError, ConnectionError):
            self.process.join()
            return self._again(f"crash {self.process.exitcode}"), 0.0
        if peak > LARGEST:
            return self._again(f"memory {peak} MB"), seconds
        return f"slow {seconds:.1f} s" if seconds > SLOWEST else told, seconds

    def _again(self, told: str) -> str:
        self.close()
        self._start()
        return told

    def close(self) -> None:
        self.process.kill()
        self.process.join()


def is_sound(told: str) -> bool:
    """A survey, or a refusal of our own."""
    return told.replace("_", "").isalpha() and told != "hang"


def inputs(seed: int) -> Iterator[tuple[str, int, bytes]]:
    """Name of the format, number of the accident, and the broken file: the same for the same seed."""
    sound, number = seeds(), 0
    while True:
        for name, whole in sound.items():
            yield name, number, broken(whole, random.Random(f"{seed} {name} {number}"))
        number += 1


def main(words: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--minutes", type=float, default=1.0)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", type=Path, default=None, help="a folder for the files that were not read soundly")
    wanted = options.parse_args(words)
    ends = time.monotonic() + 60 * wanted.minutes
    results: Counter[str] = Counter()
    found: Counter[str] = Counter()
    at_work, slowest = Reader(), 0.0
    for name, number, data in inputs(wanted.seed):
        told, seconds = at_work.result(data)
        slowest = max(slowest, seconds)
        results[told if is_sound(told) else "found"] += 1
        if not is_sound(told):
            reason = told.strip().splitlines()[-1]
            found[f"{name}: {reason}"] += 1
            if found[f"{name}: {reason}"] == 1:
                print(f"--- {name}, seed {wanted.seed}, number {number}\n{told}", flush=True)
                if wanted.keep:
                    wanted.keep.mkdir(parents=True, exist_ok=True)
                    (wanted.keep / f"{name}-{wanted.seed}-{number}").write_bytes(data)
        if time.monotonic() > ends:
            break
    at_work.close()
    print(f"{results.total():,} files, slowest {slowest:.1f} s:", dict(results.most_common()))
    print("\n".join(f"{times:6} {what}" for what, times in found.most_common()))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
