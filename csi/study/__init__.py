"""Where a survey and a model meet."""

from .arrangement import Arrangement
from .card import card_of, settings_of
from .study import Study

__all__ = ["Arrangement", "Study", "card_of", "settings_of"]
