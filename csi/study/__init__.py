"""Where a survey and a model meet."""

from .arrangement import Arrangement
from .study import Study

__all__ = ["Arrangement", "Study"]
