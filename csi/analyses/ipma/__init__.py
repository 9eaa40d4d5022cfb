"""The importance-performance map: where an improvement moves the target most."""

from .room import ipma

__all__ = ["ipma"]
