"""`csi init`: a questionnaire workbook from a preset, or a model drafted from a survey."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ..errors import OutputFault, UsageFault
from ..renderers.plain_text import plain
from ..renderers.wording import pick
from ..terms import Text
from .app import COMMANDS
from .command import Argument, Command
from .flags import Flag
from .layout import columns, pairs
from .output import write_whole
from .session import Session
from .shared import INPUT, LANG
from .streams import aside

if TYPE_CHECKING:
    from ..model import Model

_PRESET = Argument("[PRESET]", Text("A preset; without one, the list.", "预设名称；不写则列出全部。"), least=0)
_FROM = Flag("from_", Text("Draft the model from this survey instead.", "改为由该调查草拟模型。"), "SURVEY", panel="own")
_OUT = Flag(
    "out",
    Text(
        "The file to write: .xlsx for a questionnaire, .yaml for a model file.",
        "要写入的文件：.xlsx 为问卷，.yaml 为模型文件。",
    ),
    "FILE",
    short="-o",
    panel="own",
    shown=Text("PRESET.xlsx, or SURVEY.model.yaml", "预设名.xlsx，或 调查名.model.yaml"),
)
FORCE = Flag("force", Text("Replace an existing file.", "替换已有文件。"), default=False, panel="own")
_YAML = (".yaml", ".yml")


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    if values["from_"] is not None:
        if words:
            raise UsageFault(
                place="csi init",
                reason=Text("a preset and --from exclude each other.", "预设与 --from 不能同时使用。"),
                remedy=Text("Name one of them.", "请只用其中一个。"),
            )
        return _draft(session, values)
    if not words:
        typer.echo(_list(session.language))
        return 0
    return _questionnaire(words[0], session, values)


def _list(language: str) -> str:
    from ..model.presets import PRESETS

    rows = [(name, pick(sentence, language)) for name, sentence in PRESETS.items()]
    hint = Text("csi init PRESET writes its questionnaire.", "csi init 预设名 可生成其问卷。")
    return "\n".join([*pairs(rows, columns(), indent=0), "", pick(hint, language)])


def _questionnaire(preset: str, session: Session, values: dict[str, Any]) -> int:
    from ..authoring import questionnaire
    from ..reading import read_model

    model = read_model(preset)
    path = Path(values["out"] or f"{Path(preset).name.split('.')[0]}.xlsx")
    refuse_place(path, (".xlsx", *_YAML), force=values["force"])
    language = session.asked or session.language
    content = _yaml(model) if path.suffix.lower() in _YAML else questionnaire(model, language)
    write_whole(path, content)
    _tell(path, session, _filled_in(path, "score" if model.latents else "kano"))
    return 0


def _draft(session: Session, values: dict[str, Any]) -> int:
    from ..reading import draft

    source = values["from_"]
    beside = Path(source).with_suffix(".model.yaml")
    path = Path(values["out"] or beside)
    refuse_place(path, _YAML, force=values["force"])
    model, notes = draft(source, sheet=values["sheet"], encoding=values["encoding"])
    told = "".join(f"# {plain(pick(note, session.language))}\n" for note in notes)
    write_whole(path, told.encode() + _yaml(model), inputs=[Path(source)])
    analysis = f"csi {'score' if model.latents else 'kano'} {source}"
    score = analysis if path == beside else f"{analysis} --model {path}"
    _tell(path, session, Text(f"edit it, then: {score}", f"修改后运行：{score}"))
    return 0


def _yaml(model: Model) -> bytes:
    from ..authoring import model_yaml

    return model_yaml(model).encode()


def refuse_place(path: Path, suffixes: tuple[str, ...], *, force: bool) -> None:
    """Nothing when the file may be written.

    Raises: UsageFault when its suffix promises something else; OutputFault when it is there and `--force` was not said.
    """
    if path.suffix.lower() not in suffixes:
        raise UsageFault(
            place=f"--out {path}",
            reason=Text("such a file is not written here.", "此处不生成这种文件。"),
            remedy=Text(f"End it in {' or '.join(suffixes)}.", f"请以 {' 或 '.join(suffixes)} 结尾。"),
        )
    if path.exists() and not force:
        raise OutputFault(
            place=str(path),
            reason=Text("the file is there already.", "该文件已存在。"),
            remedy=Text("Replace it with --force, or name another with --out.", "用 --force 替换，或用 --out 指定其他文件。"),
        )


def _filled_in(path: Path, analysis: str) -> Text:
    if path.suffix.lower() in _YAML:
        return Text(f"use it with: csi {analysis} SURVEY --model {path}", f"使用方法：csi {analysis} 调查文件 --model {path}")
    return Text(f"fill it in, then: csi {analysis} {path}", f"填写后运行：csi {analysis} {path}")


def _tell(path: Path, session: Session, then: Text) -> None:
    aside(pick(Text(f"wrote {path}", f"已写入 {path}"), session.language))
    aside(pick(then, session.language))


def _accepted() -> tuple[Flag, ...]:
    return (_FROM, *(flag for flag in INPUT if flag.name != "model"), _OUT, FORCE, LANG)


COMMAND = Command("init", COMMANDS["init"], _PRESET, _accepted(), _run)
