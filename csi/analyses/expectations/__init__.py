"""Which expectations are essential, which can be given up, and where experience falls short of them."""

from .room import expectations

__all__ = ["expectations"]
