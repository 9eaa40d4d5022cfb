"""What the terminal draws with: signs, colours, and what every line must know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..findings import Value
from .plain_text import plain

Piece = tuple[str, str]  # characters and the name of their style
Line = tuple[Piece, ...]

# 256-colour numbers in the middle of the grey scale: each reads on white and on black (contrast 3.7 or more, text 4 or more)
STYLES: Mapping[str, str] = {
    "": "",
    "title": "bold",
    "strong": "bold",
    "quiet": "color(243)",
    "bar": "color(67)",
    "bar_unsure": "color(110)",
    "bar_edge": "color(67) on color(110)",
    "bar_strong": "color(25)",
    "bar_strong_unsure": "color(68)",
    "bar_strong_edge": "color(25) on color(68)",
    "whisker": "color(243)",
    "below": "color(161)",
    "exceeds": "color(28)",
    "meets": "color(243)",
    "info": "color(243)",
    "warning": "color(130)",
    "severe": "bold color(161)",
}


@dataclass(frozen=True)
class Glyphs:
    """The signs that carry meaning beside colour."""

    eighths: str  # nothing to a full cell, in equal steps
    line: str
    half_line: str
    ends: tuple[str, str]
    point: str
    hollow: str  # a point whose place is not settled
    slant: str
    zero: str
    crossing: str
    rule: str
    target: str
    marks: Mapping[str, str]
    branch: str
    last: str
    trunk: str
    dotted: tuple[str, str]  # across and upwards
    tick_left: str
    tick_foot: str
    corner: str


UNICODE = Glyphs(
    eighths=" ▏▎▍▌▋▊▉█",
    line="─",
    half_line="╴",
    ends=("├", "┤"),
    point="●",
    hollow="○",
    slant="╱",
    zero="│",
    crossing="┼",
    rule="─",
    target="▸",
    marks={"below": "▼", "exceeds": "▲", "meets": "●", "severe": "✕", "warning": "!", "info": "·"},
    branch="├─ ",
    last="└─ ",
    trunk="│  ",
    dotted=("┄", "┊"),
    tick_left="┤",
    tick_foot="┴",
    corner="└",
)
ASCII = Glyphs(
    eighths=" #",
    line="-",
    half_line="",
    ends=("|", "|"),
    point="o",
    hollow="?",
    slant="/",
    zero=":",
    crossing="+",
    rule="-",
    target=">",
    marks={"below": "v", "exceeds": "^", "meets": "o", "severe": "x", "warning": "!", "info": "-"},
    branch="|- ",
    last="`- ",
    trunk="|  ",
    dotted=(".", ":"),
    tick_left="+",
    tick_foot="+",
    corner="+",
)
_IN_ASCII = str.maketrans(
    {"–": "-", "−": "-", "—": "-", "·": "|", "…": "...", "▸": ">", "“": '"', "”": '"', "’": "'", "‘": "'", "×": "x"}
)


@dataclass(frozen=True)
class Screen:
    """What every line must know: how wide, in which language, with which signs, under whose names."""

    width: int
    language: str
    glyphs: Glyphs = UNICODE
    color: bool = False
    names: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Value] = field(default_factory=dict)

    def words(self, words: str) -> str:
        """Any words, fit to be printed: no control characters, and plain signs where the terminal knows no others."""
        clean = plain(words)
        return clean if self.glyphs is UNICODE else clean.translate(_IN_ASCII)


def draws_unicode(encoding: str | None, term: str | None) -> bool:
    """Whether a stream of that encoding on that terminal (the variable TERM) shows blocks and lines."""
    if term == "dumb":
        return False
    try:
        (UNICODE.eighths + UNICODE.point + UNICODE.target + "−–▼").encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def paint(lines: list[Line], *, color: bool) -> str:
    """The lines as characters, with ANSI colours when asked for. No markup, no emoji codes, no highlighting."""
    if not color:
        return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=StringIO(),
        force_terminal=True,
        color_system="256",
        no_color=False,  # whoever asks for colours has read NO_COLOR
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    with console.capture() as captured:
        for line in lines:
            text = Text.assemble(*((words, STYLES[style]) for words, style in line))
            text.rstrip()
            console.print(text, soft_wrap=True)  # every line is already laid out
    return captured.get()


def indented(words: str, style: str, screen: Screen, *, hanging: str = "", sign: str = "") -> list[Line]:
    """A sentence in lines that fit, two cells in; `hanging` stands before the first, in the style `sign`."""
    from .terminal_fold import cells, fold

    folded = fold(screen.words(words), screen.width - 2 - cells(hanging))
    return [
        ((("  ", ""), (" " * cells(hanging) if at else hanging, sign or style), (line, style))) for at, line in enumerate(folded)
    ]
