"""The help pages: what there is, in the reader's language, aligned for wide characters too."""

from __future__ import annotations

from ..renderers.terminal_fold import fold
from ..renderers.wording import pick
from ..terms import Text
from .command import Command
from .flags import Flag
from .layout import columns, pairs
from .shared import PANELS

TITLE = Text(
    "csi: customer satisfaction index from a survey spreadsheet",
    "csi：从问卷表格计算顾客满意度指数",
)
_USAGE = Text("csi COMMAND SURVEY [OPTIONS]", "csi 命令 调查文件 [选项]")
_EXAMPLES = (
    ("csi demo", Text("a small survey, scored: the quickest look", "生成并计算一份小调查：最快的体验")),
    ("csi score survey.xlsx", Text("the index and its interval", "指数及其区间")),
    ("csi check survey.xlsx", Text("what was read, guessed, and is wrong where", "读到了什么、推测了什么、哪里有问题")),
    ("csi report survey.xlsx --out client.html", Text("everything, as one document", "全部结果，合为一份文档")),
)
_HELP = Text("This page.", "显示本页。")
_VERSION = Text("The version.", "显示版本。")
_LANG = Text("Language of help and output.", "帮助与输出的语言。")
_MORE = Text(
    "csi COMMAND --help lists a command's options; csi explain ANALYSIS tells what is computed and how to read it.",
    "csi 命令 --help 列出该命令的选项；csi explain 分析 说明计算内容与读法。",
)


def app_page(analyses: dict[str, Text], commands: dict[str, Text], language: str) -> str:
    """The page of `csi --help`."""
    size = columns()
    options = (("--lang en|zh", _LANG), ("--version", _VERSION), ("-h, --help", _HELP))
    lines = [
        pick(TITLE, language),
        "",
        *_section(Text("Usage", "用法"), [(pick(_USAGE, language), "")], size, language),
        *_section(Text("Analyses", "分析"), [(name, pick(text, language)) for name, text in analyses.items()], size, language),
        *_section(Text("Commands", "命令"), [(name, pick(text, language)) for name, text in commands.items()], size, language),
        *_section(Text("Options", "选项"), [(name, pick(text, language)) for name, text in options], size, language),
        *_section(Text("Examples", "示例"), [(words, pick(text, language)) for words, text in _EXAMPLES], size, language),
        *fold(pick(_MORE, language), size),
    ]
    return "\n".join(lines) + "\n"


def command_page(command: Command, language: str) -> str:
    """The page of `csi COMMAND --help`."""
    size = columns()
    metavar = f" {command.argument.metavar}" if command.argument else ""
    lines = [f"csi {command.name}{metavar} {pick(Text('[OPTIONS]', '[选项]'), language)}", ""]
    lines += [*fold(pick(command.sentence, language), size), ""]
    if command.argument:
        lines += [*pairs([(command.argument.metavar, pick(command.argument.text, language))], size), ""]
    for panel, title in PANELS.items():
        rows = [_row(flag, language) for flag in command.flags if flag.panel == panel]
        if panel == "other":
            rows.append(("-h, --help", pick(_HELP, language)))
        if rows:
            lines += _section(title, rows, size, language)
    return "\n".join(lines).rstrip() + "\n"


def _section(title: Text, rows: list[tuple[str, str]], size: int, language: str) -> list[str]:
    return [pick(title, language), *pairs(rows, size), ""]


def option_row(flag: Flag, language: str) -> tuple[str, str]:
    """An option on the manual page of an analysis: how it is typed, with what holds without it, and what it means."""
    metavar, choices = _metavar(flag)
    usual = _usual(flag, language)
    if isinstance(flag.default, bool):
        usual = pick(Text("on", "开") if flag.default else Text("off", "关"), language)
    name = f"{flag.spelling} {metavar}".rstrip()
    return f"{name} ({usual or pick(Text('none', '无'), language)})", pick(flag.text, language) + choices


def _row(flag: Flag, language: str) -> tuple[str, str]:
    name = f"{flag.short}, {flag.spelling}" if flag.short else f"    {flag.spelling}"
    metavar, choices = _metavar(flag)
    return f"{name} {metavar}".rstrip(), pick(flag.text, language) + choices + _default(flag, language)


def _metavar(flag: Flag) -> tuple[str, str]:
    """What stands behind the option; and the choices, where they have no room there."""
    return (flag.metavar, "") if len(flag.metavar) <= 24 else ("NAME", f" {flag.metavar}")


def _usual(flag: Flag, language: str) -> str:
    plain = not isinstance(flag.default, bool) and flag.default not in (None, ())
    return pick(flag.shown, language) if flag.shown else str(flag.default) if plain else ""


def _default(flag: Flag, language: str) -> str:
    shown = _usual(flag, language)
    return pick(Text(f" [default: {shown}]", f" [默认：{shown}]"), language) if shown else ""
