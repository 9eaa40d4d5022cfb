"""Experience minus expectation: where customers got less, as much, or more than they expected."""

from .room import gap

__all__ = ["gap"]
