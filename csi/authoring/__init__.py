"""What a person fills in or edits: model files and sheets, questionnaires, the tree of a model."""

from .model_sheet import model_rows
from .model_text import model_yaml
from .questionnaire import questionnaire
from .tree import expand

__all__ = ["expand", "model_rows", "model_yaml", "questionnaire"]
