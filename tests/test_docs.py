"""What the documentation says is what the program does: every block runs, and every list is complete."""

from __future__ import annotations

import re
import shutil
import sys

import pytest

import csi
from csi import errors
from csi.analyses import ANALYSES
from csi.commands import faults, verdict
from csi.commands.app import COMMANDS, command
from csi.commands.flags import Flag
from csi.terms import Text

from .pages import PAGES, ROOT, blocks, links, rows, session, text

MANUALS = {"en": "docs/manual.md", "zh": "docs/manual.zh.md"}
ALL_COMMANDS = [*ANALYSES, *COMMANDS]
SHARED = ("score", "gap", "report")
FIRST = {
    "options": Text("option", "选项"),
    "single": Text("command", "命令"),
    "codes": Text("code", "代码"),
    "tables": Text("table", "表"),
}
OFF = Text("off", "关")
TEST_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -q '.[test]' && .venv/bin/python -m pytest -n auto"


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """A folder with the examples in it, on a terminal of 100 columns."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return monkeypatch


@pytest.mark.parametrize("page", PAGES)
def test_every_block_of_a_page_runs_and_prints_what_the_page_shows(page, reader, capfd):
    def told():
        out, err = capfd.readouterr()
        return out + err

    assert session(page, told, reader) == []


@pytest.mark.parametrize("page", PAGES)
def test_every_model_of_a_page_can_be_read(page, reader, tmp_path):
    for number, block in enumerate(models(page)):
        path = tmp_path / f"{number}.yaml"
        path.write_text(block, encoding="utf-8")
        assert csi.read_model(path).indicators


def models(page: str) -> list[str]:
    return [block for block in blocks(page, "yaml") if re.search(r"^latents:", block, re.MULTILINE)]


def test_the_pages_hold_models():
    assert [bool(models(page)) for page in ("README.md", *MANUALS.values(), "docs/formats.md")] == [True] * 4


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_points_to_is_there(page):
    assert [link for link in links(page) if not link.exists()] == []


@pytest.mark.parametrize("page", MANUALS.values())
def test_the_manual_names_every_command_and_no_other(page):
    named = re.findall(r"^\| `csi (\w+)", text(page), re.MULTILINE)
    assert list(dict.fromkeys(named)) == ALL_COMMANDS


def default(flag: Flag, language: str) -> str:
    """The default as the help page and the manual write it."""
    at = ("en", "zh").index(language)
    if flag.shown:
        return flag.shown[at]
    return OFF[at] if flag.default is False else "–" if flag.default in (None, ()) else str(flag.default)


def flags(name: str) -> tuple[Flag, ...]:
    made = command(name)
    assert made is not None
    return made.flags


def spellings(flag: Flag) -> str:
    return f"`{flag.spelling}`, `{flag.short}`" if flag.short else f"`{flag.spelling}`"


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("name", SHARED)
def test_the_manual_lists_the_shared_options_with_their_defaults(name, language):
    told = {row[0]: row[1] for row in rows(MANUALS[language], FIRST["options"][["en", "zh"].index(language)])}
    offered = {spellings(flag): default(flag, language) for flag in flags(name) if flag.name not in ("fail_under", "at_least")}
    assert told == offered


def single_options(language: str) -> list[tuple[str, str, str]]:
    """(command, option, default) of every row about single commands."""
    found = [row for row in rows(MANUALS[language], FIRST["single"][["en", "zh"].index(language)]) if len(row) == 4]
    return [(name, row[1], row[2]) for row in found for name in re.findall(r"`(\w+)`", row[0])]


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_the_manual_lists_the_options_of_single_commands_with_their_defaults(name, language):
    told = {(option, value) for command_name, option, value in single_options(language) if command_name == name}
    shared = {flag.name for flag in flags("score")} & {flag.name for flag in flags("gap")}
    offered = {
        (spellings(flag), default(flag, language))
        for flag in flags(name)
        if flag.name not in shared or (flag.name == "out" and name in ("init", "demo"))
    }
    assert told == offered


@pytest.mark.parametrize("page", MANUALS.values())
def test_the_manual_names_no_option_that_does_not_exist(page):
    known = {flag.spelling for name in ALL_COMMANDS for flag in flags(name)} | {"--help", "--version"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text(page))) == known


@pytest.mark.parametrize("page", MANUALS.values())
@pytest.mark.parametrize("name", ["check", "expand", "init", "explain", "demo"])
def test_the_manual_says_which_options_the_other_commands_take(page, name):
    taken = re.search(rf"`{name}`[^`]*?(?:takes?|接受) ([^;；。.]*)", told_together(page))
    assert taken is not None
    assert [flag.spelling for flag in flags(name) if f"`{flag.spelling}`" not in text(page)] == []


def told_together(page: str) -> str:
    return (
        next(line for line in text(page).splitlines() if line.startswith("`check`"))
        .replace("`explain` and `demo` take", "`explain` take; `demo` take")
        .replace("`explain` 和 `demo` 接受", "`explain` 接受；`demo` 接受")
    )


@pytest.mark.parametrize("language", MANUALS)
def test_the_table_of_exit_codes_is_that_of_the_program(language):
    told = {int(row[0]) for row in rows(MANUALS[language], FIRST["codes"][["en", "zh"].index(language)])}
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.CsiError)]
    leaving = {0, verdict.THRESHOLD_MISSED, faults.BUG, faults.INTERRUPTED, faults.READER_GONE}
    assert told == leaving | {one.exit_code for one in classes}


@pytest.mark.parametrize("language", MANUALS)
def test_the_tables_of_the_manual_are_those_of_the_results(language):
    told = {row[0]: row[1].split(", ") for row in rows(MANUALS[language], FIRST["tables"][["en", "zh"].index(language)])}
    survey, model = csi.open_survey(ROOT / "examples" / "servqual.xlsx")
    study = csi.Study(survey, model, resamples=0)
    results = [csi.run(name, study) for name in ANALYSES]
    given = {
        f"{result.analysis}: `{table.key}`": [term.key for term in table.columns] for result in results for table in result.tables
    }
    assert {key: columns for key, columns in told.items() if not key.startswith("check")} == given


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_test_command_of_the_readme_is_the_one_that_is_run_for_every_change(page):
    assert TEST_COMMAND in blocks(page, "sh")[1].splitlines()
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", ["console", "python"])
def test_both_manuals_show_the_same_blocks(kind):
    english, chinese = (blocks(page, kind) for page in MANUALS.values())
    assert len(english) == len(chinese)


def test_no_page_names_the_machine_it_was_written_on():
    assert [page for page in PAGES if re.search(r"/(?:home|root|tmp|work|opt)/", text(page))] == []


def test_the_pages_are_read_by_the_interpreter_that_runs_the_tests():
    assert sys.version_info >= (3, 11)
