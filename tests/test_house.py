"""The house stands as it was drawn: imports point down, words come in two languages, a file has one subject."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import csi
from csi.analyses import ANALYSES, load
from csi.reasons import REASONS
from csi.terms import Term, Text

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "csi"
FILES = sorted(HOUSE.rglob("*.py"))

WORDS = {"terms", "findings", "errors"}
FLOORS: dict[str, set[str]] = {
    "terms": set(),
    "errors": {"terms"},
    "reasons": {"terms"},
    "findings": {"terms", "errors"},
    "model": {"terms", "errors", "findings"},
    "numerics": {"errors", "terms"},
    "results": WORDS,
    "survey": WORDS | {"model"},
    "survey.quality": WORDS | {"model", "numerics"},
    "study": WORDS | {"survey", "model", "numerics", "results"},
    "sources": WORDS | {"survey", "model", "numerics", "results"},
    "reading": WORDS | {"survey", "model", "results"},
    "authoring": WORDS | {"survey", "model", "results"},
    "tracking": WORDS | {"survey", "model", "results"},
    "renderers": WORDS | {"results", "reasons"},
    "analyses": WORDS | {"study", "numerics", "model", "results"},
    "assembler": WORDS | {"study", "survey", "model", "results", "analyses", "renderers", "reading", "authoring", ""},
    "commands": WORDS
    | {"study", "survey", "model", "results", "analyses", "renderers", "reading", "authoring", "numerics", "assembler", ""},
    "": WORDS | {"study", "survey", "model", "results", "analyses", "renderers", "reading", "authoring", "assembler"},
    "__main__": {"commands"},
}
HEAVY = {"pandas", "openpyxl", "python_calamine", "xlsxwriter", "jinja2", "rich", "pydantic", "pydantic_core", "yaml", "scipy"}
SCIPY_ROOMS = {"numerics"}
SOLVERS = {"csi/numerics/programme.py": "scipy.optimize"}  # linear programmes, loaded where whole points are asked for
NUMPY_ROOMS = {"numerics", "analyses", "study", "survey"}
NUMPY_FILES = re.compile(r"reading/answers/decod\w*\.py")
LONGEST = 200
LONG_FILES: dict[str, str] = {}


@dataclass(frozen=True)
class Import:
    """One import statement of the house."""

    file: Path
    line: int
    module: str  # absolute, "csi.terms" for the house's own
    relative: bool
    at_top: bool  # runs when the file is imported

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.module}"

    @property
    def room(self) -> str | None:
        """The room of the house it asks for, "" for the front door, None for other people's houses."""
        parts = self.module.split(".")
        if parts[0] != "csi":
            return None
        return parts[1] if len(parts) > 1 else ""


def module_of(file: Path) -> list[str]:
    """["csi", "model", "latent"]; a package is named by its folder."""
    parts = list(file.relative_to(ROOT).with_suffix("").parts)
    return parts[:-1] if parts[-1] == "__init__" else parts


def room_of(file: Path) -> str:
    """The room that a file belongs to."""
    parts = module_of(file)
    return parts[1] if len(parts) > 1 else ""


def allowed(file: Path) -> set[str]:
    """What this file may ask for, besides its own room."""
    parts = module_of(file)
    return FLOORS[".".join(parts[1:3])] if ".".join(parts[1:3]) in FLOORS else FLOORS[room_of(file)]


def imports(file: Path) -> Iterator[Import]:
    """Every import of a file, at any depth, under TYPE_CHECKING too."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body} | {id(inner) for node in tree.body if is_plain_block(node) for inner in node.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(file, node.lineno, name.name, relative=False, at_top=id(node) in top)
        elif isinstance(node, ast.ImportFrom):
            for module in resolved(file, node):
                yield Import(file, node.lineno, module, relative=node.level > 0, at_top=id(node) in top)


def is_plain_block(node: ast.stmt) -> bool:
    """An `if` or `try` at module level runs on import, unless it is there for type checkers only."""
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" not in ast.unparse(node.test)
    return isinstance(node, ast.Try)


def resolved(file: Path, node: ast.ImportFrom) -> list[str]:
    """Absolute names; `from .. import errors` names the module errors, `from .. import __version__` the package itself."""
    if node.level == 0:
        return [node.module or ""]
    package = list(file.relative_to(ROOT).parts[:-1])
    base = package[: len(package) - node.level + 1]
    if node.module:
        return [".".join([*base, *node.module.split(".")])]
    folder = ROOT.joinpath(*base)
    inside = [name.name for name in node.names]
    return [
        ".".join([*base, name]) if (folder / f"{name}.py").exists() or (folder / name).is_dir() else ".".join(base)
        for name in inside
    ]


ALL_IMPORTS = [found for file in FILES for found in imports(file)]


def told(found: list[Import]) -> str:
    return "\n".join(str(one) for one in found)


def test_every_room_has_a_floor():
    assert {room_of(file) for file in FILES} <= set(FLOORS)


def test_imports_point_down():
    up = [
        one for one in ALL_IMPORTS if one.room is not None and one.room != room_of(one.file) and one.room not in allowed(one.file)
    ]
    assert not up, told(up)


def test_the_floors_themselves_hold_no_circle():
    waiting = set(FLOORS) - {"survey.quality", ""}  # the front door names its rooms lazily and is asked for the version only
    while free := {room for room in waiting if not FLOORS[room] & waiting}:
        waiting -= free
    assert not waiting


def test_analyses_do_not_import_each_other():
    rooms = set(ANALYSES)
    crossed = [
        one
        for one in ALL_IMPORTS
        if one.module.startswith("csi.analyses.") and one.module.split(".")[2] in rooms - {one.file.parent.name}
    ]
    assert not crossed, told(crossed)


def test_imports_within_the_house_are_relative():
    absolute = [one for one in ALL_IMPORTS if one.room is not None and not one.relative]
    assert not absolute, told(absolute)


def test_heavy_libraries_are_imported_in_the_function_that_needs_them():
    heavy = [
        one
        for one in ALL_IMPORTS
        if one.at_top
        and one.module.split(".")[0] in HEAVY
        and not (one.module.startswith("scipy.special") and room_of(one.file) in SCIPY_ROOMS)
    ]
    assert not heavy, told(heavy)


def test_numpy_stands_at_the_top_of_rooms_that_calculate_only():
    misplaced = [
        one
        for one in ALL_IMPORTS
        if one.at_top
        and one.module.split(".")[0] == "numpy"
        and room_of(one.file) not in NUMPY_ROOMS
        and not NUMPY_FILES.fullmatch(one.file.relative_to(HOUSE).as_posix())
    ]
    assert not misplaced, told(misplaced)


def test_scipy_means_its_special_functions_only():
    wide = [
        one
        for one in ALL_IMPORTS
        if one.module.startswith("scipy")
        and not one.module.startswith("scipy.special")
        and SOLVERS.get(one.file.relative_to(ROOT).as_posix()) != one.module
    ]
    assert not wide, told(wide)


def test_only_the_commands_know_typer():
    knowing = [one for one in ALL_IMPORTS if one.module.split(".")[0] in {"typer", "click"} and room_of(one.file) != "commands"]
    assert not knowing, told(knowing)


def test_nothing_prints_outside_the_commands():
    printing = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        if room_of(file) != "commands"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert not printing


def test_a_file_is_short_or_says_why_it_is_long():
    lengths = {file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES}
    long = {name for name, length in lengths.items() if length > LONGEST}
    assert long == set(LONG_FILES)


def modules() -> list[str]:
    found = pkgutil.walk_packages(csi.__path__, "csi.")
    return [module.name for module in found if module.name != "csi.__main__"]


@pytest.mark.parametrize("name", modules())
def test_every_term_has_both_languages(name):
    module = importlib.import_module(name)
    terms = [value for _, value in inspect.getmembers(module) if isinstance(value, Term)]
    half = [
        term.key
        for term in terms
        if not (term.en and term.zh)
        or bool(term.meaning.en) != bool(term.meaning.zh)
        or not all(word.en and word.zh for word in term.values.values())
    ]
    assert not half


def test_every_sentence_is_written_in_both_languages():
    half = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in FILES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and len(node.args) == 2
        and is_half([ast.literal_eval(part) for part in node.args if isinstance(part, ast.Constant)])
    ]
    assert not half


def is_half(written: list[str]) -> bool:
    """One language says something and the other nothing."""
    return len(written) == 2 and (not written[0]) != (not written[1]) and "".join(written).strip() != ""


def test_every_reason_of_a_blank_has_both_languages():
    assert all(isinstance(reason, Text) and reason.en and reason.zh for reason in REASONS.values())


@pytest.mark.parametrize("name", ANALYSES)
def test_the_register_says_what_the_docstring_says(name):
    room = load(name)
    assert (room.help.en.splitlines()[0], room.help.zh.splitlines()[0]) == tuple(ANALYSES[name])


@pytest.mark.parametrize("name", ANALYSES)
def test_a_room_is_named_as_in_the_register(name):
    assert load(name).name == name


def test_no_tracked_file_names_a_path_of_one_machine():
    paths = re.compile(rb"(?<![\w.:/-])/(?:work|opt|home|root|Users)/\w")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode().split("\0")
    named = [name for name in listed if (ROOT / name).is_file() and paths.search((ROOT / name).read_bytes())]
    assert not named
