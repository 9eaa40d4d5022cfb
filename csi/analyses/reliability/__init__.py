"""Whether the questions measure what the model says they measure."""

from .room import reliability

__all__ = ["reliability"]
