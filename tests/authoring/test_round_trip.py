"""A model written and read again is the same model."""

from __future__ import annotations

from hypothesis import given, settings

from csi.authoring import model_rows, model_yaml
from csi.reading.models.sheet import model_from_rows
from csi.reading.models.yaml_file import parse_model

from .any_model import models


@settings(max_examples=60, deadline=None)
@given(models())
def test_a_model_file_says_everything_that_the_model_says(model):
    assert parse_model(model_yaml(model), "model.yaml") == model


@settings(max_examples=60, deadline=None)
@given(models())
def test_a_model_sheet_says_everything_that_the_model_says(model):
    assert model_from_rows(model_rows(model), "sheet") == model
