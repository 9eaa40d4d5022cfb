"""The pages of the documentation: their blocks, and a folder where these run as a reader would run them."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from csi.commands.app import run

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("README.md", "README.zh.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")), "examples/README.md")

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?P<words>.*?)(?:\s+< (?P<input>\S+))?(?:\s+#(?: exit (?P<code>\d+))?.*)?")
_LINK = re.compile(r"\]\(([^)#:]+)\)")
_ANCHOR = re.compile(r"\]\(#([^)]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def text(page: str) -> str:
    """The page as written."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of one kind ("console", "python", "yaml") in the order of the page."""
    return [content for said, content in _BLOCK.findall(text(page)) if said == kind]


def links(page: str) -> list[Path]:
    """The files that the page points to."""
    return [(ROOT / page).parent / link for link in _LINK.findall(text(page))]


def anchors(page: str) -> set[str]:
    """The headings of its own that the page points to."""
    return set(_ANCHOR.findall(text(page)))


def headings(page: str) -> set[str]:
    """The headings of the page as anchors."""
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in _HEADING.findall(text(page))}


def rows(page: str, first: str) -> list[list[str]]:
    """The cells of every row below the header whose first cell is `first`, of all tables with that header."""
    found: list[list[str]] = []
    inside = False
    for line in text(page).splitlines():
        cells = [cell.strip() for cell in line.strip("|").replace("\\|", "¦").split("|")] if line.startswith("|") else []
        inside = bool(cells) and (inside or cells[0] == first)
        if inside and cells[0] != first and not set(line) <= set("|-: "):
            found.append(cells)
    return found


@dataclass(frozen=True)
class Call:
    """One line `$ csi … < input  # exit 1` of a console block, and the lines that are shown below it."""

    words: tuple[str, ...]
    input: str | None
    code: int
    shown: tuple[str, ...]

    def __str__(self) -> str:
        return shlex.join(self.words)


def calls(block: str) -> Iterator[Call]:
    """Every command of a console block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        said = _COMMAND.fullmatch(line)
        assert said is not None
        yield Call(tuple(shlex.split(said["words"])), said["input"], int(said["code"] or 0), tuple(filter(str.strip, shown)))


def session(page: str, told: Callable[[], str], monkeypatch: object) -> list[str]:
    """Runs the blocks of a page in their order, in the folder at hand; what went otherwise than the page says.

    told: what was written to both streams since it was last asked.
    """
    wrong: list[str] = []
    names: dict[str, object] = {}
    for kind, content in _BLOCK.findall(text(page)):
        if kind == "python" and "…" not in content:  # with an ellipsis it is a sketch
            exec(compile(content, page, "exec"), names)
            told()
        elif kind == "console":
            for call in calls(content):
                wrong += _ran(call, told, monkeypatch)
    return wrong


def _ran(call: Call, told: Callable[[], str], monkeypatch: object) -> list[str]:
    if call.input is not None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(call.input).read_bytes())))  # type: ignore[attr-defined]
    code = run(call.words[1:])
    lines = [line.rstrip() for line in told().splitlines()]
    wrong = [] if code == call.code else [f"{call} left with {code}, not {call.code}:", *lines[-5:]]
    return wrong + [f"{call} does not print: {line}" for line in call.shown if line.rstrip() not in lines and line.strip() != "…"]
