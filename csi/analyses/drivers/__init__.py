"""Key drivers: what matters most for satisfaction, how much of it, and how sure that is."""

from .room import drivers

__all__ = ["drivers"]
