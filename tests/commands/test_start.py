"""What the program costs before it does anything."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

HEAVY = ("numpy", "pandas", "scipy", "pydantic", "yaml", "openpyxl", "python_calamine", "xlsxwriter", "jinja2")


def imported(*words: str) -> set[str]:
    """The top-level packages that `csi WORDS` imports."""
    call = [sys.executable, "-X", "importtime", "-m", "csi", *words]
    told = subprocess.run(call, capture_output=True, text=True, check=True, env=os.environ | {"LANG": "zh_CN.UTF-8"}).stderr
    return {line.rpartition("|")[2].strip().split(".")[0] for line in told.splitlines() if line.startswith("import time:")}


def test_the_version_is_told_before_typer_is_imported():
    assert {"typer", "importlib.metadata"} & imported("--version") == set()


def test_the_version_is_one_line():
    told = subprocess.run([sys.executable, "-m", "csi", "--version"], capture_output=True, text=True, check=True)
    assert told.stdout.startswith("csi ") and told.stdout.count("\n") == 1


@pytest.mark.parametrize("words", [("--help",), ("--lang", "zh", "--help"), ("check", "--help"), ("init", "--help")])
def test_help_imports_no_library_that_calculates_or_opens_files(words):
    assert imported(*words) & set(HEAVY) == set()


def test_linear_algebra_runs_on_one_thread_unless_told_otherwise():
    code = "import os, sys; sys.argv = ['csi', '--help']; from csi.commands import main\ntry: main()\nexcept SystemExit: pass\n"
    told = subprocess.run(
        [sys.executable, "-c", code + "print(os.environ['OPENBLAS_NUM_THREADS'], os.environ['OMP_NUM_THREADS'])"],
        capture_output=True,
        text=True,
        check=True,
        env={name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"} | {"OMP_NUM_THREADS": "3"},
    )
    assert told.stdout.splitlines()[-1] == "1 3"
