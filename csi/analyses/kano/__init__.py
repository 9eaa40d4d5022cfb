"""Kano's model: which features must be there, which delight, which nobody needs."""

from .room import kano

__all__ = ["kano"]
