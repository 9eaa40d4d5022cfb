"""Reports as bytes, for the screen, one file or a folder of files."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..renderers import RENDERERS, render
from ..renderers.csv_table import csv_files, render_csvs
from ..renderers.terminal_look import draws_unicode
from ..results import Report
from .sources import STDIN
from .wishes import Wishes

JOINABLE = ("table", "json", "csv", "md")  # several reports fit into one stream
_PIPED_WIDTH = 120  # cells of a line that nobody's terminal limits


@dataclass(frozen=True)
class Made:
    """One survey's report, in the language it is to be read in. inputs: files that were read for it."""

    source: str
    report: Report
    language: str
    inputs: tuple[Path, ...] = ()


def stream(made: Sequence[Made], form: str, wishes: Wishes, *, batch: bool) -> bytes:
    """All reports in one piece; JSON documents of a batch stand in an array."""
    if form == "csv" and batch:
        return render_csvs([(one.source, one.report) for one in made], **_hints(form, wishes)).encode()
    contents = [_bytes(one, form, wishes) for one in made]
    if form == "json" and batch:
        return b"[" + b",\n".join(content.rstrip() for content in contents) + b"]\n"
    return b"\n".join(contents)


def folder_files(made: Sequence[Made], form: str, wishes: Wishes, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Path and bytes of every file: one a survey; of CSV one a table, in a folder of its own where there are several surveys."""
    for name, one in zip(_names(made), made, strict=True):
        if form != "csv":
            yield folder / f"{name}{RENDERERS[form].suffixes[0]}", _bytes(one, form, wishes)
            continue
        place = folder / name if len(made) > 1 else folder
        for file, content in csv_files(one.report, language=one.language).items():
            yield place / file, content


def _names(made: Sequence[Made]) -> list[str]:
    """The surveys' names without suffix; a repeated one is numbered."""
    names: list[str] = []
    for one in made:
        stem = "survey" if one.source == STDIN else Path(one.source).stem
        same = sum(name == stem or name.startswith(f"{stem} (") for name in names)
        names.append(f"{stem} ({same + 1})" if same else stem)
    return names


def _bytes(one: Made, form: str, wishes: Wishes) -> bytes:
    return render(one.report, form, language=one.language, **_hints(form, wishes))


def _hints(form: str, wishes: Wishes) -> dict[str, Any]:
    if form == "csv":
        return {"excel": wishes.out is not None}  # a file is opened by double click, a stream is read by a script
    return _screen(wishes) if form == "table" else {}


def _screen(wishes: Wishes) -> dict[str, Any]:
    """What the terminal can show; a file or a pipe gets every sign, without colour."""
    shown = wishes.out is None and sys.stdout.isatty()
    term = os.environ.get("TERM")
    return {
        "width": shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns,
        "color": shown and not os.environ.get("NO_COLOR") and term != "dumb",
        "unicode": not shown or draws_unicode(sys.stdout.encoding, term),
        "verbose": wishes.verbose,
    }
