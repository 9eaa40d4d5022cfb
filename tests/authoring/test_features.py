"""Features written and read again are the same features, beside any model and alone; the questionnaire asks about them."""

from __future__ import annotations

import dataclasses
import io

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from csi.authoring import expand, model_rows, model_yaml, questionnaire
from csi.model import Feature, Model
from csi.reading import read_model
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model

from .any_model import labels, models, names

_OPEN = st.none() | names


@st.composite
def features(draw, taken):
    columns = draw(st.lists(names.filter(lambda name: name not in taken), min_size=2, max_size=6, unique=True))
    called = draw(st.lists(names, min_size=len(columns) // 2, max_size=len(columns) // 2, unique=True))
    return tuple(
        Feature(
            name,
            columns[2 * at],
            columns[2 * at + 1],
            draw(_OPEN),
            draw(_OPEN),
            draw(st.booleans()),
            draw(st.none() | st.booleans()),
            draw(labels),
        )
        for at, name in enumerate(called)
    )


@st.composite
def with_features(draw):
    model = draw(models())
    alone = draw(st.booleans())
    used = set() if alone else {use.column for use in model.uses()}
    found = draw(features(used))
    return (
        Model((), features=found, name=model.name, language=model.language)
        if alone
        else dataclasses.replace(model, features=found)
    )


@settings(max_examples=50, deadline=None)
@given(with_features())
def test_a_model_file_says_every_feature(model):
    assert parse_model(model_yaml(model), "model.yaml") == model


@settings(max_examples=50, deadline=None)
@given(with_features(), st.sampled_from(["en", "zh"]))
def test_a_model_sheet_says_every_feature(model, language):
    assert model_from_rows(model_rows(model, language), "sheet") == model


def test_a_questionnaire_asks_with_it_and_without_it_and_lists_the_five_feelings():
    book = openpyxl.load_workbook(io.BytesIO(questionnaire(read_model("kano"), "zh")))
    answers, _, told = book.worksheets
    assert [cell.value for cell in answers[1]][:4] == ["Segment", "F1", "D1", "F2"]
    cells = [str(cell.value) for row in told.iter_rows() for cell in row if cell.value is not None]
    assert "如果不具备“订单跟踪”，您的感受是？" in cells
    assert "我很喜欢 / 理应如此 / 无所谓 / 勉强接受 / 我很不喜欢" in cells
    assert any("csi kano" in cell for cell in cells)


def test_expanding_a_model_lists_its_features():
    result = expand(read_model("kano"))
    assert [table.key for table in result.tables] == ["features", "respondents"]
    assert result.table("features").records()[0]["functional"] == "F1"
