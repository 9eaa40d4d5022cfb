"""Reading surveys: a workbook beside bare calamine and pandas with openpyxl, a text file beside pandas' C parser.

python -m benchmarks.reading [--rounds 5]
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

from csi.reading import open_survey

from .measure import Runs, run
from .page import Row, Section, times

BOOK_ROWS, TEXT_ROWS, COLUMNS = 50_000, 1_000_000, 30
WORDS = ("很不满意", "不满意", "一般", "满意", "很满意")
REGIONS = ("North", "South", "East", "West")
MODEL = """latents:
  Quality: [Q1..Q12]
  Value: [Q13..Q20]
  Satisfaction: [Q21..Q26]
paths: {Quality: [Value, Satisfaction], Value: [Satisfaction]}
index: Satisfaction
respondents: {id: id, segments: [region]}
"""


def columns() -> list[str]:
    """An id, 24 questions in codes, two in words, a segment, a recommendation, a comment."""
    return ["id", *(f"Q{j}" for j in range(1, 27)), "region", "recommend", "comment"]


def answers(rows: int, part: int = 0) -> list[tuple[object, ...]]:
    """Respondents, one in twenty cells of the questions left blank; no two parts alike."""
    rng = np.random.default_rng(part + 1)
    own = rng.normal(size=(rows, 1))
    codes = np.clip(np.rint(3.4 + 0.8 * own + 0.9 * rng.normal(size=(rows, 26))), 1, 5).astype(int)
    blank = rng.random((rows, 26)) < 0.05
    where, liked = rng.integers(0, 4, rows), rng.integers(0, 11, rows)
    return [
        (
            i + 1,
            *(None if b else int(c) for c, b in zip(codes[i, :24], blank[i, :24], strict=True)),
            *(None if b else WORDS[c - 1] for c, b in zip(codes[i, 24:], blank[i, 24:], strict=True)),
            REGIONS[where[i]],
            int(liked[i]),
            "quick, and friendly" if i % 7 == 0 else None,
        )
        for i in range(rows)
    ]


def write_book(place: Path) -> None:
    """The workbook, 50,000 respondents."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Answers")
    sheet.append(columns())
    for row in answers(BOOK_ROWS):
        sheet.append(row)
    book.save(place)


def write_text(place: Path) -> None:
    """The text file, 1,000,000 respondents."""
    import csv

    with place.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(columns())
        for part in range(TEXT_ROWS // BOOK_ROWS):
            table.writerows((part * BOOK_ROWS + int(str(row[0])), *row[1:]) for row in answers(BOOK_ROWS, part))


def csi(survey: str, model: str) -> object:
    """Read, decoded and checked."""
    return open_survey(survey, model)


def calamine(survey: str, _: str) -> object:
    """Bare values of the sheet."""
    return importlib.import_module("python_calamine").CalamineWorkbook.from_path(survey).get_sheet_by_index(0).to_python()


def openpyxl(survey: str, _: str) -> object:
    """What people do today."""
    return importlib.import_module("pandas").read_excel(survey, engine="openpyxl")


def pandas(survey: str, _: str) -> object:
    """The C parser."""
    return importlib.import_module("pandas").read_csv(survey, engine="c")


PROGRAMS: dict[str, Callable[[str, str], object]] = {"csi": csi, "calamine": calamine, "openpyxl": openpyxl, "pandas": pandas}
LIBRARIES = {"csi": ("csi.reading", "python_calamine", "pandas"), "calamine": ("python_calamine",)}


def measured(program: str, survey: str, model: str) -> float:
    """Seconds of one reading in this process; loading the libraries is not counted."""
    for library in LIBRARIES.get(program, ("pandas", "openpyxl")):
        importlib.import_module(library)
    if program == "csi":
        _load_all(model)
    start = time.perf_counter()
    _kept = PROGRAMS[program](survey, model)
    return time.perf_counter() - start


def _load_all(model: str) -> None:
    """What csi loads when it is needed, by a survey of ten."""
    with tempfile.TemporaryDirectory() as place:
        small = Path(place, "ten.csv")
        rows = (",".join("" if value is None else f'"{value}"' for value in row) for row in (columns(), *answers(10)))
        small.write_text("\n".join(rows), encoding="utf-8")
        csi(str(small), model)


def section(rounds: int = 5) -> Section:
    """Every program in a process of its own, in turn."""
    with tempfile.TemporaryDirectory() as place:
        book, text, model = Path(place, "survey.xlsx"), Path(place, "survey.csv"), Path(place, "survey.model.yaml")
        write_book(book)
        write_text(text)
        model.write_text(MODEL, encoding="utf-8")
        books = _in_turn(("csi", "calamine", "openpyxl"), book, model, rounds)
        texts = _in_turn(("csi", "pandas"), text, model, rounds)
    rows = (*_book_rows(books), *_text_rows(texts))
    how = (
        "From a closed file to a survey that can be scored, in a process of its own, without loading the libraries: csi also looks for "
        "the sheet and the header, matches words with codes, keeps the address of every cell that it doubts, and checks the respondents "
        "(duplicates, straight lines, restarted ids). The survey has an id, 24 questions in codes, two in Chinese words, a segment, a "
        "recommendation and a comment; one answer in twenty is missing. The others return bare values."
    )
    return Section("Reading", how, rows)


def _in_turn(programs: tuple[str, ...], survey: Path, model: Path, rounds: int) -> dict[str, tuple[float, int]]:
    command = [sys.executable, "-m", "benchmarks.reading", "--survey", str(survey), "--yaml", str(model), "--measure"]
    found: dict[str, list[object]] = {program: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            found[program].append(run([*command, program]))
    every = {program: Runs(tuple(runs)) for program, runs in found.items()}  # type: ignore[arg-type]
    return {program: (median(runs.printed("seconds")), runs.peak) for program, runs in every.items()}


def _book_rows(found: dict[str, tuple[float, int]]) -> list[Row]:
    (ours, peak), (bare, least), (usual, most) = (found[program] for program in ("csi", "calamine", "openpyxl"))
    size = f"{BOOK_ROWS:,} × {COLUMNS} xlsx"
    return [
        Row(f"bare calamine `to_python`, {size}", bare, least, "1 (what reading takes)"),
        Row(f"csi, {size}", ours, peak, times(ours / bare), "≤ 1.6×", ours / bare <= 1.6),
        Row(
            f"`pandas.read_excel` with openpyxl, {size}", usual, most, times(usual / ours) + " of csi", "≥ 8×", usual / ours >= 8
        ),
    ]


def _text_rows(found: dict[str, tuple[float, int]]) -> list[Row]:
    (ours, peak), (bare, least) = found["csi"], found["pandas"]
    size = f"{TEXT_ROWS:,} × {COLUMNS} csv"
    return [
        Row(f"pandas' C parser, {size}", bare, least, "1"),
        Row(f"csi, {size}", ours, peak, times(ours / bare), "≤ 2×", ours / bare <= 2),
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--measure", choices=tuple(PROGRAMS), help="one program in this process, as JSON")
    options.add_argument("--survey")
    options.add_argument("--yaml")
    asked = options.parse_args()
    if asked.measure:
        print(json.dumps({"seconds": measured(asked.measure, asked.survey, asked.yaml)}))
    else:
        print(section(asked.rounds).markdown())


if __name__ == "__main__":
    main()
