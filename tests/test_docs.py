"""What the documentation says is what the program does: every block runs, and every list is complete."""

from __future__ import annotations

import re
import shutil

import pytest

import csi
from csi import errors
from csi.analyses import ANALYSES
from csi.commands import faults, verdict
from csi.commands.app import COMMANDS, command
from csi.commands.flags import Flag
from csi.renderers.wording import pick
from csi.terms import Text

from .pages import PAGES, ROOT, anchors, blocks, headings, links, rows, session, text

MANUALS = {"en": "docs/manual.md", "zh": "docs/manual.zh.md"}
ALL_COMMANDS = [*ANALYSES, *COMMANDS]
SHARED_BY = (*ANALYSES, "report")
OTHERS = [name for name in ALL_COMMANDS if name not in SHARED_BY]
OPTION, COMMAND, OTHER_COMMAND = Text("option", "选项"), Text("one command", "个别命令"), Text("other command", "其他命令")
CODE, TABLE, OFF = Text("code", "代码"), Text("table", "表"), Text("off", "关")
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
    assert session(page, lambda: "".join(capfd.readouterr()), reader) == []


def models(page: str) -> list[str]:
    return [block for block in blocks(page, "yaml") if re.search(r"^latents:", block, re.MULTILINE)]


@pytest.mark.parametrize(("page", "block"), [(page, block) for page in PAGES for block in models(page)])
def test_every_model_of_a_page_can_be_read(page, block, tmp_path):
    path = tmp_path / "model.yaml"
    path.write_text(block, encoding="utf-8")
    assert csi.read_model(path).indicators


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_points_to_is_there(page):
    assert [link.name for link in links(page) if not link.exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_heading_that_a_page_points_to_is_there(page):
    assert anchors(page) <= headings(page)


@pytest.mark.parametrize("page", MANUALS.values())
def test_the_manual_names_every_command_and_no_other(page):
    named = re.findall(r"^\| `csi (\w+)", text(page), re.MULTILINE)
    assert list(dict.fromkeys(named)) == ALL_COMMANDS


def flags(name: str) -> list[Flag]:
    made = command(name)
    assert made is not None
    return list(made.flags)


def of_one_command(flag: Flag) -> bool:
    return flag.panel == "own" or flag.name == "fail_under"


def spelled(flag: Flag) -> str:
    return f"`{flag.spelling}`, `{flag.short}`" if flag.short else f"`{flag.spelling}`"


def default(flag: Flag, language: str) -> str:
    """The default as the manual writes it."""
    plain = OFF if flag.default is False else Text(str(flag.default), str(flag.default))
    return pick(flag.shown or (Text("–", "–") if flag.default in (None, ()) else plain), language)


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("name", SHARED_BY)
def test_the_manual_lists_the_shared_options_with_their_defaults(name, language):
    told = {row[0]: row[1] for row in rows(MANUALS[language], pick(OPTION, language))}
    assert told == {spelled(flag): default(flag, language) for flag in flags(name) if not of_one_command(flag)}


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("name", ALL_COMMANDS)
def test_the_manual_lists_the_options_of_single_commands_with_their_defaults(name, language):
    told = {row[1]: row[2] for row in rows(MANUALS[language], pick(COMMAND, language)) if f"`{name}`" in row[0]}
    assert told == {spelled(flag): default(flag, language) for flag in flags(name) if of_one_command(flag)}


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("name", OTHERS)
def test_the_manual_lists_which_shared_options_the_other_commands_take(name, language):
    told = [row[1] for row in rows(MANUALS[language], pick(OTHER_COMMAND, language)) if f"`{name}`" in row[0]]
    assert told == [" ".join(f"`{flag.spelling}`" for flag in flags(name) if not of_one_command(flag))]


@pytest.mark.parametrize("page", MANUALS.values())
def test_the_manual_names_no_option_that_does_not_exist(page):
    known = {flag.spelling for name in ALL_COMMANDS for flag in flags(name)} | {"--help", "--version"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text(page))) == known


@pytest.mark.parametrize("language", MANUALS)
def test_the_table_of_exit_codes_is_that_of_the_program(language):
    classes = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.CsiError)]
    others = {0, verdict.THRESHOLD_MISSED, faults.BUG, faults.INTERRUPTED, faults.READER_GONE}
    told = [int(row[0]) for row in rows(MANUALS[language], pick(CODE, language))]
    assert told == sorted(others | {one.exit_code for one in classes})


@pytest.mark.parametrize("language", MANUALS)
@pytest.mark.parametrize("analysis", ANALYSES)
def test_the_tables_of_the_manual_are_those_of_the_results(analysis, language):
    told = {row[0]: row[1] for row in rows(MANUALS[language], pick(TABLE, language)) if row[0].startswith(f"{analysis}:")}
    survey = "shop.csv" if analysis == "kano" else "retail-zh.xlsx"
    study = csi.Study(*csi.open_survey(ROOT / "examples" / survey), resamples=0)
    tables = csi.run(analysis, study).tables
    assert told == {f"{analysis}: `{table.key}`": ", ".join(term.key for term in table.columns) for table in tables}


@pytest.mark.parametrize("page", ["README.md", "README.zh.md"])
def test_the_test_command_of_the_readme_is_the_one_that_guards_every_change(page):
    assert f"{TEST_COMMAND}\n" in blocks(page, "sh")
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("kind", ["console", "python", "yaml", "json"])
def test_the_manual_shows_the_same_in_both_languages(kind):
    english, chinese = (blocks(page, kind) for page in MANUALS.values())
    assert len(english) == len(chinese) > 0


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_the_machine_it_was_written_on(page):
    assert not re.search(r"/(?:home|root|tmp|work|opt)/", text(page))
