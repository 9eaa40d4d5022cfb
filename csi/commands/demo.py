"""`csi demo`: a small survey drawn from a known model, scored, and what to try next."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..renderers.wording import pick
from ..terms import Text
from .app import COMMANDS, command
from .command import Command
from .flags import Flag
from .init import FORCE, refuse_place
from .output import write_whole
from .session import Session
from .shared import LANG
from .streams import aside

if TYPE_CHECKING:
    from ..numerics.generate import Question

PRESET = "basic5"
RESPONDENTS = 240
SEED = 2026
HOLES = 0.015  # share of answers left out, as in life
_WAVE = "2026-Q3"
_SEGMENTS = (Text("New customer", "新客户"), Text("Regular customer", "老客户"))
_EXPECTED = {"E1": 4.3, "E2": 4.4, "E3": 3.8, "E4": 3.9, "E5": 3.7}  # means before rounding to 1-5
_EXPERIENCED = {"P1": 4.2, "P2": 3.5, "P3": 3.3, "P4": 4.1, "P5": 3.9}
_IMPORTANT = {"W1": 4.5, "W2": 4.3, "W3": 4.1, "W4": 3.5, "W5": 3.1}
# expectation, experience, satisfaction, loyalty: what acts on what, as standardised coefficients
_PATHS = ((0, 0.25, 0, 0), (0, 0, 0.7, 0.2), (0, 0, 0, 0.6), (0, 0, 0, 0))

_OUT = Flag("out", Text("The workbook to write.", "要写入的工作簿。"), "FILE", default="csi-demo.xlsx", short="-o", panel="own")


def workbook(language: str) -> bytes:
    """The questionnaire of the preset with answers filled in, the same ones every time."""
    import openpyxl

    from ..authoring import questionnaire
    from ..reading import read_model

    book = openpyxl.load_workbook(BytesIO(questionnaire(read_model(PRESET), language)))
    sheet = book.worksheets[0]
    filled = _columns(language)
    for cell in sheet[1]:
        for row, value in enumerate(filled[str(cell.value)], start=2):
            sheet.cell(row, cell.column, value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _columns(language: str) -> dict[str, list[Any]]:
    """Header -> the cells below it."""
    import numpy as np

    from ..numerics.generate import answers, latent_scores, with_holes

    rng = np.random.default_rng(SEED)
    questions = _questions()
    scores = latent_scores(rng, RESPONDENTS, np.array(_PATHS))
    drawn = with_holes(rng, answers(rng, scores, list(questions.values())), HOLES)
    groups = [pick(_SEGMENTS[number], language) for number in rng.integers(len(_SEGMENTS), size=RESPONDENTS)]
    columns: dict[str, list[Any]] = {"ID": list(range(1, RESPONDENTS + 1)), "Segment": groups, "Wave": [_WAVE] * RESPONDENTS}
    for name, column in zip(questions, drawn.T, strict=True):
        columns[name] = [None if np.isnan(value) else int(value) for value in column]
    return columns


def _questions() -> dict[str, Question]:
    from ..numerics.generate import Question

    expectation, experience, satisfaction, loyalty = range(4)
    return {
        **{name: Question(expectation, 0.7, mean, 0.8, 1, 5) for name, mean in _EXPECTED.items()},
        **{name: Question(experience, 0.75, mean, 0.9, 1, 5) for name, mean in _EXPERIENCED.items()},
        **{name: Question(expectation, 0.3, mean, 0.8, 1, 5) for name, mean in _IMPORTANT.items()},
        "SAT1": Question(satisfaction, 0.85, 3.9, 0.9, 1, 5),
        "SAT2": Question(satisfaction, 0.8, 3.4, 0.9, 1, 5),
        "LOY1": Question(loyalty, 0.8, 4.0, 1.0, 1, 5),
        "LOY2": Question(loyalty, -0.6, 2.0, 1.0, 1, 5),  # asked the other way round: how often one felt like complaining
        "NPS": Question(loyalty, 0.75, 7.6, 2.0, 0, 10),
    }


def _run(session: Session, words: tuple[str, ...], values: dict[str, Any]) -> int:
    path = Path(values["out"])
    refuse_place(path, (".xlsx",), force=values["force"])
    write_whole(path, workbook(session.language))
    says = Text(f"wrote {path}; csi score {path} says:\n", f"已写入 {path}；csi score {path} 的结果：\n")
    aside(pick(says, session.language))
    score = command("score")
    assert score is not None
    asked = Session(session.language, session.language)
    code = score.run(asked, (str(path),), {flag.name: flag.default for flag in score.flags})
    aside(pick(_next(path), session.language))
    return code


def _next(path: Path) -> Text:
    commands = (
        (f"csi check {path}", Text("what was read, column by column", "逐列说明读到了什么")),
        (f"csi score {path} --by Segment", Text("each group of customers", "按客户群体分别计算")),
        (f"csi report {path} --out demo.html", Text("one page with charts", "带图表的网页报告")),
        (f"csi expand {PRESET}", Text("the model behind it", "所用的模型")),
        ("csi explain score", Text("what the figures mean", "各项数值的含义")),
        ("csi score SURVEY", Text("your own survey", "您自己的调查")),
    )
    width = max(len(words) for words, _ in commands)
    lines = [[f"  {words:<{width}}  {said}" for words, said in ((w, pick(t, at)) for w, t in commands)] for at in ("en", "zh")]
    return Text("\n".join(["Try next:", *lines[0]]), "\n".join(["接下来可以试试：", *lines[1]]))


COMMAND = Command("demo", COMMANDS["demo"], None, (_OUT, FORCE, LANG), _run)
