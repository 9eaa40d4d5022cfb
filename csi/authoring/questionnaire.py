"""A questionnaire workbook: a sheet of answers to fill in, the model beside it, and how to go on. `csi score` scores it as it is."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from io import BytesIO
from typing import Any

from ..errors import ModelFault
from ..model import Model
from ..model.vocabulary import SHEET_NAMES
from ..terms import Text
from .answer_choices import Choices, Form, validation
from .questionnaire_pages import ANSWERS, INSTRUCTIONS, instructions_page, model_page
from .questions import Question, questions
from .text_width import places

_ALWAYS_THE_SAME = datetime(2026, 1, 1)  # the same model gives the same bytes
_FILLS = {
    "respondent": "#595959",
    "expectation": "#2E75B6",
    "experience": "#1F3864",
    "importance": "#7F6000",
    "feature": "#385723",
    "closing": "#595959",
}

_HEAD = {
    "bold": True,
    "font_color": "#FFFFFF",
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
    "right": 1,
    "right_color": "#FFFFFF",
}


def questionnaire(model: Model, language: str, *, rows: int = 500) -> bytes:
    """An .xlsx file: answers (header row, allowed answers, questions as notes), the model, instructions.

    language: "en" or "zh", of sheet names and instructions. rows: how many rows check what is typed.
    Raises: ModelFault when the model names columns by letter, because a new sheet has no such places yet.
    """
    import xlsxwriter

    model = dataclasses.replace(model, language=language)  # whoever asks in Chinese wants to read the answer in Chinese
    form = Form(model, language, questions(model, language))
    _refuse_letters(form.asked)
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, {**options, "default_format_properties": _font(language)})
    book.set_properties({"title": model.name, "created": _ALWAYS_THE_SAME})
    answers, model_sheet, instructions = (book.add_worksheet(form.say(name)) for name in (ANSWERS, SHEET_NAMES, INSTRUCTIONS))
    lists = instructions_page(book, instructions, form)
    _answers_page(book, answers, form, lists, rows)
    model_page(book, model_sheet, form)
    book.close()
    return file.getvalue()


def _refuse_letters(asked: tuple[Question, ...]) -> None:
    lettered = [question.column for question in asked if question.column.startswith("$")]
    if lettered:
        raise ModelFault(
            place=Text("questionnaire", "问卷"),
            reason=Text(
                f"the model names columns by letter ({', '.join(lettered[:5])}), which only an existing file has.",
                f"模型用列号指定列（{'、'.join(lettered[:5])}），只有现成的文件才有列号。",
            ),
            remedy=Text("Give these columns names in the model.", "请在模型中为这些列写上列名。"),
        )


def _answers_page(book: Any, sheet: Any, form: Form, lists: dict[Choices, str], rows: int) -> None:
    cell = book.add_format({"align": "center"})
    heads = {part: book.add_format({**_HEAD, "bg_color": fill}) for part, fill in _FILLS.items()}
    for column, question in enumerate(form.asked):
        sheet.write_string(0, column, question.column, heads[question.part])
        sheet.write_comment(0, column, question.text, {"author": "csi", "x_scale": 2, "y_scale": 1.2, "font_size": 9})
        sheet.set_column(column, column, _width(question.column), cell)
        sheet.data_validation(1, column, rows, column, validation(question, lists, form))
    sheet.set_row(0, 36)
    sheet.freeze_panes(1, int(form.asked[0].part == "respondent"))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(text: str) -> float:
    """Wide enough for a header."""
    return min(28, max(9, 3 + places(text)))


def _font(language: str) -> dict[str, object]:
    return {"font_name": "Microsoft YaHei" if language == "zh" else "Calibri", "font_size": 11}
