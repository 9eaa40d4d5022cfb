"""The surveys of examples/ are what their makers make, and the outputs beside them are what the program prints."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from csi.commands.app import run

from .pages import ROOT

EXAMPLES = ROOT / "examples"
SURVEYS = {"telecom": "telecom.csv", "servqual": "servqual.xlsx", "retail-zh": "retail-zh.xlsx"}


@pytest.fixture
def remade(tmp_path, monkeypatch):
    """A folder into which a maker writes its survey."""
    monkeypatch.syspath_prepend(EXAMPLES)

    def make(name: str) -> Path:
        maker = importlib.import_module(f"make_{name}")
        monkeypatch.setattr(maker, "HERE", tmp_path)
        maker.main()
        return tmp_path

    return make


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """Every cell of a workbook; its bytes depend on the library that packed it."""
    import python_calamine

    book = python_calamine.load_workbook(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("name", ["telecom", "hotel", "shop"])
def test_the_makers_of_text_write_it_to_the_byte(name, remade):
    assert (remade(name) / f"{name}.csv").read_bytes() == (EXAMPLES / f"{name}.csv").read_bytes()


@pytest.mark.parametrize(("maker", "workbook"), [("servqual", "servqual.xlsx"), ("retail", "retail-zh.xlsx")])
def test_the_makers_of_the_workbooks_fill_every_cell_as_it_stands(maker, workbook, remade):
    assert sheets(remade(maker) / workbook) == sheets(EXAMPLES / workbook)


@pytest.mark.parametrize(("name", "survey"), SURVEYS.items())
def test_the_printed_output_is_what_the_program_prints(name, survey, capfd, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    code = run(["score", f"examples/{survey}"])
    assert (code, capfd.readouterr()) == (0, ((EXAMPLES / f"{name}.txt").read_text(encoding="utf-8"), ""))
