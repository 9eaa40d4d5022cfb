"""What an improvement would bring, what it takes to reach an index, and where money buys the most points."""

from .room import simulate

__all__ = ["simulate"]
