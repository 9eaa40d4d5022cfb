"""What an analysis needs and the model lacks is told with the lines to write, in the form the model is written in."""

import dataclasses

import pytest

from csi.analyses import load
from csi.errors import MissingRole
from csi.study import Study

from ..surveys import ecsi_model, ecsi_survey


def refusal(analysis: str, source: str) -> MissingRole:
    model = dataclasses.replace(ecsi_model(inner=dataclasses.replace(ecsi_model().inner, paths=())), source=source)
    with pytest.raises(MissingRole) as caught:
        load(analysis)(Study(ecsi_survey(), model, resamples=0))
    return caught.value


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("m.yaml", "paths: [Image -> Satisfaction]"),
        ("m.lav", "Satisfaction ~ Image"),
        ('a.xlsx, sheet "model"', "headings from and to"),
        ("guess", "csi init --from SURVEY, and add the paths"),
    ],
)
@pytest.mark.parametrize("analysis", ["pls", "ipma"])
def test_the_remedy_shows_the_line_that_the_model_s_own_form_wants(analysis, source, line):
    assert line in refusal(analysis, source).remedy.en


def test_the_place_is_where_the_model_came_from():
    found = refusal("pls", 'a.xlsx, sheet "模型"')
    assert (found.where.en, found.where.zh) == ('a.xlsx, sheet "模型"', "a.xlsx，工作表“模型”")


def test_expectations_are_shown_at_an_indicator_of_the_model_itself():
    found = refusal("gap", "m.yaml").remedy
    assert "{name: IMAG1, column: IMAG1, expectation: COLUMN}" in found.en and "expectation: 列名}" in found.zh


def test_what_lavaan_text_cannot_say_is_said_to_be_so():
    assert "lavaan text has no word for it" in refusal("gap", "m.lav").remedy.en
