"""The two sheets beside the answers: the model, and how to fill in and go on."""

from __future__ import annotations

from typing import Any

from ..model import Scale
from ..model.short_forms import number_text
from ..model.vocabulary import PATH_HEADERS, SETTING_HEADERS, SHEET_NAMES, key_of
from ..terms import Text
from .answer_choices import Choices, Form, best_first, choices_of
from .model_sheet import model_rows
from .text_width import places

ANSWERS = Text("Answers", "答卷")
INSTRUCTIONS = Text("Instructions", "说明")

_TITLE = Text("Questionnaire", "调查问卷")
_STEPS = (
    Text(
        "Enter one respondent a row on the sheet {answers}. Leave a cell empty when there is no answer.",
        "在工作表“{answers}”中每位受访者填写一行；未回答的题目请留空。",
    ),
    Text(
        "Point at a heading to read its question. Each cell shows which answers it takes.",
        "将鼠标移到表头可查看题目；每个单元格会提示可填的答案。",
    ),
    Text(
        "Keep the headings and the sheet {model} as they are: they say what each column means. Columns of your own may be added at the right.",
        "请保留表头和工作表“{model}”：它们说明每一列的含义。可以在右侧添加自己的列。",
    ),
    Text("Save the file, then run:  csi score FILE.xlsx", "保存文件后运行：csi score 文件名.xlsx"),
)
_RANDOM = Text(
    "Made-up random answers hang together in no way, so PLS can find no weights in them; to try the file with such, add  --weights equal",
    "随意编造的答案之间没有关联，PLS 无法据此得出权重；若用这类答案试算，请加  --weights equal",
)
_MISSING = Text("These mean no answer: {codes}.", "以下代码表示未回答：{codes}。")
_COLUMNS = (
    Text("Column", "列"),
    Text("Belongs to", "所属"),
    Text("Asked as", "类型"),
    Text("Question", "题目"),
    Text("Answers", "答案"),
)
_PARTS = {
    "respondent": Text("respondent", "受访者"),
    "expectation": Text("expectation", "期望"),
    "experience": Text("experience", "实际感受"),
    "importance": Text("importance", "重要性"),
    "feature": Text("feature", "功能"),
    "closing": Text("further", "其他"),
}
_LISTS = Text("To choose from", "可选答案")
_WIDTHS = (18, 22, 13, 84, 34, 3)
_LISTS_FROM = 6  # column G, beside the questions
_LINE = 16  # points
_HEAD = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1F3864"}
_ANY = Text("any", "不限")


def model_page(book: Any, sheet: Any, form: Form) -> None:
    """The model as its sheet; text cells stay text, so that Excel makes no date of 1-10."""
    head = book.add_format(_HEAD)
    text, number = book.add_format({"num_format": "@"}), book.add_format({"num_format": "General"})
    sheet.set_column(0, 30, 16, text)
    for row, cells in enumerate(model_rows(form.model, form.language)):
        begins = row == 0 or _is_header(cells)
        for column, cell in enumerate(cells):
            if isinstance(cell, float):
                sheet.write_number(row, column, cell, number)
            elif cell is not None:
                sheet.write_string(row, column, str(cell), head if begins else text)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _is_header(cells: list[object]) -> bool:
    words = [str(cell) for cell in cells]
    return len(words) == 2 and any(
        [key_of(word, headers) for word in words] == list(headers) for headers in (PATH_HEADERS, SETTING_HEADERS)
    )


def instructions_page(book: Any, sheet: Any, form: Form) -> dict[Choices, str]:
    """Writes how to go on, every question, and the drop-downs; returns where each drop-down stands."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(_LISTS_FROM, _LISTS_FROM + 30, 14)
    sheet.hide_gridlines(2)
    title = book.add_format({"bold": True, "font_size": 16, "font_color": "#1F3864"})
    sheet.write_string(0, 0, form.model.name or form.say(_TITLE), title)
    row = _write_steps(sheet, form) + 1
    _write_questions(book, sheet, form, row)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return _write_lists(book, sheet, form, row)


def _write_steps(sheet: Any, form: Form) -> int:
    answers, model = form.say(ANSWERS), form.say(SHEET_NAMES)
    steps = [form.say(step).replace("{answers}", answers).replace("{model}", model) for step in _STEPS]
    if not form.model.latents:
        steps = [step.replace("csi score", "csi kano") for step in steps]
    if form.model.missing:
        steps.insert(1, form.say(_MISSING).replace("{codes}", ", ".join(form.model.missing)))
    if form.model.weighting == "pls":
        steps.append(form.say(_RANDOM))
    for number, step in enumerate(steps, 1):
        sheet.write_string(number + 1, 0, f"{number}. {step}")
    return len(steps) + 2


def _write_questions(book: Any, sheet: Any, form: Form, row: int) -> None:
    head = book.add_format(_HEAD)
    wrap = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#BFBFBF"})
    for column, title in enumerate(_COLUMNS):
        sheet.write_string(row, column, form.say(title), head)
    for below, question in enumerate(form.asked, row + 1):
        answers = _answers(question.scale) or form.say(_ANY)
        cells = (question.column, question.about, form.say(_PARTS[question.part]), question.text, answers)
        for column, cell in enumerate(cells):
            sheet.write_string(below, column, cell, wrap)
        sheet.set_row(below, _LINE * max(_lines(cell, width) for cell, width in zip(cells, _WIDTHS, strict=False)))


def _write_lists(book: Any, sheet: Any, form: Form, row: int) -> dict[Choices, str]:
    from xlsxwriter.utility import xl_range_abs

    head, left = book.add_format(_HEAD), book.add_format({"align": "left"})
    places: dict[Choices, str] = {}
    for column, entries in enumerate(choices_of(form), _LISTS_FROM):
        sheet.write_string(row, column, form.say(_LISTS), head)
        for below, entry in enumerate(entries, row + 1):
            if isinstance(entry, float):
                sheet.write_number(below, column, entry, left)
            else:
                sheet.write_string(below, column, entry)
        places[entries] = f"='{sheet.get_name()}'!{xl_range_abs(row + 1, column, row + len(entries), column)}"
    return places


def _answers(scale: Scale | None) -> str:
    """ "1 – 10", or the words, best first; empty when any answer will do."""
    if scale is None:
        return ""
    return " / ".join(best_first(scale.labels)) or f"{number_text(scale.lowest)} – {number_text(scale.highest)}"


def _lines(text: str, width: int) -> int:
    return max(1, -(-places(text) // (width - 2)))
