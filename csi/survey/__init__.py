"""What was answered."""

from .survey import Array, Origin, Survey

__all__ = ["Array", "Origin", "Survey"]
