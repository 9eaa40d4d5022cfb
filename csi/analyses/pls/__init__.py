"""The structural model: what acts on what, how strongly, and whether the model holds."""

from .room import pls

__all__ = ["pls"]
